"""Days that are written in words or in figures are read."""

import pytest

from newsroom.content.dates import read_day


@pytest.mark.parametrize("text", ["31 February 2024", "3 Elm 2024", "2024", "99/99/2024", ""])
def test_what_is_not_a_day_is_none(text: str) -> None:
    assert read_day(text) is None
