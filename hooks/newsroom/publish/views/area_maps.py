"""The maps of areas as templates print them: of all areas on their page, and of one on its own."""

from collections.abc import Sequence
from dataclasses import dataclass

from newsroom.content.document import Document
from newsroom.content.types.area import Area
from newsroom.publish.area_map import AreaLink, AreaMap, PlacedArea, draw_map
from newsroom.publish.text.language_marks import language_mark
from newsroom.publish.views.page_context import PageContext


@dataclass(frozen=True)
class Locator:
    """A small map for ``parts/locator.html``, with one dot."""

    width: str
    height: str
    outline: str
    x: str
    y: str


def locator_of(area: Document[Area], context: PageContext) -> Locator | None:
    """Return the map that shows where an area is; None if that is not known."""
    found = map_of([area], context)
    return Locator(found.width, found.height, found.outline, found.dots[0].x, found.dots[0].y) if found else None


def map_of(areas: Sequence[Document[Area]], context: PageContext) -> AreaMap | None:
    """Return the map of those areas that have a position; None if there is nothing to draw."""
    outline = context.shared.build.content.map_outline
    placed = [
        PlacedArea(_link(area, context), area.front.position, places_of(area, context))
        for area in areas
        if area.front.position and outline and outline.shows(area.front.position)
    ]
    return draw_map(outline, placed) if outline and placed else None


def places_of(area: Document[Area], context: PageContext) -> tuple[str, ...]:
    """Return the places of an area by their names in the page's language."""
    return tuple(context.t.value("place", place) for place in area.front.places)


def _link(area: Document[Area], context: PageContext) -> AreaLink:
    name, lang = area.front.name, context.if_other_language(area.lang)
    spoken = f"{name} {language_mark(lang, context.t)}" if lang else name
    return AreaLink(name, context.href(area.url), spoken, lang)
