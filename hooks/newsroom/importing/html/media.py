"""Reads links, pictures with alternative texts and captions, and videos and embedded pages, which become links."""

import re
from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import unquote, urlsplit, urlunsplit
from xml.etree.ElementTree import Element

from newsroom.content.web_address import direct_address, split_address
from newsroom.importing.alt_text import written_words
from newsroom.importing.html.characters import clean_characters
from newsroom.importing.html.elements import classes, find_all, tag_of, text_of
from newsroom.importing.html.model import Style, Text, TextLink, TextPicture
from newsroom.importing.source import NoteLog
from newsroom.markup.policy import is_allowed_link, normalise_address
from newsroom.markup.watch_address import watch_address

EMBED_TAGS = ("audio", "embed", "frame", "iframe", "object", "video")
_NAMES: Mapping[str, str] = {"audio": "recording", "video": "video"}
_LONGEST_SHOWN = 200
"""The longest address that a note quotes: others are data."""
_EMOJI = frozenset({"emoji", "wp-smiley"})
_BUTTONS = frozenset({"wp-block-button__link", "mcnButton", "button", "btn", "et_pb_button"})
_TRACKING = re.compile(
    r"(?:utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|mc_cid|mc_eid|_hs\w+|igshid|mkt_tok|vero_id)\Z"
)
"""Matches the names "utm_source" and "mc_eid", not "q" or "id"."""


def read_picture(element: Element, style: Style, log: NoteLog) -> TextPicture | Text | None:
    """A picture, an emoji that is written as one, or None for one that readers do not see."""
    sources = (element.get(name) for name in ("src", "data-src", "data-lazy-src"))
    source = next((value.strip() for value in sources if value and value.strip()), "")
    alt = _words(element.get("alt"))
    if classes(element) & _EMOJI and alt:
        return Text(alt, style)
    if element.get("aria-hidden") == "true" or element.get("role") in ("presentation", "none"):
        log.dropped("A picture that only decorates was left out.", source if len(source) < _LONGEST_SHOWN else "")
        return None
    if _is_pixel(element):
        log.dropped("A picture of one pixel, which counts readers or is a spacer, was left out.")
        return None
    if not source:
        log.dropped("A picture without an address was left out.", alt)
        return None
    title = written_words(_words(element.get("title")))
    return TextPicture(source, written_words(alt), "" if title == alt else title, style)


def _words(value: str | None) -> str:
    return " ".join(clean_characters(value or "").split())


def _is_pixel(element: Element) -> bool:
    return any((element.get(name) or "").strip().removesuffix("px") in ("0", "1") for name in ("width", "height"))


def embed_link(element: Element, style: Style, log: NoteLog) -> Text | None:
    """The link that replaces an embed, with the embed's title; None if it has no address."""
    tag = tag_of(element)
    name = _NAMES.get(tag, "page")
    inner = (part.get("src") for part in find_all(element, "source", "embed"))
    sources = (element.get("src"), element.get("data"), *inner, element.get("data-src"))
    address = next((source.strip() for source in sources if source and source.strip()), "")
    if address.startswith("//"):
        address = f"https:{address}"
    if not address or not is_allowed_link(address) or address == "about:blank":
        log.dropped(f"An embedded {name} without an address was left out.", element.get("title") or "")
        return None
    video = watch_address(address)
    if video is not None:
        name = "video"
    title = " ".join((element.get("title") or element.get("aria-label") or "").split())
    host = (urlsplit(video or address).hostname or "").removeprefix("www.")
    words = title or {"video": "Video", "recording": "Recording"}.get(name, "Page") + (f" on {host}" if host else "")
    if poster := (element.get("poster") or "").strip():
        log.dropped("The still picture of a video is left out.", poster if len(poster) < _LONGEST_SHOWN else "")
    log.guessed(f"An embedded {name} is now a link: {video or address}", words)
    return Text(words, replace(style, link=style.link or TextLink(video or address)))


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
