"""Reads a document of any kind that can be imported, or says what to do instead."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from newsroom.content.formats import file_ending
from newsroom.importing.refusals import (
    IMPORTED,
    MAIL,
    MARKDOWN,
    OFFICE,
    OPEN_DOCUMENT,
    REFUSALS,
    SAVE_AS_WORD,
    TEXT,
    TEXT_LIKE,
)
from newsroom.importing.source import ImportRefusedError, SourceDocument

MAX_FILE_BYTES = 100_000_000
_MAX_TEXT_BYTES = 30_000_000
"""For a page, an email or a text; a page may have its pictures in it."""
_KINDS = "Word (.docx), .odt, .doc, .rtf, a web page (.html), an email (.eml), Markdown (.md) and plain text (.txt)"

ConvertToWord = Callable[[bytes, str], bytes]
"""Returns a document as .docx, from its bytes and its ending such as ".odt".

Raises NoOfficeProgramError if there is no program for that, and ImportRefusedError if it fails.
"""


class NoOfficeProgramError(Exception):
    """No program is installed that can convert a document."""


def read_source(path: Path, convert: ConvertToWord) -> SourceDocument:
    """Read a document.

    Args:
        path: The file, anywhere on the computer. It is not changed.
        convert: Converts the formats of other office programs to Word's.

    Raises:
        ImportRefusedError: It cannot be imported.
    """
    name, ending = path.name, file_ending(path.name)
    _require_known(name, ending)
    data = _read_bytes(path, _MAX_TEXT_BYTES if ending in TEXT_LIKE else MAX_FILE_BYTES)
    if ending == ".docx":
        return _read_word(data)
    if ending in OFFICE:
        return _read_office(data, name, ending, convert)
    return _read_web(path, data, ending)


def _require_known(name: str, ending: str) -> None:
    if ending in REFUSALS:
        raise ImportRefusedError(f"{name} {REFUSALS[ending]}")
    if ending not in IMPORTED:
        raise ImportRefusedError(f"{name} is of a kind that cannot be imported. What can be: {_KINDS}.")


def _read_bytes(path: Path, most: int) -> bytes:
    try:
        size = path.stat().st_size
        if size > most:
            fix = "Make its pictures smaller (in Word: Picture Format, Compress Pictures), or divide it."
            raise ImportRefusedError(
                f"{path.name} has {size // 1_000_000} MB, and at most {most // 1_000_000} MB can be imported. {fix}"
            )
        data = path.read_bytes()
    except OSError as error:
        raise ImportRefusedError(f"{path.name} cannot be read: {error.strerror}.") from error
    if not data.strip(b"\0 \r\n\t"):
        raise ImportRefusedError(f"{path.name} is empty. Is it the right file?")
    return data


def _read_word(data: bytes) -> SourceDocument:
    from newsroom.importing.word import read_docx  # other commands must not load it

    return read_docx(data)


def _read_office(data: bytes, name: str, ending: str, convert: ConvertToWord) -> SourceDocument:
    from newsroom.importing.open_document import remove_hidden_text  # other commands must not load it

    data, notes = remove_hidden_text(data) if ending in OPEN_DOCUMENT else (data, ())
    source = _read_word(_converted(data, name, ending, convert))
    return replace(source, notes=(*source.notes, *notes))


def _converted(data: bytes, name: str, ending: str, convert: ConvertToWord) -> bytes:
    try:
        return convert(data, ending)
    except NoOfficeProgramError as error:
        fix = f"Install LibreOffice, or save the document {SAVE_AS_WORD}, and import that."
        raise ImportRefusedError(f"{name} can be imported only where LibreOffice is installed. {fix}") from error


def _read_web(path: Path, data: bytes, ending: str) -> SourceDocument:
    from newsroom.importing.plain_text import decode_html, decode_text
    from newsroom.importing.web.mail import read_mail
    from newsroom.importing.web.markdown import read_markdown
    from newsroom.importing.web.page import read_page, read_text_file
    from newsroom.importing.web.saved_pictures import find_beside, open_archive

    if ending in MAIL:
        return read_mail(data)
    if ending in MARKDOWN:
        return read_markdown(decode_text(data), find_beside(path))
    if ending in TEXT:
        return read_text_file(decode_text(data))
    if ending == ".zip":
        page, find_file = open_archive(data, path.name)
        return read_page(decode_html(page), find_file)
    return read_page(decode_html(data), find_beside(path))
