"""CSV for spreadsheets: no cell of a row is a formula."""

import csv

import pytest

from newsroom.report import format_csv


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        *((f"{sign}A1", f"'{sign}A1") for sign in "=+-@\t\r"),
        *((cell, cell) for cell in ("A1", "", " =A1", "5", "-5", "a-b", "2026-11-22", 'say "a", b\nc')),
        *((cell, f"'{cell}") for cell in ("-", "--5", "+5", "-5.0", "-5 A")),
    ],
)
def test_cell_is_no_formula(cell: str, written: str) -> None:
    text = format_csv(("=Heading", "B"), [(cell, "b"), ("a", "b")])
    assert text.startswith("\ufeff=Heading,B\r\n")
    assert [*csv.reader(text.splitlines(keepends=True))][1:] == [[written, "b"], ["a", "b"]]
