"""What is coming: cards of events or vacancies for other pages, and the page that lists a type of them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import ClassVar

from newsroom.content.document import AnyDocument
from newsroom.content.types import AnyType
from newsroom.content.types.event import EVENT
from newsroom.publish.calendars import calendar_path
from newsroom.publish.pages.page import WebPage
from newsroom.publish.views.card import Card, cards
from newsroom.publish.views.listing import Pager, pager, year_ids
from newsroom.publish.views.page import PageTop, page_top
from newsroom.publish.views.page_context import PageContext, listing_for
from newsroom.publish.views.values import PageView


@dataclass(frozen=True)
class Calendar:
    """A calendar to subscribe to: its address on the page, and the one that opens a calendar program."""

    href: str
    webcal: str


@dataclass(frozen=True)
class ComingPage(PageView):
    """What ``coming.html`` prints. ``summary`` is None on the later pages of the list.

    ``coming`` and ``past`` are the cards of one page of the list. ``none`` says that nothing is coming; it is None
    where something is, or may be on another page.
    """

    template: ClassVar = "coming.html"

    top: PageTop
    title: str
    summary: str | None
    coming: tuple[Card, ...]
    none: str | None
    past: tuple[Card, ...]
    calendar: Calendar | None
    pager: Pager | None


def coming_cards(
    context: PageContext, content_type: AnyType, *, about: AnyDocument | None = None, most: int | None = None
) -> tuple[Card, ...]:
    """Return the cards of the events or vacancies that are not over, the next first.

    Args:
        content_type: ``EVENT`` or ``VACANCY``.
        about: The area or principle that they name; by default all are wanted.
        most: The number of cards at most.
    """
    return cards(context.language_site.coming(content_type, about)[:most], context)


def calendar_of(context: PageContext, about: AnyDocument | None = None) -> Calendar | None:
    """Return the calendar of all events, or of those of an area or a principle; None if there are none."""
    path = calendar_path(context.language_site, about)
    if path is None:
        return None
    return Calendar(context.href(path), f"webcal://{context.settings.site_url.partition('://')[2]}{path}")


def coming_page(page: WebPage, context: PageContext) -> ComingPage:
    """Return the value of a page of the list of events or vacancies."""
    listing, t, address = listing_for(page), context.t, page.local_url.partition("/")[0]
    coming = [document for document in listing.documents if not context.library.is_over(document)]
    past = [document for document in listing.documents if context.library.is_over(document)]
    is_first, ids = listing.number == 1, year_ids(listing, [*past, *coming])
    return ComingPage(
        top=page_top(context),
        title=page.title,
        summary=page.summary if is_first else None,
        coming=_without_genre(cards(coming, context, ids)),
        none=t(f"{address}.none") if is_first and not coming else None,
        past=_without_genre(cards(past, context, ids)),
        calendar=calendar_of(context) if address == EVENT.address else None,
        pager=pager(listing, context),
    )


def _without_genre(found: Iterable[Card]) -> tuple[Card, ...]:
    """Return the cards without the label that the page's title has already said."""
    return tuple(replace(card, labels=card.labels[1:]) for card in found)
