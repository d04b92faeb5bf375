"""Replaces tables that are too wide for an email by lists: a row becomes an item, a cell a line with its heading."""

from lxml.html import HtmlElement

from newsroom.markup.tree import make_element, replace_element
from newsroom.publish.tables import row_cells, table_rows

MAX_COLUMNS = 4
"""The most columns of ordinary words that fit 339 px, the width between the margins on a phone."""


def replace_table_by_list(table: HtmlElement) -> None:
    """Replace a table by a list, with the caption above it."""
    rows = [row_cells(row) for row in table_rows(table)]
    has_head = bool(rows) and all(cell.tag == "th" for cell in rows[0])
    names = [" ".join(cell.text_content().split()) for cell in rows[0]] if has_head else []
    listed = make_element("ul")
    listed.extend(_row_item(cells, names) for cells in rows[has_head:])
    caption = table.find("caption")
    replace_element(table, listed)
    if caption is not None:
        caption.tag = "p"
        caption.tail = None
        listed.addprevious(caption)


def _row_item(cells: list[HtmlElement], names: list[str]) -> HtmlElement:
    item = make_element("li")
    for number, cell in enumerate(cells):
        if not (cell.text_content().strip() or len(cell)):
            continue
        if len(item):
            item.append(make_element("br"))
        name = make_element("strong", f"{names[number]}:" if number < len(names) and names[number] else "")
        name.tail = " " if name.text else ""
        item.append(name)
        cell.tag = "span"
        cell.attrib.clear()
        cell.tail = None
        item.append(cell)
    return item


def has_header_cells(table: HtmlElement) -> bool:
    """Whether a table has heading cells. A table without them is a layout table."""
    return any(cell.tag == "th" for row in table_rows(table) for cell in row_cells(row))
