"""Days that are written in words or in figures are read."""

import pytest

from newsroom.content.dates import read_day, suggest_date


@pytest.mark.parametrize("text", ["31 February 2024", "3 Elm 2024", "2024", "99/99/2024", ""])
def test_what_is_not_a_day_is_none(text: str) -> None:
    assert read_day(text) is None


@pytest.mark.parametrize(
    ("date", "texts"),
    [
        ("2026-11-20", ("“2026-11-20”", "2026–11–20", "2026-11-20T10:00", "2026/11/20 10:00", "2026.11.20")),
        ("2026-11-20", ("20-11-2026", "20/11/26", "20.11.2026.", "20 Nov. 2026", "11-20-2026")),
        ("2026-11", ("November 2026", "Tachwedd 2026", "Nov. 2026", "11/2026", "2026/11")),
        ("2026-01-05", ("2026-1-5", "05/01/2026")),
        (None, ("2026-13-01", "2026-11-31", "31/02/2026", "20112026", "Elm 2026", "12 of 20", "today", "")),
    ],
)
def test_date_of_another_form_is_suggested_in_the_right_one(date: str | None, texts: tuple[str, ...]) -> None:
    assert {text: suggest_date(text) for text in texts} == dict.fromkeys(texts, date)
