"""Makes addresses in an email absolute, in the characters that RFC 3986 allows."""

import re
from urllib.parse import quote, urljoin, urlsplit

_ALLOWED = "!#$%&'()*+,/:;=?@~"
"""The characters besides letters, digits and ``_.-`` that are not percent-encoded (RFC 3986, section 2)."""
_ABSOLUTE = re.compile(r"https?://[^/?#]|mailto:[^?@]+@[^?@]|tel:.")
"""Matches an absolute address like ``https://a.example/b`` or ``tel:1``, not ``/b`` or ``https:///b``.

Most addresses are absolute; joining them with the page's would take ten times as long and change nothing.
"""


def absolute_url(page_url: str, address: str) -> str | None:
    """Resolve an address on a page to an absolute one. Returns None if it is not a valid address.

    A host name with non-ASCII letters is encoded by IDNA (RFC 5891). Other characters that RFC 3986 does not allow are
    percent-encoded.

    Args:
        page_url: The absolute address of the page.
        address: The address as it is written on the page.
    """
    address = address.strip()
    if _ABSOLUTE.match(address) and address.isascii() and "[" not in address:
        return quote(address, safe=_ALLOWED)
    try:
        parts = urlsplit(urljoin(page_url, address))
        host = parts.netloc if parts.netloc.isascii() else parts.netloc.encode("idna").decode("ascii")
    except (UnicodeError, ValueError):
        return None
    absolute = quote(parts._replace(netloc=host).geturl(), safe=_ALLOWED)
    return absolute if _ABSOLUTE.match(absolute) else None
