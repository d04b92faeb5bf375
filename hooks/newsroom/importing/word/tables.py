"""Makes each table one that a page can show: rows of cells with a header, without a table inside."""

from newsroom.importing.source import Note, NoteKind
from newsroom.importing.word.xml import Element, child, every, new, number, q, replace, value, visible_text

_MAX_COLUMNS = 63
"""As many as Word allows."""
_LAYOUT_LEFT_OUT = "A table that only arranges the page is left out; what was in it is in its place, cell by cell."
_INNER_FLATTENED = "A table inside a table became paragraphs of the outer cell: check them."


def simplify_tables(root: Element, notes: list[Note]) -> None:
    """Turn tables for layout into their content, tables inside tables into paragraphs, and first rows into headers."""
    for table in every(root, "w:tbl"):
        rows = table.findall(q("w:tr"))
        columns = max((len(row.findall(q("w:tc"))) for row in rows), default=0)
        is_single_cell = len(rows) == 1 and columns == 1
        has_inner = next(table.iterdescendants(q("w:tbl")), None) is not None
        if is_single_cell or (has_inner and (len(rows) == 1 or columns == 1)):
            if not is_single_cell:
                notes.append(Note(NoteKind.GUESSED, _LAYOUT_LEFT_OUT, visible_text(table).strip()[:60]))
            replace(table, _blocks(table))
    for table in every(root, "w:tbl"):
        inner = next(table.iterancestors(q("w:tbl")), None)
        if inner is not None:
            notes.append(Note(NoteKind.GUESSED, _INNER_FLATTENED, visible_text(table).strip()[:60]))
            replace(table, _blocks(table))
        else:
            _mark_header(table)


def _blocks(table: Element) -> list[Element]:
    """The paragraphs and tables in a table's cells, row by row."""
    cells = (cell for row in table.findall(q("w:tr")) for cell in row.findall(q("w:tc")))
    return [block for cell in cells for block in cell if block.tag != q("w:tcPr")]


def _mark_header(table: Element) -> None:
    """Mark the first row as header if none is: a table without one cannot be written in Markdown, or read aloud."""
    rows = table.findall(q("w:tr"))
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
