"""Earlier addresses of a page, on this site or its predecessor, as `redirect_from` names them."""

import posixpath
import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote, unquote

from newsroom.content.formats import PUBLISHED_ENDINGS

_QUERY = re.compile(r"[^\s=&?#]+=[^\s=&?#]*(?:&[^\s=&?#]+=[^\s=&?#]*)*")
"""`p=123` or `page_id=5&lang=cy`, but not `p` or `p=1 2`."""
_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f\\:*?"<>|#%]')
"""Characters that some systems forbid in file names, or that mean something else in an address."""


@dataclass(frozen=True)
class OldAddress:
    """A parsed old address.

    ``path`` is relative to the site's root and decoded: "blog/tŷ/", "reports/next.pdf", "" for the root. ``query`` is
    what comes after a question mark, "p=123".
    """

    path: str
    query: str = ""

    @property
    def file(self) -> str:
        """The file on the site for this address. An address with a query has no file, but gets a unique name."""
        if self.query:
            return f"{self.path}?{self.query}"
        return f"{self.path}index.html" if not self.path or self.path.endswith("/") else self.path

    @property
    def ending(self) -> str:
        """The ending of the address of a picture, a PDF or a recording, ".pdf"; "" for a page's."""
        ending = posixpath.splitext(self.path)[1].lower()
        return ending if ending in PUBLISHED_ENDINGS and not self.query else ""

    def matching_file(self, files: Iterable[str]) -> str | None:
        """The first file that has the same format as this address; None if there is none."""
        return next((file for file in files if _format(file) == _format(self.path)), None)

    def redirect_rule(self, target: str, root: str) -> str:
        """The line in `_redirects` that redirects to ``target``; ``root`` is the path of the site on its host.

        Netlify uses these (https://docs.netlify.com/routing/redirects/). With "!" a rule overrides a page at its path.
        """
        return f"{root}{quote(self.path)} {self.query.replace('&', ' ')} {target} 301!"


def parse_old_address(text: str) -> OldAddress:
    """Parse an old address from front matter. Raises ValueError with a clause that says what is wrong."""
    old_path, mark, query = text.partition("?")
    if not old_path.startswith("/"):
        raise ValueError("does not begin with a slash")
    if mark and not _QUERY.fullmatch(query):
        raise ValueError("has something behind the question mark that is not of the form name=value")
    try:
        path = unquote(old_path[1:], errors="strict")
    except UnicodeDecodeError as error:
        raise ValueError("has percent signs that do not encode a letter") from error
    if path or not mark:
        _require_valid_path(path, has_query=bool(mark))
    return OldAddress(path, query)


def _require_valid_path(path: str, *, has_query: bool) -> None:
    names = path.removesuffix("/").split("/")
    if any(not name or name.startswith(".") or name != name.strip() for name in names):
        raise ValueError("has an empty name, or one that begins with a dot, between its slashes")
    if found := _FORBIDDEN.search(path):
        raise ValueError(f"has a character that no address of a file may have ({found[0]!r})")
    if not has_query and not path.lower().endswith(("/", ".html", *PUBLISHED_ENDINGS)):
        raise ValueError("has neither a slash at its end nor an ending like .html or .pdf")


def _format(path: str) -> str:
    ending = posixpath.splitext(path)[1].lower()
    return ".jpg" if ending == ".jpeg" else ending
