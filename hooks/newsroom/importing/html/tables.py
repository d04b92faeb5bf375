"""Tables: which are data and which are only a layout, and their cells in rows of the same length."""

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from newsroom.importing.html.elements import classes, find_all, tag_of, text_of
from newsroom.importing.html.styles import declarations

_LAYOUT_CONTENT = ("h1", "h2", "h3", "h4", "h5", "h6", "hr", "blockquote", "pre", "table", "details", "iframe", "video")
_MAX_SPAN = 100
_ALIGN_CLASS = "has-text-align-"


@dataclass(frozen=True)
class Grid:
    """A table's cells; None for one without content that an element covers.

    ``has_header``: the first row is marked as a header. ``is_repeated``: the content of an element is in several cells.
    """

    rows: tuple[tuple[Element | None, ...], ...]
    has_header: bool
    is_repeated: bool
    alignments: tuple[str, ...]


def is_layout(table: Element) -> bool:
    """Whether a table only places its content on the screen."""
    if (table.get("role") or "").lower() in ("presentation", "none"):
        return True
    rows = list(_rows_of(table))
    width = max((len(cells_of(row)) for row in rows), default=0)
    if width < 2 or find_all(table, *_LAYOUT_CONTENT):
        return True
    is_one_row = len(rows) == 1 and not find_all(table, "th")
    return is_one_row and any(len(find_all(cell, "p", "img", "li")) > 1 for cell in cells_of(rows[0]))


def _rows_of(table: Element) -> Iterator[Element]:
    """The rows of a table, the header's first and the footer's last."""
    parts = {name: [part for part in table if tag_of(part) == name] for name in ("thead", "tbody", "tfoot")}
    for part in (*parts["thead"], *parts["tbody"], table, *parts["tfoot"]):
        yield from (row for row in part if tag_of(row) == "tr")


def cells_of(row: Element) -> list[Element]:
    """The cells of a row."""
    return [cell for cell in row if tag_of(cell) in ("td", "th")]


def read_grid(table: Element) -> Grid:
    """Give each cell of a data table its place.

    What a header's cell says of several columns is repeated in each of them, and what a cell says of several rows in
    each row: a reader, or a screen reader, that goes through one column finds it.
    """
    rows = [row for row in _rows_of(table) if cells_of(row)]
    placed: dict[tuple[int, int], Element | None] = {}
    is_repeated = False
    for number, row in enumerate(rows):
        column = 0
        for cell in cells_of(row):
            while (number, column) in placed:
                column += 1
            width, height = _span(cell, "colspan"), min(_span(cell, "rowspan"), len(rows) - number)
            for below in range(height):
                for beside in range(width):
                    is_shown = beside == 0 or tag_of(cell) == "th"
                    placed.setdefault((number + below, column + beside), cell if is_shown else None)
            is_repeated |= (width > 1 or height > 1) and bool(text_of(cell))
            column += width
    width = 1 + max(column for _, column in placed)
    grid = tuple(tuple(placed.get((number, column)) for column in range(width)) for number in range(len(rows)))
    return Grid(grid, _has_header(table, rows), is_repeated, tuple(_alignment(grid, column) for column in range(width)))


def _has_header(table: Element, rows: list[Element]) -> bool:
    is_in_head = any(tag_of(part) == "thead" and rows[0] in list(part) for part in table)
    cells = [cell for cell in cells_of(rows[0]) if text_of(cell)]
    return is_in_head or (bool(cells) and all(tag_of(cell) == "th" for cell in cells))


def _span(cell: Element, name: str) -> int:
    value = (cell.get(name) or "").strip()
    return min(max(int(value), 1), _MAX_SPAN) if value.isdecimal() else 1


def _alignment(grid: tuple[tuple[Element | None, ...], ...], column: int) -> str:
    """The alignment of a column, if all its cells have the same."""
    found = {_cell_alignment(cell) for row in grid if (cell := row[column]) is not None}
    alignment = found.pop() if len(found) == 1 else ""
    return alignment if alignment in ("center", "right") else ""


def _cell_alignment(cell: Element) -> str:
    """The alignment of a cell: by its style, its attribute, or a class of WordPress: "has-text-align-right"."""
    written = (name.removeprefix(_ALIGN_CLASS) for name in classes(cell) if name.startswith(_ALIGN_CLASS))
    by_style = declarations(cell.get("style") or "").get("text-align")
    return by_style or (cell.get("align") or "").lower() or next(written, "")
