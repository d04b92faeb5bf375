"""Turns the targets of links and pictures into addresses on a page."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import quote, unquote, urlsplit, urlunsplit

from newsroom.content.folders import path_beside

_NOT_ALLOWED = re.compile(r"""[\x00-\x20\x7f"<>^`{|}]|%(?![0-9A-Fa-f]{2})""")
"""Characters that addresses must not contain (https://url.spec.whatwg.org/#url-code-points).

Matches " " and `"`, but not `é` or `%20`."""


@dataclass(frozen=True)
class Location:
    """The place of a text: its ``path`` in the repository and its page's ``url``, relative to the site's root.

    ``addresses`` are the paths in the repository that it may link to, with their percent-encoded addresses relative to
    the site's root ("stories/maggies-story/", "stories/elm.png", "" for the home page). ``is_withdrawn`` says whether a
    path is a withdrawn story.
    """

    path: str
    url: str
    addresses: Mapping[str, str]
    is_withdrawn: Callable[[str], bool] = lambda _path: False

    def address_of(self, target: str) -> str | None:
        """The address on the page for a link or picture with ``target``; None if no link is allowed.

        A target that is not in ``addresses`` is unchanged, as are addresses of other sites, email addresses and
        fragments of the page itself. Characters that are not allowed are percent-encoded. Never raises.
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
    """Whether a link's target can be parsed (https://www.rfc-editor.org/rfc/rfc3986).

    `http://[` cannot be parsed, nor can `https://elm.example:99999/`, whose port does not exist.
    """
    try:
        _ = urlsplit(target).port
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
    """An address with characters that are not allowed percent-encoded: "mailto:jo@elm.example?subject=A%20garden"."""
    return _NOT_ALLOWED.sub(lambda found: quote(found[0]), address.strip())
