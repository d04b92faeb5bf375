"""Reads Markdown, which is in a draft as it is written, without its comments, and with its pictures as Markdown."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from lxml.html import HtmlElement
from markdown_it.token import Token

from newsroom.content.dates import parse_date
from newsroom.importing.clues import Clues, take_clues
from newsroom.importing.html import html_to_markdown
from newsroom.importing.html.characters import clean_characters
from newsroom.importing.refusals import require_short
from newsroom.importing.source import ImportRefusedError, NoteLog, SourceDocument
from newsroom.importing.tree import drop, element_text, find_by_xpath, inner_html, text_blocks
from newsroom.importing.web.page import FindFile, data_in_address
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
_INLINE = re.compile(r"""data:image/[\w.+-]+(?:;[\w=-]+)*,[^\s()<>"'`]+""", re.IGNORECASE)
_TAG = re.compile(r"<img\b[^<>]*>", re.IGNORECASE)
_AROUND = re.compile(r"</?(?:p|div|center|br)\b[^<>]*>|\s+", re.IGNORECASE)
"""Matches what is around pictures only to place them, as in `<p align="center"><img src="tree.jpg"></p>`."""
_CODE = ("fence", "code_block")
_CODE_IN_LINE = r"(?<!`)(?P<ticks>`++)(?:(?!\n\n).)*?(?<!`)(?P=ticks)(?!`)"
"""Matches "`code`" and "``a ` b``"."""


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
    body, inline = _take_inline_pictures(body)
    require_short(body)
    body = _with_markdown_pictures(_without_comments(clean_characters(body), log))
    title, body = _take_title(body, known.get("title"))
    body = _with_levels(body)
    tree = text_tree(render_markdown(body, Translations("en")), str)
    if not element_text(tree) and not find_by_xpath(tree, ".//img"):
        raise ImportRefusedError("The file has no text.")
    for number in find_by_xpath(tree, _FOOTNOTE_NUMBERS):
        number.drop_tree()
    clues = Clues(title, known.get("subtitle"), known.get("author"), _day(known.get("date")))
    taken = _take_clues(tree, clues, log)
    pictures = _find_pictures(tree, lambda source: inline[source].data if source in inline else find_file(source))
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
    kept = _change_text(text, _COMMENT, lambda _comment: "")
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


@dataclass(frozen=True)
class _InlinePicture:
    """A picture whose bytes are in its address."""

    address: str
    data: bytes


def _take_inline_pictures(text: str) -> tuple[str, Mapping[str, _InlinePicture]]:
    """A text with names in place of the pictures in it, as Google Docs writes them, and the pictures by these names."""
    found: dict[str, _InlinePicture] = {}

    def name(match: re.Match[str]) -> str:
        data = data_in_address(match[0])
        if data is None:
            return match[0]
        key = f"inline-picture-{len(found) + 1}.png"
        found[key] = _InlinePicture(match[0], data)
        return key

    return _INLINE.sub(name, text), found


def _with_markdown_pictures(text: str) -> str:
    """A text with Markdown in place of pictures that are HTML tags, except those beside other HTML."""
    text = _change_text(text, _TAG, _picture, ("fence", "code_block", "html_block"))
    lines = text.split("\n")
    for token in reversed(make_reader().parse(text)):
        if token.type == "html_block" and token.map and not token.level:
            tags = _TAG.findall(token.content)
            if tags and not _AROUND.sub("", _TAG.sub("", token.content)):
                lines[slice(*token.map)] = map(_picture, tags)
    return "\n".join(lines)


def _picture(tag: str) -> str:
    """A picture as Markdown; the tag itself if no reader sees it."""
    return html_to_markdown(tag).markdown.strip() or tag


def _find_pictures(tree: HtmlElement, find_file: FindFile) -> dict[str, bytes]:
    """The pictures by their addresses in the text. Others leave the tree: the check names them where they are shown."""
    pictures: dict[str, bytes] = {}
    for image in find_by_xpath(tree, ".//img"):
        source = image.get("src", "")
        data = find_file(source)
        if data is None:
            drop(image)
        else:
            pictures[source] = data
    return pictures


def _change_text(text: str, part: re.Pattern[str], change: Callable[[str], str], kept: Collection[str] = _CODE) -> str:
    """A text in which the parts that a pattern finds are changed, except in code.

    Args:
        part: The pattern.
        change: Returns what takes the place of a part.
        kept: The types of the parser's tokens for the blocks that stay as they are.
    """
    lines = text.split("\n")
    tokens = make_reader().parse(text)
    fixed = {line for token in tokens if token.type in kept for line in range(*(token.map or (0, 0)))}
    pattern = re.compile(f"{_CODE_IN_LINE}|(?P<part>{part.pattern})", part.flags | re.DOTALL)
    blocks = (
        (is_in, "\n".join(lines[line] for line in group))
        for is_in, group in groupby(range(len(lines)), fixed.__contains__)
    )
    return "\n".join(
        block if is_in else pattern.sub(lambda found: change(found[0]) if found["part"] else found[0], block)
        for is_in, block in blocks
    )
