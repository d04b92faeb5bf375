"""Rendering a text: Markdown to HTML, once, with an outline of what is in it."""

from collections.abc import Callable

from markdown import Markdown

from newsroom.markup.collect import Collector
from newsroom.markup.dialect.extension import GitHubExtension
from newsroom.markup.rendered import Rendered
from newsroom.translations import Translations

_BEFORE_FINISH = -1


def render(
    text: str,
    t: Translations,
    first_line: int = 1,
    *,
    keeps_lines: bool = False,
    exact: Callable[[str], str] = str,
) -> Rendered:
    """The HTML of a Markdown text, and what is in it.

    Args:
        text: The Markdown, without front matter.
        words: Those of the text's language, for what the dialect adds, as the titles of boxes.
        first_line: The number of its first line in the file.
        keeps_lines: Whether a line in a paragraph stays one, with the blanks before it, as in a poem.
        exact: Gives the target that a link or picture means, where its author wrote it in other characters.
    """
    dialect = GitHubExtension(t, keeps_lines=keeps_lines)
    markdown = Markdown(extensions=[dialect])
    collector = Collector(markdown, dialect, text, first_line, exact)
    markdown.treeprocessors.register(collector, "collect", _BEFORE_FINISH)
    html = markdown.convert(text)
    return Rendered(html, tuple(collector.targets), collector.outline(is_empty=not html))
