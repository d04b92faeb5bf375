"""From positions on the earth to points on a drawing."""

from dataclasses import dataclass
from functools import cached_property
from math import atan2, atanh, cos, radians, sin, tan

from newsroom.content.map_outline import MapOutline, Position

Point = tuple[float, float]
_FARTHEST = 0.99
"""Keeps places a quarter of the earth away from the middle, which this projection cannot show, at a finite distance."""


@dataclass(frozen=True)
class Projection:
    """The transverse Mercator projection of a sphere, in which shapes near the middle of the map are right.

    The national grid of Great Britain is the same projection of an ellipsoid; the difference is below half a percent.
    https://pubs.usgs.gov/publication/pp1395, equations (8-1) and (8-3).

    Attributes:
        outline: What the map shows.
        width: The width of the drawing, in its own units.
        margin: What stays free at the sides, in the same units.
    """

    outline: MapOutline
    width: float
    margin: float

    def point(self, position: Position) -> Point:
        """Return where a position is on the drawing: to the right and down from its corner."""
        x, y = self._plane(position)
        left, top, _, _ = self._extent
        return (self.margin + (x - left) * self.scale, self.margin + (top - y) * self.scale)

    @cached_property
    def scale(self) -> float:
        """How many units of the drawing a radius of the earth is."""
        left, _, right, _ = self._extent
        return (self.width - 2 * self.margin) / (right - left)

    @cached_property
    def height(self) -> float:
        """The height of the drawing."""
        _, top, _, bottom = self._extent
        return 2 * self.margin + (top - bottom) * self.scale

    @cached_property
    def _extent(self) -> tuple[float, float, float, float]:
        """The left, upper, right and lower end of what the map shows, in radii of the earth."""
        low, high = self.outline.south_west, self.outline.north_east
        middle = (low.longitude + high.longitude) / 2
        border = [
            self._plane(Position(latitude, longitude))
            for latitude in (low.latitude, high.latitude)
            for longitude in (low.longitude, middle, high.longitude)
        ]
        xs, ys = [x for x, _ in border], [y for _, y in border]
        return (min(xs), max(ys), max(xs), min(ys))

    def _plane(self, position: Position) -> Point:
        middle = (self.outline.south_west.longitude + self.outline.north_east.longitude) / 2
        latitude, east = radians(position.latitude), radians(position.longitude - middle)
        side = max(-_FARTHEST, min(_FARTHEST, cos(latitude) * sin(east)))
        return (atanh(side), atan2(tan(latitude), cos(east)))
