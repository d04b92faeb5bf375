"""The page of an area: its text, then every item that names it."""

from dataclasses import dataclass
from typing import ClassVar

from newsroom.content.types.area import Area
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
