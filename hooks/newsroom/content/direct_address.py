"""Finds the final address of links that go through another service first, such as Outlook's Safe Links."""

import re
from collections.abc import Iterator
from urllib.parse import parse_qsl

from newsroom.content.web_address import split_address

_REDIRECTS = (
    (re.compile(r"(?:www\.)?google\.[a-z.]+\Z"), re.compile(r"/url\Z"), ("q", "url")),
    (re.compile(r".+\.safelinks\.protection\.outlook\.com\Z"), re.compile(r"/"), ("url",)),
    (re.compile(r"lm?\.facebook\.com\Z"), re.compile(r"/l\.php\Z"), ("u",)),
    (re.compile(r"(?:www\.)?youtube\.com\Z"), re.compile(r"/redirect\Z"), ("q",)),
)
"""The host and path of services that lead on to an address, and the parameters that have it."""
_DEFENCE = re.compile(r"https://urldefense\.com/v3/__(.+?)__;")
"""Matches the beginning of "https://urldefense.com/v3/__https://elm.example/__;!!key$"."""
_MAX_REDIRECTS = 5


def direct_address(address: str) -> str:
    """The address to which a redirect of a search engine or a mail program leads; any other one as it is."""
    for _ in range(_MAX_REDIRECTS):
        inner = next(_redirect_targets(address), None)
        if inner is None:
            return address
        address = inner
    return address


def _redirect_targets(address: str) -> Iterator[str]:
    if found := _DEFENCE.match(address):
        yield found[1]
    if "?" not in address:
        return
    parts = split_address(address)
    for host, path, names in _REDIRECTS:
        if parts.scheme in ("http", "https") and host.match(parts.netloc.lower()) and path.match(parts.path):
            parameters = dict(parse_qsl(parts.query))
            yield from (
                value for name in names if (value := parameters.get(name, "")).startswith(("http://", "https://"))
            )
