"""What belongs to an item whose consent limits where it may appear, and the item as a channel may show it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from urllib.parse import unquote, urlsplit

from newsroom.content.document import AnyDocument
from newsroom.content.folders import path_beside
from newsroom.content.formats import file_ending
from newsroom.content.outline import Reference

_DRAWING = ".svg"


def owned_files(document: AnyDocument) -> Iterator[str]:
    """The pictures, recordings and PDFs that belong to an item: it shows them, or its front matter names them.

    A drawing (SVG) shows nobody, so it belongs to an item only where the front matter says that it shows a person.
    """
    front = document.front
    people = {picture.src for picture in front.pictures if picture.person}
    for name in front.files:
        if name in people or not _is_drawing(name):
            yield path_beside(document.path, name)
    for reference in document.outline.references:
        path = referenced_path(document.path, reference) if reference.is_image else None
        if path and (front.people or not _is_drawing(path)):
            yield path


def referenced_path(path: str, reference: Reference) -> str | None:
    """The path in the repository to which a link or picture in the file at ``path`` leads; None for other sites."""
    address = urlsplit(reference.target)
    is_here = address.path and not address.scheme and not address.netloc
    return path_beside(path, unquote(address.path)) if is_here else None


def without_pictures(document: AnyDocument, is_hidden: Callable[[str], bool]) -> AnyDocument:
    """The document without the pictures of its front matter for whose paths ``is_hidden``; itself if there are none."""
    front = document.front
    named = {name: getattr(front, name) for name, *_ in front.file_keys()}
    hidden = [
        name
        for name, value in named.items()
        if value in front.pictures and is_hidden(path_beside(document.path, value.src))
    ]
    return replace(document, front=front.model_copy(update=dict.fromkeys(hidden))) if hidden else document


def _is_drawing(path: str) -> bool:
    return file_ending(path) == _DRAWING
