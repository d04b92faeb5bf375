"""Makes wide tables and long lines scroll on narrow screens, by touch, mouse and keyboard, and aligns columns."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml.html import HtmlElement

from newsroom.markup.tree import ancestors, find_elements, make_element, replace_element
from newsroom.translations import Translations

_FITTING_COLUMNS = 2
"""A table with this many columns fits on every screen."""
_MAX_SPAN = 1000
"""The largest ``colspan``: browsers reduce larger values to it (WHATWG HTML, 4.9.11)."""


@dataclass(frozen=True)
class Cell:
    """A cell of a table: the number of its first column, from 0, and of the columns that it covers."""

    column: int
    span: int
    element: HtmlElement


def make_tables_scroll(root: HtmlElement, t: Translations) -> None:
    """Put each table of three or more columns into an element that can scroll. A table in a table scrolls with it.

    The element can be focused by keyboard (WCAG 2.1.1). Its label is the table's caption, or else the word "table" in
    the language of ``t``.
    """
    for table in find_elements(root, "table"):
        if count_columns(table) > _FITTING_COLUMNS and "table" not in ancestors(table):
            attributes = {"class": "nw-table", "role": "group", "tabindex": "0"}
            wrapper = make_element("div", **attributes, **{"aria-label": _caption(table) or t("table.label")})
            replace_element(table, wrapper)
            wrapper.append(table)


def align_by_class(root: HtmlElement) -> None:
    """Align text by classes, since a page's policy allows no styles: "text-align: right;" is ``nw-align-right``."""
    for element in [element for element in root.iter() if "style" in element.attrib]:
        alignment = element.attrib.pop("style").removeprefix("text-align: ").removesuffix(";")
        element.set("class", " ".join(filter(None, (element.get("class"), f"nw-align-{alignment}"))))


def make_lines_scroll(root: HtmlElement) -> None:
    """Make preformatted lines focusable by keyboard, since they scroll. Code is left out, since it wraps."""
    for lines in root.iter("pre"):
        if lines.find("code") is None:
            lines.set("tabindex", "0")


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
            cells.append(Cell(column, span, element))
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


def _caption(table: HtmlElement) -> str:
    """Return the text of a table's caption; "" if it has none."""
    caption = table.find("caption")
    return " ".join(caption.text_content().split()) if caption is not None else ""
