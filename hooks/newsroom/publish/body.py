"""Prepares a page's text for readers: pages, the search, feeds and email are made from one tree."""

from lxml.html import HtmlElement

from newsroom.markup.tree import serialise_html
from newsroom.publish.build_context import BuildContext
from newsroom.publish.embeds import link_embeds
from newsroom.publish.page import WebPage
from newsroom.publish.pictures.html import PictureHtml
from newsroom.publish.pictures.markup import clear_decorative_text
from newsroom.publish.players import Players, add_player_links
from newsroom.publish.published_text import PublishedText
from newsroom.publish.tables import align_by_class, make_lines_scroll, make_tables_scroll


class Bodies:
    """Prepares the texts of all pages of a build."""

    def __init__(self, context: BuildContext) -> None:
        self._players = Players(context.assets)
        self._site_url = context.settings.site_url
        self._translations = context.translations

    def prepare(self, root: HtmlElement, text: PublishedText) -> None:
        """Change a text in place to what pages, feeds and email show: no embeds, and players with links."""
        t = self._translations[text.lang]
        clear_decorative_text(root)
        self._players.add_players(root, text)
        link_embeds(root, self._site_url, t)
        add_player_links(root, t)

    def page_html(self, root: HtmlElement, page: WebPage, pictures: PictureHtml) -> str:
        """Return the HTML of a prepared text as its page shows it: pictures and tables fit every screen."""
        make_tables_scroll(root, self._translations[page.lang])
        make_lines_scroll(root)
        align_by_class(root)
        pictures.insert_pictures(page, root)
        return serialise_html(root)
