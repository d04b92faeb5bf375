"""Checks that compare items: their titles, the positions of areas, and the dates of an item in several languages."""

from collections.abc import Iterator

from newsroom.content.dates import PartialDate
from newsroom.content.document import AnyDocument, Source
from newsroom.content.library import Channel, Library
from newsroom.content.loaded import LoadedContent
from newsroom.content.map_outline import MAP_FILE, MapOutline, Position
from newsroom.content.types.area import AREA
from newsroom.problems import Problem


def check_version_dates(content: LoadedContent, library: Library, default_language: str) -> Iterator[Problem]:
    """Warnings about a day or a time that differs from that of the default language, or else the first one.

    A date in one file may be more exact than in the other. ``added`` and ``sent`` are about a version alone.
    """
    for document in library.documents:
        versions = sorted(library.versions(document), key=lambda version: version.lang != default_language)
        source = content.sources[document.path]
        for field in document.front.shared_days if len(versions) > 1 else ():
            first = next((version for version in versions if field in content.sources[version.path].values), document)
            if field not in source.values or _agree(document, first, field):
                continue
            other = content.sources[first.path].values[field]
            what = (
                f"`{field}` is {source.values[field]}, but {other} in {first.path}, the same item in another language"
            )
            fix = "write the same in both files"
            if field == "date":
                fix += "; if this version came out later, write that day as `added`"
            yield source.field_problem("version-date-differs", field, what, fix)


def _agree(document: AnyDocument, first: AnyDocument, field: str) -> bool:
    own, other = getattr(document.front, field), getattr(first.front, field)
    if isinstance(own, PartialDate) and isinstance(other, PartialDate):
        return own.covers(other) or other.covers(own)
    return bool(own == other)


def check_titles(content: LoadedContent, library: Library) -> Iterator[Problem]:
    """Warnings about a title that another page in the same language has; hidden items have no page.

    Between a draft and a page that readers see, the warning is about the draft.
    """
    owners: dict[tuple[str, str], str] = {}
    for document in sorted(
        content.documents, key=lambda document: (document.path in content.drafts, document.sort_key)
    ):
        title, has_page = document.front.heading, not library.consent.hides(document.path, Channel.WEB)
        owner = owners.setdefault((document.lang, _fold(title)), document.path) if has_page else None
        if owner and owner != document.path:
            field = document.type.title_field
            what = f"`{field}` is '{title}', which is also the title of {owner}; readers cannot distinguish them"
            source, fix = content.sources[document.path], "give one of them another title"
            yield source.field_problem("title-repeated", field, what, fix)


def _fold(title: str) -> str:
    return " ".join(title.split()).casefold()


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
