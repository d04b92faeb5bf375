"""The register of consent as a table for a terminal, and CSV for spreadsheets."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO

_HEADINGS = ("Ref", "Title", "Identity", "Scope", "Given", "Review by", "Days left", "Status", "Where it appears")
_STYLES: Mapping[str, str] = {"expired": "red", "review due": "yellow"}
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
"""The signs with which a spreadsheet's formula begins (https://owasp.org/www-community/attacks/CSV_Injection)."""


@dataclass(frozen=True)
class RegisterRow:
    """One item with consent.

    Dates are in ISO 8601, as precise as they are known. ``days_left`` until the review are negative after it.
    ``places`` are the addresses of its page, card, email, lists and feeds, of the pages that show it for further
    reading, then the files that link to it or use its pictures.
    """

    ref: str
    title: str
    path: str
    identity: str
    scope: tuple[str, ...]
    given: str
    review_by: str
    days_left: int | None
    status: str
    places: tuple[str, ...]


def format_register(rows: Sequence[RegisterRow], *, width: int, colour: bool) -> str:
    """The register as a table, at most ``width`` characters wide. ``colour`` marks what needs somebody's attention."""
    from rich.console import Console  # takes long to import, and no build needs it
    from rich.table import Table

    if not rows:
        return "No item has consent in its front matter.\n"
    table = Table(title_justify="left", show_lines=True)
    for heading in _HEADINGS:
        table.add_column(heading, overflow="fold", justify="right" if heading == "Days left" else "left")
    for row in rows:
        table.add_row(*_cells(row, "\n"), style=_style(row))
    text = StringIO()
    Console(file=text, width=width, force_terminal=colour, no_color=not colour, markup=False, _environ={}).print(table)
    return text.getvalue()


def format_register_csv(rows: Iterable[RegisterRow]) -> str:
    """The register as CSV, with a line of headings."""
    return format_csv(_HEADINGS, (_cells(row, " ") for row in rows))


def _cells(row: RegisterRow, separator: str) -> tuple[str, ...]:
    days = "" if row.days_left is None else str(row.days_left)
    scope, places = " ".join(row.scope), separator.join(row.places)
    return (row.ref, row.title, row.identity, scope, row.given, row.review_by, days, row.status, places)


def _style(row: RegisterRow) -> str:
    return "dim" if row.status.startswith("withdrawn") else _STYLES.get(row.status, "")


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
