"""The drawings of cards: one landscape of hills and a path, and on it what stands for the kind of page."""

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType

from PIL import Image, ImageDraw

from newsroom.publish.cards.palette import (
    ACCENT,
    CLAY,
    DEEP,
    GLOW,
    GREEN,
    INK,
    LEAF,
    MARIGOLD,
    MIST,
    PAPER,
    SAGE,
    WHITE,
    Colour,
)

CARD_SIZE = (1200, 630)
TEXT_BOX = (58, 64, 784, 482)
"""Where kicker and title stand, on plain paper: left, top, right, bottom."""
NAME_BOX = (108, 556, 784, 606)
"""Where the Network's name stands, on plain green."""
_FINE = 2

Point = tuple[float, float]


class Canvas:
    """A card drawn larger than it will be, so that its edges become smooth. All measures are the card's pixels."""

    def __init__(self) -> None:
        self._image = Image.new("RGB", (CARD_SIZE[0] * _FINE, CARD_SIZE[1] * _FINE), PAPER)
        self._draw = ImageDraw.Draw(self._image)

    def finished(self) -> Image.Image:
        """The card at its own size."""
        return self._image.reduce(_FINE)

    def shape(self, colour: Colour, *points: Point) -> None:
        """A shape with straight sides."""
        self._draw.polygon([(x * _FINE, y * _FINE) for x, y in points], fill=colour)

    def block(self, colour: Colour, left: float, top: float, width: float, height: float) -> None:
        """A rectangle."""
        self.shape(colour, (left, top), (left + width, top), (left + width, top + height), (left, top + height))

    def disc(self, colour: Colour, x: float, y: float, radius: float) -> None:
        """A circle around a point."""
        box = (x - radius, y - radius, x + radius, y + radius)
        self._draw.ellipse([edge * _FINE for edge in box], fill=colour)

    def arch(self, colour: Colour, left: float, top: float, width: float, height: float) -> None:
        """A rectangle with a round top."""
        self.disc(colour, left + width / 2, top + width / 2, width / 2)
        self.block(colour, left, top + width / 2, width, height - width / 2)

    def ground(self, colour: Colour, *points: Point) -> None:
        """A hill: everything below a soft line through some points, from left to right."""
        line = _soft(points)
        self.shape(colour, (line[0][0], CARD_SIZE[1]), *line, (line[-1][0], CARD_SIZE[1]))

    def path(self, colour: Colour, *stops: tuple[float, float, float]) -> None:
        """A path through some points, each with how wide it is there."""
        middles = _soft([(x, y) for x, y, _ in stops])
        widths = _soft([(float(number), wide) for number, (_, _, wide) in enumerate(stops)])
        left = [(x - wide / 2, y) for (x, y), (_, wide) in zip(middles, widths, strict=True)]
        right = [(x + wide / 2, y) for (x, y), (_, wide) in zip(middles, widths, strict=True)]
        self.shape(colour, *left, *reversed(right))


def _soft(points: Sequence[Point]) -> list[Point]:
    """A Catmull-Rom curve through some points."""
    ends = [points[0], *points, points[-1]]
    curve: list[Point] = []
    for number, (start, end) in enumerate(pairwise(points)):
        before, after = ends[number], ends[number + 3]
        for step in range(24):
            share = step / 24
            curve.append(
                (
                    _between(before[0], start[0], end[0], after[0], share),
                    _between(before[1], start[1], end[1], after[1], share),
                )
            )
    return [*curve, points[-1]]


def _between(before: float, start: float, end: float, after: float, share: float) -> float:
    bend = 2 * before - 5 * start + 4 * end - after
    turn = 3 * start - before - 3 * end + after
    return start + share * ((end - before) + share * (bend + share * turn)) / 2


def paint_scene(kind: str) -> Image.Image:
    """The drawing of a kind, with room for the words at its left; a kind that has none gets a page's."""
    canvas = Canvas()
    _SCENES.get(kind, _page)(canvas)
    _mark(canvas)
    return canvas.finished()


def _hills(canvas: Canvas) -> None:
    canvas.ground(MIST, (560, 560), (760, 500), (930, 400), (1080, 372), (1200, 404))
    canvas.ground(SAGE, (640, 560), (800, 520), (1000, 470), (1120, 440), (1200, 428))
    canvas.ground(GREEN, (0, 536), (300, 520), (620, 534), (860, 520), (1040, 496), (1200, 506))


def _mark(canvas: Canvas) -> None:
    """The Network's mark, as in overrides/assets/logo.svg: two neighbouring houses, one with a light."""
    canvas.shape(PAPER, (58, 600), (58, 577), (71.5, 562), (85, 577), (85, 600))
    canvas.shape(PAPER, (88, 600), (88, 585.5), (94.5, 578.5), (101, 585.5), (101, 600))
    canvas.arch(MARIGOLD, 66.5, 580, 10, 20)


