"""Finds private data in the names of files, and in what programs stored in pictures and PDFs."""

import posixpath
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from newsroom.check.private.allow import Allowances, PublicContacts, any_allows
from newsroom.check.private.finding import Kind
from newsroom.check.private.messages import fault_of
from newsroom.check.private.passages import find_private_data
from newsroom.content.loaded import LoadedContent, PdfFacts, PictureMetadata
from newsroom.problems import Problem, shorten

_SEPARATORS = re.compile(r"[_-]+")
_DATE_FIRST = re.compile(r"^\d{4}(?:[_-]\d\d){0,2}[_-]?")
"""The date at the beginning of a name: `2024-03-05-the-garden`."""
_STREET = re.compile(
    r"\b(?P<number>\d{1,3}[a-z]?)\s(?P<street>(?:[a-z']+\s){1,3}(?:road|street|avenue|lane|close|crescent|terrace|drive))\b"
)
_NAMES_IN_FILES = frozenset({Kind.EMAIL, Kind.PHONE, Kind.POSTCODE, Kind.ADDRESS, Kind.BIRTH, Kind.NHS, Kind.INSURANCE})
_PERSONAL_PROPERTIES = re.compile(
    r"author|company|manager|(?:last)?_?\s?(?:saved|modified)_?\s?by|owner", re.IGNORECASE
)
_PROGRAMS = frozenset({"Title", "Subject", "Keywords", "Creator", "Producer"})
_ON_A_COMPUTER = re.compile(
    r"\b[A-Z]:[\\/]|\\\\|/(?:Users|home)/|file://|\.(?:docx?|odt|pages|pptx?|xlsx?|indd)\b", re.IGNORECASE
)
"""A path or the name of a document: `C:\\Users\\jane\\report.docx`."""
_WORD = re.compile(r"\w{2,}")
_UNKNOWN = frozenset(
    {"", "anonymous", "unknown", "user", "admin", "administrator", "author", "none", "owner", "default"}
)
_SAVE_WITHOUT = "in Word, clear it first under File → Info → Inspect Document, then save the PDF again"
_HOW_TO_REMOVE = "save a copy without it (Windows: Properties → Details → Remove Properties; Mac: Preview → Inspector)"


@dataclass
class _Used:
    """The pages that use a file, and the place at which errors in it are reported."""

    path: str
    line: int | None = None
    pages: list[Allowances] = field(default_factory=list)


def check_names(
    content: LoadedContent, allowances: Mapping[str, Allowances], contacts: PublicContacts
) -> Iterator[Problem]:
    """Warnings about private data in the names of files."""
    for path in sorted({*content.paths, *content.files.assets, *content.files.refused}):
        page = allowances.get(path)
        for finding, _ in find_private_data(_words_of_name(path), 1):
            is_allowed = contacts.include(finding) or (page and page.allow(finding.value, finding.key))
            if finding.kind in _NAMES_IN_FILES and not is_allowed:
                fault = fault_of(finding)
                yield Problem(fault.code, path, None, f"in the file's name, {fault.what}", "rename the file")


def check_metadata(
    content: LoadedContent, allowances: Mapping[str, Allowances], contacts: PublicContacts
) -> Iterator[Problem]:
    """Warnings about what programs stored in pictures and PDFs, where a page first uses the file."""
    uses = _uses(content, allowances)
    for path, metadata in content.pictures.items():
        yield from _check_picture(path, metadata, uses.get(path) or _Used(path), content, contacts)
    for path, pdf in content.pdfs.items():
        if isinstance(pdf, PdfFacts):
            yield from _check_pdf(path, pdf, uses.get(path) or _Used(path), content, contacts)


def _uses(content: LoadedContent, allowances: Mapping[str, Allowances]) -> dict[str, _Used]:
    wanted = content.pictures.keys() | content.pdfs.keys()
    found: dict[str, _Used] = {}
    for source in content.sources.values() if wanted else ():
        for use in source.file_uses:
            if use.path in wanted:
                used = found.setdefault(use.path, _Used(source.path, use.line))
                used.pages.append(allowances[source.path])
    return found


def _check_picture(
    path: str, metadata: PictureMetadata, used: _Used, content: LoadedContent, contacts: PublicContacts
) -> Iterator[Problem]:
    name = posixpath.basename(path)
    if metadata.has_location and not any_allows(used.pages, name):
        what = f"the picture '{name}' says where it was taken, which may be somebody's home"
        yield Problem("picture-location", used.path, used.line, what, _HOW_TO_REMOVE)
    owners = defaultdict(list)
    for what, value in metadata.owners:
        if not _is_public(value, used, content) and not any_allows(used.pages, name, value):
            owners[what].append(value)
    if owners:
        what = f"the picture '{name}' has {' and '.join(owners)} in it"
        yield Problem("picture-owner", used.path, used.line, what, _HOW_TO_REMOVE)
    yield from _check_texts(f"the picture '{name}'", metadata.texts, used, contacts)


def _check_pdf(
    path: str, pdf: PdfFacts, used: _Used, content: LoadedContent, contacts: PublicContacts
) -> Iterator[Problem]:
    name = posixpath.basename(path)
    private = [
        f"{key} '{shorten(value, 40)}'"
        for key, value in pdf.properties
        if _is_private_property(key, value)
        and not _is_public(value, used, content)
        and not any_allows(used.pages, name, value)
    ]
    if private:
        what = f"the PDF '{name}' has these properties: {', '.join(dict.fromkeys(private))}"
        yield Problem("pdf-properties", used.path, used.line, what, _SAVE_WITHOUT)
    yield from _check_texts(f"the PDF '{name}'", [value for _, value in pdf.properties], used, contacts)


def _check_texts(
    file: str, texts: list[str] | tuple[str, ...], used: _Used, contacts: PublicContacts
) -> Iterator[Problem]:
    """Errors and warnings about private data in the texts that are stored in a file."""
    for text in texts:
        for finding, _ in find_private_data(text, 1):
            if not contacts.include(finding) and not any_allows(used.pages, finding.value, finding.key):
                fault = fault_of(finding)
                what = f"in what is stored in {file}, {fault.what}"
                yield Problem(fault.code, used.path, used.line, what, "save a copy of the file without it")


def _is_private_property(key: str, value: str) -> bool:
    if key in _PROGRAMS:
        return bool(_ON_A_COMPUTER.search(value))
    return bool(_PERSONAL_PROPERTIES.fullmatch(key)) and value.casefold() not in _UNKNOWN


def _is_public(value: str, used: _Used, content: LoadedContent) -> bool:
    """Whether a page that uses the file has the same name in it, as an author's or a photographer's."""
    wanted = set(_WORD.findall(value.casefold()))
    texts = (f"{content.heads[page.source.path]} {page.source.text}" for page in used.pages)
    return any(wanted.issubset(_WORD.findall(text.casefold())) for text in texts)


def _words_of_name(path: str) -> str:
    """The words in a file's name, with capitals where it is a street: "14-elm-road.jpg" is "14 Elm Road"."""
    stem = posixpath.splitext(posixpath.basename(path))[0]
    words = _SEPARATORS.sub(" ", _DATE_FIRST.sub("", stem)) if "@" not in stem else stem
    return _STREET.sub(lambda match: f"{match['number']} {match['street'].title()}", words)
