"""The Network's mark: two neighbouring houses, one with a light. As vectors for pages, as pixels where these are asked.

The mark is drawn on a grid of 24 by 24.
"""

from typing import Final

from PIL import Image

from illustrations.canvas import Canvas
from illustrations.palette import CREAM, GREEN, MARIGOLD, Colour
from illustrations.shapes import Shape, arch, box

GRID: Final = 24

_HOUSES: Final[tuple[Shape, ...]] = (
    ((1.5, 21.5), (1.5, 10), (8.25, 2.5), (15, 10), (15, 21.5)),
    ((16.5, 21.5), (16.5, 14.25), (19.75, 10.75), (23, 14.25), (23, 21.5)),
)
_LIGHT: Final = (5.75, 11.5, 5, 10)
"""The doorway with its light, as x, y, width, height."""


def logo() -> str:
    """The mark as SVG: houses in the colour of the text about it, the light in marigold."""
    return _svg(_mark("currentColor"))


def favicon() -> str:
    """The mark on a green tile, as SVG: it shows on light tabs and on dark ones."""
    tile = f'<rect width="{GRID}" height="{GRID}" rx="5" fill="{_hex(GREEN)}"/>'
    return _svg(f'{tile}<g transform="translate(2.8 3) scale(.75)">{_mark(_hex(CREAM))}</g>')


def tile(size: int, radius: float = 0) -> Image.Image:
    """The mark on a green square of ``size`` pixels, as RGBA; ``radius`` rounds its corners, on the grid of 24."""
    scale = size / GRID
    sheet = Canvas(GRID, GRID, GREEN, scale)
    for house in _HOUSES:
        sheet.fill(_placed(house), CREAM)
    sheet.fill(_placed(arch(*_LIGHT)), MARIGOLD)
    picture = sheet.picture().convert("RGBA")
    if radius:
        mask = Canvas(GRID, GRID, (0, 0, 0), scale)
        mask.fill(box(0, 0, GRID, GRID, radius), (255, 255, 255))
        picture.putalpha(mask.picture().convert("L"))
    return picture


def _placed(shape: Shape) -> Shape:
    return tuple((2.8 + 0.75 * x, 3 + 0.75 * y) for x, y in shape)


def _mark(houses: str) -> str:
    outlines = "".join("M" + "L".join(f"{x:g} {y:g}" for x, y in house) + "z" for house in _HOUSES)
    x, y, width, height = _LIGHT
    radius = width / 2
    door = f"M{x} {y + height:g}v-{height - radius:g}a{radius:g} {radius:g} 0 0 1 {width} 0v{height - radius:g}z"
    return f'<path fill="{houses}" d="{outlines}"/><path fill="{_hex(MARIGOLD)}" d="{door}"/>'


def _svg(content: str) -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {GRID} {GRID}">{content}</svg>\n'


def _hex(colour: Colour) -> str:
    return "#" + "".join(f"{channel:02x}" for channel in colour)
