"""The files that belong to an item, and those to which its text leads."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from newsroom.content.document import AnyDocument
from newsroom.content.file_uses import referenced_path
from newsroom.content.folders import path_beside, without_language
from newsroom.content.formats import PAGE_ENDING, captions_path, is_drawing
from newsroom.content.outline import Reference

ADDRESS_FIELDS = (("booking",), ("online",), ("link",), ("contact", "link"))
"""The fields with the address of a page, as paths of keys."""


def owned_files(document: AnyDocument) -> Iterator[str]:
    """The pictures, recordings and PDFs that belong to an item: it shows them, or its front matter names them.

    A drawing (SVG) shows nobody, so it belongs to an item only where the front matter says that it shows a person.
    """
    front = document.front
    people = {picture.src for picture in front.pictures if picture.person}
    for name in front.files:
        if name in people or not is_drawing(name):
            yield path_beside(document.path, name)
    for path in shown_files(document.path, document.outline.references):
        if front.people or not is_drawing(path):
            yield path


def shown_files(path: str, references: Iterable[Reference]) -> Iterator[str]:
    """The pictures and recordings that the text at ``path`` shows or plays, and its files that it links to.

    A recording is followed by its captions. A file that is only linked may belong to another item, such as a report,
    so it is included only if it is a recording, or if its name begins with that of the item.
    """
    for reference in references:
        target = referenced_path(path, reference)
        is_shown = reference.is_image or reference.tag not in ("", "a") or reference.is_recording
        if target and (is_shown or any(files_named_after(path, [target]))):
            yield target
            if reference.is_recording:
                yield captions_path(target)


def files_named_after(path: str, files: Iterable[str], others: Iterable[str] = ()) -> Iterator[str]:
    """The files whose names begin with that of the item at ``path``: `x.jpg` and `x-2.jpg` for `x.md`.

    ``others`` are the paths of other pages: with `x-2.md` among them, `x-2.jpg` belongs to that.
    """
    name = without_language(path)
    longer = {found for other in others if (found := without_language(other)).startswith(f"{name}-")}
    for file in files:
        if _is_named_after(name, file) and not any(_is_named_after(other, file) for other in longer):
            yield file


def _is_named_after(name: str, file: str) -> bool:
    return re.match(rf"{re.escape(name)}[.-]", file) is not None and not file.endswith(PAGE_ENDING)


def without_hidden(
    document: AnyDocument, is_hidden: Callable[[str], bool], is_hidden_address: Callable[[str], bool]
) -> AnyDocument:
    """The document without the pictures and addresses of its front matter that are hidden; itself if there are none.

    Args:
        is_hidden: Whether the picture at a path is hidden.
        is_hidden_address: Whether the page at an address is hidden.
    """
    front = document.front
    hidden: dict[str, object] = {
        name: None for name, picture in front.named_pictures() if is_hidden(path_beside(document.path, picture.src))
    }
    for name, *rest in ADDRESS_FIELDS:
        value = vars(front).get(name)
        address = getattr(value, rest[0], None) if rest else value
        if isinstance(address, str) and is_hidden_address(address):
            hidden[name] = value.model_copy(update={rest[0]: None}) if rest and value else None
    return replace(document, front=front.model_copy(update=hidden)) if hidden else document
