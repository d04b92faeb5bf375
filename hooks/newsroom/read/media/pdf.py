"""Reads PDFs: their size, pages, title and accessibility, and why they cannot be offered."""

import logging
import re
from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from pathlib import Path

from pypdf import Configuration, PageObject, PdfReader, apply_configuration
from pypdf.errors import LimitReachedError, PyPdfError
from pypdf.generic import ArrayObject, BooleanObject, DictionaryObject, PdfObject

from newsroom.content.loaded import PdfFacts
from newsroom.problems import CANNOT_OPEN, Fault
from newsroom.read.characters import CONTROL

# pypdf logs each repair, and without a handler Python would print that in the build's output.
logging.getLogger("pypdf").addHandler(logging.NullHandler())

_PDF_ERRORS = (
    PyPdfError,
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    MemoryError,
    NotImplementedError,
    OSError,
    RecursionError,
    TypeError,
    ValueError,
)
"""The exceptions that pypdf raises for invalid files. It does not check many rules of the format itself."""
MAX_PAGES = 3000
_LIMITS = Configuration(
    page_tree_maximum_entries=MAX_PAGES,
    page_tree_maximum_page_entries=20 * MAX_PAGES,
    zlib_maximum_output_length=20_000_000,
    lzw_maximum_output_length=5_000_000,
    run_length_maximum_output_length=5_000_000,
    array_based_stream_maximum_output_length=5_000_000,
    stream_decoding_work_maximum_length=40_000_000,
    stream_parsing_work_maximum_count=100_000,
    xform_maximum_invocations_per_extraction=200,
    xmp_maximum_input_length=500_000,
    disable_legacy_handling=True,
)
"""Limits for hostile files, many times what reports need: a small file can expand into gigabytes or endless work."""
_MAX_OPERATORS = 200_000
"""How many drawing operators are read for the search, in all pages. The text of later pages is not searched."""
_MAX_BYTES = 100_000_000
_SPLIT_WORD = re.compile(r"(?<=[^\W\d_])[-\u00ad\u2010]\n(?=[^\W\d_])")
"""Matches the hyphen and the line end in "gar-\\nden", but not in "2020-\\n21"."""
_HEADER_BYTES = 1024
_OTHER_FORMATS = (
    (b"PK\x03\x04", "a Word, PowerPoint or ZIP file"),
    (b"\xd0\xcf\x11\xe0", "an old Word or PowerPoint file"),
    (b"{\\rtf", "a text document (RTF)"),
    (b"\x89PNG", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"<", "a web page"),
    (b"version https://git-lfs", "a pointer to a file that Git keeps elsewhere"),
)
_SAVE_AS_PDF = "save the document again as a PDF, and put that here"
_SAVE_WITHOUT_ACTIVE_CONTENT = (
    "save the document again as a PDF, without attached files, and without buttons or fields that run a program"
)
_SAVE_OR_DOWNLOAD_AGAIN = "download or save the file again, and check that it opens on your computer"
_REMOVE_PROTECTION = (
    "save it without protection: in Acrobat under File → Properties → Security, choose No Security; in Word, under "
    "Save as PDF → Options, untick “Encrypt the document with a password”"
)


_TOO_LARGE = Fault(
    "pdf-too-large",
    f"has over {MAX_PAGES:,} pages or over {_MAX_BYTES // 1_000_000} MB, or takes too long to be read",
    "divide it into several PDFs",
)
_ACTIONS: Mapping[str, str] = {
    "/JavaScript": "contains a program (JavaScript), which could run when readers open it",
    "/Launch": "starts another program when readers open it or click in it",
    "/ImportData": "takes data from another file when readers open it or click in it",
}
_ATTACHED_FILES = "has other files attached to it, which readers do not see before they open it"
_MAX_ACTIONS = 1000
"""The most actions in a chain. A loop of actions ends here."""


def read_pdf_file(path: Path) -> PdfFacts | Fault:
    """The facts in a PDF file, or why it cannot be offered."""
    try:
        data = path.read_bytes() if path.stat().st_size <= _MAX_BYTES else None
    except OSError:
        return CANNOT_OPEN
    return _TOO_LARGE if data is None else read_pdf(data)


def read_pdf(data: bytes) -> PdfFacts | Fault:
    """The facts in a PDF, from its bytes, or why it cannot be offered. Never raises."""
    with apply_configuration(_LIMITS):
        return _read_pdf(data)


def _read_pdf(data: bytes) -> PdfFacts | Fault:
    if not data:
        return Fault("pdf-damaged", "is empty", _SAVE_OR_DOWNLOAD_AGAIN)
    if b"%PDF-" not in data[:_HEADER_BYTES]:
        looks = next(
            (f"; it looks like {name}" for start, name in _OTHER_FORMATS if data.lstrip().startswith(start)), ""
        )
        return Fault("pdf-damaged", f"is not a PDF, although its name says so{looks}", _SAVE_AS_PDF)
    try:
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted:
            return Fault(
                "pdf-protected",
                "is protected, so that some readers cannot open it or have it read aloud",
                _REMOVE_PROTECTION,
            )
        catalogue = reader.root_object
        pages = len(reader.pages)
        title, lang = _title(reader), _text(catalogue.get("/Lang"))
        is_tagged, properties = _is_tagged(catalogue), _properties(reader)
        active = _find_active_content(reader)
    except LimitReachedError:
        return _TOO_LARGE
    except _PDF_ERRORS:
        return Fault("pdf-damaged", "is damaged, so that readers could not open it", _SAVE_OR_DOWNLOAD_AGAIN)
    if active:
        return Fault("pdf-active-content", active, _SAVE_WITHOUT_ACTIVE_CONTENT)
    if not pages:
        return Fault("pdf-damaged", "is damaged: no page is found in it", _SAVE_OR_DOWNLOAD_AGAIN)
    return PdfFacts(len(data), pages, title, lang, is_tagged, properties)


