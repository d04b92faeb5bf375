"""The map of areas: an SVG drawing from the outline of the land and the positions of the areas."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import dist

from newsroom.content.map_outline import MapOutline, Position, Ring
from newsroom.publish.area_map.labels import Box, LabelPlace, box_around, place_labels
from newsroom.publish.area_map.projection import Point, Projection
from newsroom.publish.text.text_width import Font

__all__ = ["AreaLink", "AreaMap", "Dot", "PlacedArea", "draw_map"]

_WIDTH, _MARGIN = 288.0, 5.0
_TEXT, _RADIUS = 12, 4.5
_TARGET = 12.5
"""The radius of what can be clicked around a dot: 24 CSS pixels on the narrowest phone (WCAG 2.2, 2.5.8)."""
_TOO_NEAR = _TARGET + 0.5
_CLOSEUP_MARGIN = (78.0, 29.0)
"""What stays free beside and above the outermost dots of a closeup, for their labels."""
_TALLEST_CLOSEUP = 220.0


@dataclass(frozen=True)
class AreaLink:
    """The link to an area's page, which its dot is.

    ``lang`` is the language of the name and the page, None if it is that of the map, and ``spoken`` the name with that
    language, for screen readers.
    """

    name: str
    href: str
    spoken: str
    lang: str | None


@dataclass(frozen=True)
class PlacedArea:
    """An area to draw: its link, its position, and the places in it."""

    link: AreaLink
    position: Position
    places: tuple[str, ...] = ()


@dataclass(frozen=True)
class Label:
    """A text at a point. ``anchor`` is a value of SVG's ``text-anchor``."""

    x: str
    y: str
    anchor: str


@dataclass(frozen=True)
class Dot:
    """An area's dot. ``label`` is None where there is no room for its name."""

    link: AreaLink
    x: str
    y: str
    label: Label | None


@dataclass(frozen=True)
class Speck:
    """A small dot without a name."""

    x: str
    y: str


@dataclass(frozen=True)
class CloseupFrame:
    """What a closeup shows, as a frame on the map with small dots, and the point for its name, if there is room.

    ``middle`` is the middle of what can be clicked, which may be higher than the frame.
    """

    x: str
    y: str
    width: str
    height: str
    middle: Speck
    dots: tuple[Speck, ...]
    label: Label | None


@dataclass(frozen=True)
class Closeup:
    """A part of the map in which dots would be on each other, drawn larger.

    It has a ``number``, from 1, and a ``count`` of dots. ``place`` is the place that several, and at least half, of its
    areas name; None if there is none. ``width`` and ``height`` are those of its own drawing.
    """

    number: int
    count: int
    place: str | None
    frame: CloseupFrame
    width: str
    height: str
    dots: tuple[Dot, ...]


@dataclass(frozen=True)
class AreaMap:
    """A map for ``parts/map.html``; all sizes are in units of the drawing.

    ``outline`` is the path of the land; ``dots`` are those that are in no closeup.
    """

    width: str
    height: str
    outline: str
    dots: tuple[Dot, ...]
    closeups: tuple[Closeup, ...]


def draw_map(outline: MapOutline, areas: Sequence[PlacedArea]) -> AreaMap:
    """Return the map of some areas, in their order."""
    projection = Projection(outline, _WIDTH, _MARGIN)
    points = [projection.point(area.position) for area in areas]
    groups = [_Group(numbers, areas, points) for numbers in _near_each_other(points)]
    alone = sorted(set(range(len(areas))) - {number for group in groups for number in group.numbers})
    labels = {points[number]: _width(areas[number].link.name) for number in alone}
    labels |= {group.anchor: _width(group.place) for group in groups if group.place}
    taken = [*(group.box for group in groups), *(box_around(points[number], _RADIUS + 1) for number in alone)]
    placed = place_labels(labels, taken, Box(0, 0, _WIDTH, projection.height), _TEXT)
    return AreaMap(
        width=_number(_WIDTH),
        height=_number(projection.height),
        outline=_path(outline, projection),
        dots=tuple(_dot(areas[number].link, points[number], placed) for number in alone),
        closeups=tuple(group.closeup(number, placed) for number, group in enumerate(groups, 1)),
    )


