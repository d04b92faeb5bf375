"""Videos, recordings and embedded pages become links."""

from dataclasses import replace
from types import MappingProxyType
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

from newsroom.importing.html.elements import find_all, tag_of
from newsroom.importing.html.model import Link, Style, Text
from newsroom.importing.html.notes import NoteLog
from newsroom.markup.policy import is_allowed_link
from newsroom.markup.watch_address import watch_address

EMBEDS = ("audio", "embed", "frame", "iframe", "object", "video")
_NAMES = MappingProxyType({"audio": "recording", "video": "video"})


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
    log.guessed(f"An embedded {name} is now a link: {video or address}", words)
    return Text(words, replace(style, link=style.link or Link(video or address)))
