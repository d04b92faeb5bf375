"""Links and pictures in a text: from what their author wrote to addresses on the page."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import quote, unquote, urlsplit, urlunsplit

from newsroom.content.folders import path_beside

_NOT_ALLOWED = re.compile(r"""[\x00-\x20\x7f"<>^`{|}]|%(?![0-9A-Fa-f]{2})""")
"""What may not be in an address (WHATWG URL, 4.3): a blank or a quotation mark, but not `é` or `%20`."""


@dataclass(frozen=True)
class Location:
    """Where a text is: its ``path`` in the repository and its page's ``url``, relative to the site's root.

    ``addresses`` are all that it may link to: paths in the repository, each with its address relative to the site's
    root, percent-encoded ("stories/maggies-story/", "stories/elm.png", "" for the home page). ``is_withdrawn`` says of
    a path whether it is a story that was withdrawn.
    """

    path: str
    url: str
    addresses: Mapping[str, str]
    is_withdrawn: Callable[[str], bool] = lambda _path: False

    def address_of(self, target: str) -> str | None:
        """The address that a link or picture written as ``target`` has on the page; None where no link is allowed.

        A target that names no path in ``addresses`` stays, as do other sites' addresses, email addresses and fragments
        of the page itself; what may not be in an address is percent-encoded. Never raises.
        """
        try:
            scheme, host, path, query, fragment = urlsplit(target)
        except ValueError:
            return target
        is_elsewhere = scheme or host or target.startswith(("/", "\\"))
        if is_elsewhere or not path:
            return valid_address(target)
        file = path_beside(self.path, unquote(path))
        if self.is_withdrawn(file):
            return None
        address = self.addresses.get(file)
        if address is None:
            return valid_address(target)
        return valid_address(urlunsplit(("", "", relative_address(address, self.url), query, fragment)))


def is_address(target: str) -> bool:
    """Whether a link's target can be taken apart at all (RFC 3986); `http://[` cannot."""
    try:
        urlsplit(target)
    except ValueError:
        return False
    return True


def relative_address(address: str, page: str) -> str:
    """An address relative to a page; both are relative to the site's root, and a page's is "" or ends in a slash."""
    address_parts, page_parts = _parts(address), _parts(page)
    common = 0
    while common < min(len(address_parts), len(page_parts)) and address_parts[common] == page_parts[common]:
        common += 1
    relative = "/".join([".."] * (len(page_parts) - common) + address_parts[common:]) or "."
    return f"{relative}/" if not address or address.endswith("/") else relative


def _parts(address: str) -> list[str]:
    return [part for part in address.split("/") if part]


def valid_address(address: str) -> str:
    """An address with everything percent-encoded that may not be in one: "mailto:jo@elm.example?subject=A%20garden"."""
    return _NOT_ALLOWED.sub(lambda found: quote(found[0]), address.strip())
