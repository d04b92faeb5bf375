"""A card: its template as a picture, and a page's words set into the boxes that the template has for them."""

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
"""The size in pixels of a title's letters below which it is cut short instead."""
_SIZE_STEP = 4
_LINE_SPACING = 1.12
_MEASURED_SIZE = 100
_COLOURS, _EXACT_COLOURS, _TEMPLATE_COLOURS = 256, 64, 16
"""How many colours a PNG has; how many are kept exactly, and how many of the template's own beside a photograph."""
_SAME_COLOUR_DISTANCE = 6
"""How far two colours of a palette differ at least in one channel: Pillow takes one for the other where it is less."""
_MAX_DRAWING_COLOURS = 40_000
"""The colours that a card of drawings has at most, those at the edges of shapes among them; photographs have more."""
_PHOTOGRAPH_DITHER = Image.Dither.FLOYDSTEINBERG
_COMPRESSION = 3
_SPECIMEN = "Hamburgefonstiv"


@dataclass(frozen=True)
class CardText:
    """What a card says. ``kind`` names its drawing (a Kind); ``kicker`` is above the title."""

    title: str
    kind: str
    kicker: str
    site_name: str


@dataclass(frozen=True)
class Box:
    """Where words of one sort are set: its place in pixels, the colour of the letters and their largest size."""

    left: float
    top: float
    width: float
    height: float
    colour: str
    size: int


@dataclass(frozen=True)
class Background:
    """A card without words: its pixels, its boxes by name, the palette of its finished PNG, and how that is used."""

    image: Image.Image
    boxes: dict[str, Box]
    palette: Image.Image
    dither: Image.Dither = Image.Dither.NONE


class Painter:
    """Draws cards. It keeps the fonts and the latest cards without words, since many pages share them.

    The words are not part of the SVG: to draw the whole card anew for each page would take fifteen times as long.
    """

    def __init__(self, templates: Environment) -> None:
        self._templates = templates
        self._font = lru_cache(maxsize=None)(_font)
        self._cached_background = lru_cache(maxsize=16)(self._draw_background)
        self._cached_font_has = lru_cache(maxsize=2048)(self._font_has)
        self._missing = bytes(self._font(_MEASURED_SIZE).getmask("\U0010fffd"))

    def paint(self, words: CardText, picture: str = "") -> bytes:
        """A PNG of ``CARD_SIZE`` pixels; the same words and picture give the same bytes.

        A title without a character that can be drawn gives way to the kicker, and that to the site's name.

        Args:
            words: What the card says.
            picture: The address of the page's own picture, as `data:`; else the kind's drawing is shown.
        """
        name, kicker, title = (
            drawable_text(text, self._cached_font_has) for text in (words.site_name, words.kicker, words.title)
        )
        if not title:
            kicker, title = "", kicker or name
        background = self._cached_background(words.kind, picture)
        card = background.image.copy()
        self._write(card, background.boxes, {"kicker": kicker, "title": title, "name": name})
        saved = BytesIO()
        card.quantize(palette=background.palette, dither=background.dither).save(
            saved, "PNG", compress_level=_COMPRESSION
        )
        return saved.getvalue()

    def _draw_background(self, kind: str, picture: str) -> Background:
        svg = self._templates.get_template(TEMPLATE).render(drawing=kind, picture=picture)
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
            _palette(specimen, _colours(self._cached_background(kind, "").palette)[:_TEMPLATE_COLOURS]),
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
        """Words as large as they fit into a box; on one line where it is no higher than that."""
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
    """The colours for the PNG of an image: some as they are, then those that suit the rest of it."""
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
