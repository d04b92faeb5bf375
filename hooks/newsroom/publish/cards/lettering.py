"""Lettering: draws texts from glyphs that are rendered once each, since most cards share them."""

from functools import lru_cache  # noqa: TID251 (an object keeps them, not the module)
from math import ceil
from typing import NamedTuple

from PIL import Image, ImageDraw, ImageFont

from newsroom.publish.cards.typesetting import TypesetText
from newsroom.publish.pictures.svg import FONT

_LINE_SPACING = 1.12
_MEASURED_SIZE = 100
_MISSING = "\U0010fffd"
"""A character that the font does not have."""


class Mask(NamedTuple):
    """A drawn text: the coverage of each pixel, 0 to 255; its width; where its top left corner is from the text's."""

    coverage: bytes
    width: int
    left: int
    top: int


class Glyph(NamedTuple):
    """A drawn character.

    Attributes:
        coverage: How much of each pixel it covers, in mode L; None if it has no ink.
        corner: Where its top left corner is from the text's.
        advance: The distance to the next character in pixels.
    """

    coverage: Image.Image | None
    corner: tuple[int, int]
    advance: float


class Lettering:
    """Draws and measures texts in the cards' font. Fonts, glyphs and the latest texts are cached."""

    def __init__(self) -> None:
        self._font = lru_cache(maxsize=None)(_font)
        self._glyph = lru_cache(maxsize=2048)(self._draw_glyph)
        self._advance = lru_cache(maxsize=2048)(self._measure)
        self.mask = lru_cache(maxsize=32)(self._draw)
        self.has = lru_cache(maxsize=2048)(self._has)
        self._missing = bytes(self._font(_MEASURED_SIZE).getmask(_MISSING))

    def width(self, text: str) -> float:
        """Return the width of a text at type size 1."""
        return sum(map(self._advance, text)) / _MEASURED_SIZE

    def _has(self, character: str) -> bool:
        """Whether the font has a character."""
        return bytes(self._font(_MEASURED_SIZE).getmask(character)) != self._missing

    def _measure(self, character: str) -> float:
        return float(self._font(_MEASURED_SIZE).getlength(character))

    def _draw(self, text: TypesetText) -> Mask | None:
        """Return a text as a mask without empty edges; None if it has no ink."""
        margin = text.size
        line_height = round(text.size * _LINE_SPACING)
        width = ceil(max(map(self.width, text.lines), default=0) * text.size)
        drawn = Image.new("L", (width + 2 * margin, line_height * len(text.lines) + 2 * margin))
        for number, line in enumerate(text.lines):
            position = float(margin)
            for character in line:
                glyph = self._glyph(character, text.size)
                if glyph.coverage:
                    left, top = glyph.corner
                    drawn.paste(255, (round(position) + left, margin + number * line_height + top), glyph.coverage)
                position += glyph.advance
        if (bounds := drawn.getbbox()) is None:
            return None
        cut = drawn.crop(bounds)
        return Mask(cut.tobytes(), cut.width, bounds[0] - margin, bounds[1] - margin)

    def _draw_glyph(self, character: str, size: int) -> Glyph:
        font = self._font(size)
        advance = font.getlength(character)
        drawn = Image.new("L", (ceil(advance) + 2 * size, 4 * size))
        ImageDraw.Draw(drawn).text((size, size + font.getmetrics()[0]), character, fill=255, font=font, anchor="ls")
        bounds = drawn.getbbox()
        coverage, corner = (drawn.crop(bounds), (bounds[0] - size, bounds[1] - size)) if bounds else (None, (0, 0))
        return Glyph(coverage, corner, advance)


def line_count(height: float, size: int) -> int:
    """Return the number of lines of a type size that a height in pixels holds."""
    return int(height / size / _LINE_SPACING)


def _font(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(FONT, size, layout_engine=ImageFont.Layout.BASIC)
