"""Backgrounds: cards without their texts, already reduced to the palette of the finished PNG."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from itertools import chain
from typing import cast

from lxml import etree
from PIL import Image, ImageColor

from newsroom.publish.cards.lettering import Mask
from newsroom.publish.theme.assets import render_png

Colour = tuple[int, int, int]

CARD_SIZE = (1200, 630)
CARD_TEMPLATE = "cards/card.svg"
MIN_TYPE_SIZE = 40
"""The smallest type size in pixels. A title that does not fit at this size is shortened."""
_PICTURE = "picture"
_BOX = "{http://www.w3.org/2000/svg}foreignObject"
_COLOURS, _DRAWING_COLOURS, _FRAME_COLOURS, _INK_COLOURS = 256, 64, 32, 16
"""The number of colours in a palette; of a drawing's most common colours, which are kept exactly; of the frame's next
to a photograph; and of the steps from the background to a text's colour."""
_DISTANCE = 7
"""The minimum difference, in one channel, of two colours in a palette. Pillow confuses colours that are closer."""
_MAX_DRAWING_COLOURS = 40_000
"""The maximum number of colours of a card without a photograph, including anti-aliased edges."""
_COMPRESSION = 2
"""A higher level saves little and takes long: a site has a card for every page."""
_EVERY_COVERAGE = Image.frombytes("L", (256, 1), bytes(range(256)))


@dataclass(frozen=True)
class CardPicture:
    """The picture of a page's card. ``key`` identifies its content; ``cut_to`` returns it, in exactly a given size."""

    key: bytes
    cut_to: Callable[[tuple[int, int]], Image.Image] = field(compare=False)


@dataclass(frozen=True)
class TextBox:
    """A box for one text: its position and size in pixels, the colour of the text and its largest type size."""

    left: float
    top: float
    width: float
    height: float
    colour: str
    size: int

    @property
    def corner(self) -> tuple[int, int]:
        """The top left corner in whole pixels."""
        return round(self.left), round(self.top)


@dataclass(frozen=True)
class Frame:
    """A rendered template: its pixels in RGB, the boxes for texts by name, and the box for a picture, if it has one."""

    image: Image.Image
    boxes: Mapping[str, TextBox]
    picture_box: TextBox | None


@dataclass(frozen=True)
class Background:
    """A card without texts.

    Attributes:
        image: The card without texts, with its palette.
        boxes: The boxes for texts by name.
        inks: By the name of a box, the palette's index for each coverage of a pixel by its text, 0 to 255.
    """

    image: Image.Image
    boxes: Mapping[str, TextBox]
    inks: Mapping[str, bytes]

    def encode(self, masks: Mapping[str, Mask]) -> bytes:
        """Return the PNG of a card with texts, by the names of their boxes. The result is reproducible."""
        card, png = self.image.copy(), BytesIO()
        for name, mask in masks.items():
            left, top = self.boxes[name].corner
            size = mask.width, len(mask.coverage) // mask.width
            text = Image.frombytes(card.mode, size, mask.coverage.translate(self.inks[name]))
            card.paste(text, (left + mask.left, top + mask.top))
        card.save(png, "PNG", compress_level=_COMPRESSION)
        return png.getvalue()


def render_frame(svg: str) -> Frame:
    """Return a rendered template. Raises ContentError, which names the template, if it is not an SVG."""
    image = Image.open(BytesIO(render_png(CARD_TEMPLATE, svg, CARD_SIZE))).convert("RGB")
    boxes = dict(_boxes(svg))
    picture_box = boxes.pop(_PICTURE, None)
    return Frame(image, boxes, picture_box)