def _near_each_other(points: Sequence[Point]) -> Iterator[tuple[int, ...]]:
    """Yield the groups of dots in which each is so near to another that the two could not be distinguished."""
    left = set(range(len(points)))
    while left:
        group = [left.pop()]
        for member in group:
            near = {other for other in left if dist(points[member], points[other]) < _TOO_NEAR}
            group += sorted(near)
            left -= near
        if len(group) > 1:
            yield tuple(sorted(group))


class _Group:
    """Dots near each other, by the numbers of their areas."""

    def __init__(self, numbers: tuple[int, ...], areas: Sequence[PlacedArea], points: Sequence[Point]) -> None:
        self.numbers = numbers
        self.place = _common_place([areas[number] for number in numbers])
        self._points = [points[number] for number in numbers]
        self._links = [areas[number].link for number in numbers]
        xs, ys = zip(*self._points, strict=True)
        self.box = Box(min(xs) - _RADIUS, min(ys) - _RADIUS, max(xs) + _RADIUS, max(ys) + _RADIUS)
        self.anchor = (self.box.right - _RADIUS, (self.box.top + self.box.bottom) / 2)

    def closeup(self, number: int, placed: Mapping[Point, LabelPlace]) -> Closeup:
        """Return what is drawn of the group as the closeup with a number, with the places of the map's own labels."""
        large, height = self._enlarged()
        labels = {at: _width(link.name) for at, link in zip(large, self._links, strict=True)}
        dots = [box_around(point, _RADIUS + 1) for point in large]
        inner = place_labels(labels, dots, Box(0, 0, _WIDTH, height), _TEXT)
        box = self.box
        frame = CloseupFrame(
            x=_number(box.left),
            y=_number(box.top),
            width=_number(box.right - box.left),
            height=_number(box.bottom - box.top),
            middle=Speck(_number((box.left + box.right) / 2), _number((box.top + box.bottom) / 2)),
            dots=tuple(Speck(_number(x), _number(y)) for x, y in self._points),
            label=_label(placed.get(self.anchor)),
        )
        shown = tuple(_dot(link, at, inner) for link, at in zip(self._links, large, strict=True))
        return Closeup(number, len(shown), self.place, frame, _number(_WIDTH), _number(height), shown)

    def _enlarged(self) -> tuple[list[Point], float]:
        """The points of the closeup, and its height."""
        beside, above = _CLOSEUP_MARGIN
        left, top = min(x for x, _ in self._points), min(y for _, y in self._points)
        wide = max(x for x, _ in self._points) - left
        high = max(y for _, y in self._points) - top
        scale = min((_WIDTH - 2 * beside) / max(wide, 0.1), (_TALLEST_CLOSEUP - 2 * above) / max(high, 0.1))
        indent = (_WIDTH - wide * scale) / 2
        points = [(indent + (x - left) * scale, above + (y - top) * scale) for x, y in self._points]
        return points, high * scale + 2 * above


def _common_place(areas: Sequence[PlacedArea]) -> str | None:
    """Return the place that the most areas name, if it is several, and at least half of them."""
    counted = Counter(place for area in areas for place in dict.fromkeys(area.places))
    place, count = max(counted.items(), key=lambda item: item[1], default=("", 0))
    return place if count > 1 and count * 2 >= len(areas) else None


def _dot(link: AreaLink, point: Point, placed: Mapping[Point, LabelPlace]) -> Dot:
    return Dot(link, _number(point[0]), _number(point[1]), _label(placed.get(point)))


def _label(place: LabelPlace | None) -> Label | None:
    return Label(_number(place.x), _number(place.y), place.anchor) if place else None


def _width(text: str) -> float:
    return Font(_TEXT).width(text)


def _path(outline: MapOutline, projection: Projection) -> str:
    return "".join(f"M{'L'.join(_coordinates(ring, projection))}Z" for ring in outline.rings)


def _coordinates(ring: Ring, projection: Projection) -> Iterator[str]:
    """Yield the corners of a ring, without its end, which is its start again."""
    for position in ring[:-1]:
        x, y = projection.point(position)
        yield f"{_number(x)} {_number(y)}"


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
