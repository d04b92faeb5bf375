"""The colours of cards: one palette for all of them, so that no card has to look for its own."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain, combinations
from types import MappingProxyType

Colour = tuple[int, int, int]

PAPER = (0xFD, 0xF9, 0xF2)
WHITE = (0xFF, 0xFF, 0xFF)
MIST = (0xDC, 0xE9, 0xE0)
SAGE = (0x9A, 0xC4, 0xB5)
LEAF = (0x3D, 0x8C, 0x84)
GREEN = (0x0A, 0x5F, 0x62)
DEEP = (0x07, 0x45, 0x48)
INK = (0x1D, 0x2A, 0x2B)
GLOW = (0xFB, 0xE3, 0xAE)
MARIGOLD = (0xF2, 0xB3, 0x3D)
ACCENT = (0xA6, 0x3D, 0x12)
CLAY = (0xDE, 0x9A, 0x6C)

_FLAT = (PAPER, WHITE, MIST, SAGE, LEAF, GREEN, DEEP, INK, GLOW, MARIGOLD, ACCENT, CLAY)
_TEXT = ((INK, PAPER), (ACCENT, PAPER), (PAPER, GREEN))
_EDGE_STEPS = 3
_TEXT_STEPS = 15


@dataclass(frozen=True)
class Pen:
    """A colour of text and the one it stands on."""

    colour: Colour
    ground: Colour


TITLE, KICKER, NAME = (Pen(*pair) for pair in _TEXT)


def _blend(one: Colour, other: Colour, share: float) -> Colour:
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


def _colours() -> tuple[Colour, ...]:
    edges = (
        _blend(one, other, step / (_EDGE_STEPS + 1))
        for one, other in combinations(_FLAT, 2)
        for step in range(1, _EDGE_STEPS + 1)
    )
    texts = (
        _blend(ground, colour, step / _TEXT_STEPS) for colour, ground in _TEXT for step in range(1, _TEXT_STEPS + 1)
    )
    return (*_FLAT, *edges, *texts)


COLOURS = _colours()
"""Each flat colour, what lies between any two where their edges are smoothed, and the shades of each text's edge."""
FLAT_PALETTE = tuple(chain.from_iterable(COLOURS))
"""The colours as an image's palette holds them: red, green, blue, red, …"""


def _shades() -> Mapping[Pen, tuple[int, ...]]:
    first = len(COLOURS) - _TEXT_STEPS * len(_TEXT)
    found = {}
    for number, (colour, ground) in enumerate(_TEXT):
        start = first + number * _TEXT_STEPS - 1
        steps = (round(level * _TEXT_STEPS / 255) for level in range(256))
        found[Pen(colour, ground)] = tuple(start + step if step else _FLAT.index(ground) for step in steps)
    return MappingProxyType(found)


SHADES = _shades()
"""For each pen the palette's index for every level of coverage, 0 to 255."""
