"""Titles in lines: which characters can be drawn, how large, and where the lines break."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

MAX_CHARACTERS = 300
"""The characters of a text that are looked at: more than ever fits a card."""
ELLIPSIS = "…"
_PIECES = re.compile(r"[^\s/–—-]*[/–—-]+|[^\s/–—-]+")

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
    kept = "".join(_form(character, has) for character in composed)
    line = " ".join(kept.split())[:MAX_CHARACTERS].rstrip()
    return line if any(unicodedata.category(character)[0] in "LNS" for character in line) else ""


def _form(character: str, has: Callable[[str], bool]) -> str:
    if character.isspace():
        return " "
    if _is_plain(character) and has(character):
        return character
    return "".join(
        part for part in unicodedata.normalize("NFKD", character) if part == " " or (_is_plain(part) and has(part))
    )


def _is_plain(character: str) -> bool:
    """Whether it stands on the line by itself: no mark above another, no control, nothing unassigned."""
    return unicodedata.category(character)[0] in "LNPS"


def typeset_title(text: str, width: Width, room: float, steps: Sequence[TypeSize]) -> TypesetText:
    """A text at the largest size at which it fits, in lines of like length.

    ``width`` measures a text at the size 1, ``room`` is a line's length in pixels; ``steps`` come largest first.
    At the last step whatever is too much gives way to an ellipsis.
    """
    space = width(" ")
    pieces = [WordPart(text, width(text), space if is_first else 0) for text, is_first in _pieces(text)]
    for step in steps:
        lines = _balanced(pieces, room / step.size, step.lines)
        if lines is not None:
            return TypesetText(step.size, lines)
    last = steps[-1]
    return TypesetText(last.size, _cut(pieces, width, room / last.size, last.lines))


def shorten_line(text: str, width: Width, room: float) -> str:
    """A text of one line, its end cut off for an ellipsis where it is longer than ``room``."""
    if width(text) <= room:
        return text
    while text and width(f"{text}{ELLIPSIS}") > room:
        text = text[:-1].rstrip(" ,.;:·-–—")
    return f"{text}{ELLIPSIS}"


def _balanced(pieces: Sequence[WordPart], room: float, most: int) -> tuple[str, ...] | None:
    """The lines, as even as they can be; None where the text is too long or one of its words too wide."""
    low = max((piece.width for piece in pieces), default=0.0)
    lines = _filled(pieces, room)
    if low > room or len(lines) > most:
        return None
    high = room
    while high - low > room / 100:
        middle = (low + high) / 2
        tried = _filled(pieces, middle)
        if len(tried) == len(lines):
            lines, high = tried, middle
        else:
            low = middle
    return tuple(lines)


def _cut(pieces: Sequence[WordPart], width: Width, room: float, most: int) -> tuple[str, ...]:
    """As many lines as there may be, with an ellipsis where that is not all."""
    lines = _filled([part for piece in pieces for part in _parts(piece, width, room)], room)
    if len(lines) <= most:
        return tuple(lines)
    return (*lines[: most - 1], shorten_line(f"{lines[most - 1]} {lines[most]}", width, room))


def _pieces(text: str) -> Iterator[tuple[str, bool]]:
    """What no line divides: words, and the parts of words with a dash or a slash in; whether a word begins with it."""
    for word in text.split():
        for match in _PIECES.finditer(word):
            yield match[0], match.start() == 0


def _parts(piece: WordPart, width: Width, room: float) -> Iterator[WordPart]:
    """A word that is too wide for a line, in parts that are not, with hyphens."""
    rest, space = piece.text, piece.space
    while width(rest) > room:
        cut = next((length for length in range(len(rest) - 1, 1, -1) if width(f"{rest[:length]}-") <= room), 1)
        part = f"{rest[:cut]}-"
        yield WordPart(part, width(part), space)
        rest, space = rest[cut:], 0
    yield WordPart(rest, width(rest), space)


def _filled(pieces: Sequence[WordPart], room: float) -> list[str]:
    """Lines, each filled before the next is begun."""
    lines: list[str] = []
    used = room
    for piece in pieces:
        longer = used + piece.space + piece.width
        if lines and longer <= room:
            lines[-1] += f" {piece.text}" if piece.space else piece.text
            used = longer
        else:
            lines.append(piece.text)
            used = piece.width
    return lines
