"""The HTML of a page's body as readers get it: private, and with pictures and tables that fit every screen."""

from newsroom.publish.addresses import with_valid_addresses
from newsroom.publish.embeds import without_foreign_loads
from newsroom.publish.page import WebPage
from newsroom.publish.pictures import Pictures
from newsroom.publish.pictures.markup import without_decorative
from newsroom.publish.players import with_links
from newsroom.publish.tables import with_scrolling_tables
from newsroom.translations import Translations


def plain_body(html: str) -> str:
    """The HTML that pages, feeds and email are made from: decorative pictures have no words, addresses no blanks."""
    return with_valid_addresses(without_decorative(html))


def shown_body(html: str, page: WebPage, pictures: Pictures, site_url: str, t: Translations) -> str:
    """What a page shows for the HTML that :func:`plain_body` gives; ``words`` are those of the page's language."""
    private = with_links(without_foreign_loads(html, site_url, t), t)
    return pictures.shown_on(page, with_scrolling_tables(private, t))
