"""What one picture is: its size, its ground, and the function that draws it."""

from collections.abc import Callable
from dataclasses import dataclass

from PIL import Image

from illustrations.canvas import Canvas
from illustrations.palette import Colour


@dataclass(frozen=True)
class Drawing:
    """A picture of ``width`` by ``height`` units; a unit is a pixel of the finished file."""

    draw: Callable[[Canvas], None]
    ground: Colour
    width: int = 1600
    height: int = 1000

    def made(self, scale: float = 1.0) -> Image.Image:
        """The picture, ``scale`` pixels to a unit."""
        sheet = Canvas(self.width, self.height, self.ground, scale)
        self.draw(sheet)
        return sheet.picture()
