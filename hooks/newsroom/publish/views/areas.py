"""The page of all areas: a finder over their names and places, by nation, and the maps of all areas and of one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar

from newsroom.content.document import Document
from newsroom.content.formats import plain_name
from newsroom.content.library import Channel
from newsroom.content.model import FrontMatter
from newsroom.content.types.area import AREA, Area
from newsroom.publish.area_map import AreaLink, AreaMap, PlacedArea, draw_map
from newsroom.publish.pages.page import WebPage
from newsroom.publish.text.language_marks import language_mark
from newsroom.publish.views.page import TextView, page_text, page_top
from newsroom.publish.views.page_context import PageContext, document_for
from newsroom.publish.views.values import Link


@dataclass(frozen=True)
class AreaEntry:
    """An area in the finder. ``lines`` are its council with its places, and what is said of it if it is not a member;
    ``also`` are its names that are not shown, for the script that filters."""

    link: Link
    lines: tuple[str, ...]
    also: str | None


@dataclass(frozen=True)
class Nation:
    """A nation and its areas; ``id`` is for links to it."""

    id: str
    name: str
    areas: tuple[AreaEntry, ...]


@dataclass(frozen=True)
class AreasPage(TextView):
    """What ``areas.html`` prints. ``contact`` is the network's address; ``contact_page`` says more, if there is one."""

    template: ClassVar = "areas.html"

    summary: str
    nations: tuple[Nation, ...]
    map: AreaMap | None
    contact: str
    contact_page: Link | None


def areas_page(page: WebPage, context: PageContext) -> AreasPage:
    """Return the value of the page of all areas."""
    document = document_for(page, FrontMatter)
    found = (AREA.narrow(area) for area in context.language_site.topics[AREA.name].values())
    areas = [area for area in found if area]
    return AreasPage(
        top=page_top(context),
        text=page_text(document, context),
        title=document.front.heading,
        summary=document.front.summary,
        picture=context.figure(document, document.front.image),
        nations=tuple(_nations(areas, context)),
        map=_map_of(areas, context),
        contact=context.settings.contact,
        contact_page=context.page_link("contact/", context.t("areas.join")),
    )


def _nations(areas: Sequence[Document[Area]], context: PageContext) -> Iterator[Nation]:
    """Yield the nations in the order of the settings; others after them by name."""
    order = {nation: number for number, nation in enumerate(context.settings.nations)}

    def key(area: Document[Area]) -> tuple[int, str]:
        return (order.get(area.front.nation, len(order)), area.front.nation)

    for (_, nation), members in groupby(sorted(areas, key=key), key):
        entries = tuple(_entry(area, context) for area in members)
        yield Nation(plain_name(nation), context.t.value("nation", nation), entries)


def _entry(area: Document[Area], context: PageContext) -> AreaEntry:
    front = area.front
    versions = (AREA.narrow(found) for found in context.library.translations(area, Channel.WEB))
    names = [name for found in versions if found for name in (found.front.name, *found.front.places)]
    shown = places_of(area, context)
    also = dict.fromkeys(name for name in (*names, *front.neighbourhoods) if name not in (front.name, *shown))
    known = [name for name in (front.council, *shown) if name and name != front.name]
    lines = (" · ".join(known), front.status or "")
    return AreaEntry(context.document_link(area, front.name), tuple(filter(None, lines)), ", ".join(also) or None)


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
    found = _map_of([area], context)
    return Locator(found.width, found.height, found.outline, found.dots[0].x, found.dots[0].y) if found else None


def _map_of(areas: Sequence[Document[Area]], context: PageContext) -> AreaMap | None:
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
