"""The page of all areas, by nation."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar

from newsroom.content.model import FrontMatter
from newsroom.content.types.area import AREA
from newsroom.publish.page import WebPage
from newsroom.publish.views.page import PageText, PageTop, page_text, page_top
from newsroom.publish.views.page_context import PageContext, document_for
from newsroom.publish.views.values import Figure, Link, PageView


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
