"""The HTML of a page's body as readers get it: private, and with pictures and tables that fit every screen."""

from newsroom.publish.embeds import without_foreign_loads
from newsroom.publish.page import WebPage
from newsroom.publish.pictures import Pictures
from newsroom.publish.players import with_links
from newsroom.publish.tables import with_scrolling_tables
from newsroom.words import Words


def shown_body(html: str, page: WebPage, pictures: Pictures, site_url: str, words: Words) -> str:
    """What a page shows for the HTML that the engine made of its text; ``words`` are those of the page's language."""
    private = with_links(without_foreign_loads(html, site_url, words), words)
    return pictures.shown_on(page, with_scrolling_tables(private, words))
