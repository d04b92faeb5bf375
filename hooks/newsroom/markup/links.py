"""Links and pictures in a rendered text: from paths of files to addresses relative to the page."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit, urlunsplit
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE

from newsroom.places import path_beside

_ATTRIBUTES = (("a", "href"), ("img", "src"))


@dataclass(frozen=True)
class Location:
    """Where a text is: its ``path`` in the repository and its page's ``url``, relative to the site's root.

    ``addresses`` are all that it may link to: paths in the repository, each with its address relative to the site's
    root, percent-encoded ("stories/maggies-story/", "stories/elm.png", "" for the home page).
    """

    path: str
    url: str
    addresses: Mapping[str, str]

    def resolve(self, target: str) -> str:
        """The address that a link or picture written as ``target`` has on the page.

        A target that names no path in ``addresses`` is given back unchanged, as are other sites' addresses, email
        addresses, and fragments of the page itself. Never raises.
        """
        try:
            scheme, host, path, query, fragment = urlsplit(target)
        except ValueError:
            return target
        is_elsewhere = scheme or host or target.startswith(("/", "\\"))
        if is_elsewhere or not path or AMP_SUBSTITUTE in target:  # the last one is in <ada@elm.example> alone
            return target
        address = self.addresses.get(path_beside(self.path, unquote(path)))
        if address is None:
            return target
        return urlunsplit(("", "", relative_address(address, self.url), query, fragment))


def relative_address(address: str, page: str) -> str:
    """An address relative to a page; both are relative to the site's root, and a page's is "" or ends in a slash."""
    there, here = _parts(address), _parts(page)
    common = 0
    while common < min(len(there), len(here)) and there[common] == here[common]:
        common += 1
    relative = "/".join([".."] * (len(here) - common) + there[common:]) or "."
    return f"{relative}/" if not address or address.endswith("/") else relative


def _parts(address: str) -> list[str]:
    return [part for part in address.split("/") if part]


class LinkTreeprocessor(Treeprocessor):
    """Gives links and pictures that were written in Markdown their addresses; HTML tags stay as they were written."""

    def __init__(self, markdown: Markdown, location: Location) -> None:
        super().__init__(markdown)
        self._location = location

    def run(self, root: Element) -> None:
        """Change the tree in place."""
        for tag, attribute in _ATTRIBUTES:
            for element in root.iter(tag):
                if target := element.get(attribute):
                    element.set(attribute, self._location.resolve(target))
