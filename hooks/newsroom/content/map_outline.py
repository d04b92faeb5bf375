"""The outline of the land on the map of areas, from a GeoJSON file (https://www.rfc-editor.org/rfc/rfc7946)."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from newsroom.content.position import Position
from newsroom.problems import Problem

MAP_FILE = "docs/map.geojson"
"""The path of the outline in the repository. It is not published itself: pages have a drawing of it."""
_MOST_POINTS = 3000
"""More points make each page with a map larger than its text: about 10 bytes each."""
_FIX = "write a GeoJSON file with polygons in degrees, as https://mapshaper.org exports it"
Ring = tuple[Position, ...]


@dataclass(frozen=True)
class MapOutline:
    """The land, and the part of the earth that the map shows.

    Attributes:
        rings: The coasts and borders, each a closed line.
        south_west: The corner of the map with the smallest numbers.
        north_east: The corner of the map with the largest numbers.
    """

    rings: tuple[Ring, ...]
    south_west: Position
    north_east: Position

    def shows(self, position: Position) -> bool:
        """Whether a position is on the map."""
        low, high = self.south_west, self.north_east
        return (
            low.latitude <= position.latitude <= high.latitude and low.longitude <= position.longitude <= high.longitude
        )


def parse_outline(text: str) -> MapOutline | Problem:
    """Return the outline in a GeoJSON text, or the error that it cannot be drawn.

    The map shows the file's ``bbox``: land beyond it is cut off. Without one it shows all land.
    """
    try:
        data = json.loads(text)
        rings = tuple(_rings(data))
        low, high = _box(data, rings)
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError):
        return _problem("is not GeoJSON with polygons, so the map of areas cannot be drawn", _FIX)
    if (count := sum(map(len, rings))) > _MOST_POINTS:
        fix = "simplify it, for example at https://mapshaper.org"
        return _problem(f"has {count} points, and a map of more than {_MOST_POINTS} makes pages slow", fix)
    return MapOutline(rings, low, high)


def _problem(what: str, fix: str) -> Problem:
    return Problem("map-invalid", MAP_FILE, None, f"this file {what}", fix)


def _rings(data: dict[str, Any]) -> Iterator[Ring]:
    """Yield the rings of all polygons in an object of GeoJSON, and in the objects in it."""
    for key in ("features", "geometries"):
        for part in data.get(key) or ():
            yield from _rings(part)
    if isinstance(geometry := data.get("geometry"), dict):
        yield from _rings(geometry)
    coordinates: object = data.get("coordinates")
    if data.get("type") in ("Polygon", "MultiPolygon") and isinstance(coordinates, list):
        for polygon in coordinates if data["type"] == "MultiPolygon" else [coordinates]:
            yield from (tuple(_position(point) for point in ring) for ring in polygon)


def _position(point: list[float]) -> Position:
    """Return a position from GeoJSON, where the longitude comes first. Raises ValueError if it is not on the earth."""
    longitude, latitude = float(point[0]), float(point[1])
    if not (abs(latitude) <= 90 and abs(longitude) <= 180):
        raise ValueError("not on the earth")
    return Position(latitude, longitude)


def _box(data: dict[str, object], rings: tuple[Ring, ...]) -> tuple[Position, Position]:
    """Return the corners of what the map shows. Raises ValueError if there is nothing between them."""
    if isinstance(box := data.get("bbox"), list):
        low, high = _position(box[:2]), _position(box[2:])
    else:
        points = [point for ring in rings for point in ring]
        latitudes, longitudes = [at.latitude for at in points], [at.longitude for at in points]
        low, high = Position(min(latitudes), min(longitudes)), Position(max(latitudes), max(longitudes))
    if low.latitude >= high.latitude or low.longitude >= high.longitude:
        raise ValueError("nothing to show")
    return low, high
