"""The HTML of a single text on its page, in feeds and in email, without a whole newsroom."""

from collections.abc import Mapping
from dataclasses import dataclass

from lxml.html import HtmlElement

from newsroom.markup import render_markdown, text_tree
from newsroom.markup.tree import serialise_html
from newsroom.publish.text.body import prepare_body
from newsroom.publish.text.players import Players
from newsroom.publish.text.tables import make_tables_scroll
from newsroom.translations import Translations

SITE = "https://elm.example/"
_TRANSLATIONS = {lang: Translations(lang) for lang in ("en", "cy")}


@dataclass(frozen=True)
class Place:
    """Where the text is."""

    path: str = "stories/a.md"
    url: str = "stories/a/"
    lang: str = "en"


def prepared_tree(text: str, place: Place = Place(), assets: Mapping[str, str] = {}) -> HtmlElement:
    """The tree that page, feeds and email of a Markdown text are made from."""
    root = text_tree(render_markdown(text, _TRANSLATIONS[place.lang]), str)
    players = Players(assets.get, frozenset(assets.values()).__contains__)
    prepare_body(root, place, players, SITE, _TRANSLATIONS[place.lang])
    return root


def prepared(text: str, place: Place = Place(), assets: Mapping[str, str] = {}) -> str:
    """The HTML that page, feeds and email of a Markdown text are made from."""
    return serialise_html(prepared_tree(text, place, assets))


def shown(text: str, place: Place = Place()) -> str:
    """The HTML that the page of a Markdown text without pictures of its own shows."""
    return shown_tree(prepared_tree(text, place), place)


def shown_tree(root: HtmlElement, place: Place = Place()) -> str:
    """The HTML that the page of a text shows, of which this is the tree: it is changed."""
    make_tables_scroll(root, _TRANSLATIONS[place.lang])
    return serialise_html(root).strip()
