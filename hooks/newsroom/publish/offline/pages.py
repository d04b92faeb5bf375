"""Pages that work when they are opened from disk.

A browser that opens a page from disk finds neither ``index.html`` in a folder nor the site behind an address that
begins with "/". So each link in a page names a file, relative to the page.
"""

import re
from collections.abc import Callable, Container
from functools import partial
from pathlib import Path
from urllib.parse import SplitResult, quote, unquote, urljoin, urlsplit

from lxml import etree
from lxml.html import HtmlElement

from newsroom.markup.links import change_srcset, relative_address
from newsroom.markup.tree import parse_document, serialise_document, set_or_delete
from newsroom.publish.site_folder.staging import replace_file

_INDEX = "index.html"
Change = Callable[[HtmlElement, str], str | None]
"""Gets an element and an address in it; returns the new address, or None to remove the attribute."""
_ADDRESS_ATTRIBUTES = ("href", "xlink:href", "src", "poster", "action", "formaction")
_REFRESH = re.compile(r"(\s*[\d.]*\s*[;,]?\s*url\s*=\s*[\"']?)([^\"']+)", re.IGNORECASE)
"""Matches `0; url=https://elm.example/`, not `5`, which reloads the page itself."""


class SiteFiles:
    """Finds the files of a site by address. ``paths`` are relative to the site's root."""

    def __init__(self, site_url: str, paths: Container[str]) -> None:
        self._site_url = site_url
        self._site = urlsplit(site_url)
        self._paths = paths

    def find(self, address: str, page: str) -> tuple[str, SplitResult] | None:
        """Return the path of the file for an address in a page, and the parsed absolute address.

        The file need not exist, since a broken link has a path, too.

        Args:
            address: An address in the page.
            page: The path of the page's own file.

        Returns:
            None if the address leads to another site, to a part of the page itself, or is invalid.
        """
        try:
            parts = urlsplit(address.strip())
            absolute = urlsplit(urljoin(f"{self._site_url}{quote(page)}", address.strip()))
        except ValueError:
            return None
        is_own = absolute.scheme in ("http", "https") and absolute.netloc == self._site.netloc
        if not is_own or not f"{absolute.path}/".startswith(self._site.path) or not (parts.path or parts.netloc):
            return None
        path = unquote(absolute.path[len(self._site.path) :])
        if not path or path.endswith("/"):
            return f"{path}{_INDEX}", absolute
        folder_index = f"{path}/{_INDEX}"
        return (folder_index if path not in self._paths and folder_index in self._paths else path), absolute


def convert_page_for_disk(html: str, page: str, files: SiteFiles) -> str:
    """Return the HTML of a page, whose path on the site is ``page``, in a form that works from disk.

    Addresses for programs stay public: the canonical address, and those of versions in other languages.
    """

    def change(element: HtmlElement, address: str) -> str:
        found = None if _is_for_programs(element) else files.find(address, page)
        return address if found is None else link_between_files(*found, page=page)

    root = parse_document(html)
    change_addresses(root, change)
    for policy in root.iter("meta"):
        if (policy.get("http-equiv") or "").lower() == "content-security-policy":
            # CSP does not say that 'self' is a page's own folder on disk, and not all browsers agree.
            policy.set("content", (policy.get("content") or "").replace("'self'", "'self' file:"))
    return serialise_document(root)


def link_between_files(path: str, address: SplitResult, *, page: str) -> str:
    """Return the address of a file relative to a page, with the query and fragment of ``address``."""
    relative = relative_address(quote(path), page[: page.rfind("/") + 1])
    return SplitResult("", "", relative, address.query, address.fragment).geturl()


def _is_for_programs(element: HtmlElement) -> bool:
    is_canonical = (element.get("rel") or "").lower() == "canonical"
    return element.tag == "link" and (is_canonical or element.get("hreflang") is not None)


def convert_site_for_disk(folder: Path, site_url: str, *, except_for: Container[str]) -> None:
    """Change every page of the finished site in ``folder`` so that it works from disk.

    ``except_for`` are paths below ``folder`` of HTML that is not a page, like an email. It does not change.
    """
    paths = file_paths(folder)
    files = SiteFiles(site_url, paths)
    for path in sorted(paths):
        if path.endswith(".html") and path not in except_for:
            html = (folder / path).read_bytes().decode()
            replace_file(folder / path, convert_page_for_disk(html, path, files).encode())


def file_paths(folder: Path) -> frozenset[str]:
    """Return the path of every file below a folder, relative to it."""
    return frozenset(file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file())


def change_addresses(root: HtmlElement, change: Change) -> None:
    """Change, by ``change``, all addresses that a browser follows, loads or sends data to."""
    for element in root.iter(etree.Element):
        for name in (*_ADDRESS_ATTRIBUTES, *(("data",) if element.tag == "object" else ())):
            if name in element.attrib:
                set_or_delete(element, name, change(element, element.attrib[name]))
        if "srcset" in element.attrib:
            set_or_delete(element, "srcset", change_srcset(element.attrib["srcset"], partial(change, element)))
        if element.tag == "meta" and element.get("http-equiv", "").lower() == "refresh":
            element.set("content", _change_refresh(element, change))


def _change_refresh(meta: HtmlElement, change: Change) -> str:
    value = meta.get("content", "")
    return _REFRESH.sub(lambda found: f"{found[1]}{change(meta, found[2]) or ''}", value)
