"""Addresses in an email: whole, since it stands on no site, and written in the characters that RFC 3986 allows."""

import re
from urllib.parse import quote, urljoin, urlsplit

_ALLOWED = "!#$%&'()*+,/:;=?@~"
"""What may stand in an address besides letters, digits and ``_.-``, and keeps its meaning there."""
_WHOLE = re.compile(r"https?://[^/?#]|mailto:[^?@]+@[^?@]|tel:.")
"""Most addresses: joining them with the page's would change nothing, and take ten times as long."""


def absolute(page_url: str, address: str) -> str | None:
    """The address that one on a page leads to; ``page_url`` is the page's own. None where it is no address at all.

    A host name in other letters is written in ASCII (IDNA), everything else outside RFC 3986 percent-encoded.
    """
    address = address.strip()
    if _WHOLE.match(address) and address.isascii() and "[" not in address:
        return quote(address, safe=_ALLOWED)
    try:
        parts = urlsplit(urljoin(page_url, address))
        host = parts.netloc if parts.netloc.isascii() else parts.netloc.encode("idna").decode("ascii")
    except (UnicodeError, ValueError):
        return None
    whole = quote(parts._replace(netloc=host).geturl(), safe=_ALLOWED)
    return whole if _WHOLE.match(whole) else None


def host_of(address: str) -> str:
    """The host name in an absolute address, without `www.`; "" where it has none."""
    return (urlsplit(address).hostname or "").removeprefix("www.")
