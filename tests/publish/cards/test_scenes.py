"""The drawings of cards."""

import re

import pytest
from PIL import Image, ImageChops, ImageDraw

from newsroom.publish.cards.palette import GREEN, MARIGOLD, PAPER
from newsroom.publish.cards.scenes import paint_scene
from newsroom.types import TYPES
from tests.support import ROOT

_SCALE = 2
_PLACE = (58, 562, 101, 600)
"""Where the mark stands on a card."""
_LIGHT = (8, 17, 20, 38)
"""Where the doorway is, within the mark."""


def houses_of_the_logo() -> Image.Image:
    """Where the logo's houses are, white on black, as large as on a card and cut as closely."""
    logo = (ROOT / "overrides/assets/logo.svg").read_text(encoding="utf-8")
    (outlines,) = re.findall(r'fill="currentColor" d="([^"]+)"', logo)
    shapes = [[tuple(map(float, point.split())) for point in shape.split("L")] for shape in outlines[1:-1].split("zM")]
    left, top = (min(point[axis] for shape in shapes for point in shape) for axis in (0, 1))
    mask = Image.new("L", (4 * (_PLACE[2] - _PLACE[0]), 4 * (_PLACE[3] - _PLACE[1])))
    for shape in shapes:
        ImageDraw.Draw(mask).polygon([(4 * _SCALE * (x - left), 4 * _SCALE * (y - top)) for x, y in shape], fill=255)
    return mask.reduce(4)


@pytest.mark.parametrize("drawing", sorted({found.card for found in TYPES}))
def test_a_card_bears_the_mark_of_the_sites_header(drawing: str) -> None:
    drawn = paint_scene(drawing).crop(_PLACE)
    assert drawn.getpixel((14, 30)) == MARIGOLD
    houses = houses_of_the_logo()
    expected = Image.composite(Image.new("RGB", drawn.size, PAPER), Image.new("RGB", drawn.size, GREEN), houses)
    for picture in (drawn, expected):
        picture.paste(PAPER, _LIGHT)
    assert max(ImageChops.difference(drawn, expected).reduce(3).tobytes()) < 60
