"""Names of files as editors type them: equal to the eye, though other characters are stored in the file's name.

macOS stores `ŵ` as a `w` and an accent, and puts U+202F in place of a space into the names of screenshots. Such a
name in a page becomes the one of the file, so that every reader of the page's text finds the file.
"""

import posixpath
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from urllib.parse import quote, unquote, urlsplit

from newsroom.document import Reference, Source, Value
from newsroom.formats import captions_of
from newsroom.markup import is_address
from newsroom.places import path_beside

_FIELDS = (("image", "src"), ("cover", "src"), ("file",))
_PATH = re.compile(r"[^?#]*")
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|/", re.IGNORECASE)


class Targets:
    """The files of a newsroom, to which the names in a page are matched."""

    def __init__(self, paths: Iterable[str]) -> None:
        self._paths = frozenset(paths)

    def in_values(self, path: str, values: Mapping[str, Value]) -> dict[str, Value]:
        """The front matter of the page with a path, in which fields that name a file have its exact name."""
        fixed = dict(values)
        for field, *rest in _FIELDS:
            value = fixed.get(field)
            if rest and isinstance(value, dict):
                fixed[field] = {**value, **{key: self._exact(path, value[key]) for key in rest if key in value}}
            elif not rest and value is not None:
                fixed[field] = self._exact(path, value)
        return fixed

    def exact(self, path: str, target: str) -> str:
        """The target of a link or picture in the page with a path, with the exact name of the file that it means."""
        written = _PATH.match(target)
        name = written[0] if written else ""
        file = self._find(path, unquote(name)) if name else None
        return f"{quote(file)}{target[len(name) :]}" if file else target

    def _exact(self, path: str, value: Value) -> Value:
        return (self._find(path, value) or value) if isinstance(value, str) else value

    def _find(self, path: str, target: str) -> str | None:
        """The exact name, from a page's folder, of the only file that a target without a file can mean."""
        if _ELSEWHERE.match(target):
            return None
        wanted = path_beside(path, target)
        file = None if wanted in self._paths else self._by_form.get(unicodedata.normalize("NFKC", wanted))
        return posixpath.relpath(file, posixpath.dirname(path)) if file else None

    @cached_property
    def _by_form(self) -> Mapping[str, str | None]:
        """The path of each file by its compatible form; None where two files have the same."""
        found: dict[str, str | None] = {}
        for path in sorted(self._paths):
            form = unicodedata.normalize("NFKC", path)
            found[form] = None if form in found else path
        return found


def used_by(source: Source) -> Iterator[str]:
    """The paths of all that a page shows, links to or names in its front matter, whether or not they are there."""
    for field, *rest in _FIELDS:
        value = source.values.get(field)
        for key in rest:
            value = value.get(key) if isinstance(value, dict) else None
        if isinstance(value, str):
            yield path_beside(source.path, value)
    for reference in source.outline.references:
        if path := used_by_reference(source, reference):
            yield path
            if reference.is_recording:
                yield captions_of(path)


def used_by_reference(source: Source, reference: Reference) -> str | None:
    """The path of what one link or picture of a page leads to on this site; None where it leads elsewhere."""
    if not is_address(reference.target):
        return None
    address = urlsplit(reference.target)
    is_here = address.path and not address.scheme and not address.netloc
    return path_beside(source.path, unquote(address.path)) if is_here else None
