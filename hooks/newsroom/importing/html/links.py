"""Reads links: their direct addresses, without the redirects and parameters that follow readers."""

import re
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import parse_qsl, unquote, urlsplit, urlunsplit
from xml.etree.ElementTree import Element

from newsroom.importing.html.elements import classes, text_of
from newsroom.importing.html.model import Link, Style
from newsroom.importing.notes import NoteLog
from newsroom.markup.policy import is_allowed_link, normalise_address

_BUTTONS = frozenset({"wp-block-button__link", "mcnButton", "button", "btn", "et_pb_button"})
_TRACKING = re.compile(
    r"(?:utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|mc_cid|mc_eid|_hs\w+|igshid|mkt_tok|vero_id)\Z"
)
"""Matches the names "utm_source" and "mc_eid", not "q" or "id"."""
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


def link_style(element: Element, style: Style, log: NoteLog) -> Style:
    """The style inside a link. ``log`` gets notes on what is not kept of its address."""
    written = normalise_address(element.get("href") or "")
    if not written:
        return style
    address = _without_tracking(_direct_address(written))
    if written.startswith("www."):
        address = f"https://{address}"
        log.guessed("A link without https:// has it now.", address[:80])
        written = address
    if not is_allowed_link(address):
        name = re.split(r"[/\\]", address)[-1] or address  # folders can have the names of people
        log.dropped(f"A link that no reader could follow was removed: {name[:80]}", text_of(element))
        return replace(style, link=None)
    if address != written:
        log.dropped("What follows readers was removed from addresses: redirects, utm_source and the like.")
    return replace(style, link=Link(address, bool(classes(element) & _BUTTONS)))


def _direct_address(address: str) -> str:
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
    try:
        parts = urlsplit(address)
    except ValueError:
        return
    parameters = dict(parse_qsl(parts.query))
    for host, path, names in _REDIRECTS:
        if parts.scheme in ("http", "https") and host.match(parts.netloc.lower()) and path.match(parts.path):
            yield from (
                value for name in names if (value := parameters.get(name, "")).startswith(("http://", "https://"))
            )


def _without_tracking(address: str) -> str:
    """An address without the parameters with which newsletters and networks follow readers."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return address
    kept = [part for part in parts.query.split("&") if not _TRACKING.match(unquote(part.partition("=")[0]))]
    query = "&".join(kept)
    return address if query == parts.query else urlunsplit(parts._replace(query=query))
