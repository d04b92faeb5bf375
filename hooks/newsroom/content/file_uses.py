"""Finds the files that a page uses: in its front matter, and as pictures and links in its text."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from newsroom.content.folders import path_beside
from newsroom.content.outline import Reference
from newsroom.content.types import FILE_FIELDS
from newsroom.content.web_address import is_web_address, split_address


@dataclass(frozen=True)
class FileUse:
    """One use of a file by a page: the file's path in the repository, even if it does not exist, and the line.

    ``is_shown``: as a picture. ``reference`` is the link or picture in the text; None for a field of the front matter.
    """

    path: str
    line: int
    is_shown: bool
    reference: Reference | None = None


def find_named_files(values: Mapping[str, object]) -> Iterator[tuple[tuple[str, ...], str]]:
    """The files that front matter names, each with the keys of its field."""
    for key in FILE_FIELDS:
        value: object = dict(values)
        for part in key:
            value = value.get(str(part)) if isinstance(value, dict) else None
        if isinstance(value, str) and value:
            yield key, value


def referenced_path(path: str, reference: Reference) -> str | None:
    """The path in the repository to which a link or picture in the file at ``path`` leads.

    None for another site, and for a target that cannot be parsed (https://www.rfc-editor.org/rfc/rfc3986): `http://[`.
    """
    if is_web_address(reference.target):
        return None
    address = split_address(reference.target)
    is_here = address.path and not address.scheme and not address.netloc
    return path_beside(path, unquote(address.path)) if is_here else None
