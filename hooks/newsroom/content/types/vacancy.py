"""Vacancies: posts for which people can apply."""

import datetime
import re
from typing import ClassVar

from pydantic import Field

from newsroom.content.model.timed import Timed
from newsroom.content.model.values import Line, OneDay, WebAddress
from newsroom.content.moments import Moment
from newsroom.content.time_zone import TIME_ZONE
from newsroom.content.types.base import ContentType, FolderRules, Look, TextRules, slug_file_name
from newsroom.content.types.graph import Graph, Node

_AMOUNT = r"£(\d{1,3}(?:,\d{3})+|\d+)(\.\d\d)?"
_SALARY = re.compile(rf"{_AMOUNT}(?: ?(?:to|-|–) ?{_AMOUNT})? (?:a|an|per) (year|hour)")
"""Matches "£31,067 to £33,945 a year" and "£14.50 an hour", not "Up to £30,000" or "£30,000 a year, pro rata"."""


class Vacancy(Timed):
    """A vacancy: ``docs/vacancies/<slug>.md``. It is closed from the day after ``closes`` on."""

    moment_field: ClassVar = "closes"
    shared_days: ClassVar = ("date", "closes")

    closes: OneDay = Field(description="The last day on which people can apply, like 2026-12-18. It ends at midnight.")
    employer: Line = Field(description="Who employs.")
    place: Line = Field(description="Where the work is: the town, or the council's area.")
    salary: Line | None = Field(None, description="What it pays, like £31,067 to £33,945 a year.")
    hours: Line | None = Field(None, description="How many hours a week, and for how long.")
    link: WebAddress | None = Field(None, description="The address of the page on which people apply.")

    @property
    def moment(self) -> Moment:
        return Moment(self.closes.first_day)

    @property
    def over_after(self) -> datetime.date:
        return self.closes.first_day

    @property
    def date_label(self) -> str:
        return "vacancy.closes_on"

    @property
    def date_label_when_over(self) -> str:
        return "vacancy.closed_on"

    @property
    def search_names(self) -> tuple[str | None, ...]:
        return (self.employer, self.place)


def _salary(text: str | None) -> Node | None:
    """What a vacancy pays, if its words are certain to mean that: an amount, or a range of amounts."""
    found = _SALARY.fullmatch(text or "")
    if found is None:
        return None
    amounts = [
        f"{whole.replace(',', '')}{part or ''}" for whole, part in (found.group(1, 2), found.group(3, 4)) if whole
    ]
    value = {"value": amounts[0]} if len(amounts) == 1 else {"minValue": amounts[0], "maxValue": amounts[1]}
    value = {"@type": "QuantitativeValue", **value, "unitText": found[5].upper()}
    return {"@type": "MonetaryAmount", "currency": "GBP", "value": value}


def _posting(front: Vacancy, graph: Graph) -> Node:
    end = datetime.datetime.combine(front.closes.first_day, datetime.time(23, 59, 59), TIME_ZONE)
    address = {"@type": "PostalAddress", "addressLocality": front.place, "addressCountry": "GB"}
    return {
        "@type": "JobPosting",
        "@id": graph.own_id("vacancy"),
        "title": front.title,
        "datePosted": front.published.isoformat(),
        "validThrough": end.isoformat(),
        "hiringOrganization": {"@type": "Organization", "name": front.employer},
        "jobLocation": {"@type": "Place", "address": address},
        "baseSalary": _salary(front.salary),
        "workHours": front.hours,
    }


VACANCY = ContentType(
    name="vacancy",
    plural="vacancies",
    position=34,
    folder="docs/vacancies",
    model=Vacancy,
    file_name=slug_file_name("gardener-elmham"),
    folder_rules=FolderRules(other_names=("vacancy",), similar_names=("job", "jobs")),
    text_rules=TextRules("vacancy.md"),
    card="door",
    looks={"vacancies/": Look("coming.html", "door")},
    details=lambda front, t, is_over: (
        t("vacancy.closed" if is_over else "vacancy.closes", day=t.day(front.over_after)),
        f"{front.employer} · {front.place}",
    ),
    may_have_pdf=False,
    schema_type="JobPosting",
    structured=_posting,
)
