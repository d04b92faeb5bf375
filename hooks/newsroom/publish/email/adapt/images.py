"""Pictures in their places: in a form that inboxes show and no wider than there is room, or a link instead."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from lxml import html as lxml_html
from lxml.html import HtmlElement

from newsroom.markup.tree import all_of, is_in_link, replace
from newsroom.problems import Fault
from newsroom.publish.email.pictures import CONTENT_WIDTH, EmailPicture
from newsroom.translations import Translations

_INDENTS: Mapping[str, int] = MappingProxyType({"ul": 24, "ol": 24, "dd": 24, "blockquote": 20})
_CELL_PADDING = 22
"""Pixels that the style sheet takes from the width of what stands in a list, a quotation or a table's cell."""


def fit_pictures(content: HtmlElement, t: Translations, pictures: Mapping[str, EmailPicture | None]) -> Iterator[Fault]:
    """Give each picture its form for email, as wide as there is room; ``pictures`` has the forms by the addresses.

    That a picture is not there, or stands on another site, is told by the checks, with its line.
    """
    for image in all_of(content, "img"):
        address, alt = image.get("src") or "", image.get("alt")
        picture = pictures.get(address)
        if picture:
            width, height = picture.displayed_size(_available_width(image, content), image.get("width"))
            kept = {"src": picture.url, "width": str(width), "height": str(height), "alt": alt or ""}
            image.attrib.clear()
            image.attrib.update(kept)
            if alt is None:
                what = "a picture has no alternative text"
                yield Fault("email-picture-alt-missing", what, 'write it: alt="what it shows"')
            continue
        _replace_by_link(image, address, alt or "", t)


def _replace_by_link(image: HtmlElement, address: str, alt: str, t: Translations) -> None:
    """A picture that cannot be shown: a link to it in its own words, or the words alone inside a link."""
    in_link = is_in_link(image)
    link = lxml_html.Element("span" if in_link or not address else "a")
    link.text = alt or ("" if in_link else t("elsewhere.picture"))
    if link.tag == "a":
        link.set("href", address)
    replace(image, link)


def _available_width(element: HtmlElement, content: HtmlElement) -> int:
    """How wide a picture may be where it stands, in pixels."""
    width = CONTENT_WIDTH
    for parent in element.iterancestors():
        if parent is content:
            break
        tag = str(parent.tag)
        width -= _INDENTS.get(tag, 0)
        if tag == "div" and parent.get("class") == "admonition":
            width -= 2 * _CELL_PADDING
        if tag == "tr":
            width = width // max(len(parent), 1) - _CELL_PADDING
    return max(width, 1)
