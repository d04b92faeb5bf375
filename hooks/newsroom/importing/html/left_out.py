"""Decides what is not part of a text, like hidden elements and scripts, and reports what Markdown cannot keep."""

import re
from collections.abc import Iterable, Sequence
from xml.etree.ElementTree import Element

from newsroom.importing.html.elements import find_all, tag_of, text_of
from newsroom.importing.html.model import PLAIN_STYLE, Block, Inline, List, Paragraph, Text, inline_text, joined
from newsroom.importing.html.styles import is_invisible
from newsroom.importing.source import NoteLog

_SILENT = frozenset(
    (
        *("area", "base", "col", "colgroup", "datalist", "head", "link", "map", "meta", "noscript", "param", "script"),
        *("source", "style", "template", "title", "track", "wbr", "xml"),
    )
)
_FIELDS = frozenset({"button", "input", "label", "meter", "optgroup", "option", "progress", "select", "textarea"})
_TEXT_IN_FORM = ("article", "h1", "h2", "h3", "main", "section")
INDENTED = re.compile(r"^[ \t\u00a0]+(\S.*)", re.MULTILINE)
"""Finds the words of a line that begins with spaces."""


def is_left_out(element: Element, log: NoteLog) -> bool:
    """Whether an element is left out with its content; reported, unless it has nothing for readers."""
    tag = tag_of(element)
    if tag in _SILENT:
        return True
    if is_invisible(element.attrib):
        if text_of(element) or find_all(element, "img", "iframe", "video", "audio"):
            log.dropped("Hidden text or a hidden picture was left out.")
        return True
    if tag in ("svg", "canvas"):
        if words := text_of(element) or element.get("aria-label"):
            log.dropped("A drawing was left out: save it as a picture and add it by hand.", words)
        return True
    if tag == "math":
        log.dropped("A formula was left out: write it in words, or add it as a picture.", text_of(element))
        return True
    if (tag == "form" and not find_all(element, *_TEXT_IN_FORM)) or (tag in _FIELDS and tag != "label"):
        if tag != "input":
            log.dropped("A form was left out: link to the page that has it.", text_of(element))
        elif (element.get("type") or "text").lower() not in ("checkbox", "hidden"):
            log.dropped("A field of a form was left out.", element.get("placeholder") or element.get("value") or "")
        return True
    return False


def note_plain_summary(words: Sequence[Inline], log: NoteLog) -> None:
    """Report the format of the words that open a part."""
    if any(isinstance(part, Text) and part.style != PLAIN_STYLE for part in words):
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
