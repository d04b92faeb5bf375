"""Attribute lists, ``{ .button }``, as in Python-Markdown. Other text in braces is unchanged.

``**Ann**{draft}`` and ``{name}`` are text on GitHub and for their authors. Python-Markdown would treat each word in
braces as an attribute and remove it from the text.
"""

import re

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.attr_list import AttrListTreeprocessor

_ATTRIBUTE = (
    r"""(?:[.#][\w:.-]+|(?!(?:on\w+|style|src|srcset|href|data-[\w-]+)=)[\w-]+=(?:"[^"\n]*"|'[^'\n]*'|[^\s"'{}]+))"""
)
_ATTRIBUTE_LIST = rf"\{{:?[ ]*({_ATTRIBUTE}(?:[ ]+{_ATTRIBUTE})*)[ ]*\}}"
"""Matches ``{ .button lang=cy }`` and ``{: #garden }``; not ``{draft}``, ``{ a word }`` or ``{ onclick="…" }``."""


class AttributesExtension(Extension):
    """Attribute lists on headings, paragraphs, links and pictures."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Register the tree processor."""
        md.treeprocessors.register(_Attributes(md), "attr_list", 8)
        md.registerExtension(self)


class _Attributes(AttrListTreeprocessor):
    # The library looks its patterns up on the object; its types call them final.
    BASE_RE = _ATTRIBUTE_LIST  # type: ignore[misc]
    HEADER_RE = re.compile(rf"[ ]+{_ATTRIBUTE_LIST}[ ]*$")  # type: ignore[misc]
    BLOCK_RE = re.compile(rf"\n[ ]*{_ATTRIBUTE_LIST}[ ]*$")  # type: ignore[misc]
    INLINE_RE = re.compile(rf"^{_ATTRIBUTE_LIST}")  # type: ignore[misc]
