"""Finds the files that a page uses: in its front matter, and as pictures and links in its text."""

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from newsroom.content.document import KeyPath, Source, Value
from newsroom.content.folders import path_beside
from newsroom.content.formats import captions_path
from newsroom.content.item_files import referenced_path
from newsroom.content.outline import Reference
from newsroom.content.types import FILE_FIELDS


@dataclass(frozen=True)
class FileUse:
    """One use of a file by a page: the file's path in the repository, even if it does not exist, and the line.

    ``is_shown``: as a picture. ``reference`` is the link or picture in the text; None for a field of the front matter.
    """

    path: str
    line: int
    is_shown: bool
    reference: Reference | None = None


def find_file_uses(source: Source) -> Iterator[FileUse]:
    """All uses of files by a page: in its front matter, then in its text. A recording is followed by its captions."""
    for key, name in find_named_files(source.values):
        yield FileUse(path_beside(source.path, name), source.line(*key), is_shown=key[-1] == "src")
    for reference in source.outline.references:
        path = referenced_path(source.path, reference)
        if path:
            yield FileUse(path, reference.line, reference.is_picture, reference)
            if reference.is_recording:
                yield FileUse(captions_path(path), reference.line, is_shown=False, reference=reference)


def used_files(source: Source) -> frozenset[str]:
    """The paths of all files that a page uses."""
    return frozenset(use.path for use in find_file_uses(source))


def tag_texts(sources: Iterable[Source]) -> Iterator[str]:
    """The values of attributes in the HTML of pages: some, like ``srcset``, name a picture without a link."""
    return (value for source in sources for tag in source.outline.tags for _, value in tag.attributes)


def files_named_in(texts: Iterable[str], paths: Iterable[str]) -> frozenset[str]:
    """The paths of files whose names are anywhere in the texts."""
    listed = list(texts)
    return frozenset(path for path in paths if any(posixpath.basename(path) in text for text in listed))


def find_named_files(values: Mapping[str, Value]) -> Iterator[tuple[KeyPath, str]]:
    """The files that front matter names, each with the keys of its field."""
    for key in FILE_FIELDS:
        value: Value | None = dict(values)
        for part in key:
            value = value.get(str(part)) if isinstance(value, dict) else None
        if isinstance(value, str) and value:
            yield key, value
