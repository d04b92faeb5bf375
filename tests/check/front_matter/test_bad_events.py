"""Events and vacancies whose times or places cannot be are reported with their line."""

from pathlib import Path

import pytest

from tests.support import problems_in, small_newsroom
from tests.support.items import event, vacancy
from tests.support.wordings import Reported

E, V = "docs/events/a.md", "docs/vacancies/a.md"
BAD: dict[str, tuple[dict[str, object], list[str]]] = {
    "no place": ({"place": None}, [f"{E}:1 event-place-missing"]),
    "an end before the start": ({"ends": "2026-12-10 09:59"}, [f"{E}:7 event-end-wrong"]),
    "an end at the start": ({"ends": "2026-12-10 10:00"}, [f"{E}:7 event-end-wrong"]),
    "a day with a time": ({"ends": "2026-12-11"}, [f"{E}:7 event-end-wrong"]),
    "a month": ({"starts": "2026-12"}, [f"{E}:5 field-date-invalid"]),
    "no such day": ({"starts": "2026-02-30 10:00"}, [f"{E}:5 field-date-invalid"]),
    "twelve hours": ({"starts": "2026-12-10 9:30am"}, [f"{E}:5 field-date-invalid"]),
    "an hour that the change of clocks leaves out": ({"starts": "2026-03-29 01:30"}, [f"{E}:5 field-date-invalid"]),
    "an hour that there is twice": ({"starts": "2026-10-25 01:30", "date": "2026-10-01"}, []),
    "midnight as the 24th hour": ({"ends": "2026-12-10 24:00"}, [f"{E}:7 field-date-invalid"]),
    "an end at midnight": ({"ends": "2026-12-11 00:00"}, []),
    "a year that is mistyped": ({"starts": "2206-12-10 10:00"}, [f"{E}:5 field-date-invalid"]),
    "announced when it is over": ({"starts": "2026-01-10 10:00"}, [f"{E}:3 announced-late?"]),
    "a past one": ({"starts": "2026-01-10 10:00", "undated": True}, []),
    "announced on its last day": ({"starts": "2026-10-01", "ends": "2026-11-01"}, []),
    "half an address to join": ({"online": "meet.example/elm"}, [f"{E}:6 field-format-invalid"]),
    "an address to join and words": ({"online": "https://meet.example/elm, code 12"}, [f"{E}:6 field-format-invalid"]),
    "an email address to book": ({"booking": "hello@elm.example"}, [f"{E}:7 field-format-invalid"]),
    "an address to book and words": ({"booking": "https://elm.example/ or ring"}, [f"{E}:7 field-format-invalid"]),
    "a night": ({"starts": "2026-12-10 22:00", "ends": "2026-12-11 02:00"}, []),
    "whole days": ({"starts": "2026-12-10", "ends": "2026-12-11"}, []),
    "online alone": ({"place": None, "online": "Zoom; the link comes when you book"}, []),
}


@pytest.mark.parametrize("name", BAD)
def test_impossible_event_is_reported(tmp_path: Path, name: str, reported: Reported) -> None:
    fields, expected = BAD[name]
    assert reported(problems_in(tmp_path, {**small_newsroom(), E: event(**fields)})) == expected


@pytest.mark.parametrize(
    ("closes", "expected"), [("2026-12", f"{V}:5 field-date-invalid"), ("2026-10-31", f"{V}:3 announced-late?")]
)
def test_vacancy_with_a_wrong_day_is_reported(tmp_path: Path, closes: str, expected: str, reported: Reported) -> None:
    found = problems_in(tmp_path, {**small_newsroom(), V: vacancy(closes=closes)})
    assert reported(found) == [expected]
