"""Links to withdrawn stories keep their words and lose the link, on pages and in all that is made from them."""

import re
from collections.abc import Callable
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from newsroom.places import path_beside

_BEFORE_LINKS_ARE_RESOLVED = 2
"""MkDocs' own treeprocessor, which warns of links to pages that are not there, has the priority 0."""
_KEPT = ("id", "lang", "dir")
_NO_FILE = re.compile(r"#|[a-zA-Z][a-zA-Z0-9+.-]*:|//")


class WithdrawnLinks(Extension):
    """An extension of Python-Markdown that takes links to withdrawn stories off the page being rendered.

    ``is_withdrawn`` says it of a path in the repository. Set ``page`` to the path of each page before it is rendered.
    """

    def __init__(self, is_withdrawn: Callable[[str], bool]) -> None:
        super().__init__()
        self.page = ""
        self._is_withdrawn = is_withdrawn

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Register with a renderer, as Python-Markdown asks of its extensions."""
        md.treeprocessors.register(_Unlinking(md, self), "withdrawn-links", _BEFORE_LINKS_ARE_RESOLVED)

    def leads_to_withdrawn(self, target: str) -> bool:
        """Whether a link on the page leads to a withdrawn story."""
        if not target or _NO_FILE.match(target):
            return False
        try:
            path = unquote(urlsplit(target).path)
        except ValueError:
            return False
        return bool(path) and self._is_withdrawn(path_beside(self.page, path))


class _Unlinking(Treeprocessor):
    def __init__(self, md: Markdown, links: WithdrawnLinks) -> None:
        super().__init__(md)
        self._links = links

    def run(self, root: Element) -> None:
        for element in root.iter("a"):
            if self._links.leads_to_withdrawn(element.get("href", "")):
                element.tag = "span"
                element.attrib = {name: element.attrib[name] for name in _KEPT if name in element.attrib}
