"""Reads links: their direct addresses, without what follows readers."""

from dataclasses import replace
from xml.etree.ElementTree import Element

from newsroom.importing.html.addresses import direct_address, without_tracking
from newsroom.importing.html.elements import classes, text_of
from newsroom.importing.html.model import Link, Style
from newsroom.importing.html.notes import NoteLog
from newsroom.markup.policy import is_allowed_link, normalise_address

_BUTTONS = frozenset({"wp-block-button__link", "mcnButton", "button", "btn", "et_pb_button"})
_OWN_DISK = ("file:", "about:", "blob:", "cid:")


class LinkReader:
    """Reads the links of one text. ``log`` gets notes on what is not kept of an address."""

    def __init__(self, log: NoteLog) -> None:
        self._log = log

    def style(self, element: Element, style: Style) -> Style:
        """The style inside a link."""
        written = normalise_address(element.get("href") or "")
        if not written:
            return style
        address = without_tracking(direct_address(written))
        if written.startswith("www."):
            address = f"https://{address}"
            self._log.guessed("A link without https:// has it now.", address[:80])
            written = address
        if not is_allowed_link(address):
            self._log.dropped(f"A link that no reader could follow was removed: {address[:80]}", text_of(element))
            return replace(style, link=None)
        if address != written:
            self._log.dropped("What follows readers was removed from addresses: redirects, utm_source and the like.")
        return replace(style, link=Link(address, bool(classes(element) & _BUTTONS)))
