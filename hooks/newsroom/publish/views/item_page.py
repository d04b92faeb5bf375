"""The page of a dated item whose type has no page of its own: common fields, and facts of the type."""

from dataclasses import dataclass
from typing import ClassVar

from newsroom.content.model import Dated
from newsroom.publish.labels import labels_of
from newsroom.publish.page import WebPage
from newsroom.publish.views.item import ItemView, further_reading, reading_time_text, share, topics
from newsroom.publish.views.page import page_text, page_top
from newsroom.publish.views.page_context import PageContext, document_for
from newsroom.publish.views.values import WIDE, Day, Fact


@dataclass(frozen=True)
class ItemPage(ItemView):
    """What ``item.html`` prints, and the templates of types that extend it. ``facts`` are defined by the type."""

    template: ClassVar = "item.html"

    day: Day
    reading_time: str
    facts: tuple[Fact, ...]


def item_page(page: WebPage, context: PageContext) -> ItemPage:
    """Return the value of the page of an item."""
    document = document_for(page, Dated)
    front, t, name = document.front, context.t, document.type.address
    return ItemPage(
        top=page_top(context),
        text=page_text(document, context),
        labels=labels_of(document, t),
        title=front.title,
        summary=front.summary,
        day=context.day(document),
        reading_time=reading_time_text(context),
        picture=context.figure(document, front.lead_image, sizes=WIDE),
        facts=tuple(Fact(t(fact), value(front, t)) for fact, value in document.type.facts.items()),
        topics=topics(document, context),
        share=share(document, context, t("share.print")),
        further_reading=further_reading(document, context, context.list_link(name, t(f"{name}.all"))),
    )
