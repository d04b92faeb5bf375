"""Dates as precise as they are known."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.content.dates import PartialDate, parse_date, year_after

DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31))


@given(DAYS, st.sampled_from([4, 7, 10]))
def test_date_round_trips(day: date, length: int) -> None:
    written = day.isoformat()[:length]
    assert parse_date(f" {written} ").isoformat() == written


@given(DAYS)
def test_date_covers_more_precise_dates(day: date) -> None:
    year, month, whole = (parse_date(day.isoformat()[:length]) for length in (4, 7, 10))
    assert year.covers(month)
    assert year.covers(whole)
    assert month.covers(whole)
    assert whole.covers(whole)
    assert not whole.covers(month)
    assert not month.covers(year)
    assert year.first_day <= month.first_day <= whole.first_day == day


def test_date_does_not_cover_other_dates() -> None:
    assert not parse_date("2023-01").covers(parse_date("2023-11-01"))
    assert not parse_date("2023").covers(parse_date("2024-01"))


@pytest.mark.parametrize(
    ("text", "first"),
    [("2023", date(2023, 1, 1)), ("2023-12", date(2023, 12, 1)), ("2024-02-29", date(2024, 2, 29))],
)
def test_first_day_uses_earliest_possible_day(text: str, first: date) -> None:
    assert parse_date(text).first_day == first


@pytest.mark.parametrize(
    "text", ["", "23", "2023-1", "2023-12-5", "2023/12", "5 May 2023", "2023-12-05T10:00", "２０２３"]
)
def test_invalid_date_form_is_rejected(text: str) -> None:
    with pytest.raises(ValueError, match="is not a date of the form 2023-12-05"):
        parse_date(text)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("1899-12-31", "is before 1900"),
        ("0000", "is before"),
        ("2106-12-10", "is after 2099"),
        ("2023-00", "has the month 0"),
        ("2023-13-01", "has the month 13"),
        ("2023-02-29", "February 2023 has 28 days"),
        ("2023-04-31", "April 2023 has 30 days"),
        ("2023-04-00", "does not exist"),
    ],
)
def test_date_not_in_calendar_is_rejected_with_reason(text: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        parse_date(text)


def test_equal_dates_have_same_precision() -> None:
    assert parse_date("2023-12") == PartialDate(2023, 12) != parse_date("2023-12-01")


@pytest.mark.parametrize(
    ("day", "later"),
    [
        (date(2023, 5, 4), date(2024, 5, 4)),
        (date(2024, 2, 29), date(2025, 3, 1)),
        (date(2023, 2, 28), date(2024, 2, 28)),
    ],
)
def test_year_after_leap_day_is_first_of_march(day: date, later: date) -> None:
    assert year_after(day) == later
