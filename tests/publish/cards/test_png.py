"""A PNG that shares compressed rows with others has exactly its own pixels."""

from io import BytesIO

import pytest
from PIL import Image, ImageChops

from newsroom.publish.cards.png import Patch, PngTemplate

WIDTH, HEIGHT = 90, 100
PALETTE = Image.linear_gradient("L").resize((16, 48)).tobytes()
WHOLE = Image.radial_gradient("L").resize((WIDTH, HEIGHT))


@pytest.mark.parametrize(
    "corners",
    [[], [(0, 0)], [(3, 40), (50, 60)], [(70, 85)], [(-5, 40), (-5, -5), (75, 90), (85, -14)], [(-30, 9), (95, 9)]],
)
def test_png_has_the_pixels_of_the_template_and_of_its_patches(corners: list[tuple[int, int]]) -> None:
    expected, patches = WHOLE.copy(), []
    for left, top in corners:
        expected.paste(7, (left, top, left + 20, top + 15))
        patches.append(Patch(left, top, 20, bytes([7]) * 20 * 15))
    expected.putpalette(PALETTE)
    template = PngTemplate(WIDTH, WHOLE.tobytes(), PALETTE)
    data = template.encode(patches)
    Image.open(BytesIO(data)).verify()
    shown = Image.open(BytesIO(data))
    assert (shown.mode, shown.size) == ("P", (WIDTH, HEIGHT))
    assert ImageChops.difference(shown.convert("RGB"), expected.convert("RGB")).getbbox() is None
    assert template.encode(patches) == data != template.encode([Patch(1, 1, 2, b"12")])
