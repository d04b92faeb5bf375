"""The page of a principle: its text, then every item that names it."""

from dataclasses import dataclass
from typing import ClassVar

from newsroom.content.types.principle import Principle
from newsroom.publish.page import WebPage
from newsroom.publish.views.listing import ItemList, item_list
from newsroom.publish.views.page import PageText, PageTop, page_text, page_top
from newsroom.publish.views.page_context import PageContext, document_for, listing_for
from newsroom.publish.views.values import Figure, Link, PageView


@dataclass(frozen=True)
class PrinciplePage(PageView):
    """What ``principle.html`` prints. ``number`` says in words which of the principles it is."""

    template: ClassVar = "principle.html"

    top: PageTop
    text: PageText
    number: str
    title: str
    picture: Figure | None
    items: ItemList
    back: Link | None


def principle_page(page: WebPage, context: PageContext) -> PrinciplePage:
    """Return the value of the first page of a principle."""
    document = document_for(page, Principle)
    front, t = document.front, context.t
    return PrinciplePage(
        top=page_top(context),
        text=page_text(document, context),
        number=t("principle.kicker", number=front.order),
        title=front.title,
        picture=context.figure(document, front.image),
        items=item_list(listing_for(page), context),
        back=context.page_link("principles/", t("principles.back")),
    )
