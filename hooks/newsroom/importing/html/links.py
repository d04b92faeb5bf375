"""Reads links: their direct addresses, without the redirects and parameters that follow readers."""

import re
from dataclasses import replace
from urllib.parse import unquote, urlunsplit
from xml.etree.ElementTree import Element

from newsroom.content.web_address import direct_address, split_address
from newsroom.importing.html.elements import classes, text_of
from newsroom.importing.html.model import Style, TextLink
from newsroom.importing.source import NoteLog
from newsroom.markup.policy import is_allowed_link, normalise_address

_BUTTONS = frozenset({"wp-block-button__link", "mcnButton", "button", "btn", "et_pb_button"})
_TRACKING = re.compile(
    r"(?:utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|mc_cid|mc_eid|_hs\w+|igshid|mkt_tok|vero_id)\Z"
)
"""Matches the names "utm_source" and "mc_eid", not "q" or "id"."""


def link_style(element: Element, style: Style, log: NoteLog) -> Style:
    """The style inside a link. ``log`` gets notes on what is not kept of its address."""
    written = normalise_address(element.get("href") or "")
    if not written:
        return style
    address = _without_tracking(direct_address(written))
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
    return replace(style, link=TextLink(address, bool(classes(element) & _BUTTONS)))


def _without_tracking(address: str) -> str:
    """An address without the parameters with which newsletters and networks follow readers."""
    parts = split_address(address)
    kept = [part for part in parts.query.split("&") if not _TRACKING.match(unquote(part.partition("=")[0]))]
    query = "&".join(kept)
    return address if query == parts.query else urlunsplit(parts._replace(query=query))