def _door(canvas: Canvas) -> None:
    """A story: a door that stands open, and the way that leads in."""
    canvas.disc(GLOW, 1000, 262, 178)
    _hills(canvas)
    left, right, lintel, sill = 890, 1048, 216, 516
    middle = (left + right) / 2
    canvas.arch(DEEP, left - 24, 112, right - left + 48, sill - 112)
    canvas.arch(GLOW, left, 136, right - left, sill - 136)
    for reach in (-52, 0, 52):
        canvas.shape(
            DEEP, (middle - 4, lintel), (middle + reach - 4, 136), (middle + reach + 4, 136), (middle + 4, lintel)
        )
    canvas.block(DEEP, left, lintel - 8, right - left, 16)
    canvas.block(MARIGOLD, left, lintel + 8, right - left, sill - lintel - 8)
    canvas.disc(PAPER, 990, 322, 32)
    hill = _soft([(left, 446), (930, 424), (990, 408), (right, 414)])
    canvas.shape(LEAF, *hill, (right, sill), (left, sill))
    canvas.path(PAPER, (930, 630, 260), (966, 560, 150), (984, 505, 88), (978, 466, 48), (958, 438, 24), (964, 414, 8))
    canvas.shape(ACCENT, (right, 224), (1132, 194), (1132, 552), (right, sill))
    canvas.shape(CLAY, (1062, 246), (1118, 228), (1118, 342), (1062, 346))
    canvas.shape(CLAY, (1062, 374), (1118, 372), (1118, 510), (1062, 490))
    canvas.disc(MARIGOLD, 1123, 358, 7)


def _window(canvas: Canvas) -> None:
    """An edition: a window with a different view in each of its panes."""
    _hills(canvas)
    left, top, wide, pane, bar = 842, 84, 290, 127, 12
    canvas.arch(DEEP, left, top, wide, 424)
    lefts, inner = (left + bar, left + bar + pane + bar), wide - 2 * bar
    canvas.arch(GLOW, lefts[0], top + bar, inner, 424 - 2 * bar)
    canvas.disc(MARIGOLD, lefts[1] + 37, 196, 44)
    middle, low = 240, 360
    canvas.block(PAPER, lefts[0], middle, pane, low - middle)
    canvas.path(LEAF, (lefts[0] + 64, middle + 12, 4), (lefts[0] + 64, 300, 56), (lefts[0] + 64, low - 10, 4))
    canvas.block(CLAY, lefts[1], middle, pane, low - middle)
    canvas.shape(ACCENT, (lefts[1] + 8, 308), (lefts[1] + 64, 262), (lefts[1] + 119, 308))
    canvas.block(PAPER, lefts[1] + 22, 308, pane - 44, low - 308)
    canvas.arch(GREEN, lefts[1] + 50, 320, 28, low - 320)
    bottom = top + 424 - bar
    canvas.block(SAGE, lefts[0], low, inner, bottom - low)
    canvas.shape(
        LEAF,
        *_soft([(lefts[0], 470), (900, 432), (960, 420), (1000, 440), (lefts[0] + inner, 398)]),
        (lefts[0] + inner, bottom),
        (lefts[0], bottom),
    )
    canvas.path(PAPER, (1030, bottom, 90), (1040, 468, 56), (1076, 440, 28), (1068, 414, 6))
    canvas.block(DEEP, lefts[0] + pane, top, bar, 424)
    canvas.block(DEEP, left, middle - bar, wide, bar)
    canvas.block(DEEP, left, low - bar / 2, wide, bar)
    canvas.block(MARIGOLD, left - 28, 500, wide + 56, 22)


def _books(canvas: Canvas) -> None:
    """A publication: books that stand like the houses of a street."""
    canvas.disc(GLOW, 1010, 214, 150)
    _hills(canvas)
    base = 520
    for colour, left, top, wide in (
        (LEAF, 836, 226, 66),
        (MARIGOLD, 902, 164, 74),
        (ACCENT, 976, 116, 104),
        (DEEP, 1080, 200, 62),
    ):
        canvas.block(colour, left, top, wide, base - top)
    canvas.block(PAPER, 848, 256, 42, 8)
    canvas.block(PAPER, 848, 274, 42, 8)
    canvas.arch(PAPER, 854, 380, 30, 62)
    canvas.block(DEEP, 902, 196, 74, 10)
    canvas.block(DEEP, 902, 452, 74, 10)
    canvas.arch(DEEP, 924, 270, 30, 62)
    canvas.block(GLOW, 976, 152, 104, 12)
    canvas.block(GLOW, 1006, 196, 44, 44)
    canvas.arch(PAPER, 998, 390, 60, 130)
    canvas.disc(ACCENT, 1046, 462, 5)
    canvas.disc(MARIGOLD, 1111, 262, 16)
    canvas.block(SAGE, 1080, 310, 62, 8)
    canvas.block(SAGE, 1080, 328, 62, 8)
    canvas.arch(MARIGOLD, 1096, 400, 30, 62)
    canvas.path(PAPER, (900, 630, 210), (958, 576, 124), (1014, 546, 84), (1028, 519, 60))


