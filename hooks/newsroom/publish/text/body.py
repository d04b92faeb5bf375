"""Prepares a page's text for readers: pages, the search, feeds and email are made from one tree."""

from lxml.html import HtmlElement

from newsroom.content.types.easy import EASY_READ
from newsroom.markup.picture_rows import make_picture_rows
from newsroom.markup.tree import find_elements, replace_with_text, serialise_html
from newsroom.publish.pages.page import PublishedText, WebPage
from newsroom.publish.pictures.figures import make_figures
from newsroom.publish.pictures.markup import PictureHtml, clear_decorative_text
from newsroom.publish.text.embeds import link_embeds
from newsroom.publish.text.players import Players, add_player_links
from newsroom.publish.text.tables import align_by_class, make_lines_scroll, make_tables_scroll
from newsroom.translations import Translations


def prepare_body(root: HtmlElement, text: PublishedText, players: Players, site_url: str, t: Translations) -> None:
    """Change a text in place to what pages, feeds and email show: no embeds, and players with links.

    Args:
        root: The tree of the text.
        text: The page or document of the text.
        players: Makes players.
        site_url: The site's own public address.
        t: The translations in the language of the text.
    """
    clear_decorative_text(root)
    players.add_players(root, text)
    link_embeds(root, site_url, t)
    make_figures(root)
    add_player_links(root, t)


def finished_html(root: HtmlElement, page: WebPage, pictures: PictureHtml, t: Translations) -> str:
    """Return the HTML of a prepared text as its page shows it: pictures and tables fit every screen."""
    if page.document and page.document.type is EASY_READ:
        make_picture_rows(root)
    make_tables_scroll(root, t)
    make_lines_scroll(root)
    align_by_class(root)
    pictures.insert_pictures(page, root)
    return serialise_html(root)


def replace_task_boxes(root: HtmlElement) -> None:
    """Replace each checkbox by a character: "☑" if the task is done, else "☐"."""
    for box in find_elements(root, "input"):
        replace_with_text(box, "☑" if "checked" in box.attrib else "☐")
