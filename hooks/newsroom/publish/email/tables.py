"""Replaces tables that are too wide for a phone by lists: a row becomes an item, a cell a line with its heading.

Not all inboxes support media queries, so a table has the same form on every screen.
"""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace

from lxml.html import HtmlElement

from newsroom.markup.tree import find_elements, make_element, replace_element
from newsroom.publish.email.plain_words import has_blocks, words_on_one_line
from newsroom.publish.email.widths import BOXES, PHONE_WIDTH, available_width
from newsroom.publish.text.table_grid import Cell, row_cells, table_grid, table_rows
from newsroom.publish.text.text_width import min_width


def fit_tables(content: HtmlElement) -> None:
    """Replace tables in which a phone would break words, or that would be wider than it, by lists.

    Tables without heading cells are marked as layout tables.
    """
    for table in find_elements(content, "table"):
        if min_width(table, BOXES) > available_width(table, content, PHONE_WIDTH):
            replace_table_by_list(table)
        elif not has_header_cells(table):
            table.set("role", "presentation")


def replace_table_by_list(table: HtmlElement) -> None:
    """Replace a table by a list, with the caption above it."""
    listed = make_element("ul")
    listed.extend(item for cells in labelled_rows(table) if len(item := _row_item(cells)))
    captions = list(table.iterchildren("caption"))
    replace_element(table, listed)
    for caption in captions:
        caption.tag = "div" if has_blocks(caption) else "p"
        caption.tail = None
        listed.addprevious(caption)


def labelled_rows(table: HtmlElement) -> Iterator[list[tuple[str, HtmlElement]]]:
    """Yield the cells of each row below the headings, each after the heading of its column, or after "".

    A cell that covers several rows is in each of them, so that each row can be read on its own. Headings with links
    are a row, too: before a cell they are only words.
    """
    rows = list(table_grid(table))
    head = 0
    names: dict[int, str] = {}
    while head < len(rows) - 1 and rows[head] and all(cell.element.tag == "th" for cell in rows[head]):
        _add_names(names, rows[head])
        if any(cell.element.find(".//a") is not None for cell in rows[head]):
            yield [("", cell.element) for cell in rows[head]]
        head += 1
    above: list[tuple[Cell, int]] = []
    for cells in rows[head:]:
        copies = [replace(cell, element=deepcopy(cell.element)) for cell, _ in above]
        shown = sorted([*copies, *cells], key=lambda cell: cell.column)
        above = [(cell, left - 1) for cell, left in above if left > 1]
        above += [(replace(cell, element=deepcopy(cell.element)), cell.rows - 1) for cell in cells if cell.rows > 1]
        yield [(names.get(cell.column, ""), cell.element) for cell in shown]


def _add_names(names: dict[int, str], row: list[Cell]) -> None:
    """Add the headings in a row to the names of their columns."""
    for cell in row:
        name = words_on_one_line(cell.element)
        for column in range(cell.column, cell.column + cell.span):
            names[column] = ", ".join(filter(None, (names.get(column), name)))


def _row_item(cells: list[tuple[str, HtmlElement]]) -> HtmlElement:
    item = make_element("li")
    for name, cell in cells:
        if not (cell.text_content().strip() or len(cell)):
            continue
        if len(item) and item[-1].tag != "div":
            item.append(make_element("br"))
        if name:
            label = make_element("strong", f"{name}:")
            label.tail = " "
            item.append(label)
        cell.tag = "div" if has_blocks(cell) else "span"
        cell.attrib.clear()
        cell.tail = None
        item.append(cell)
    return item


def has_header_cells(table: HtmlElement) -> bool:
    """Whether a table has heading cells. A table without them is a layout table."""
    return any(cell.tag == "th" for row in table_rows(table) for cell in row_cells(row))
