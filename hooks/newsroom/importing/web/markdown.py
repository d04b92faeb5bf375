"""Reads Markdown, which is in a draft as it is written."""

import re
from collections.abc import Collection, Iterator, Mapping
from datetime import date

from lxml.html import HtmlElement
from markdown_it.token import Token

from newsroom.content.dates import parse_date
from newsroom.importing.clues import Clues, take_clues
from newsroom.importing.html.characters import clean_characters
from newsroom.importing.refusals import require_short
from newsroom.importing.source import ImportRefusedError, NoteLog, SourceDocument
from newsroom.importing.tree import element_text, find_by_xpath, inner_html, text_blocks
from newsroom.importing.web.markdown_parts import change_text
from newsroom.importing.web.markdown_pictures import find_pictures, take_inline_pictures, with_markdown_pictures
from newsroom.importing.web.page import FindFile
from newsroom.markup import render_markdown, text_tree
from newsroom.markup.dialect.reader import make_reader
from newsroom.read.front_matter.frontmatter import parse_front_matter
from newsroom.translations import Translations

_KNOWN_FIELDS = ("title", "subtitle", "author", "date")
_HIGHEST, _LOWEST = 2, 6
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_FOOTNOTE_NUMBERS = ".//sup[a[contains(@class, 'footnote-ref')]]"
_BEGINNING = re.compile(r"[\s>]*(?:(?:[-*+]|\d+[.)])\s+)*")
"""Matches what is before the words of a line in a quotation or a list: "> " and "- "."""
_EMPHASIS = " *_"


def read_markdown(text: str, find_file: FindFile) -> SourceDocument:
    """Read Markdown, and keep it. Of its front matter only title, subtitle, author and date are taken.

    Its title is not repeated, its highest headings are second-level ones, and its comments are left out.

    Args:
        find_file: Finds the pictures that are beside it.

    Raises:
        ImportRefusedError: It has no text, or is too long.
    """
    log = NoteLog()
    values, body = _split(text)
    if others := [name for name in values if name not in _KNOWN_FIELDS]:
        log.dropped(f"The fields {', '.join(others)} above the text were left out.")
    known = {name: value for name in _KNOWN_FIELDS if isinstance(value := values.get(name), str) and value.strip()}
    body, inline = take_inline_pictures(body)
    require_short(body)
    body = with_markdown_pictures(_without_comments(clean_characters(body), log))
    title, body = _take_title(body, known.get("title"))
    body = _with_levels(body)
    tree = text_tree(render_markdown(body, Translations("en")), str)
    if not element_text(tree) and not find_by_xpath(tree, ".//img"):
        raise ImportRefusedError("The file has no text.")
    for number in find_by_xpath(tree, _FOOTNOTE_NUMBERS):
        number.drop_tree()
    clues = Clues(title, known.get("subtitle"), known.get("author"), _day(known.get("date")))
    taken = _take_clues(tree, clues, log)
    pictures = find_pictures(tree, lambda source: inline[source].data if source in inline else find_file(source))
    body = _without_lines(body, taken)
    for name in inline.keys() - pictures.keys():
        body = body.replace(name, inline[name].address)
    return SourceDocument(
        inner_html(tree),
        pictures,
        clues.title,
        clues.subtitle,
        clues.author,
        clues.day,
        log.notes,
        markdown=body.strip(),
    )


def _split(text: str) -> tuple[Mapping[str, object], str]:
    """The fields above a text, and the text."""
    parsed = parse_front_matter(text, "file.md") if text.startswith("---\n") else None
    return (parsed.values, parsed.text) if parsed and parsed.has_end else ({}, text)


def _day(value: str | None) -> date | None:
    try:
        return parse_date((value or "")[:10]).first_day
    except ValueError:
        return None


def _without_comments(text: str, log: NoteLog) -> str:
    """A text without its comments, which are notes for its editors."""
    kept = change_text(text, _COMMENT, lambda _comment: "")
    if kept != text:
        log.dropped("Comments were left out.")
    return kept


def _headings(text: str) -> Iterator[tuple[Token, int, int]]:
    """The headings of a text, each with its first line and the one after its last."""
    for token in make_reader().parse(text):
        if token.type == "heading_open" and token.map:
            yield token, token.map[0], token.map[1]


def _take_title(text: str, known: str | None) -> tuple[str | None, str]:
    """The title of a text, and the text without it: the only first-level heading, or a heading at the start.

    A title that is known from elsewhere is removed only where the text repeats it.
    """
    lines = text.split("\n")
    headings = [each for each in _headings(text) if each[0].level == 0]
    only = [each for each in headings if each[0].tag == "h1"]
    start = next((number for number, line in enumerate(lines) if line.strip()), 0)
    found = only if len(only) == 1 else [each for each in headings[:1] if each[1] == start]
    for _, first, end in found:
        title = render_markdown("\n".join(lines[first:end]), Translations("en")).outline.headings[0].text
        if title and known in (None, title):
            return title, "\n".join((*lines[:first], *lines[end:]))
    return known, text


def _with_levels(text: str) -> str:
    """A text whose highest headings have the second level."""
    headings = list(_headings(text))
    levels = [int(token.tag[1]) for token, *_ in headings if token.level == 0]
    by = _HIGHEST - min(levels, default=_HIGHEST)
    lines: list[str | None] = [*text.split("\n")]
    for token, first, end in headings if by else ():
        marks = "#" * min(max(int(token.tag[1]) + by, _HIGHEST), _LOWEST)
        start = _BEGINNING.match(lines[first] or "")
        before = start[0] if start else ""
        words = [
            (line or "")[len(before) :].strip() for line in lines[first : end if token.markup[0] == "#" else end - 1]
        ]
        lines[first:end] = [
            f"{before}{marks} {' '.join(words).lstrip('#').strip()}".rstrip(),
            *[None] * (end - first - 1),
        ]
    return "\n".join(line for line in lines if line is not None)


def _take_clues(tree: HtmlElement, known: Clues, log: NoteLog) -> Collection[str]:
    """Add to ``known`` what a text says of itself. Returns the lines that say it, which are taken out of the tree."""
    before = [element_text(block) for block in text_blocks(tree)]
    take_clues(tree, known, log)
    after = {element_text(block) for block in text_blocks(tree)}
    return [line for line in before if line not in after]


def _without_lines(text: str, taken: Collection[str]) -> str:
    """A text without lines that were taken out of it."""
    lines = text.split("\n")
    for words in taken:
        found = (number for number, line in enumerate(lines) if line.strip(_EMPHASIS) == words)
        if (number := next(found, None)) is not None:
            del lines[number]
    return "\n".join(lines)
