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
    "an hour that there is twice": ({"starts": "2026-10-25 01:30"}, []),
    "a night": ({"starts": "2026-12-10 22:00", "ends": "2026-12-11 02:00"}, []),
    "whole days": ({"starts": "2026-12-10", "ends": "2026-12-11"}, []),
    "online alone": ({"place": None, "online": "Zoom; the link comes when you book"}, []),
}


@pytest.mark.parametrize("name", BAD)
def test_impossible_event_is_reported(tmp_path: Path, name: str, reported: Reported) -> None:
    fields, expected = BAD[name]
    assert reported(problems_in(tmp_path, {**small_newsroom(), E: event(**fields)})) == expected


def test_vacancy_without_a_day_is_reported(tmp_path: Path, reported: Reported) -> None:
    found = problems_in(tmp_path, {**small_newsroom(), V: vacancy(closes="2026-12")})
    assert reported(found) == [f"{V}:5 field-date-invalid"]
