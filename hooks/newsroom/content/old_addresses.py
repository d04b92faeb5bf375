"""Addresses that a page had before, on this site or on the one before it: what `redirect_from` names."""

import posixpath
import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote, unquote

from newsroom.content.formats import DOCUMENTS, PICTURES

FILES = PICTURES | DOCUMENTS
"""The endings of files that can be published at an old address too, as they are."""
_QUERY = re.compile(r"[^\s=&?#]+=[^\s=&?#]*(?:&[^\s=&?#]+=[^\s=&?#]*)*")
"""`p=123` or `page_id=5&lang=cy`, but not `p` or `p=1 2`."""
_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f\\:*?"<>|#%]')
"""What the name of a file may not have on every system, and what means something else in an address."""


@dataclass(frozen=True)
class OldAddress:
    """An old address taken apart.

    ``path`` is relative to the site's root and decoded: "blog/tŷ/", "reports/next.pdf", "" for the root. ``query`` is
    what comes after a question mark, "p=123".
    """

    path: str
    query: str = ""

    @property
    def file(self) -> str:
        """The file on the site that answers it; for one with a query, which no file answers, a name of its own."""
        if self.query:
            return f"{self.path}?{self.query}"
        return f"{self.path}index.html" if not self.path or self.path.endswith("/") else self.path

    @property
    def ending(self) -> str:
        """The ending of a picture's or a PDF's address, ".pdf"; "" for a page's."""
        ending = posixpath.splitext(self.path)[1].lower()
        return ending if ending in FILES and not self.query else ""

    def matching_file(self, files: Iterable[str]) -> str | None:
        """The first of some files that may be published at this address: one of the same format."""
        return next((file for file in files if _format(file) == _format(self.path)), None)

    def redirect_rule(self, target: str, root: str) -> str:
        """The line in `_redirects` that leads from it to an address; ``root`` is the path of the site on its host.

        Netlify reads these (https://docs.netlify.com/routing/redirects/); "!" has a rule win over a page at the path.
        """
        return f"{root}{quote(self.path)} {self.query.replace('&', ' ')} {target} 301!"


def parse_old_address(text: str) -> OldAddress:
    """An old address from its text in front matter. Raises ValueError with a clause that says what is wrong."""
    old_path, mark, query = text.partition("?")
    if not old_path.startswith("/"):
        raise ValueError("does not begin with a slash")
    if mark and not _QUERY.fullmatch(query):
        raise ValueError("has something behind the question mark that is not of the form name=value")
    try:
        path = unquote(old_path[1:], errors="strict")
    except UnicodeDecodeError as error:
        raise ValueError("has percent signs that stand for no letter") from error
    if path or not mark:
        _require_valid_path(path, has_query=bool(mark))
    return OldAddress(path, query)


def _require_valid_path(path: str, *, has_query: bool) -> None:
    names = path.removesuffix("/").split("/")
    if any(not name or name.startswith(".") or name != name.strip() for name in names):
        raise ValueError("has an empty name, or one that begins with a dot, between its slashes")
    if found := _FORBIDDEN.search(path):
        raise ValueError(f"has a character that no address of a file may have ({found[0]!r})")
    if not has_query and not path.lower().endswith(("/", ".html", *FILES)):
        raise ValueError("has neither a slash at its end nor an ending like .html or .pdf")


def _format(path: str) -> str:
    ending = posixpath.splitext(path)[1].lower()
    return ".jpg" if ending == ".jpeg" else ending
