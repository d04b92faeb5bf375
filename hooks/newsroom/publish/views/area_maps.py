"""The maps of areas as templates print them: of all areas on their page, and of one on its own."""

from collections.abc import Sequence
from dataclasses import dataclass

from newsroom.content.document import Document
from newsroom.content.types.area import Area
from newsroom.publish.area_map import Closeup, Dot, Frame, Label, PlacedArea, draw_map
from newsroom.publish.language_marks import language_mark
from newsroom.publish.views.page_context import PageContext


@dataclass(frozen=True)
class MapDot:
    """An area's dot, which is a link to its page. ``label`` is the place of its name, None if there is no room for it.

    ``lang`` is the language of the name and the page, and ``spoken`` the name with that language, for screen readers;
    ``lang`` is None if it is the page's own.
    """

    href: str
    name: str
    spoken: str
    lang: str | None
    x: str
    y: str
    label: Label | None


@dataclass(frozen=True)
class MapCloseup:
    """A closeup. ``place`` is its label on the map, ``title`` is above its drawing; ``id`` is for a link to it."""

    id: str
    title: str
    place: str | None
    frame: Frame
    width: str
    height: str
    dots: tuple[MapDot, ...]


@dataclass(frozen=True)
class MapDrawing:
    """A map for ``parts/map.html``; all sizes are in units of the drawing. ``outline`` is the path of the land."""

    width: str
    height: str
    outline: str
    dots: tuple[MapDot, ...]
    closeups: tuple[MapCloseup, ...]


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


def map_of(areas: Sequence[Document[Area]], context: PageContext) -> MapDrawing | None:
    """Return the map of those areas that have a position; None if there is nothing to draw."""
    outline = context.shared.build.content.map_outline
    shown = [area for area in areas if area.front.position and outline and outline.shows(area.front.position)]
    if not outline or not shown:
        return None
    placed = [
        PlacedArea(area.front.name, area.front.position, places_of(area, context))
        for area in shown
        if area.front.position
    ]
    found = draw_map(outline, placed)
    return MapDrawing(
        width=found.width,
        height=found.height,
        outline=found.outline,
        dots=_dots(found.dots, shown, context),
        closeups=tuple(_closeup(number, each, shown, context) for number, each in enumerate(found.closeups, 1)),
    )


def places_of(area: Document[Area], context: PageContext) -> tuple[str, ...]:
    """Return the places of an area by their names in the page's language."""
    return tuple(context.t.value("place", place) for place in area.front.places)


def _closeup(number: int, closeup: Closeup, areas: Sequence[Document[Area]], context: PageContext) -> MapCloseup:
    t, place = context.t, closeup.place
    return MapCloseup(
        id=f"closeup-{number}",
        title=t("map.around", place=place) if place else t("map.close", number=len(closeup.dots)),
        place=place,
        frame=closeup.frame,
        width=closeup.width,
        height=closeup.height,
        dots=_dots(closeup.dots, areas, context),
    )


def _dots(dots: Sequence[Dot], areas: Sequence[Document[Area]], context: PageContext) -> tuple[MapDot, ...]:
    return tuple(_dot(dot, areas[dot.number], context) for dot in dots)


def _dot(dot: Dot, area: Document[Area], context: PageContext) -> MapDot:
    name, lang = area.front.name, context.if_other_language(area.lang)
    spoken = f"{name} {language_mark(lang, context.t)}" if lang else name
    return MapDot(context.href(area.url), name, spoken, lang, dot.x, dot.y, dot.label)
