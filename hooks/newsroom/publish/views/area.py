"""The pages about areas: each with its text and every item that names it, and the page of all areas by nation."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar

from newsroom.content.model import FrontMatter
from newsroom.content.types.area import AREA, Area
from newsroom.publish.page import WebPage
from newsroom.publish.views.listing import ItemList, item_list
from newsroom.publish.views.page import PageText, PageTop, page_text, page_top
from newsroom.publish.views.page_context import PageContext, document_for, listing_for
from newsroom.publish.views.values import Figure, Link, PageView


@dataclass(frozen=True)
class AreaPage(PageView):
    """What ``area.html`` prints. ``nation`` and ``joined`` are in words; ``council`` is None if the name says it."""

    template: ClassVar = "area.html"

    top: PageTop
    text: PageText
    nation: str
    name: str
    council: str | None
    joined: str | None
    picture: Figure | None
    items: ItemList
    back: Link | None


def area_page(page: WebPage, context: PageContext) -> AreaPage:
    """Return the value of the first page of an area."""
    document = document_for(page, Area)
    front, t = document.front, context.t
    return AreaPage(
        top=page_top(context),
        text=page_text(document, context),
        nation=t(f"nation.{front.nation}"),
        name=front.name,
        council=front.council if front.council != front.name else None,
        joined=t("area.joined", date=t.date(front.joined)) if front.joined else None,
        picture=context.figure(document, front.image),
        items=item_list(listing_for(page), context),
        back=context.page_link("areas/", t("areas.back")),
    )


@dataclass(frozen=True)
class Nation:
    """A nation and its areas; ``id`` is for links to it."""

    id: str
    name: str
    areas: tuple[Link, ...]


@dataclass(frozen=True)
class AreasPage(PageView):
    """What ``areas.html`` prints."""

    template: ClassVar = "areas.html"

    top: PageTop
    text: PageText
    title: str
    picture: Figure | None
    nations: tuple[Nation, ...]


def areas_page(page: WebPage, context: PageContext) -> AreasPage:
    """Return the value of the page of all areas."""
    document = document_for(page, FrontMatter)
    return AreasPage(
        top=page_top(context),
        text=page_text(document, context),
        title=document.front.heading,
        picture=context.figure(document, document.front.image),
        nations=tuple(_nations(context)),
    )


def _nations(context: PageContext) -> Iterator[Nation]:
    found = (AREA.narrow(area) for area in context.language_site.topics[AREA.name].values())
    areas = sorted((area for area in found if area), key=lambda area: area.front.nation)
    for nation, members in groupby(areas, lambda area: area.front.nation):
        links = tuple(context.document_link(area, area.front.name) for area in members)
        yield Nation(nation.lower(), context.t(f"nation.{nation}"), links)
