"""The map of areas: dots at the right places, labels that are not on each other, closeups of what is near."""

import json
from collections.abc import Callable
from itertools import combinations, pairwise
from math import dist

import pytest

from newsroom.content.map_outline import MapOutline, Position, parse_outline
from newsroom.content.types.area import AREA
from newsroom.publish.area_map import AreaLink, AreaMap, Dot, PlacedArea, draw_map
from newsroom.publish.area_map.projection import Projection
from newsroom.publish.text.text_width import Font
from tests.support import NEWSROOM, frozen_library
from tests.support.items import SQUARE

Point = tuple[float, float]


def outline() -> MapOutline:
    """The outline of Great Britain in the frozen newsroom."""
    found = parse_outline((NEWSROOM / "docs/map.geojson").read_text(encoding="utf-8"))
    assert isinstance(found, MapOutline)
    return found


def link_to(name: str) -> AreaLink:
    return AreaLink(name, "", name, None)


def placed() -> list[PlacedArea]:
    """The areas of the frozen newsroom."""
    areas = filter(None, (AREA.narrow(document) for document in frozen_library().documents if document.lang == "en"))
    known = [(area.front, area.front.position) for area in areas]
    return [PlacedArea(link_to(front.name), position, front.places) for front, position in known if position]


def all_dots(found: AreaMap) -> list[Dot]:
    return [*found.dots, *(dot for closeup in found.closeups for dot in closeup.dots)]


def label_box(dot: Dot) -> tuple[float, float, float, float] | None:
    """The left, upper, right and lower end of a label, in the widest font that readers have."""
    if dot.label is None:
        return None
    width, x, y = Font(12).width(dot.link.name), float(dot.label.x), float(dot.label.y)
    left = x - {"start": 0, "middle": width / 2, "end": width}[dot.label.anchor]
    return (left, y - 9, left + width, y + 2)


def test_dots_are_at_the_right_places() -> None:
    areas = placed()
    projection = Projection(outline(), 288, 5)
    at = {area.link.name: projection.point(area.position) for area in areas}
    london = ("Haringey", "Havering", "Kensington and Chelsea", "Waltham Forest", "Westminster")
    assert max(dist(at[a], at[b]) for a, b in combinations(london, 2)) < 30
    assert all(at["South Tyneside"][1] < y for name, (_, y) in at.items() if name != "South Tyneside")
    assert min(at, key=lambda name: at[name][0]) == "Swansea"
    assert at["York"][1] < at["Derby"][1] < at["Oxfordshire"][1] < at["Wiltshire"][1]
    for name, point in at.items():
        assert is_on_land(point, projection), name
    assert is_on_land(projection.point(Position(52.2, -3.7)), projection), "the middle of Wales"
    assert not is_on_land(projection.point(Position(54.2, -4.9)), projection), "the Irish Sea"


def is_on_land(point: Point, projection: Projection) -> bool:
    """Whether a point is inside the outline, or so near to it that its dot touches the land."""
    around = [(0, 0), (5, 0), (-5, 0), (0, 5), (0, -5)]
    rings = [[projection.point(corner) for corner in ring] for ring in projection.outline.rings]
    return any(sum(is_inside((point[0] + x, point[1] + y), ring) for ring in rings) % 2 for x, y in around)


def is_inside(point: Point, ring: list[Point]) -> bool:
    """Whether a point is inside a ring: whether a line to the right of it crosses the ring an odd number of times."""
    crossings = 0
    for (x1, y1), (x2, y2) in pairwise(ring):
        if (y1 > point[1]) != (y2 > point[1]):
            crossings += point[0] < x1 + (point[1] - y1) * (x2 - x1) / (y2 - y1)
    return crossings % 2 == 1


def test_distances_are_the_same_in_all_directions() -> None:
    projection = Projection(outline(), 288, 5)
    middle = projection.point(Position(53, -2))
    north, east = projection.point(Position(53.5, -2)), projection.point(Position(53, -2 + 0.5 / 0.6018))
    assert dist(middle, north) == pytest.approx(dist(middle, east), rel=0.01)


def test_no_label_is_on_a_label_or_a_dot_and_all_areas_are_drawn() -> None:
    areas = placed()
    found = draw_map(outline(), areas)
    assert {dot.link for dot in all_dots(found)} == {area.link for area in areas}
    assert all(dot.label for dot in all_dots(found))
    for drawing, height in ((found.dots, found.height), *((each.dots, each.height) for each in found.closeups)):
        boxes = [label_box(dot) for dot in drawing]
        boxes += [(float(dot.x) - 4, float(dot.y) - 4, float(dot.x) + 4, float(dot.y) + 4) for dot in drawing]
        for one, other in combinations(filter(None, boxes), 2):
            assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
        assert all(box and box[0] >= 0 and box[2] <= 288 and box[1] >= 0 and box[3] <= float(height) for box in boxes)


def test_areas_near_each_other_are_in_a_closeup_with_the_name_of_their_place() -> None:
    areas = placed()
    (closeup,) = draw_map(outline(), areas).closeups
    assert closeup.place == "London"
    assert {dot.link.name for dot in closeup.dots} >= {"Haringey", "Westminster", "Thurrock"}
    assert closeup.frame.label
    points = [(float(dot.x), float(dot.y)) for dot in closeup.dots]
    assert min(dist(one, other) for one, other in combinations(points, 2)) > 10


@pytest.mark.parametrize("count", [1, 2, 60])
def test_any_number_of_areas_can_be_at_one_place(count: int) -> None:
    square = parse_outline(json.dumps(SQUARE))
    assert isinstance(square, MapOutline)
    areas = [PlacedArea(link_to(f"Area {number}"), Position(53, -2), (f"Part {number}",)) for number in range(count)]
    found = draw_map(square, areas)
    assert len(all_dots(found)) == count
    assert [closeup.place for closeup in found.closeups] == ([None] if count > 1 else [])


def test_box_says_what_the_map_shows() -> None:
    square = parse_outline(json.dumps(SQUARE | {"bbox": [-4, 51, 0, 55]}))
    assert isinstance(square, MapOutline)
    assert square.shows(Position(53, -2))
    assert not square.shows(Position(53, 1))
    assert not square.shows(Position(50.5, -2))


@pytest.mark.parametrize(
    "wrap",
    [
        lambda land: land,
        lambda land: {"type": "Feature", "geometry": land},
        lambda land: {"type": "FeatureCollection", "features": [{"type": "Feature", "geometry": land}]},
        lambda land: {"type": "GeometryCollection", "geometries": [land]},
        lambda land: {"type": "MultiPolygon", "coordinates": [land["coordinates"]]},
    ],
)
def test_all_forms_of_polygons_are_read(wrap: Callable[[dict[str, object]], object]) -> None:
    assert parse_outline(json.dumps(wrap(SQUARE))) == parse_outline(json.dumps(SQUARE))
