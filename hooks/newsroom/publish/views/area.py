"""The page of an area: what is known of it, its text, and every item that names it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import ClassVar

from newsroom.content.document import Document
from newsroom.content.model import Timed
from newsroom.content.types.area import Area, AreaWorker, Contact
from newsroom.content.types.event import EVENT
from newsroom.content.types.vacancy import VACANCY
from newsroom.publish.pages.page import WebPage
from newsroom.publish.views.areas import Locator, locator_of, places_of
from newsroom.publish.views.card import Card
from newsroom.publish.views.coming import Calendar, calendar_of, coming_cards
from newsroom.publish.views.listing import ItemList, item_list
from newsroom.publish.views.page import PageText, PageTop, page_text, page_top
from newsroom.publish.views.page_context import PageContext, document_for, listing_for
from newsroom.publish.views.values import Figure, Link, PageView

_DIALLED = re.compile(r"\(0\)|[^\d+]")
"""What is not dialled: in "+44 (0)1632 960 001" the zero in brackets, brackets and spaces."""


@dataclass(frozen=True)
class AreaFacts:
    """What is known of an area. Each text is None, and each list empty, if it is not known.

    ``council`` is the council's name, ``council_page`` the address of its page. ``contact`` says who answers; ``ways``
    are an email address, a telephone number and a page.
    """

    council: str | None
    council_page: str | None
    joined: str | None
    status: str | None
    contact: str | None
    ways: tuple[Link, ...]
    coordinators: tuple[str, ...]
    neighbourhoods: str | None
    places: str | None


@dataclass(frozen=True)
class AreaPage(PageView):
    """What ``area.html`` prints. ``locator`` shows where it is, if that is known, as are ``facts``.

    ``events`` and ``vacancies`` are those that are not over; ``items`` are all others.
    """

    template: ClassVar = "area.html"

    top: PageTop
    text: PageText
    nation: str
    name: str
    facts: AreaFacts | None
    locator: Locator | None
    picture: Figure | None
    events: tuple[Card, ...]
    calendar: Calendar | None
    vacancies: tuple[Card, ...]
    items: ItemList
    back: Link | None


def area_page(page: WebPage, context: PageContext) -> AreaPage:
    """Return the value of the first page of an area."""
    document = document_for(page, Area)
    front, t, listing = document.front, context.t, listing_for(page)
    others = [item for item in listing.documents if not isinstance(item.front, Timed)]
    events = coming_cards(context, EVENT, about=document)
    return AreaPage(
        top=page_top(context),
        text=page_text(document, context),
        nation=t.value("nation", front.nation),
        name=front.name,
        facts=_facts(document, context),
        locator=locator_of(document, context),
        picture=context.figure(document, front.image),
        events=events,
        calendar=calendar_of(context, document) if events else None,
        vacancies=coming_cards(context, VACANCY, about=document),
        items=item_list(replace(listing, documents=others), context),
        back=context.page_link("areas/", t("areas.back")),
    )


def _facts(document: Document[Area], context: PageContext) -> AreaFacts | None:
    t, front = context.t, document.front
    contact = front.contact or Contact()
    facts = AreaFacts(
        council=front.council,
        council_page=front.link,
        joined=t("area.joined", date=t.date(front.joined)) if front.joined else None,
        status=front.status,
        contact=contact.name,
        ways=tuple(_ways(contact, context)),
        coordinators=tuple(_coordinator(each) for each in front.coordinators),
        neighbourhoods=t.list(front.neighbourhoods) if front.neighbourhoods else None,
        places=t.list(places_of(document, context)) if front.places else None,
    )
    return facts if any(vars(facts).values()) else None


def _ways(contact: Contact, context: PageContext) -> Iterator[Link]:
    if contact.email:
        yield Link(f"mailto:{contact.email}", contact.email)
    if contact.phone:
        yield Link(f"tel:{_DIALLED.sub('', contact.phone)}", contact.phone)
    if contact.link:
        yield Link(contact.link, context.t("area.contact_page"))


def _coordinator(coordinator: AreaWorker) -> str:
    return ", ".join(filter(None, (coordinator.name, coordinator.neighbourhood)))
