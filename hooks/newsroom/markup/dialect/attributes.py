"""Attribute lists, ``{ .button }``, as in Python-Markdown. Other text in braces is unchanged.

``**Ann**{draft}`` and ``{name}`` are text on GitHub and for their authors. Python-Markdown would treat each word in
braces as an attribute and remove it from the text.
"""

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.attr_list import AttrListTreeprocessor

from newsroom.markup.dialect.tree import HIDDEN_BREAK, LINE

_ATTRIBUTE = (
    r"""(?:[.#][\w:.-]+|(?!(?:on\w+|style|src|srcset|href|data-[\w-]+)=)[\w-]+=(?:"[^"\n]*"|'[^'\n]*'|[^\s"'{}]+))"""
)
_ATTRIBUTE_LIST = rf"\{{:?[ ]*({_ATTRIBUTE}(?:[ ]+{_ATTRIBUTE})*)[ ]*\}}"
"""Matches ``{ .button lang=cy }`` and ``{: #garden }``; not ``{draft}``, ``{ a word }`` or ``{ onclick="…" }``."""


CLASSES = frozenset({"button"})
"""The classes that attribute lists may give, each with a style in ``overrides/styles/``."""


class AttributeLists(AttrListTreeprocessor):
    """Attribute lists on headings, paragraphs, links and pictures.

    ``unknown_classes`` gets the classes that the site does not have, each with its line.
    """

    # The library looks its patterns up on the object; its types call them final.
    BASE_RE = _ATTRIBUTE_LIST  # type: ignore[misc]
    HEADER_RE = re.compile(rf"[ ]+{_ATTRIBUTE_LIST}[ ]*$")  # type: ignore[misc]
    BLOCK_RE = re.compile(rf"\n[ ]*{_ATTRIBUTE_LIST}[ ]*$")  # type: ignore[misc]
    INLINE_RE = re.compile(rf"^{_ATTRIBUTE_LIST}")  # type: ignore[misc]

    def __init__(self, md: Markdown, unknown_classes: list[tuple[str, int]]) -> None:
        super().__init__(md)
        self._unknown_classes = unknown_classes

    def assign_attrs(self, elem: Element, attrs_string: str, *, strict: bool = False) -> str:
        """Give an element its attributes, and note the classes that the site does not have."""
        before = frozenset((elem.get("class") or "").split())
        rest = super().assign_attrs(elem, attrs_string, strict=strict)
        names = [name for name in (elem.get("class") or "").split() if name not in before | CLASSES]
        text = "".join(elem.itertext())
        line = int(elem.get(LINE, 1)) + text.count("\n") + text.count(HIDDEN_BREAK)
        self._unknown_classes += [(name, line) for name in names]
        return rest
