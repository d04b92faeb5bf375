"""Typesetting of titles: drawable characters, type sizes and line breaks."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

MAX_CHARACTERS = 300
"""Longer texts are cut before typesetting: they never fit a card."""
ELLIPSIS = "…"
_PARTS = re.compile(r"[^/–—-]*[/–—-]+|[^/–—-]+")
"""Matches "well-" and "known" in "well-known", and "known" alone as a whole."""
_NO_BREAK = re.compile(r"(?<=«) | (?=[:;!?»])")
"""Matches the spaces in French, as in "« Qui : moi ? »", at which no line may end."""

Width = Callable[[str], float]


@dataclass(frozen=True)
class TypeSize:
    """A type size in pixels, and the maximum number of lines at this size."""

    size: int
    lines: int


@dataclass(frozen=True)
class WordPart:
    """A word, or a part of one before a possible line break, with its width and the space before it."""

    text: str
    width: float
    space: float


@dataclass(frozen=True)
class TypesetText:
    """A text in lines, and its type size."""

    size: int
    lines: tuple[str, ...]


def drawable_text(text: str, has: Callable[[str], bool]) -> str:
    """Return a text on one line without undrawable characters; "" if no letter, digit or sign is left.

    ``has`` says whether the font has a character. A missing letter is replaced by its compatibility form if there is
    one ("ﬁ" by "fi"). Missing marks, control characters and emoji are left out. A text of which most letters are
    missing is left out as a whole, since "(2026)" would be all that is left of a title in Arabic.
    """
    composed = unicodedata.normalize("NFC", text[: MAX_CHARACTERS * 2])
    forms = [_drawable_form(character, has) for character in composed]
    drawn = [bool(form) for character, form in zip(composed, forms, strict=True) if character.isalpha()]
    if sum(drawn) * 2 < len(drawn):
        return ""
    kept = "".join(forms)
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
    """Whether a character is a letter, number, punctuation or symbol, not a combining mark or a control character."""
    return unicodedata.category(character)[0] in "LNPS"


def typeset_title(text: str, width: Width, line_width: float, steps: Sequence[TypeSize]) -> TypesetText:
    """Return a text at the largest size at which it fits, in lines of similar length.

    Args:
        width: Measures a text at type size 1.
        line_width: The width of a line in pixels.
        steps: The possible sizes, largest first. At the last one, a text that does not fit ends with an ellipsis.
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
    """Return a text of one line, shortened with an ellipsis if it is wider than ``line_width``."""
    if width(text) <= line_width:
        return text
    while text and width(f"{text}{ELLIPSIS}") > line_width:
        text = text[:-1].rstrip(" ,.;:·-–—")
    return f"{text}{ELLIPSIS}"


def _balance_lines(parts: Sequence[WordPart], line_width: float, max_lines: int) -> tuple[str, ...] | None:
    """Return lines of similar length; None if the text is too long or one of its words is too wide."""
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
    """Return at most ``max_lines`` lines, with an ellipsis if the text is longer."""
    lines = _fill_lines([fragment for part in parts for fragment in _hyphenate(part, width, line_width)], line_width)
    if len(lines) <= max_lines:
        return tuple(lines)
    return (*lines[: max_lines - 1], shorten_line(f"{lines[max_lines - 1]} {lines[max_lines]}", width, line_width))


def _split_words(text: str) -> Iterator[tuple[str, bool]]:
    """Yield words, divided after dashes and slashes, and whether each part starts a word."""
    for word in _NO_BREAK.sub("\N{NO-BREAK SPACE}", text).split(" "):
        for match in _PARTS.finditer(word):
            yield match[0], match.start() == 0


def _hyphenate(part: WordPart, width: Width, line_width: float) -> Iterator[WordPart]:
    """Yield a word in parts that fit into a line, with hyphens."""
    rest, space = part.text, part.space
    while width(rest) > line_width:
        cut = next((length for length in range(len(rest) - 1, 1, -1) if width(f"{rest[:length]}-") <= line_width), 1)
        fragment = f"{rest[:cut]}-"
        yield WordPart(fragment, width(fragment), space)
        rest, space = rest[cut:], 0
    yield WordPart(rest, width(rest), space)


def _fill_lines(parts: Sequence[WordPart], line_width: float) -> list[str]:
    """Return lines, each as full as possible."""
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
