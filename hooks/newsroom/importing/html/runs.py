"""Tidies inline content: single blanks, formatting that begins and ends at words, and paragraphs at empty lines."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from newsroom.importing.html.model import Block, Break, Inline, Paragraph, Style, Text, TextPicture, with_mark

_BLANKS = " \t\n\r\f\v\u00a0\u202f\u2007"


def tidy(content: Iterable[Inline]) -> tuple[Inline, ...]:
    """Content with single blanks, none at the ends of lines, and the fewest parts.

    A blank has the formatting that the words on both sides have, and so has a line break.
    """
    parts = _single_blanks([part for each in content for part in _split(each)])
    return tuple(_merge(_end_marks_at_words(list(_with_styled_spaces(parts)))))


def is_blank(content: Iterable[Inline]) -> bool:
    """Whether content shows nothing."""
    return all(_is_space(part) for each in content for part in _split(each))


def split_paragraphs(block: Block) -> Iterator[Block]:
    """A block; if it is a paragraph, the paragraphs between its empty lines, and none if it is blank."""
    if not isinstance(block, Paragraph):
        yield block
        return
    content = tidy(block.content)
    parts: list[list[Inline]] = [[]]
    for place, part in enumerate(content):
        if isinstance(part, Break) and (not parts[-1] or isinstance(content[place + 1], Break)):
            parts.append([])
        else:
            parts[-1].append(part)
    yield from (Paragraph(tuple(part), block.bullet) for part in parts if not is_blank(part))


def lines_of(content: Sequence[Inline]) -> list[tuple[Inline, ...]]:
    """The lines of content, without the breaks between them."""
    return [tuple(group) for is_break, group in groupby(content, lambda part: isinstance(part, Break)) if not is_break]


def with_breaks(lines: Iterable[Sequence[Inline]]) -> tuple[Inline, ...]:
    """Content of several lines."""
    content: list[Inline] = []
    for line in lines:
        content += [*([Break()] if content else []), *line]
    return tidy(content)


def _split(part: Inline) -> Iterator[Inline]:
    """The characters of a text; anything else as it is."""
    if isinstance(part, Text):
        yield from (Text(character, part.style) for character in part.text)
    else:
        yield part


def _is_space(part: Inline) -> bool:
    return isinstance(part, Break) or (isinstance(part, Text) and part.text in _BLANKS)


def _single_blanks(parts: Sequence[Inline]) -> list[Inline]:
    """One blank for each stretch of blanks, and none beside line breaks."""
    kept: list[Inline] = []
    for is_space, group in groupby(parts, _is_space):
        stretch = list(group)
        breaks = [part for part in stretch if isinstance(part, Break)]
        if not is_space:
            kept += stretch
        elif breaks:
            kept += breaks
        else:
            is_kept_together = all(isinstance(part, Text) and part.text in "\u00a0\u202f" for part in stretch)
            kept.append(Text("\u00a0" if is_kept_together else " "))
    while kept and _is_space(kept[0]):
        del kept[0]
    while kept and _is_space(kept[-1]):
        del kept[-1]
    return [_plain_blank(kept, place) for place in range(len(kept))]


def _plain_blank(parts: Sequence[Inline], place: int) -> Inline:
    """The part at a place. A no-break space is kept after a number only, as in "10 000" and "5 km"."""
    part = parts[place]
    if not isinstance(part, Text) or part.text != "\u00a0":
        return part
    before, after = _character(parts, place - 1), _character(parts, place + 1)
    return part if before.isdecimal() and after.isalnum() else Text(" ", part.style)


def _character(parts: Sequence[Inline], place: int) -> str:
    part = parts[place] if 0 <= place < len(parts) else None
    return part.text if isinstance(part, Text) else ""


def _with_styled_spaces(parts: Sequence[Inline]) -> Iterator[Inline]:
    """Parts whose blanks and breaks have the formatting that is on both sides of them."""
    stretches = [(is_space, list(group)) for is_space, group in groupby(parts, _is_space)]
    for place, (is_space, stretch) in enumerate(stretches):
        if not is_space:
            yield from stretch
            continue
        is_inside = 0 < place < len(stretches) - 1
        style = _shared_style(stretches[place - 1][1][-1], stretches[place + 1][1][0]) if is_inside else Style()
        yield from (replace(part, style=style) for part in stretch)


def _shared_style(before: Inline, after: Inline) -> Style:
    """The formatting that two parts have in common."""
    one, other = before.style, after.style
    return Style(
        one.marks & other.marks,
        one.tags if one.tags == other.tags else (),
        one.link if one.link is other.link else None,
        one.is_code and other.is_code,
    )


def _end_marks_at_words(parts: list[Inline]) -> list[Inline]:
    """Take marks from punctuation at their ends where Markdown does not allow it: "**no!**yes" is "**no**!yes".

    See https://spec.commonmark.org/0.31.2/#left-flanking-delimiter-run.
    """
    for mark in ("strong", "em", "del"):
        _unmark_lone_signs(parts, mark)
        for step in (1, -1):
            for place in range(len(parts)):
                is_end = _has(parts, place, mark) and not _has(parts, place + step, mark)
                if is_end and _character(parts, place + step).isalnum():
                    _unmark_punctuation(parts, place, mark, -step)
    return parts


def _unmark_lone_signs(parts: list[Inline], mark: str) -> None:
    """Take a mark from text without a letter or digit, where readers would not see it."""
    for has_mark, group in groupby(range(len(parts)), lambda place: mark in parts[place].style.marks):
        places = list(group)
        if has_mark and not any(_character(parts, place).isalnum() for place in places):
            for place in places:
                parts[place] = with_mark(parts[place], mark, is_on=False)


def _unmark_punctuation(parts: list[Inline], place: int, mark: str, step: int) -> None:
    """Take a mark from the punctuation at a place and next to it in one direction."""
    while _has(parts, place, mark) and parts[place].style.link is None and is_punctuation(_character(parts, place)):
        parts[place] = with_mark(parts[place], mark, is_on=False)
        place += step


def _has(parts: Sequence[Inline], place: int, mark: str) -> bool:
    return 0 <= place < len(parts) and mark in parts[place].style.marks


def is_punctuation(character: str) -> bool:
    """Whether a character is punctuation or a symbol for Markdown."""
    return bool(character) and unicodedata.category(character)[0] in "PS"


def _merge(parts: Iterable[Inline]) -> Iterator[Inline]:
    for style, group in groupby(parts, lambda part: part.style if isinstance(part, Text) else part):
        stretch = list(group)
        if isinstance(style, Style):
            yield Text("".join(part.text for part in stretch if isinstance(part, Text)), style)
        else:
            yield from stretch


def place_pictures(block: Block) -> Iterator[Block]:
    """A block; if it is a paragraph, its pictures at the ends or alone on a line are paragraphs of their own."""
    if not isinstance(block, Paragraph):
        yield block
        return
    lines: list[tuple[Inline, ...]] = []
    for line in lines_of(block.content):
        before, text, after = _outer_pictures(line)
        if before and lines:
            yield Paragraph(with_breaks(lines))
            lines = []
        yield from (Paragraph((picture,)) for picture in before)
        if text:
            lines.append(text)
        if after:
            yield Paragraph(with_breaks(lines))
            lines = []
        yield from (Paragraph((picture,)) for picture in after)
    if lines:
        yield Paragraph(with_breaks(lines))


def _outer_pictures(line: Sequence[Inline]) -> tuple[list[Inline], tuple[Inline, ...], list[Inline]]:
    """The pictures before a line's text, its text with the pictures in it, and those after it."""
    places = [
        place for place, part in enumerate(line) if not isinstance(part, TextPicture) and not _is_space_text(part)
    ]
    pictures = [(place, part) for place, part in enumerate(line) if isinstance(part, TextPicture)]
    if not places:
        return [part for _, part in pictures], (), []
    before: list[Inline] = [part for place, part in pictures if place < places[0]]
    after: list[Inline] = [part for place, part in pictures if place > places[-1]]
    return before, tidy(line[places[0] : places[-1] + 1]), after


def _is_space_text(part: Inline) -> bool:
    return isinstance(part, Text) and not part.text.strip()
