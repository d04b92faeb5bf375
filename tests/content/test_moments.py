"""Days and times of day, as editors write them."""

from datetime import date, time

import pytest

from newsroom.content.moments import Moment, MomentError, parse_moment

TEN = Moment(date(2026, 12, 10), time(10))
GENERIC = "write it as 2026-12-10 10:00, or as 2026-12-10 for a whole day"


@pytest.mark.parametrize(
    "text",
    ["2026-12-10 10:00", "2026-12-10T10:00", " 2026-12-10  10:00 ", "2026-12-10\t10:00", "2026-12-10\u00a010:00"],
)
def test_any_space_may_be_between_day_and_time(text: str) -> None:
    assert parse_moment(text) == TEN


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        ("2026-12-10 9:30", "write 2026-12-10 09:30"),
        ("2026-12-10 9.30", "write 2026-12-10 09:30"),
        ("2026-12-10, 10:00", "write 2026-12-10 10:00"),
        ("2026-12-10T10:00:00", "write 2026-12-10 10:00"),
        ("2026-12-10 2pm", "write 2026-12-10 14:00"),
        ("2026-12-10 2:30 PM", "write 2026-12-10 14:30"),
        ("2026-12-10 at 7 p.m.", "write 2026-12-10 19:00"),
        ("2026-12-10 12 noon", "write 2026-12-10 12:00"),
        ("Thursday 10th December 2026, midday", "write 2026-12-10 12:00"),
        ("10 Rhagfyr 2026 2.30pm", "write 2026-12-10 14:30"),
        ("10/12/2026 9:30", "write 2026-12-10 09:30"),
        ("10 December 2026", "write 2026-12-10"),
        ("2026-12-10 12am", "write 2026-12-10 00:00"),
        ("2026-12-10 12.15pm", "write 2026-12-10 12:15"),
        ("2026-12-31 24:00", "write 2027-01-01 00:00"),
        ("2026-12-10 1430", "write 2026-12-10 14:30"),
        ("10 December 2026, 0930 hrs", "write 2026-12-10 09:30"),
        ("2026-12-31 12 midnight", "write 2027-01-01 00:00 for the midnight at the end of that day"),
        ("2026-12-10 10am-12pm", "write 2026-12-10 10:00 in `starts` and 2026-12-10 12:00 in `ends`"),
        ("10 December 2026, 14:00 – 15:30", "write 2026-12-10 14:00 in `starts` and 2026-12-10 15:30 in `ends`"),
        ("2026-12-10 from 7pm to midnight", "write 2026-12-10 19:00 in `starts` and 2026-12-11 00:00 in `ends`"),
        ("2026-12-10 11-1pm", GENERIC),
        ("2027-03-28 01:30", "write the time an hour later"),
        *((text, GENERIC) for text in ("2026-12-10 10", "2026-12-10 25:00", "2026-12-10 10:60", "2026-12-10 10:00Z")),
        *((text, GENERIC) for text in ("10:00", "2026-12", "2026-02-30 9:30", "2099-12-32", "2100-01-01 10:00", "")),
    ],
)
def test_message_names_the_right_form(text: str, fix: str) -> None:
    with pytest.raises(MomentError) as raised:
        parse_moment(text)
    assert raised.value.fix == fix
