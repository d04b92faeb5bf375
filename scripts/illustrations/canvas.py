"""A sheet to lay flat colours on, as a screen printer does: opaque, or as ink that lets what is below show through."""

from collections import Counter
from math import ceil, floor

from PIL import Image, ImageChops, ImageDraw

from illustrations.palette import Colour
from illustrations.shapes import Shape

_FINER = 3
"""Everything is drawn this many times as large and then made smaller, so that edges come out smooth."""
_MOST_COLOURS = 64


class Canvas:
    """A picture in the making. Shapes are in its units; ``scale`` is how many pixels a unit gets."""

    def __init__(self, width: int, height: int, ground: Colour, scale: float = 1.0) -> None:
        self._scale = scale * _FINER
        size = (round(width * scale) * _FINER, round(height * scale) * _FINER)
        self._sheet = Image.new("RGB", size, ground)

    def fill(self, shape: Shape, colour: Colour, *, within: Shape | None = None, without: Shape | None = None) -> None:
        """Lay ``shape`` down in an opaque colour: only where it lies inside ``within``, or outside ``without``."""
        self._lay(shape, colour, within, without, is_ink=False)

    def ink(self, shape: Shape, colour: Colour, *, within: Shape | None = None, without: Shape | None = None) -> None:
        """Print ``shape`` over what is there: the two colours multiply, as inks do."""
        self._lay(shape, colour, within, without, is_ink=True)

    def _lay(self, shape: Shape, colour: Colour, within: Shape | None, without: Shape | None, *, is_ink: bool) -> None:
        xs, ys = [x * self._scale for x, _ in shape], [y * self._scale for _, y in shape]
        width, height = self._sheet.size
        bounds = (
            max(0, floor(min(xs)) - 1),
            max(0, floor(min(ys)) - 1),
            min(width, ceil(max(xs)) + 2),
            min(height, ceil(max(ys)) + 2),
        )
        if bounds[0] >= bounds[2] or bounds[1] >= bounds[3]:
            return
        mask = self._mask(shape, bounds)
        if within:
            mask = ImageChops.multiply(mask, self._mask(within, bounds))
        if without:
            mask = ImageChops.subtract(mask, self._mask(without, bounds))
        paint = Image.new("RGB", mask.size, colour)
        if is_ink:
            paint = ImageChops.multiply(self._sheet.crop(bounds), paint)
        self._sheet.paste(paint, bounds[:2], mask)

    def _mask(self, shape: Shape, bounds: tuple[int, int, int, int]) -> Image.Image:
        left, top, right, bottom = bounds
        mask = Image.new("L", (right - left, bottom - top))
        outline = [(x * self._scale - left, y * self._scale - top) for x, y in shape]
        ImageDraw.Draw(mask).polygon(outline, fill=255)
        return mask

    def picture(self) -> Image.Image:
        """What has been drawn so far, in its true size (RGB)."""
        return self._sheet.reduce(_FINER)


def with_few_colours(picture: Image.Image) -> Image.Image:
    """The same picture with a palette of its most frequent colours: flat colours stay exact, and the file small."""
    data = picture.tobytes()
    counted = Counter(zip(data[::3], data[1::3], data[2::3], strict=True))
    ranked = sorted(counted.items(), key=lambda entry: (-entry[1], entry[0]))[:_MOST_COLOURS]
    palette = Image.new("P", (1, 1))
    palette.putpalette([channel for colour, _ in ranked for channel in colour])
    return picture.quantize(palette=palette, dither=Image.Dither.NONE)
