"""Positions on the earth, and the outline of the land on the map, from GeoJSON (https://www.rfc-editor.org/rfc/rfc7946)."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from newsroom.problems import Problem

_NUMBERS = re.compile(r"([+-]?\d{1,3}(?:\.\d+)?)°?\s*,\s*([+-]?\d{1,3}(?:\.\d+)?)°?")
"""Matches "53.65, -1.78" and "53.6458°, -1.785°", not "53.65 N 1.78 W"."""
_MINUS_SIGN = re.compile("[−–]")
"""As word processors and encyclopedias write it."""
_EXAMPLE = "like 53.65, -1.78"
MAP_FILE = "docs/map.geojson"
"""The path of the outline in the repository. It is not published itself: pages have a drawing of it."""
_MOST_POINTS = 3000
"""More points make each page with a map larger than its text: about 10 bytes each."""
_FIX = "write a GeoJSON file with polygons in degrees, as https://mapshaper.org exports it"


@dataclass(frozen=True)
class Position:
    """Degrees north of the equator and east of Greenwich; south and west are negative."""

    latitude: float
    longitude: float

    def __str__(self) -> str:
        return f"{self.latitude:g}, {self.longitude:g}"


Ring = tuple[Position, ...]


class PositionError(ValueError):
    """Says what is wrong with a position (a clause whose subject is the field), and in ``fix`` how to fix it."""

    def __init__(self, what: str, fix: str) -> None:
        super().__init__(what)
        self.fix = fix


def parse_position(value: object) -> Position:
    """Return the position that an editor has written. Raises PositionError."""
    if isinstance(value, list):
        raise PositionError("is a list", f"write it without brackets, {_EXAMPLE}")
    match = _NUMBERS.fullmatch(_MINUS_SIGN.sub("-", str(value).strip()))
    if match is None:
        fix = f"write the latitude, a comma and the longitude as a map on the web shows them, {_EXAMPLE}"
        raise PositionError(f"is '{str(value)[:40]}', which is not a latitude and a longitude", fix)
    latitude, longitude = map(float, match.groups())
    if 180 >= abs(latitude) > 90 >= abs(longitude):
        swapped = Position(longitude, latitude)
        raise PositionError(f"has the latitude {latitude:g}, which does not exist", f"write {swapped}")
    if abs(latitude) > 90 or abs(longitude) > 180:
        what = f"is '{match[0]}', which is not on the earth: latitudes end at 90, longitudes at 180"
        raise PositionError(what, f"write both in degrees, {_EXAMPLE}")
    return Position(latitude, longitude)


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
