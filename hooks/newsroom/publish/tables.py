"""Wide tables and long lines on a narrow screen scroll by themselves, by touch, mouse and keyboard."""

from lxml.html import HtmlElement

from newsroom.markup.tree import all_of, ancestors, make, replace
from newsroom.translations import Translations

_FITTING_COLUMNS = 2
"""A table of so many columns finds room on every screen."""
_MAX_COLSPAN = 1000
"""What a browser takes a larger ``colspan`` for (WHATWG HTML, 4.9.11)."""


def make_tables_scroll(root: HtmlElement, t: Translations) -> None:
    """Put each table of three columns or more into a place that may scroll. A table in a table scrolls with it.

    That place can be reached by keyboard (WCAG 2.1.1), and its name is the table's caption, or else the word for a
    table; ``words`` are those of the page's language.
    """
    for table in all_of(root, "table"):
        if count_columns(table) > _FITTING_COLUMNS and "table" not in ancestors(table):
            attributes = {"class": "nw-table", "role": "group", "tabindex": "0"}
            wrapper = make("div", **attributes, **{"aria-label": _caption(table) or t("table.label")})
            replace(table, wrapper)
            wrapper.append(table)


def make_lines_scroll(root: HtmlElement) -> None:
    """Let preformatted lines that are no code, which wrap, be reached by keyboard: they scroll by themselves."""
    for lines in root.iter("pre"):
        if lines.find("code") is None:
            lines.set("tabindex", "0")


def count_columns(table: HtmlElement) -> int:
    """How many columns the widest row of a table has; what a cell of an earlier row reaches down to is not counted."""
    return max((sum(_column_span(cell) for cell in row_cells(row)) for row in table_rows(table)), default=0)


def table_rows(table: HtmlElement) -> list[HtmlElement]:
    """The rows of a table, without those of a table in one of its cells."""
    groups = [table, *table.iterchildren("thead", "tbody", "tfoot")]
    return [row for group in groups for row in group.iterchildren("tr")]


def row_cells(row: HtmlElement) -> list[HtmlElement]:
    """The cells of a table's row."""
    return list(row.iterchildren("td", "th"))


def _column_span(cell: HtmlElement) -> int:
    value = (cell.get("colspan") or "").strip()
    return min(int(value[:9]), _MAX_COLSPAN) or 1 if value.isdecimal() else 1


def _caption(table: HtmlElement) -> str:
    """The words of a table's caption."""
    caption = table.find("caption")
    return " ".join(caption.text_content().split()) if caption is not None else ""
