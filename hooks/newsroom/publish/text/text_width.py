"""Estimates how wide text is on a phone, to decide what fits before a browser shows it.

Readers have different fonts. The widths are those of Verdana and DejaVu Sans, the widest that inboxes use, rounded up.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from operator import attrgetter

from lxml.html import HtmlElement

from newsroom.markup.policy import INLINE
from newsroom.markup.tree import HEADINGS
from newsroom.publish.text.table_grid import table_grid

_NARROW = "ijl'’‘ "
_SLIM = '.,:;!|()[]{}/\\-fIJtr"“”`·\u00a0'
_BROAD = "w+=<>#~&^"
_WIDE = "mMW%@—…"
_CHARACTERS: Mapping[str, float] = (
    dict.fromkeys(_NARROW, 0.33) | dict.fromkeys(_SLIM, 0.46) | dict.fromkeys(_BROAD, 0.84) | dict.fromkeys(_WIDE, 1.08)
)
_LETTER, _CAPITAL, _OTHER, _CODE = 0.64, 0.79, 1.1, 0.61
"""Widths in em: of other Latin letters and digits, of capitals, of other scripts, and of all characters of code."""
_LAST_LATIN = "\u024f"
_WORD_END = re.compile("[ \\t\\n\\r\\f\u2000-\u2006\u2008-\u200b\u3000]+|(?<=[^\\W\\d]-)(?=[^\\W\\d])")
"""Where a line may end: matches in "12 May" and "well-being", but not in "2024-03" and "12\u00a0May"."""
_BOLD_TAGS = frozenset({"b", "strong", "th", "dt", *HEADINGS})
_CODE_TAGS = frozenset({"code", "kbd", "samp", "pre"})
_MIN_PICTURE = 80
"""The least width at which a picture in a table makes sense, in CSS pixels."""
_MAX_COLUMNS = 20
"""A table of more columns fits on no phone, so it is not measured."""


@dataclass(frozen=True)
class Font:
    """A font: its size in CSS pixels, and whether it is bold or has characters of one width, as code does."""

    size: int
    is_bold: bool = False
    is_code: bool = False

    def width(self, text: str) -> float:
        """The width of a text in one line, in CSS pixels."""
        em = len(text) * _CODE if self.is_code else sum(map(_character_width, text))
        return self.size * (em * 1.05 + len(text) * 0.07 if self.is_bold and not self.is_code else em)

    def widest(self, text: str) -> float:
        """A width that the text does not exceed, which is computed faster."""
        return len(text) * self.size * (_OTHER + 0.13)


@dataclass(frozen=True)
class BoxWidths:
    """The widths in a style sheet, in CSS pixels.

    Attributes:
        text: The font size of text.
        sizes: The font sizes of elements that differ, by tag.
        indents: The indents of elements, by tag.
        cell: The padding and border of a table cell, on both sides together.
        min_cell: The least width of a table cell, without its padding.
    """

    text: int
    sizes: Mapping[str, int]
    indents: Mapping[str, int]
    cell: int
    min_cell: int = 0

    def font(self, element: HtmlElement) -> Font:
        """The font of the text that is directly in an element."""
        font = Font(self.text)
        for parent in reversed([element, *element.iterancestors()]):
            font = self.font_in(font, str(parent.tag))
        return font

    def font_in(self, font: Font, tag: str) -> Font:
        """The font in an element with a tag, inside text in ``font``."""
        if tag not in self.sizes and tag not in _BOLD_TAGS and tag not in _CODE_TAGS:
            return font
        return Font(
            self.sizes.get(tag, font.size), font.is_bold or tag in _BOLD_TAGS, font.is_code or tag in _CODE_TAGS
        )


def split_words(text: str) -> list[str]:
    """Split a text where a browser may begin a new line."""
    return _WORD_END.split(text)


def min_width(element: HtmlElement, boxes: BoxWidths) -> float:
    """The width that an element needs so that no word in it is broken and no picture is tiny, in CSS pixels."""
    measure = _Measure(boxes)
    measure.add_element(element, Font(boxes.text), 0)
    return measure.width


def _table_width(table: HtmlElement, boxes: BoxWidths) -> float:
    cells = [cell for row in table_grid(table) for cell in row]
    columns = [0.0] * max((cell.column + cell.span for cell in cells), default=0)
    if len(columns) > _MAX_COLUMNS:
        return float("inf")
    for cell in sorted(cells, key=attrgetter("span")):
        place = slice(cell.column, cell.column + cell.span)
        missing = max(min_width(cell.element, boxes), boxes.min_cell) + boxes.cell - sum(columns[place])
        if missing > 0:
            columns[place] = [width + missing / cell.span for width in columns[place]]
    caption = table.find("caption")
    return max(sum(columns) + 1, 0 if caption is None else min_width(caption, boxes))


@dataclass
class _Measure:
    """Adds up the widths of the letters of each word, which may be in several elements."""

    boxes: BoxWidths
    width: float = 0
    _word: float = 0

    def add_element(self, element: HtmlElement, font: Font, indent: int) -> None:
        if not isinstance(element.tag, str):  # a comment
            return
        tag = element.tag
        if tag == "img":
            self._add_width(_MIN_PICTURE, indent)
            return
        is_block = tag not in INLINE or tag in ("br", "wbr")
        if is_block:
            self._word = 0
        if tag == "table":
            self.width = max(self.width, indent + _table_width(element, self.boxes))
            return
        inner, indent = self.boxes.font_in(font, tag), indent + self.boxes.indents.get(tag, 0)
        self._add_text(element.text or "", inner, indent)
        for child in element:
            self.add_element(child, inner, indent)
            self._add_text(child.tail or "", inner, indent)
        if is_block:
            self._word = 0

    def _add_text(self, text: str, font: Font, indent: int) -> None:
        *words, last = split_words(text)  # the last may go on in the next element
        for word in words:
            if self._word or indent + font.widest(word) > self.width:
                self._add_width(font.width(word), indent)
            self._word = 0
        self._add_width(font.width(last), indent)

    def _add_width(self, width: float, indent: int) -> None:
        self._word += width
        self.width = max(self.width, indent + self._word)


def _character_width(character: str) -> float:
    width = _CHARACTERS.get(character)
    if width is not None:
        return width
    if character > _LAST_LATIN:
        return _OTHER
    return _CAPITAL if character.isupper() else _LETTER
