"""Titles in lines: which characters can be drawn, how large, and where the lines break."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

MAX_CHARACTERS = 300
"""The characters of a text that are looked at: more than ever fits a card."""
ELLIPSIS = "…"
_PARTS = re.compile(r"[^\s/–—-]*[/–—-]+|[^\s/–—-]+")

Width = Callable[[str], float]


@dataclass(frozen=True)
class TypeSize:
    """A size of type in pixels, and how many lines of it there may be."""

    size: int
    lines: int


@dataclass(frozen=True)
class WordPart:
    """A word, or a part of one that may stand on a line of its own; how wide it is, and the space before it."""

    text: str
    width: float
    space: float


@dataclass(frozen=True)
class TypesetText:
    """A text that is ready to be drawn."""

    size: int
    lines: tuple[str, ...]


def drawable_text(text: str, has: Callable[[str], bool]) -> str:
    """A text without what cannot be drawn, on one line; "" where no letter, digit or sign of it is left.

    ``has`` says whether the font holds a character. A letter that it lacks is drawn as its plain form where there
    is one ("ﬁ" as "fi"); marks, controls and emoji that it lacks are left out.
    """
    composed = unicodedata.normalize("NFC", text[: MAX_CHARACTERS * 2])
    kept = "".join(_drawable_form(character, has) for character in composed)
    line = " ".join(kept.split())[:MAX_CHARACTERS].rstrip()
    return line if any(unicodedata.category(character)[0] in "LNS" for character in line) else ""


def _drawable_form(character: str, has: Callable[[str], bool]) -> str:
    if character.isspace():
        return " "
    if _is_plain(character) and has(character):
        return character
    return "".join(
        fragment
        for fragment in unicodedata.normalize("NFKD", character)
        if fragment == " " or (_is_plain(fragment) and has(fragment))
    )


def _is_plain(character: str) -> bool:
    """Whether it stands on the line by itself: no mark above another, no control, nothing unassigned."""
    return unicodedata.category(character)[0] in "LNPS"


def typeset_title(text: str, width: Width, line_width: float, steps: Sequence[TypeSize]) -> TypesetText:
    """A text at the largest size at which it fits, in lines of like length.

    ``width`` measures a text at the size 1, ``line_width`` is a line's length in pixels; ``steps`` come largest first.
    At the last step whatever is too much gives way to an ellipsis.
    """
    space = width(" ")
    parts = [WordPart(text, width(text), space if is_first else 0) for text, is_first in _split_words(text)]
    for step in steps:
        lines = _balance_lines(parts, line_width / step.size, step.lines)
        if lines is not None:
            return TypesetText(step.size, lines)
    last = steps[-1]
    return TypesetText(last.size, _fill_and_shorten(parts, width, line_width / last.size, last.lines))


def shorten_line(text: str, width: Width, line_width: float) -> str:
    """A text of one line, its end cut off for an ellipsis where it is longer than ``line_width``."""
    if width(text) <= line_width:
        return text
    while text and width(f"{text}{ELLIPSIS}") > line_width:
        text = text[:-1].rstrip(" ,.;:·-–—")
    return f"{text}{ELLIPSIS}"


def _balance_lines(parts: Sequence[WordPart], line_width: float, max_lines: int) -> tuple[str, ...] | None:
    """The lines, as even as they can be; None where the text is too long or one of its words too wide."""
    low = max((part.width for part in parts), default=0.0)
    lines = _fill_lines(parts, line_width)
    if low > line_width or len(lines) > max_lines:
        return None
    high = line_width
    while high - low > line_width / 100:
        middle = (low + high) / 2
        tried_lines = _fill_lines(parts, middle)
        if len(tried_lines) == len(lines):
            lines, high = tried_lines, middle
        else:
            low = middle
    return tuple(lines)


def _fill_and_shorten(parts: Sequence[WordPart], width: Width, line_width: float, max_lines: int) -> tuple[str, ...]:
    """As many lines as there may be, with an ellipsis where that is not all."""
    lines = _fill_lines([fragment for part in parts for fragment in _hyphenate(part, width, line_width)], line_width)
    if len(lines) <= max_lines:
        return tuple(lines)
    return (*lines[: max_lines - 1], shorten_line(f"{lines[max_lines - 1]} {lines[max_lines]}", width, line_width))


def _split_words(text: str) -> Iterator[tuple[str, bool]]:
    """What no line divides: words, and the parts of words with a dash or a slash in; whether a word begins with it."""
    for word in text.split():
        for match in _PARTS.finditer(word):
            yield match[0], match.start() == 0


def _hyphenate(part: WordPart, width: Width, line_width: float) -> Iterator[WordPart]:
    """A word that is too wide for a line, in parts that are not, with hyphens."""
    rest, space = part.text, part.space
    while width(rest) > line_width:
        cut = next((length for length in range(len(rest) - 1, 1, -1) if width(f"{rest[:length]}-") <= line_width), 1)
        fragment = f"{rest[:cut]}-"
        yield WordPart(fragment, width(fragment), space)
        rest, space = rest[cut:], 0
    yield WordPart(rest, width(rest), space)


def _fill_lines(parts: Sequence[WordPart], line_width: float) -> list[str]:
    """Lines, each filled before the next is begun."""
    lines: list[str] = []
    used = line_width
    for part in parts:
        longer = used + part.space + part.width
        if lines and longer <= line_width:
            lines[-1] += f" {part.text}" if part.space else part.text
            used = longer
        else:
            lines.append(part.text)
            used = part.width
    return lines
