"""The rows, cells and columns of a table, as browsers lay them out."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml.html import HtmlElement

_MAX_SPAN = 1000
"""The largest ``colspan``: browsers reduce larger values to it (WHATWG HTML, 4.9.11)."""


@dataclass(frozen=True)
class Cell:
    """A cell of a table: the number of its first column, from 0, and of the columns and rows that it covers."""

    column: int
    span: int
    rows: int
    element: HtmlElement


def count_columns(table: HtmlElement) -> int:
    """Return the number of columns of a table's widest row."""
    return max((cell.column + cell.span for row in table_grid(table) for cell in row), default=0)


def table_grid(table: HtmlElement) -> Iterator[list[Cell]]:
    """Yield the cells of each row, with their columns.

    See https://html.spec.whatwg.org/multipage/tables.html#forming-a-table.
    """
    taken: dict[int, int] = {}
    for row in table_rows(table):
        cells: list[Cell] = []
        rest = {column: rows - 1 for column, rows in taken.items() if rows > 1}
        column = 0
        for element in row_cells(row):
            while column in taken:
                column += 1
            span, rows = _span(element, "colspan"), _span(element, "rowspan")
            cells.append(Cell(column, span, rows, element))
            if rows > 1:
                rest |= dict.fromkeys(range(column, column + span), rows - 1)
            column += span
        taken = rest
        yield cells


def table_rows(table: HtmlElement) -> list[HtmlElement]:
    """Return the rows of a table, without the rows of tables in its cells."""
    groups = [table, *table.iterchildren("thead", "tbody", "tfoot")]
    return [row for group in groups for row in group.iterchildren("tr")]


def row_cells(row: HtmlElement) -> list[HtmlElement]:
    """Return the cells of a row."""
    return list(row.iterchildren("td", "th"))


def _span(cell: HtmlElement, name: str) -> int:
    value = (cell.get(name) or "").strip()
    return min(int(value[:9]), _MAX_SPAN) or 1 if value.isdecimal() else 1
