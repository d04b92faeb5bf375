"""Checks that the areas are on the map."""

from collections.abc import Iterator

from newsroom.content.document import AnyDocument, Source
from newsroom.content.map_outline import MAP_FILE, MapOutline
from newsroom.content.position import Position
from newsroom.content.types.area import AREA
from newsroom.problems import Problem


def check_position(document: AnyDocument, source: Source, outline: MapOutline | None) -> Iterator[Problem]:
    """An error about an area whose position is not on the map, which usually has its numbers swapped."""
    area = AREA.narrow(document)
    if area is None or area.front.position is None or outline is None or outline.shows(area.front.position):
        return
    position = area.front.position
    swapped = Position(position.longitude, position.latitude)
    what = f"`position` is {position}, which is outside the map of {MAP_FILE}"
    fix = "correct it; or, if the area is there, have the map show more"
    if outline.shows(swapped):
        fix = f"write the latitude first: {swapped}"
    yield Problem("position-off-map", source.path, source.line("position"), what, fix)
