"""Draws cards: renders the template, and writes a page's texts into the boxes of the template."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache  # noqa: TID251 (a painter keeps them, not the module)
from io import BytesIO
from itertools import chain
from operator import sub
from typing import cast

from jinja2 import Environment
from lxml import etree
from PIL import Image, ImageDraw, ImageFont

from newsroom.publish.cards.typesetting import TypesetText, TypeSize, drawable_text, shorten_line, typeset_title
from newsroom.publish.pictures.svg import FONT
from newsroom.publish.theme_assets import render_png

Colour = tuple[int, int, int]

CARD_SIZE = (1200, 630)
TEMPLATE = "cards/card.svg"
_BOX = "{http://www.w3.org/2000/svg}foreignObject"
_MIN_SIZE = 40
"""The smallest type size in pixels. A title that does not fit at this size is shortened."""
_SIZE_STEP = 4
_LINE_SPACING = 1.12
_MEASURED_SIZE = 100
_COLOURS, _EXACT_COLOURS, _TEMPLATE_COLOURS = 256, 64, 16
"""The number of colours in a PNG, of colours kept exactly, and of the template's colours kept next to a photograph."""
_SAME_COLOUR_DISTANCE = 6
"""The minimum difference, in one channel, of two colours in a palette. Pillow confuses colours that are closer."""
_MAX_DRAWING_COLOURS = 40_000
"""The maximum number of colours of a card without a photograph, including anti-aliased edges."""
_PHOTOGRAPH_DITHER = Image.Dither.FLOYDSTEINBERG
_COMPRESSION = 3
_SPECIMEN = "Hamburgefonstiv"


@dataclass(frozen=True)
class CardText:
    """The texts of a card. ``drawing`` is the name of its drawing; ``kicker`` is above the title."""

    title: str
    drawing: str
    kicker: str
    site_name: str


@dataclass(frozen=True)
class Box:
    """A box for one text: its position and size in pixels, the colour of the text and its largest type size."""

    left: float
    top: float
    width: float
    height: float
    colour: str
    size: int


@dataclass(frozen=True)
class Background:
    """A card without texts: its pixels, its boxes by name, and the palette and dithering of the finished PNG."""

    image: Image.Image
    boxes: dict[str, Box]
    palette: Image.Image
    dither: Image.Dither = Image.Dither.NONE


class Painter:
    """Draws cards. Fonts and the latest backgrounds are cached, since many pages share them.

    The texts are not part of the SVG: rendering the SVG for each page would take fifteen times as long.
    """

    def __init__(self, templates: Environment) -> None:
        self._templates = templates
        self._font = lru_cache(maxsize=None)(_font)
        self._cached_background = lru_cache(maxsize=16)(self._draw_background)
        self._cached_font_has = lru_cache(maxsize=2048)(self._font_has)
        self._missing = bytes(self._font(_MEASURED_SIZE).getmask("\U0010fffd"))

    def paint(self, words: CardText, picture: str = "") -> bytes:
        """Return a card as a PNG of ``CARD_SIZE`` pixels. The result is reproducible.

        A title without any drawable character is replaced by the kicker, or else by the site's name.

        Args:
            words: The texts of the card.
            picture: The `data:` URL of the page's own picture. Without it, the drawing of ``words`` is shown.
        """
        name, kicker, title = (
            drawable_text(text, self._cached_font_has) for text in (words.site_name, words.kicker, words.title)
        )
        if not title:
            kicker, title = "", kicker or name
        background = self._cached_background(words.drawing, picture)
        card = background.image.copy()
        self._write(card, background.boxes, {"kicker": kicker, "title": title, "name": name})
        saved = BytesIO()
        card.quantize(palette=background.palette, dither=background.dither).save(
            saved, "PNG", compress_level=_COMPRESSION
        )
        return saved.getvalue()

    def _draw_background(self, drawing: str, picture: str) -> Background:
        svg = self._templates.get_template(TEMPLATE).render(drawing=drawing, picture=picture)
        image = Image.open(BytesIO(render_png(TEMPLATE, svg, CARD_SIZE))).convert("RGB")
        boxes = dict(_boxes(svg))
        specimen = image.copy()
        self._write(specimen, boxes, dict.fromkeys(boxes, _SPECIMEN))
        counted = cast("list[tuple[int, Colour]] | None", specimen.getcolors(_MAX_DRAWING_COLOURS))
        if counted:
            return Background(
                image, boxes, _palette(specimen, [colour for _, colour in sorted(counted)[:-_EXACT_COLOURS:-1]])
            )
        return Background(
            image,
            boxes,
            _palette(specimen, _colours(self._cached_background(drawing, "").palette)[:_TEMPLATE_COLOURS]),
            _PHOTOGRAPH_DITHER,
        )

    def _write(self, card: Image.Image, boxes: dict[str, Box], words: dict[str, str]) -> None:
        canvas = ImageDraw.Draw(card)
        for name, box in boxes.items():
            typeset_text = self._typeset(words.get(name, ""), box)
            ascent = self._font(typeset_text.size).getmetrics()[0]
            for number, line in enumerate(typeset_text.lines):
                position = (box.left, box.top + ascent + number * round(typeset_text.size * _LINE_SPACING))
                canvas.text(position, line, fill=box.colour, font=self._font(typeset_text.size), anchor="ls")

    def _typeset(self, text: str, box: Box) -> TypesetText:
        """Return a text set as large as it fits into a box; on one line if the box is not higher than a line."""
        steps = [
            TypeSize(size, int(box.height / size / _LINE_SPACING))
            for size in range(box.size, _MIN_SIZE - 1, -_SIZE_STEP)
        ]
        if not steps or steps[0].lines < 2:
            return TypesetText(box.size, (shorten_line(text, self._text_width, box.width / box.size),))
        return typeset_title(text, self._text_width, box.width, steps)

    def _text_width(self, text: str) -> float:
        return float(self._font(_MEASURED_SIZE).getlength(text)) / _MEASURED_SIZE

    def _font_has(self, character: str) -> bool:
        return bytes(self._font(_MEASURED_SIZE).getmask(character)) != self._missing


def _boxes(svg: str) -> Iterator[tuple[str, Box]]:
    for element in etree.fromstring(svg.encode()).iter(_BOX):
        left, top, width, height = (float(element.get(name, "0")) for name in ("x", "y", "width", "height"))
        colour, size = element.get("color", "#000000"), round(float(element.get("font-size", _MIN_SIZE)))
        yield element.get("id", ""), Box(left, top, width, height, colour, size)


def _palette(image: Image.Image, exact: Iterable[Colour]) -> Image.Image:
    """Return a palette for an image: the exact colours, then the best colours for the rest."""
    kept: list[Colour] = []
    for colour in (*exact, *_colours(image.quantize(_COLOURS - _EXACT_COLOURS))):
        if all(max(map(abs, map(sub, colour, other))) > _SAME_COLOUR_DISTANCE for other in kept):
            kept.append(colour)
    palette = Image.new("P", (1, 1))
    palette.putpalette([*chain.from_iterable(kept)])
    return palette


def _colours(palette: Image.Image) -> list[Colour]:
    channels = palette.getpalette() or []
    return list(zip(channels[::3], channels[1::3], channels[2::3], strict=True))


def _font(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(FONT, size, layout_engine=ImageFont.Layout.BASIC)
