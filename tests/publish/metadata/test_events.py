"""Events and vacancies in the vocabulary of schema.org."""

from pathlib import Path

import pytest

from tests.support import open_newsroom, small_newsroom
from tests.support.items import event, vacancy
from tests.support.metadata import Node, graph_of, node_of
from tests.support.rendering import page_parts

E, V = "docs/events/a.md", "docs/vacancies/a.md"
SCHEMA = "https://schema.org/"
PLACE: Node = {"@type": "Place", "name": "Elm House, Elmham", "address": "Elm House, Elmham"}
NETWORK: Node = {"@id": "https://elm.example/#organization"}
EVENTS: list[tuple[dict[str, object], Node]] = [
    (
        {},
        {
            "startDate": "2026-12-10T10:00+00:00",
            "endDate": None,
            "eventStatus": f"{SCHEMA}EventScheduled",
            "eventAttendanceMode": f"{SCHEMA}OfflineEventAttendanceMode",
            "location": PLACE,
            "organizer": NETWORK,
            "offers": None,
            "isAccessibleForFree": None,
        },
    ),
    (
        {"starts": "2027-07-01 09:30", "ends": "2027-07-01 12:00", "online": "https://meet.example/elm"},
        {
            "startDate": "2027-07-01T09:30+01:00",
            "endDate": "2027-07-01T12:00+01:00",
            "eventAttendanceMode": f"{SCHEMA}OnlineEventAttendanceMode",
            "location": {"@type": "VirtualLocation", "url": "https://meet.example/elm"},
        },
    ),
    (
        {"starts": "2026-12-10", "place": "Elm House, Elmham", "online": "Zoom", "status": "cancelled"},
        {
            "startDate": "2026-12-10",
            "eventStatus": f"{SCHEMA}EventCancelled",
            "eventAttendanceMode": f"{SCHEMA}MixedEventAttendanceMode",
            "location": [PLACE, {"@type": "VirtualLocation", "url": "https://elm.example/events/a/"}],
        },
    ),
    (
        {"booking": "https://book.example/", "cost": "Free", "status": "postponed", "organiser": "Elmham Council"},
        {
            "eventStatus": f"{SCHEMA}EventPostponed",
            "organizer": {"@type": "Organization", "name": "Elmham Council"},
            "offers": {"@type": "Offer", "url": "https://book.example/", "price": "0", "priceCurrency": "GBP"},
            "isAccessibleForFree": True,
        },
    ),
    (
        {"booking": "https://book.example/", "cost": "£20"},
        {"offers": {"@type": "Offer", "url": "https://book.example/"}, "isAccessibleForFree": None},
    ),
]
SALARIES: dict[str, Node | None] = {
    "£31,067 to £33,945 a year": {"minValue": "31067", "maxValue": "33945", "unitText": "YEAR"},
    "£31,067 - £33,945 per year": {"minValue": "31067", "maxValue": "33945", "unitText": "YEAR"},
    "£14.50 an hour": {"value": "14.50", "unitText": "HOUR"},
    "£30000 a year": {"value": "30000", "unitText": "YEAR"},
    "£30,000 a year, pro rata": None,
    "Up to £30,000 a year": None,
    "£3,00 a year": None,
    "Grade G": None,
}


@pytest.mark.parametrize(("fields", "expected"), EVENTS)
def test_event_is_described(tmp_path: Path, fields: dict[str, object], expected: Node) -> None:
    build = open_newsroom(tmp_path, {**small_newsroom(), E: event(**fields)})
    found = node_of(graph_of(page_parts(build, E).structured_data), "Event")
    assert {name: found.get(name) for name in expected} == expected
    assert (found["name"], found["url"]) == ("A gathering", "https://elm.example/events/a/")


@pytest.mark.parametrize("salary", SALARIES)
def test_salary_is_described_if_its_words_are_certain(tmp_path: Path, salary: str) -> None:
    build = open_newsroom(tmp_path, {**small_newsroom(), V: vacancy(salary=salary)})
    found = node_of(graph_of(page_parts(build, V).structured_data), "JobPosting")
    amount = {"@type": "QuantitativeValue", **(SALARIES[salary] or {})}
    expected = {"@type": "MonetaryAmount", "currency": "GBP", "value": amount} if SALARIES[salary] else None
    assert found.get("baseSalary") == expected
    assert {"title", "description", "datePosted", "hiringOrganization", "jobLocation", "validThrough"} <= set(found)
