"""Checks that the areas are on the map, each in a place of its own."""

from collections.abc import Iterator

from newsroom.content.document import AnyDocument, Source
from newsroom.content.loaded import LoadedContent
from newsroom.content.map_outline import MAP_FILE, MapOutline, Position
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
    yield source.field_problem("position-off-map", "position", what, fix)


def check_shared_positions(content: LoadedContent) -> Iterator[Problem]:
    """Warnings about areas at the position of another one: readers could click on only one of their dots."""
    owners: dict[tuple[str, Position], str] = {}
    for area in filter(None, map(AREA.narrow, content.documents)):
        if position := area.front.position:
            owner = owners.setdefault((area.lang, position), area.path)
            if owner != area.path:
                what = f"`position` is {position}, which is also that of {owner}; their dots would be on each other"
                fix = "write the position of the main town of each"
                yield content.sources[area.path].field_problem("position-repeated", "position", what, fix)
