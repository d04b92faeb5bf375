"""A position on the earth, as maps on the web write it: "53.65, -1.78"."""

import re
from dataclasses import dataclass

_NUMBERS = re.compile(r"([+-]?\d{1,3}(?:\.\d+)?)°?\s*,\s*([+-]?\d{1,3}(?:\.\d+)?)°?")
"""Matches "53.65, -1.78" and "53.6458°, -1.785°", not "53.65 N 1.78 W"."""
_MINUS_SIGN = re.compile("[−–]")
"""As word processors and encyclopedias write it."""
_EXAMPLE = "like 53.65, -1.78"


@dataclass(frozen=True)
class Position:
    """Degrees north of the equator and east of Greenwich; south and west are negative."""

    latitude: float
    longitude: float

    def __str__(self) -> str:
        return f"{self.latitude:g}, {self.longitude:g}"


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
