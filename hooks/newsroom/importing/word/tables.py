"""Prepares tables: those that only arrange the page become text, the others get a row of headers."""

from newsroom.importing.source import NoteLog
from newsroom.importing.word.xml import Element, child, every, new, number, q, replace, value, visible_text

_MAX_COLUMNS = 63
"""As many as Word allows."""


def prepare_tables(root: Element, log: NoteLog) -> None:
    """Put the content of tables for layout in their place, and mark the first row of the others as headers."""
    for table in every(root, "w:tbl"):
        rows = table.findall(q("w:tr"))
        columns = max((len(row.findall(q("w:tc"))) for row in rows), default=0)
        has_inner = next(table.iterdescendants(q("w:tbl")), None) is not None
        if has_inner and columns > 1:
            log.guessed(
                "A table with another table in it became text, cell by cell: check the order.", visible_text(table)
            )
        if has_inner or columns < 2:
            replace(table, _blocks(rows))
        else:
            _mark_headers(rows)


def _blocks(rows: list[Element]) -> list[Element]:
    cells = (cell for row in rows for cell in row.findall(q("w:tc")))
    return [block for cell in cells for block in cell if block.tag != q("w:tcPr")]


def _mark_headers(rows: list[Element]) -> None:
    """Mark the first row, and those after it that Word repeats on each page. Fill cells that Word leaves out."""
    for span in (span for row in rows for span in every(row, "w:gridSpan")):
        columns = number(span.get(q("w:val"))) or 1
        span.set(q("w:val"), str(max(1, min(columns, _MAX_COLUMNS))))
    is_header = len(rows) > 1
    for row in rows:
        properties = child(row, "w:trPr")
        is_header = is_header and (row is rows[0] or child(properties, "w:tblHeader") is not None)
        missing = number(value(properties, "w:gridBefore")) or 0
        if properties is not None:
            row.remove(properties)
        row[0:0] = [new("w:tc", new("w:p")) for _ in range(min(missing, _MAX_COLUMNS))]
        if is_header:
            row.insert(0, new("w:trPr", new("w:tblHeader")))
