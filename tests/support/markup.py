"""Markdown, rendered."""

from collections.abc import Callable
from functools import cache

from newsroom import markup
from newsroom.markup import Rendered
from newsroom.translations import Translations

_words = cache(Translations)


def render(
    text: str,
    first_line: int = 1,
    *,
    keeps_lines: bool = False,
    exact_target: Callable[[str], str] = str,
    lang: str = "en",
) -> Rendered:
    """The HTML of a text in a language, and what is in it."""
    return markup.render_markdown(text, _words(lang), first_line, keeps_lines=keeps_lines, exact_target=exact_target)
