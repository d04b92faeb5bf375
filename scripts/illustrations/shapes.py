"""Outlines to cut from paper: closed shapes as points (x, y), y downwards, in the units of the picture.

Angles are in degrees, clockwise from the right, as they look on the page.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import atan2, cos, degrees, hypot, radians, sin
from typing import TypeAlias

Point: TypeAlias = tuple[float, float]
Shape: TypeAlias = tuple[Point, ...]

_STEPS = 18
"""Straight pieces to each curved one: too many to be seen at three times the picture's size."""


def circle(x: float, y: float, radius: float) -> Shape:
    """A circle round (x, y)."""
    return ellipse(x, y, radius, radius)


def ellipse(x: float, y: float, across: float, down: float, turn: float = 0) -> Shape:
    """An ellipse round (x, y) with the two radii given, turned by an angle."""
    outline = tuple((x + across * cos(radians(a)), y + down * sin(radians(a))) for a in range(0, 360, 2))
    return turned(outline, turn, (x, y))


def sector(x: float, y: float, radius: float, start: float, end: float) -> Shape:
    """A slice of a circle between two angles: half a disc from 180 to 360 is a rising sun."""
    return ((x, y), *arc(x, y, radius, start, end))


def arc(x: float, y: float, radius: float, start: float, end: float) -> Shape:
    """The points along part of a circle, to be made a line of or part of an outline."""
    steps = max(2, round(abs(end - start) / 2))
    angles = (radians(start + (end - start) * step / steps) for step in range(steps + 1))
    return tuple((x + radius * cos(a), y + radius * sin(a)) for a in angles)


def box(x: float, y: float, width: float, height: float, radius: float = 0) -> Shape:
    """A rectangle from its upper left corner, its corners rounded."""
    if not radius:
        return ((x, y), (x + width, y), (x + width, y + height), (x, y + height))
    left, top, right, bottom = x + radius, y + radius, x + width - radius, y + height - radius
    return (
        *arc(left, top, radius, 180, 270),
        *arc(right, top, radius, 270, 360),
        *arc(right, bottom, radius, 0, 90),
        *arc(left, bottom, radius, 90, 180),
    )


def arch(x: float, y: float, width: float, height: float) -> Shape:
    """A doorway with a round top: ``height`` from its top to its sill, ``x``, ``y`` the upper left of its box."""
    radius = width / 2
    return (*arc(x + radius, y + radius, radius, 180, 360), (x + width, y + height), (x, y + height))


def leaf(x: float, y: float, length: float, width: float, angle: float) -> Shape:
    """A leaf with two points, growing from (x, y) towards ``angle``."""
    upper = bezier((0, 0), (length * 0.3, -width * 0.66), (length * 0.75, -width * 0.6), (length, 0))
    lower = bezier((length, 0), (length * 0.75, width * 0.6), (length * 0.3, width * 0.66), (0, 0))
    return moved(turned((*upper, *lower), angle, (0, 0)), x, y)


def bezier(start: Point, first: Point, second: Point, end: Point) -> Shape:
    """The points along a cubic Bézier curve."""
    return tuple(
        (_cubic(t, start[0], first[0], second[0], end[0]), _cubic(t, start[1], first[1], second[1], end[1]))
        for t in (step / (2 * _STEPS) for step in range(2 * _STEPS + 1))
    )


def _cubic(t: float, a: float, b: float, c: float, d: float) -> float:
    s = 1 - t
    return a * s**3 + 3 * b * s**2 * t + 3 * c * s * t**2 + d * t**3


def curve(*points: Point) -> Shape:
    """The points along a smooth line through all of ``points`` (Catmull-Rom, as Bézier pieces)."""
    through = (points[0], *points, points[-1])
    pieces = (_piece(through[i : i + 4]) for i in range(len(points) - 1))
    return _joined(pieces)


def blob(*points: Point) -> Shape:
    """A smooth closed outline through all of ``points``."""
    through = (points[-1], *points, *points[:2])
    return _joined(_piece(through[i : i + 4]) for i in range(len(points)))


def _piece(four: Sequence[Point]) -> Shape:
    before, start, end, after = four
    first = (start[0] + (end[0] - before[0]) / 6, start[1] + (end[1] - before[1]) / 6)
    second = (end[0] - (after[0] - start[0]) / 6, end[1] - (after[1] - start[1]) / 6)
    return bezier(start, first, second, end)


def _joined(pieces: Iterable[Shape]) -> Shape:
    return tuple(point for piece in pieces for point in piece)


def land(bottom: float, *skyline: Point) -> Shape:
    """A hill: a smooth skyline from left to right, and everything below it down to ``bottom``."""
    return (*curve(*skyline), (skyline[-1][0], bottom), (skyline[0][0], bottom))


def ribbon(line: Shape, start: float, end: float) -> Shape:
    """A way along ``line``, ``start`` wide at its first point and ``end`` wide at its last."""
    lengths = [0.0]
    for (x, y), (to_x, to_y) in pairwise(line):
        lengths.append(lengths[-1] + hypot(to_x - x, to_y - y))
    left, right = [], []
    for index, (x, y) in enumerate(line):
        (from_x, from_y), (to_x, to_y) = line[max(index - 1, 0)], line[min(index + 1, len(line) - 1)]
        length = hypot(to_x - from_x, to_y - from_y) or 1.0
        half = (start + (end - start) * lengths[index] / (lengths[-1] or 1.0)) / 2
        across, down = -(to_y - from_y) / length * half, (to_x - from_x) / length * half
        left.append((x + across, y + down))
        right.append((x - across, y - down))
    return (*left, *reversed(right))


def stroke(line: Shape, width: float) -> Shape:
    """A line of one width with round ends."""
    (x, y), (next_x, next_y) = line[0], line[1]
    (before_x, before_y), (end_x, end_y) = line[-2], line[-1]
    first = degrees(atan2(next_y - y, next_x - x))
    last = degrees(atan2(end_y - before_y, end_x - before_x))
    body = ribbon(line, width, width)
    left, right = body[: len(line)], body[len(line) :]
    half = width / 2
    return (
        *arc(x, y, half, first + 270, first + 90),
        *left,
        *arc(end_x, end_y, half, last + 90, last - 90),
        *right,
    )


def moved(shape: Shape, right: float, down: float) -> Shape:
    """The same shape elsewhere."""
    return tuple((x + right, y + down) for x, y in shape)


def turned(shape: Shape, angle: float, about: Point) -> Shape:
    """The same shape, turned clockwise about a point."""
    c, s = cos(radians(angle)), sin(radians(angle))
    x0, y0 = about
    return tuple((x0 + (x - x0) * c - (y - y0) * s, y0 + (x - x0) * s + (y - y0) * c) for x, y in shape)


def mirrored(shape: Shape, x0: float) -> Shape:
    """The same shape, mirrored in the upright line at ``x0``."""
    return tuple((2 * x0 - x, y) for x, y in shape)
