"""Turns a page's text into that of its PDF: whole addresses, no players, and pictures by their paths on the site."""

from collections.abc import Callable
from copy import deepcopy
from urllib.parse import quote, urljoin

from lxml.html import HtmlElement

from newsroom.content.types.easy import EASY_READ
from newsroom.markup.picture_rows import make_picture_rows
from newsroom.markup.tree import find_elements, serialise_html
from newsroom.publish.pages.page import WebPage
from newsroom.publish.pictures.markup import picture_path
from newsroom.publish.text.link_cards import LinkCard, insert_cards

PICTURE = "picture:/"
"""The start of the address of a picture of the site, before its path."""
FONT_ADDRESS = "font:/"
"""The start of the address of a font, before the name of its file."""


def printed_text(page: WebPage, root: HtmlElement, site_url: str, card_at: Callable[[str], LinkCard | None]) -> str:
    """Return the HTML of a page's text for its PDF.

    Args:
        root: The prepared tree of its text, which is not changed.
        card_at: Returns the card of the page at an address; None if there is none.
    """
    text = deepcopy(root)
    insert_cards(text, page.url, page.lang, card_at)
    for part in (*text.find_class("nw-card__picture"), *text.find_class("nw-card__action")):
        part.drop_tree()
    for player in find_elements(text, "audio", "video", "iframe"):
        player.drop_tree()
    for image in find_elements(text, "img"):
        if path := picture_path(page.url, image.get("src", "")):
            image.set("src", f"{PICTURE}{quote(path)}")
        else:
            image.drop_tree()
    for link in find_elements(text, "a"):
        href = link.get("href", "")
        if href and not href.startswith("#"):
            link.set("href", urljoin(f"{site_url}{page.url}", href))
    if page.document and page.document.type is EASY_READ:
        make_picture_rows(text)
    return serialise_html(text)
