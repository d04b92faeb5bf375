"""The pages of what is over some day: an event, with how to book and a file for calendars, and a vacancy."""

from dataclasses import dataclass
from typing import ClassVar

from newsroom.content.types.event import Event
from newsroom.content.types.vacancy import Vacancy
from newsroom.publish.calendars import event_path
from newsroom.publish.pages.labels import labels_of
from newsroom.publish.pages.page import WebPage
from newsroom.publish.views.item import ItemView, further_reading, share, topics
from newsroom.publish.views.page import page_text, page_top
from newsroom.publish.views.page_context import PageContext, document_for
from newsroom.publish.views.values import WIDE, Day, Fact, known_facts


@dataclass(frozen=True)
class EventPage(ItemView):
    """What ``event.html`` prints.

    ``notice`` says that it is over, cancelled or postponed. ``join_url`` is where people join online; ``join_words``
    say how, if there is no address. ``booking`` is where people book, ``calendar`` the address of the file for
    calendars; all four are None if it is over, cancelled or postponed.
    """

    template: ClassVar = "event.html"

    notice: str | None
    when: Day
    place: str | None
    join_url: str | None
    join_words: str | None
    booking: str | None
    calendar: str | None
    facts: tuple[Fact, ...]


def event_page(page: WebPage, context: PageContext) -> EventPage:
    """Return the value of the page of an event."""
    document = document_for(page, Event)
    front, t = document.front, context.t
    is_open = not page.is_over and front.status is None
    return EventPage(
        top=page_top(context),
        text=page_text(document, context),
        labels=labels_of(document, t),
        title=front.title,
        summary=front.summary,
        notice=_notice(front, page, context),
        when=Day(front.starts.isoformat(), t.period(front.starts, front.ends)),
        place=front.place,
        join_url=front.join_url if is_open else None,
        join_words=None if front.join_url or not is_open else front.online,
        booking=front.booking if is_open else None,
        calendar=context.href(event_path(document)) if is_open else None,
        facts=known_facts(
            (t("event.cost"), front.cost),
            (t("event.audience"), front.audience),
            (t("event.series"), front.series),
            (t("event.organiser"), front.organiser),
        ),
        picture=context.figure(document, front.image, sizes=WIDE),
        topics=topics(document, context),
        share=share(document, context, t("share.print")),
        further_reading=further_reading(document, context, context.list_link("events", t("events.back"))),
    )


def _notice(front: Event, page: WebPage, context: PageContext) -> str | None:
    if front.status:
        return context.t(f"event.{front.status}_notice")
    return context.t("event.over") if page.is_over else None


@dataclass(frozen=True)
class VacancyPage(ItemView):
    """What ``vacancy.html`` prints. ``notice`` says that it is closed; then ``link``, where to apply, is None."""

    template: ClassVar = "vacancy.html"

    notice: str | None
    closes: Day
    facts: tuple[Fact, ...]
    link: str | None


def vacancy_page(page: WebPage, context: PageContext) -> VacancyPage:
    """Return the value of the page of a vacancy."""
    document = document_for(page, Vacancy)
    front, t = document.front, context.t
    closes = t.day(front.over_after)
    return VacancyPage(
        top=page_top(context),
        text=page_text(document, context),
        labels=labels_of(document, t),
        title=front.title,
        summary=front.summary,
        notice=t("vacancy.closed", day=closes) if page.is_over else None,
        closes=Day(front.closes.isoformat(), t("vacancy.end_of_day", day=closes)),
        facts=known_facts(
            (t("vacancy.employer"), front.employer),
            (t("vacancy.place"), front.place),
            (t("vacancy.salary"), front.salary),
            (t("vacancy.hours"), front.hours),
        ),
        link=None if page.is_over else front.link,
        picture=context.figure(document, front.image, sizes=WIDE),
        topics=topics(document, context),
        share=share(document, context, t("share.print")),
        further_reading=further_reading(document, context, context.list_link("vacancies", t("vacancies.back"))),
    )
