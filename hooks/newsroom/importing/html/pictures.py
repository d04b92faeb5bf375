"""Pictures, with their alternative texts and captions."""

import re
from xml.etree.ElementTree import Element

from newsroom.importing.html.characters import clean_characters
from newsroom.importing.html.elements import classes
from newsroom.importing.html.model import Picture, Style, Text
from newsroom.importing.html.notes import NoteLog

_EMOJI = frozenset({"emoji", "wp-smiley"})
_FILE_NAME = re.compile(
    r"[\w.() -]+\.(?:jpe?g|png|gif|webp|tiff?|bmp|heic|svg|emf|wmf)|(?:IMG|DSC|DSCN|image|picture|photo)[-_ ]?\d+",
    re.IGNORECASE,
)
"""Matches "IMG_2041", "image1" and "tree-in-may.jpg", not "A tree"."""


def read_picture(element: Element, style: Style, log: NoteLog) -> Picture | Text | None:
    """A picture, an emoji that is written as one, or None for one that nobody sees."""
    sources = (element.get(name) for name in ("src", "data-src", "data-lazy-src"))
    source = next((value.strip() for value in sources if value and value.strip()), "")
    alt = _words(element.get("alt"))
    if classes(element) & _EMOJI and alt:
        return Text(alt, style)
    if element.get("aria-hidden") == "true" or element.get("role") in ("presentation", "none"):
        log.dropped("A picture that only decorates was left out.", source if len(source) < 200 else "")
        return None
    if _is_pixel(element):
        log.dropped("A picture of one pixel, which counts readers or is a spacer, was left out.")
        return None
    if not source:
        log.dropped("A picture without an address was left out.", alt)
        return None
    title = _words(element.get("title"))
    caption = "" if title == alt or _FILE_NAME.fullmatch(title) else title
    return Picture(source, "" if _FILE_NAME.fullmatch(alt) else alt, caption, style)


def _words(value: str | None) -> str:
    return " ".join(clean_characters(value or "").split())


def _is_pixel(element: Element) -> bool:
    return any((element.get(name) or "").strip().removesuffix("px") in ("0", "1") for name in ("width", "height"))
