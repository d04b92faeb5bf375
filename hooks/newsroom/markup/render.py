"""Renders Markdown to HTML, with an outline of the text."""

from collections.abc import Iterator, Sequence
from html import escape

from markdown import Markdown
from markdown.util import HTML_PLACEHOLDER_RE

from newsroom.content.outline import HtmlFault, HtmlFaultKind, RenderedText
from newsroom.mail_tools.first_name import with_first_names
from newsroom.markup import policy
from newsroom.markup.collect import Collector
from newsroom.markup.dialect.extension import GitHubExtension
from newsroom.markup.dialect.tree import RawHtml
from newsroom.markup.raw_html import HtmlPart, ParsedHtml, TooDeepError, read_raw_html
from newsroom.markup.tree import xml_text
from newsroom.translations import Translations

_BEFORE_FINISH = -1


def render_markdown(
    text: str,
    t: Translations,
    first_line: int = 1,
    *,
    keeps_lines: bool = False,
) -> RenderedText:
    """Render a Markdown text to HTML, and outline it.

    Args:
        text: The Markdown, without front matter.
        t: The translations for words that the dialect adds, like the titles of boxes.
        first_line: The number of its first line in the file.
        keeps_lines: Whether lines and their indents are kept, as in a poem.
    """
    dialect = GitHubExtension(t, keeps_lines=keeps_lines)
    markdown = Markdown(extensions=[dialect])
    collector = Collector(markdown, dialect, text, first_line)
    markdown.treeprocessors.register(collector, "collect", _BEFORE_FINISH)
    markdown.postprocessors.deregister("raw_html")
    html = markdown.convert(text)
    parsed = _parse_raw_html(html, dialect.raw_html, first_line - 1) if dialect.raw_html else None
    clean = with_first_names(policy.WEB.clean(xml_text(parsed.html if parsed else html)))
    return RenderedText(clean, tuple(collector.targets), collector.outline(parsed, is_empty=not clean.strip()))


def _parse_raw_html(html: str, raw: Sequence[RawHtml], offset: int) -> ParsedHtml:
    parts = tuple(_split_parts(html, raw, offset))
    try:
        return read_raw_html(parts)
    except TooDeepError:
        shown = "".join(part.html if part.line is None else escape(part.html) for part in parts)
        return ParsedHtml(shown, (), (HtmlFault(HtmlFaultKind.TOO_DEEP),), frozenset())


def _split_parts(html: str, raw: Sequence[RawHtml], offset: int) -> Iterator[HtmlPart]:
    """The HTML, with raw HTML instead of Python-Markdown's placeholders for it."""
    position = 0
    for found in HTML_PLACEHOLDER_RE.finditer(html):
        yield HtmlPart(html[position : found.start()])
        raw_html = raw[int(found[1])]
        yield HtmlPart(raw_html.source, raw_html.line + offset)
        position = found.end()
    yield HtmlPart(html[position:])
