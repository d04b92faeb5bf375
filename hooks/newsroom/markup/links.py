"""Turns the targets of links and pictures into addresses on a page."""

import posixpath
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import quote, unquote, urlsplit, urlunsplit

from newsroom.content.folders import path_beside
from newsroom.content.web_address import is_web_address

_NOT_ALLOWED = re.compile(r"""[\x00-\x20\x7f"<>^`{|}]|%(?![0-9A-Fa-f]{2})""")
"""Characters that addresses must not contain (https://url.spec.whatwg.org/#url-code-points).

Matches " " and `"`, but not `é` or `%20`."""
_SRCSET_ADDRESS = re.compile(r"[ \t\n\f\r,]*([^ \t\n\f\r,][^ \t\n\f\r]*)")
"""In "a,b.png 320w, c.png" it matches "a,b.png", and after the next comma " c.png"."""


@dataclass(frozen=True)
class Location:
    """The place of a text: its ``path`` in the repository and its page's ``url``, relative to the site's root.

    ``addresses`` are the paths in the repository that it may link to, with their percent-encoded addresses relative to
    the site's root ("stories/maggies-story/", "stories/elm.png", "" for the home page). ``is_hidden`` says whether
    a path is a page, picture or file that the text must not lead to or show.
    """

    path: str
    url: str
    addresses: Mapping[str, str]
    is_hidden: Callable[[str], bool] = lambda _path: False

    def address_of(self, target: str) -> str | None:
        """The address on the page for a link or picture with ``target``; None if it must not be there.

        A target that is not in ``addresses`` is unchanged, as are addresses of other sites, email addresses and
        fragments of the page itself. Characters that are not allowed are percent-encoded. Never raises.
        """
        if is_web_address(target):
            return valid_address(target)
        try:
            scheme, host, path, query, fragment = urlsplit(target)
        except ValueError:
            return target
        is_elsewhere = scheme or host or target.startswith(("/", "\\"))
        if is_elsewhere or not path:
            return valid_address(target)
        file = path_beside(self.path, unquote(path))
        if self.is_hidden(file):
            return None
        address = self.addresses.get(file)
        if address is None:
            return valid_address(target)
        return valid_address(urlunsplit(("", "", relative_address(address, self.url), query, fragment)))


def is_address(target: str) -> bool:
    """Whether a link's target can be parsed (https://www.rfc-editor.org/rfc/rfc3986).

    `http://[` cannot be parsed, nor can `https://elm.example:99999/`, whose port does not exist.
    """
    if is_web_address(target):
        return True
    try:
        _ = urlsplit(target).port
    except ValueError:
        return False
    return True


def relative_address(address: str, page: str) -> str:
    """An address relative to a page; both are relative to the site's root, and a page's is "" or ends in a slash.

    From "stories/trust/", "feed.xml" becomes "../../feed.xml", and "stories/" becomes "../".
    """
    page_folders, parts = page.split("/")[:-1], address.split("/")
    common = 0
    while common < min(len(page_folders), len(parts) - 1) and page_folders[common] == parts[common]:
        common += 1
    return "/".join([".."] * (len(page_folders) - common) + parts[common:]) or "./"


def address_on_site(address: str, page: str) -> str | None:
    """The address, relative to the site's root, of the page to which a link leads; None if it leads elsewhere.

    On "stories/trust/", "../#new" leads to "stories/". The inverse of ``relative_address``, for pages.
    """
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    if parts.scheme or parts.netloc or parts.path.startswith("/"):
        return None
    path = posixpath.normpath(posixpath.join("/", page, unquote(parts.path)))[1:]
    return f"{path}/" if path else ""


def valid_address(address: str) -> str:
    """An address with characters that are not allowed percent-encoded: "mailto:jo@elm.example?subject=A%20garden"."""
    return _NOT_ALLOWED.sub(lambda found: quote(found[0]), address.strip())


def parse_srcset(srcset: str) -> Iterator[tuple[str, str]]:
    """Yield each address in a ``srcset`` with its descriptor, like "320w" or "2x"; "" if it has none.

    See https://html.spec.whatwg.org/#parsing-a-srcset-attribute.
    """
    position = 0
    while found := _SRCSET_ADDRESS.match(srcset, position):
        address, end = found[1].rstrip(","), found.end()
        position = end if found[1].endswith(",") else srcset.find(",", end)
        position = position if position >= 0 else len(srcset)
        yield address, " ".join(srcset[end:position].split())


def change_srcset(srcset: str, change: Callable[[str], str | None]) -> str | None:
    """A ``srcset`` with changed addresses, without those for which ``change`` returns None; None if none is left."""
    changed = ((change(address), descriptor) for address, descriptor in parse_srcset(srcset))
    return ", ".join(f"{address} {descriptor}".rstrip() for address, descriptor in changed if address) or None
