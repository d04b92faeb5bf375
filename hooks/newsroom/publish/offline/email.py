"""The email of one edition as a folder of a few files that works from disk."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from newsroom.markup.tree import parse_document, serialise_document
from newsroom.publish.email.folders import SHOWN
from newsroom.publish.offline.pages import SiteFiles, change_addresses, file_paths, link_between_files

_SENDER_PAGE = "index.html"
_LOADING_ELEMENTS = frozenset({"img", "link", "script"})
"""The elements whose files the folder gets too."""


def email_files(site: Path, site_url: str, paths: Sequence[str], *, to: str) -> Iterator[tuple[str, bytes]]:
    """Yield the new path and the content of each file of an edition's email, with the files that it loads.

    Args:
        site: The folder of the finished site.
        site_url: The site's public address, which emails link to.
        paths: The paths in ``site`` of the edition's email, the sender's page among them as ``index.html``; those that
            were not written, as those of an email with an error, are left out.
        to: The new folder of these files, "" or with a slash at its end. What they need keeps its path.
    """
    known = file_paths(site)
    files = SiteFiles(site_url, known)
    new_paths = {path: f"{to}{path.rpartition('/')[2]}" for path in paths if path in known}
    pages = {path: (site / path).read_bytes().decode() for path in new_paths if path.endswith(".html")}
    needed = {target for path, html in pages.items() for target in _loaded_files(html, path, files)} & known
    moves = {path: path for path in needed} | new_paths
    for path, new_path in sorted(moves.items(), key=lambda move: move[1]):
        is_page = new_path in (f"{to}{_SENDER_PAGE}", f"{to}{SHOWN}")
        yield new_path, _move_page(pages[path], path, moves, files).encode() if is_page else (site / path).read_bytes()


def _loaded_files(html: str, page: str, files: SiteFiles) -> Iterator[str]:
    """Yield the path of each file of the site that a page or an email loads."""
    for element in parse_document(html).iter(*_LOADING_ELEMENTS):
        address = element.get("src") or element.get("href")
        if address and (found := files.find(address, page)):
            yield found[0]


def _move_page(html: str, page: str, moves: dict[str, str], files: SiteFiles) -> str:
    """Return the sender's page, or an email with relative addresses, for its new path.

    A link to a page outside the folder becomes plain text.
    """
    new_page = moves[page]

    def change(_element: HtmlElement, address: str) -> str | None:
        found = files.find(address, page)
        if found is None or urlsplit(address).netloc:
            return address
        path, parts = found
        return link_between_files(moves[path], parts, page=new_page) if path in moves else None

    root = parse_document(html)
    change_addresses(root, change)
    for element in root.xpath("//*[@data-root]"):
        element.set("data-root", "../" * new_page.count("/"))
    return serialise_document(root)
