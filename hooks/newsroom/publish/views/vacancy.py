"""The page of a vacancy: what the work is, and how and until when to apply."""

from dataclasses import dataclass
from typing import ClassVar

from newsroom.content.types.vacancy import Vacancy
from newsroom.publish.pages.labels import labels_of
from newsroom.publish.pages.page import WebPage
from newsroom.publish.views.item import ItemView, further_reading, share, topics
from newsroom.publish.views.page import page_text, page_top
from newsroom.publish.views.page_context import PageContext, document_for
from newsroom.publish.views.values import WIDE, Day, Fact, known_facts


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
