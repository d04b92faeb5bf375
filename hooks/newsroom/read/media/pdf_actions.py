"""Finds active content in PDFs: programs, actions that start other programs, and attached files."""

from collections.abc import Iterable, Iterator, Mapping

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, PdfObject

_ACTIONS: Mapping[str, str] = {
    "/JavaScript": "contains a program (JavaScript), which could run when readers open it",
    "/Launch": "starts another program when readers open it or click in it",
    "/ImportData": "takes data from another file when readers open it or click in it",
}
_ATTACHED_FILES = "has other files attached to it, which readers do not see before they open it"
_MAX_ACTIONS = 1000
"""The most actions in a chain. A loop of actions ends here."""


def find_active_content(reader: PdfReader) -> str | None:
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
        if _text(holder.get("/Subtype")) == "/FileAttachment":
            return _ATTACHED_FILES
        for action in _find_actions(holder):
            if found := _ACTIONS.get(_text(action.get("/S"))):
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
        annotations = resolve(page.get("/Annots"))
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
        value = resolve(waiting.pop())
        if isinstance(value, DictionaryObject):
            yield value
            following = resolve(value.get("/Next"))
            waiting += following if isinstance(following, ArrayObject) else [following]


def _dictionary(value: object) -> DictionaryObject:
    found = resolve(value)
    return found if isinstance(found, DictionaryObject) else DictionaryObject()


def _text(value: object) -> str:
    found = resolve(value)
    return found if isinstance(found, str) else ""


def resolve(value: object) -> object:
    """The object that an indirect reference leads to; other values unchanged."""
    return value.get_object() if isinstance(value, PdfObject) else value
