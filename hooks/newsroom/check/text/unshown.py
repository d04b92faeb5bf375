"""Checks for parts of a text that readers do not see: unused and repeated footnotes and addresses, and more."""

from collections.abc import Iterator, Mapping

from newsroom.content.document import Source
from newsroom.content.outline import UnshownKind
from newsroom.problems import Fault, Problem, shorten

_FAULTS: Mapping[UnshownKind, Fault] = {
    UnshownKind.NOTE: Fault(
        "footnote-unused",
        "nothing refers to the footnote '[^{text}]', so it is not shown",
        "write [^{text}] where it belongs",
    ),
    UnshownKind.REPEATED_NOTE: Fault(
        "footnote-repeated",
        "there is another footnote '[^{text}]', on line {shown_line}, so this one is not shown",
        "give it and its mark in the text a name of their own, like [^{text}-b]",
    ),
    UnshownKind.DEFINITION: Fault(
        "link-definition-unused",
        "'{text}' is not shown, since it is read as the address of a link, and no link names it",
        "write '\\{name}:' to show it, or '[words]{name}' where a link belongs",
    ),
    UnshownKind.REPEATED_DEFINITION: Fault(
        "link-definition-repeated",
        "'{name}' has another address, on line {shown_line}, so links do not lead to this one",
        "give it and its links a name of their own",
    ),
    UnshownKind.CELLS: Fault(
        "table-cell-left-out",
        "'{text}' is not shown, since the row has more cells than the table has headings",
        "add a heading and its '---', or write a backslash before a bar in a cell: '\\|'",
    ),
    UnshownKind.ABBREVIATION: Fault(
        "abbreviation-unused",
        "the text has no '{text}', so the line that explains it is not shown",
        "delete the line, or write a backslash before its '*' to show it",
    ),
}


def check_unshown(source: Source) -> Iterator[Problem]:
    """Errors and warnings about what one file has and its page does not show."""
    for unshown in source.outline.unshown:
        text = shorten(unshown.text, 60)
        name = f"{text.partition(']')[0]}]"
        fault = _FAULTS[unshown.kind].filled(text=text, name=name, shown_line=unshown.shown_line)
        yield fault.at(source.path, unshown.line)
