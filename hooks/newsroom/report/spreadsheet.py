"""Writes CSV for spreadsheets."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
"""The signs with which a spreadsheet's formula begins (https://owasp.org/www-community/attacks/CSV_Injection)."""


def format_csv(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """CSV (RFC 4180) with a line of headings. No cell of a row is a formula for a spreadsheet.

    It begins with a byte order mark: without it Excel reads "Siân" as "SiÃ¢n"
    (https://stackoverflow.com/q/155097).
    """
    text = StringIO()
    text.write("\ufeff")
    writer = csv.writer(text)
    writer.writerow(headings)
    writer.writerows([_without_formula(cell) for cell in row] for row in rows)
    return text.getvalue()


def _without_formula(cell: str) -> str:
    is_number = cell.removeprefix("-").isdecimal()
    return f"'{cell}" if cell.startswith(_FORMULA_SIGNS) and not is_number else cell
