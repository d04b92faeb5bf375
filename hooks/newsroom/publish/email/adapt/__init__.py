"""Adapts the content of a section for inboxes, which do not support everything that a page has.

The HTML and the plain text are made from the same adapted tree, so that they have the same content.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Literal

from lxml.html import HtmlElement

from newsroom.markup.tree import HEADINGS, find_elements, is_in_link, make_element, replace_element
from newsroom.problems import Fault, Problem
from newsroom.publish.email.adapt.cards import insert_card_tables
from newsroom.publish.email.adapt.structure import number_footnotes, restructure
from newsroom.publish.email.addresses import absolute_url
from newsroom.publish.email.pictures import EmailPicture
from newsroom.publish.email.tables import fit_tables
from newsroom.publish.email.widths import available_width
from newsroom.publish.text.body import replace_task_boxes
from newsroom.publish.text.link_cards import LinkCard
from newsroom.translations import Translations

_ADDRESSES = ("href", "src")
_DIRECTED = (
    *("p", "ul", "ol", "li", "dl", "dt", "dd", "th", "td", "blockquote", "figcaption", "caption"),
    *HEADINGS,
)
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")


class Adapter:
    """Adapts the sections of one page.

    ``page_url`` is the page's absolute address. ``pictures`` has the email file of each picture by its absolute address
    on the site, None if it cannot be shown. ``cards`` has the cards of pages by their absolute addresses.
    """

    def __init__(
        self,
        page_url: str,
        t: Translations,
        pictures: Mapping[str, EmailPicture | None],
        cards: Mapping[str, LinkCard] = {},
    ) -> None:
        self._page_url = page_url
        self._t = t
        self._pictures = pictures
        self._cards = cards

    def adapt(self, content: HtmlElement, path: str, line: int | None) -> list[Problem]:
        """Change a section's content in place. Returns warnings about what readers of the email do not get."""
        replace_task_boxes(content)
        number_footnotes(content)
        fit_tables(content)
        faults = [
            *self._make_addresses_absolute(content),
            *_fit_pictures(content, self._t, self._pictures),
            *_drop_empty_links(content),
        ]
        insert_card_tables(content, self._t.lang, self._cards, self._pictures)
        for element in content.xpath(".//*[@class='']"):
            del element.attrib["class"]
        restructure(content)
        _set_directions(content)
        return [fault.at(path, line) for fault in faults]

    def _make_addresses_absolute(self, content: HtmlElement) -> Iterator[Fault]:
        for element in content.iter("a", "img"):
            for name in _ADDRESSES:
                address = element.get(name)
                if address is None:
                    continue
                absolute = absolute_url(self._page_url, address)
                if absolute is None:
                    del element.attrib[name]
                    yield Fault(
                        "email-address-invalid", f"'{address}' is not an address", "copy the address from your browser"
                    )
                else:
                    element.set(name, absolute)


def _drop_empty_links(content: HtmlElement) -> Iterator[Fault]:
    """Remove links without an address or without text. Text of a link without an address is kept."""
    for link in find_elements(content, "a"):
        address, words = link.get("href"), " ".join(link.text_content().split())
        if not address:
            if words:
                what = f"the link '{words}' leads nowhere in email"
                yield Fault("email-link-empty", what, "write an address that begins with https://")
            link.drop_tag()
        elif not words and link.find(".//img") is None:
            link.drop_tag()
            if all(other.get("href") != address for other in content.iter("a")):
                what = f"a link to {address} has no text and is left out of the email"
                yield Fault("email-link-text-left-out", what, "write where it leads")


def _fit_pictures(
    content: HtmlElement, t: Translations, pictures: Mapping[str, EmailPicture | None]
) -> Iterator[Fault]:
    """Replace each picture by its email file. ``pictures`` has the files by the addresses of the pictures.

    A picture without a file becomes a link. The checks of content report missing pictures and pictures on other
    sites.
    """
    for image in find_elements(content, "img"):
        address, alt = image.get("src") or "", image.get("alt")
        picture = pictures.get(address)
        if picture:
            width, height = picture.displayed_size(available_width(image, content), image.get("width"))
            # With a maximum width alone, a picture that an inbox blocks would keep its whole width on a phone.
            style = f"width: 100%; max-width: {width}px;"
            kept = {"src": picture.url, "width": str(width), "height": str(height), "alt": alt or "", "style": style}
            title = {"title": image.attrib["title"]} if image.get("title") else {}
            image.attrib.clear()
            image.attrib.update({**kept, **title})
            if alt is None:
                what = "a picture has no alternative text"
                yield Fault("email-picture-alt-missing", what, 'write it: alt="what it shows"')
            continue
        _replace_by_link(image, address, alt or "", t)


def _replace_by_link(image: HtmlElement, address: str, alt: str, t: Translations) -> None:
    """Replace a picture that cannot be shown by a link with its alternative text; inside a link, by the text alone."""
    in_link = is_in_link(image)
    link_text = alt or ("" if in_link else t("elsewhere.picture"))
    is_text = in_link or not address
    replace_element(image, make_element("span", link_text) if is_text else make_element("a", link_text, href=address))


def _set_directions(content: HtmlElement) -> None:
    """Set ``dir="rtl"`` on blocks that begin in a right-to-left script, such as Hebrew or Arabic."""
    if not _RIGHT_TO_LEFT.search(content.text_content()):
        return
    for block in find_elements(content, *_DIRECTED):
        if not block.get("dir") and first_direction(block.text_content()) == "rtl":
            block.set("dir", "rtl")


def first_direction(text: str) -> Literal["ltr", "rtl"] | None:
    """Get the direction of the first character that has one (Unicode bidirectional algorithm, rule P2)."""
    for character in text:
        direction = unicodedata.bidirectional(character)
        if direction in ("L", "R", "AL"):
            return "ltr" if direction == "L" else "rtl"
    return None