def read_pdf_text(data: bytes) -> tuple[str, ...]:
    """The text of each page of a PDF, from its bytes; "" for pages without text, like scanned ones. Never raises."""
    budget = _Budget(_MAX_OPERATORS)
    with apply_configuration(_LIMITS):
        try:
            reader = PdfReader(BytesIO(data))
            return tuple(_page_text(page, budget) for page in reader.pages)
        except _PDF_ERRORS:
            return ()


class _Budget:
    """Counts the operators of all pages, those of forms in forms too. Raises LimitReachedError after the last."""

    def __init__(self, operators: int) -> None:
        self._remaining = operators

    def use(self, *_: object) -> None:
        """Count one operator."""
        self._remaining -= 1
        if self._remaining < 0:
            raise LimitReachedError


def _page_text(page: PageObject, budget: _Budget) -> str:
    """A page's text with single spaces. Words that were hyphenated at a line's end are joined."""
    try:
        budget.use()
        text = page.extract_text(visitor_operand_before=budget.use)
    except _PDF_ERRORS:
        return ""
    return " ".join(_SPLIT_WORD.sub("", CONTROL.sub(" ", text)).split())


def _title(reader: PdfReader) -> str:
    """The title from the document's properties, or from its XMP metadata, which newer programs use instead."""
    properties = reader.metadata
    title = _text(properties.get("/Title")) if properties else ""
    if title:
        return title
    try:
        xmp = reader.xmp_metadata
        titles = (xmp.dc_title or {}) if xmp else {}
    except _PDF_ERRORS:
        return ""
    return next((found for found in (_text(title) for title in titles.values()) if found), "")


def _properties(reader: PdfReader) -> tuple[tuple[str, str], ...]:
    """The texts among the document's properties, and those in its XMP metadata, without their repetitions."""
    found = [(name.removeprefix("/"), _text(value)) for name, value in (reader.metadata or {}).items()]
    try:
        if xmp := reader.xmp_metadata:
            found += [("Author", author) for author in xmp.dc_creator or ()]
            found += [("Creator", xmp.xmp_creator_tool or ""), ("Producer", xmp.pdf_producer or "")]
            found += xmp.custom_properties.items()
    except _PDF_ERRORS:
        pass
    return tuple(dict.fromkeys((name, text.strip()) for name, text in found if text.strip()))


def _is_tagged(catalogue: DictionaryObject) -> bool:
    """Whether the document is marked as tagged and has a structure tree (section 14.8)."""
    marked = _resolve(catalogue.get("/MarkInfo"))
    tree = _resolve(catalogue.get("/StructTreeRoot"))
    is_marked = isinstance(marked, DictionaryObject) and _resolve(marked.get("/Marked")) == BooleanObject(True)
    return is_marked and isinstance(tree, DictionaryObject)


def _text(value: object) -> str:
    resolved = _resolve(value)
    return " ".join(resolved.split()) if isinstance(resolved, str) else ""


def _find_active_content(reader: PdfReader) -> str | None:
    """The active content of a PDF, as a clause whose subject is the PDF; None if it has none.

    Searches the document, its pages and their annotations (ISO 32000-1, 12.6.3 and 7.11.4). Raises pypdf's exceptions
    if the file is damaged.
    """
    catalogue = reader.root_object
    names = _dictionary(catalogue.get("/Names"))
    if "/JavaScript" in names:
        return _ACTIONS["/JavaScript"]
    if "/EmbeddedFiles" in names or "/Collection" in catalogue:
        return _ATTACHED_FILES
    for holder in (catalogue, *_clickable(reader.pages)):
        if _text_of_action(holder.get("/Subtype")) == "/FileAttachment":
            return _ATTACHED_FILES
        for action in _find_actions(holder):
            if found := _ACTIONS.get(_text_of_action(action.get("/S"))):
                return found
    return None


def _clickable(pages: Iterable[DictionaryObject]) -> Iterator[DictionaryObject]:
    """Each page once, and its annotations: links, notes and form fields."""
    seen: set[int] = set()
    for page in pages:
        number = page.indirect_reference.idnum if page.indirect_reference else -1
        if number in seen:
            continue
        seen.add(number)
        yield page
        annotations = _resolve(page.get("/Annots"))
        for annotation in annotations if isinstance(annotations, ArrayObject) else ():
            yield _dictionary(annotation)
            yield _dictionary(_dictionary(annotation).get("/Parent"))


def _find_actions(holder: DictionaryObject) -> Iterator[DictionaryObject]:
    """The actions of a document, page or annotation, including chained ones."""
    additional = _dictionary(holder.get("/AA"))
    waiting = [holder.get("/OpenAction"), holder.get("/A"), *additional.values()]
    for _ in range(_MAX_ACTIONS):
        if not waiting:
            return
        value = _resolve(waiting.pop())
        if isinstance(value, DictionaryObject):
            yield value
            following = _resolve(value.get("/Next"))
            waiting += following if isinstance(following, ArrayObject) else [following]


def _dictionary(value: object) -> DictionaryObject:
    found = _resolve(value)
    return found if isinstance(found, DictionaryObject) else DictionaryObject()


def _text_of_action(value: object) -> str:
    found = _resolve(value)
    return found if isinstance(found, str) else ""


def _resolve(value: object) -> object:
    """The object that an indirect reference leads to; other values unchanged."""
    return value.get_object() if isinstance(value, PdfObject) else value
