"""Markdown, rendered."""

from collections.abc import Callable
from functools import cache

from newsroom import markup
from newsroom.content.outline import RenderedText
from newsroom.markup.tree import serialise_html
from newsroom.translations import Translations

_words = cache(Translations)


def render(
    text: str,
    first_line: int = 1,
    *,
    keeps_lines: bool = False,
    lang: str = "en",
) -> RenderedText:
    """The HTML of a text in a language, and what is in it."""
    return markup.render_markdown(text, _words(lang), first_line, keeps_lines=keeps_lines)


def html_of(text: RenderedText, address_of: Callable[[str], str | None] = str) -> str:
    """The HTML of a rendered text. Links stay as they are written, or get addresses."""
    return serialise_html(markup.text_tree(text, address_of))
