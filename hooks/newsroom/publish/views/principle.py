"""The pages about principles: each with its text and every item that names it, and the page of all principles."""

from dataclasses import dataclass
from typing import ClassVar

from newsroom.content.model import FrontMatter
from newsroom.content.types.principle import PRINCIPLE, Principle
from newsroom.publish.pages.page import WebPage
from newsroom.publish.views.listing import ItemList, item_list
from newsroom.publish.views.page import TextView, page_text, page_top
from newsroom.publish.views.page_context import PageContext, document_for, listing_for
from newsroom.publish.views.values import Link


@dataclass(frozen=True)
class PrinciplePage(TextView):
    """What ``principle.html`` prints. ``number`` says in words which of the principles it is."""

    template: ClassVar = "principle.html"

    number: str
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


@dataclass(frozen=True)
class PrincipleEntry:
    """A principle in the list of all: a link to its page, and its summary."""

    link: Link
    summary: str


@dataclass(frozen=True)
class PrinciplesPage(TextView):
    """What ``principles.html`` prints."""

    template: ClassVar = "principles.html"

    principles: tuple[PrincipleEntry, ...]


def principles_page(page: WebPage, context: PageContext) -> PrinciplesPage:
    """Return the value of the page of all principles."""
    document = document_for(page, FrontMatter)
    known = context.language_site.topics[PRINCIPLE.name].values()
    return PrinciplesPage(
        top=page_top(context),
        text=page_text(document, context),
        title=document.front.heading,
        picture=context.figure(document, document.front.image),
        principles=tuple(
            PrincipleEntry(context.document_link(one, one.front.heading), one.front.summary) for one in known
        ),
    )
