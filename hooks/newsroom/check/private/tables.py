"""Reads the cells of tables together with the headings of their columns, which say what "64" is."""

import re
from collections.abc import Iterator

from newsroom.check.private.people import names_person

_DELIMITER = re.compile(r"(?=[^\n]*\|)[ \t>]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*")
"""The line below a table's headings: `|---|:--|`."""
_CELL_END = re.compile(r"(?<!\\)\|")
_AGE = re.compile(r"(?:age|oed|oedran)\b(?!\s(?:of|groups?|range|band|limit)\b)", re.IGNORECASE)
"""`Age` and `Age now`, but not `Age of the house`."""
_OTHER = re.compile(
    r"d\.?o\.?b\b|date\sof\sbirth|birth|born|dyddiad\sgeni|address|cyfeiriad|"
    r"sort[\s-]?code|account|a/c|nhs|national\sinsurance|ni\s(?:no|number)|nino\b",
    re.IGNORECASE,
)
"""Headings that finders look for before a value, except that of an age, which must be a person's."""


def read_headed_rows(text: str, first_line: int) -> Iterator[tuple[str, int]]:
    """The rows of Markdown tables as `Colin | Age: 64`, each with its line, where a heading says what a value is."""
    if "|" not in text:
        return
    before, headings = "", list[str]()
    for number, line in enumerate(text.split("\n"), first_line):
        if "|" not in line:
            headings = []
        elif _DELIMITER.fullmatch(line):
            headings = [heading.strip(" *_") for heading in _cells(before)]
        elif any(_AGE.match(heading) or _OTHER.match(heading) for heading in headings):
            yield _row(_cells(line), headings), number
        before = line


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in _CELL_END.split(line.strip(" \t>").strip("|"))]


def _row(cells: list[str], headings: list[str]) -> str:
    is_of_person = any(names_person(cell) for cell in cells)
    named = zip(cells, headings, strict=False)
    return " | ".join(
        f"{'Age' if _AGE.match(heading) else heading}: {cell}"
        if _OTHER.match(heading) or (is_of_person and _AGE.match(heading))
        else cell
        for cell, heading in named
    )
