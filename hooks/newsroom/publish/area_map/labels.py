"""Finds places for the labels of dots, so that none is on another label or on a dot."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from newsroom.publish.area_map.projection import Point

Anchor = Literal["start", "middle", "end"]
_SIDES: Sequence[tuple[Anchor, float, float]] = (
    ("start", 1, 0.35),
    ("end", -1, 0.35),
    ("middle", 0, -0.7),
    ("middle", 0, 1.6),
    ("start", 0.7, -0.4),
    ("end", -0.7, -0.4),
    ("start", 0.7, 1.1),
    ("end", -0.7, 1.1),
)
"""Where a label can be, the best place first: the end of the text that is at the dot, and how far its base line is to
the right of and below the dot, in sizes of the text."""


@dataclass(frozen=True)
class Box:
    """A rectangle."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: "Box") -> bool:
        """Whether it has a point inside another one."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def enlarged(self, by: float) -> "Box":
        """The rectangle that reaches so much farther on each side."""
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)

    def contains(self, other: "Box") -> bool:
        """Whether another one is inside it."""
        return (
            self.left <= other.left
            and self.top <= other.top
            and other.right <= self.right
            and other.bottom <= self.bottom
        )


@dataclass(frozen=True)
class LabelPlace:
    """A place for a label: the point of its base line to which it is anchored, and the space that it takes."""

    x: float
    y: float
    anchor: Anchor
    box: Box


def box_around(point: Point, radius: float) -> Box:
    """Return the square around a point."""
    x, y = point
    return Box(x - radius, y - radius, x + radius, y + radius)


def place_labels(
    labels: Mapping[Point, float], taken: Sequence[Box], frame: Box, size: float
) -> Mapping[Point, LabelPlace]:
    """Return a place for the label of each dot for which there is one.

    The label with the fewest possible places comes first.

    Args:
        labels: The width of each label, by the point of its dot.
        taken: Where no label may be, such as the dots.
        frame: What all labels must be inside of.
        size: The size of the text.
    """
    free = {
        point: [
            place
            for place in _places(point, width, size)
            if frame.contains(place.box) and not any(place.box.overlaps(box) for box in taken)
        ]
        for point, width in labels.items()
    }
    found: dict[Point, LabelPlace] = {}
    while free:
        point = min(free, key=lambda point: len(free[point]))
        places = free.pop(point)
        if places:
            found[point] = place = places[0]
            near = place.box.enlarged(size / 3)
            free = {other: [one for one in rest if not one.box.overlaps(near)] for other, rest in free.items()}
    return found


def _places(point: Point, width: float, size: float) -> Iterator[LabelPlace]:
    for anchor, right, down in _SIDES:
        x, y = point[0] + right * size * 0.7, point[1] + down * size
        left = x - {"start": 0.0, "middle": width / 2, "end": width}[anchor]
        yield LabelPlace(x, y, anchor, Box(left, y - 0.8 * size, left + width, y + 0.25 * size))
