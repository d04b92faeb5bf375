"""Reports what is in an HTML text and has no place in Markdown."""

import re
from collections.abc import Iterable, Sequence
from xml.etree.ElementTree import Element

from newsroom.importing.html.content import inline_text, joined
from newsroom.importing.html.elements import find_all
from newsroom.importing.html.model import PLAIN, Block, Inline, List, Paragraph, Text
from newsroom.importing.notes import NoteLog

INDENTED = re.compile(r"^[ \t\u00a0]+(\S.*)", re.MULTILINE)
"""Finds the words of a line that begins with spaces."""


def note_plain_summary(words: Sequence[Inline], log: NoteLog) -> None:
    """Report the format of the words that open a part."""
    if any(isinstance(part, Text) and part.style != PLAIN for part in words):
        log.dropped("The words on which readers click to open a part lost their format and links.", inline_text(words))


def note_joined_terms(terms: Sequence[Paragraph], log: NoteLog) -> None:
    """Report several terms with the same definition."""
    if len(terms) > 1:
        log.guessed("Several terms with one explanation are lines of one term now.", inline_text(terms[0].content))


def note_plain_code(element: Element, text: str, log: NoteLog) -> None:
    """Report the format of lines that are kept as they are."""
    if find_all(element, "a", "b", "strong", "i", "em"):
        log.dropped("Preformatted text lost its links, bold and italic type.", text)


def note_indents(text: str, log: NoteLog) -> None:
    """Report the spaces at the beginning of the lines of a poem."""
    if indented := INDENTED.search(text):
        log.dropped("The spaces at the beginning of lines were left out: in a poem, write them again.", indented[1])


def note_lists(cell: Iterable[Block], log: NoteLog) -> None:
    """Report the lists in a table's cell."""
    for block in cell:
        if isinstance(block, List):
            log.guessed(
                "A list in a table is written as HTML, since Markdown has no lists in cells.",
                inline_text(joined([block])),
            )