def make_background(frame: Frame, picture: CardPicture | None) -> Background:
    """Return a frame, with a picture in its box, reduced to a palette. Only a photograph is dithered."""
    image, photograph, corner = frame.image, frame.image, (0, 0)
    if picture and frame.picture_box:
        image, corner = image.copy(), frame.picture_box.corner
        photograph = _paste(image, frame.picture_box, picture)
    ramps = {name: _ramp(image, box) for name, box in frame.boxes.items()}
    steps = chain.from_iterable(_steps(ramp) for ramp in ramps.values())
    if colours := _common_colours(image):
        every_colour = Image.frombytes("RGB", (len(colours), 1), bytes(chain.from_iterable(colours)))
        palette = _palette(chain(colours[:_DRAWING_COLOURS], steps), every_colour)
    else:
        palette = _palette(chain(_common_colours(frame.image)[:_FRAME_COLOURS], steps), photograph)
    indices = _indices(image, palette)
    if not colours:
        indices.paste(_indices(photograph, palette, Image.Dither.FLOYDSTEINBERG), corner)
    inks = {name: _indices(ramp, palette).tobytes() for name, ramp in ramps.items()}
    card = Image.frombytes(palette.mode, indices.size, indices.tobytes())
    card.putpalette(palette.getpalette() or ())
    return Background(card, frame.boxes, inks)


def _boxes(svg: str) -> Iterator[tuple[str, TextBox]]:
    for element in etree.fromstring(svg.encode()).iter(_BOX):
        left, top, width, height = (float(element.get(name, "0")) for name in ("x", "y", "width", "height"))
        colour, size = element.get("color", "#000000"), round(float(element.get("font-size", MIN_TYPE_SIZE)))
        yield element.get("id", ""), TextBox(left, top, width, height, colour, size)


def _paste(image: Image.Image, box: TextBox, picture: CardPicture) -> Image.Image:
    """Put a picture into its box, and return the pixels of the box."""
    shown = picture.cut_to((round(box.width), round(box.height)))
    image.paste(shown, box.corner, shown if shown.mode == "RGBA" else None)
    return image.crop((*box.corner, box.corner[0] + shown.width, box.corner[1] + shown.height))


def _ramp(image: Image.Image, box: TextBox) -> Image.Image:
    """Return the colours of a text's pixels, from those that it does not cover to those that it covers completely."""
    ground = image.crop((*box.corner, box.corner[0] + 1, box.corner[1] + 1)).resize(_EVERY_COVERAGE.size)
    ground.paste(ImageColor.getrgb(box.colour), mask=_EVERY_COVERAGE)
    return ground


def _steps(ramp: Image.Image) -> Iterator[Colour]:
    colours = _colours(ramp.tobytes())
    return (colours[step * (len(colours) - 1) // (_INK_COLOURS - 1)] for step in range(_INK_COLOURS))


def _common_colours(image: Image.Image) -> list[Colour]:
    """Return the colours of a drawing, the most common first; none if the image has a photograph's many colours."""
    counted = cast("list[tuple[int, Colour]]", image.getcolors(_MAX_DRAWING_COLOURS) or [])
    return [colour for _, colour in sorted(counted, reverse=True)]


def _palette(exact: Iterable[Colour], rest: Image.Image) -> Image.Image:
    """Return a palette: exact colours, then the best colours for the rest of an image."""
    kept = _distinct(exact, [])
    palette = Image.new("P", (1, 1))
    reduced = rest.quantize(_COLOURS - len(kept), Image.Quantize.FASTOCTREE).getpalette() or []
    palette.putpalette([*chain.from_iterable(_distinct(_colours(reduced), kept))])
    return palette


def _distinct(colours: Iterable[Colour], kept: list[Colour]) -> list[Colour]:
    """Return the kept colours, and those that differ from all before them."""
    kept = list(kept)
    for red, green, blue in colours:
        for r, g, b in kept:
            if (
                -_DISTANCE < red - r < _DISTANCE
                and -_DISTANCE < green - g < _DISTANCE
                and -_DISTANCE < blue - b < _DISTANCE
            ):
                break
        else:
            kept.append((red, green, blue))
    return kept


def _colours(channels: Sequence[int]) -> list[Colour]:
    return list(zip(channels[::3], channels[1::3], channels[2::3], strict=True))


def _indices(image: Image.Image, palette: Image.Image, dither: Image.Dither = Image.Dither.NONE) -> Image.Image:
    """Return the palette's index of each pixel, in mode L."""
    reduced = image.quantize(palette=palette, dither=dither)
    return Image.frombytes("L", reduced.size, reduced.tobytes())