def _house(canvas: Canvas, wall: Colour, roof: Colour, left: float, base: float, wide: float, high: float) -> None:
    eaves, over = base - high, wide * 0.12
    canvas.block(wall, left, eaves, wide, high)
    canvas.shape(roof, (left - over, eaves), (left + wide / 2, eaves - wide * 0.62), (left + wide + over, eaves))


def _tree(canvas: Canvas, colour: Colour, x: float, base: float, high: float) -> None:
    canvas.block(INK, x - high * 0.02, base - high * 0.5, high * 0.04, high * 0.5)
    canvas.path(
        colour, (x, base - high, high * 0.04), (x, base - high * 0.62, high * 0.42), (x, base - high * 0.2, high * 0.06)
    )


def _village(canvas: Canvas) -> None:
    """An area: houses on hills, and the way between them."""
    canvas.disc(MARIGOLD, 930, 196, 76)
    canvas.ground(MIST, (560, 560), (760, 480), (900, 366), (1040, 330), (1200, 372))
    _house(canvas, CLAY, ACCENT, 1036, 360, 74, 66)
    canvas.arch(PAPER, 1062, 318, 22, 42)
    _tree(canvas, LEAF, 1146, 376, 110)
    canvas.ground(SAGE, (640, 560), (800, 500), (960, 440), (1100, 420), (1200, 436))
    _tree(canvas, GREEN, 846, 500, 150)
    _house(canvas, PAPER, GREEN, 906, 470, 108, 92)
    canvas.arch(GREEN, 926, 406, 26, 64)
    canvas.block(MARIGOLD, 968, 404, 28, 28)
    canvas.ground(GREEN, (0, 536), (300, 520), (620, 534), (860, 524), (1040, 500), (1200, 512))
    _house(canvas, WHITE, MARIGOLD, 1056, 540, 96, 110)
    canvas.arch(ACCENT, 1074, 464, 30, 76)
    canvas.block(DEEP, 1118, 456, 20, 26)
    canvas.path(
        PAPER, (820, 630, 190), (920, 574, 96), (1010, 536, 44), (1000, 500, 26), (952, 474, 16), (940, 462, 14)
    )


def _fork(canvas: Canvas) -> None:
    """A principle: a path that forks, and a signpost."""
    canvas.disc(MARIGOLD, 1048, 246, 104)
    canvas.ground(MIST, (560, 560), (760, 500), (900, 392), (1040, 340), (1200, 312))
    canvas.path(PAPER, (1100, 440, 20), (1128, 404, 13), (1112, 372, 9), (1128, 336, 5), (1124, 324, 3))
    canvas.ground(SAGE, (640, 570), (780, 520), (900, 448), (1040, 416), (1200, 440))
    canvas.ground(GREEN, (0, 536), (300, 520), (620, 534), (800, 524), (1000, 476), (1200, 492))
    canvas.path(PAPER, (975, 640, 230), (978, 590, 140), (932, 540, 66), (858, 508, 26))
    canvas.path(PAPER, (975, 640, 230), (996, 590, 140), (1064, 530, 62), (1108, 478, 26))
    canvas.block(INK, 992, 152, 16, 386)
    canvas.shape(ACCENT, (1008, 184), (1116, 184), (1144, 211), (1116, 238), (1008, 238))
    canvas.shape(LEAF, (992, 258), (888, 258), (860, 285), (888, 312), (992, 312))
    canvas.disc(MARIGOLD, 1000, 148, 15)


def _page(canvas: Canvas) -> None:
    """Any other page: a tree and a bench by the path."""
    canvas.disc(GLOW, 1012, 226, 160)
    _hills(canvas)
    canvas.block(INK, 1022, 300, 18, 216)
    canvas.shape(INK, (1030, 380), (1030, 360), (1090, 300), (1096, 306))
    for colour, x, y, radius in (
        (LEAF, 950, 254, 74),
        (GREEN, 1040, 190, 94),
        (SAGE, 1112, 276, 62),
        (LEAF, 1036, 290, 50),
    ):
        canvas.disc(colour, x, y, radius)
    for x, y in ((996, 170), (1068, 226), (934, 244), (1120, 268), (1060, 140)):
        canvas.disc(MARIGOLD, x, y, 11)
    canvas.block(ACCENT, 846, 440, 136, 12)
    canvas.block(ACCENT, 846, 476, 136, 12)
    for x in (858, 960):
        canvas.block(INK, x, 430, 9, 92)
    canvas.path(PAPER, (800, 630, 190), (900, 590, 110), (1040, 566, 62), (1140, 536, 34), (1200, 520, 22))


_SCENES: Mapping[str, Callable[[Canvas], None]] = MappingProxyType(
    {
        "door": _door,
        "window": _window,
        "books": _books,
        "village": _village,
        "fork": _fork,
        "page": _page,
    }
)
