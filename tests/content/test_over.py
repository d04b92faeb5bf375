"""Items are over from the day after their last one, in British time, and leave everything but their own page."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from outside import environment
from tests.support import open_newsroom, small_newsroom
from tests.support.items import event, vacancy

E, V = "docs/events/a.md", "docs/vacancies/a.md"
MOMENTS = {
    "winter": ("2026-12-10 10:00", datetime(2026, 12, 11, tzinfo=UTC)),
    "a whole day": ("2026-12-10", datetime(2026, 12, 11, tzinfo=UTC)),
    "summer": ("2026-06-10 10:00", datetime(2026, 6, 10, 23, tzinfo=UTC)),
    "the day on which clocks go forward": ("2026-03-29 09:00", datetime(2026, 3, 29, 23, tzinfo=UTC)),
    "the day on which clocks go back": ("2026-10-25", datetime(2026, 10, 26, tzinfo=UTC)),
    "the day before clocks go back": ("2026-10-24 23:59", datetime(2026, 10, 24, 23, tzinfo=UTC)),
}


@pytest.mark.parametrize("name", MOMENTS)
@pytest.mark.parametrize("seconds", [-1, 0])
def test_event_is_over_at_the_end_of_its_day_in_britain(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, seconds: int
) -> None:
    starts, end = MOMENTS[name]
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(end.timestamp()) + seconds))
    items = {E: event(starts=starts, date="2026-01-01"), V: vacancy(closes=starts[:10], date="2026-01-01")}
    library = open_newsroom(
        tmp_path, {**small_newsroom(), **items}, today=environment.read_variables().today
    ).context.library
    found = [library.find(path) for path in (E, V)]
    assert [document and library.is_over(document) for document in found] == [seconds == 0] * 2


@pytest.mark.parametrize(
    ("starts", "ends", "last"),
    [
        ("2026-12-10 10:00", None, 10),
        ("2026-12-10 22:00", "2026-12-11 00:00", 10),
        ("2026-12-10 22:00", "2026-12-11 00:01", 11),
        ("2026-12-10", "2026-12-12", 12),
    ],
)
def test_event_is_over_after_the_day_of_its_end(tmp_path: Path, starts: str, ends: str | None, last: int) -> None:
    build = open_newsroom(tmp_path, {**small_newsroom(), E: event(starts=starts, ends=ends)})
    document = build.context.library.find(E)
    assert document and getattr(document.front, "over_after", None) == date(2026, 12, last)
