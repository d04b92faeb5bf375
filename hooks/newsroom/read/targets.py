"""Names of files as editors type them: equal to the eye, though other characters are stored in the file's name.

macOS stores `ŵ` as a `w` and an accent, and puts U+202F in place of a space into the names of screenshots. Such a
name in a page becomes the one of the file, so that every reader of the page's text finds the file.
"""

import posixpath
import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cached_property
from urllib.parse import quote, unquote

from newsroom.content.document import Value
from newsroom.content.folders import path_beside
from newsroom.read.uses import find_named_files

_PATH = re.compile(r"[^?#]*")
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|/", re.IGNORECASE)


class Targets:
    """The files of a newsroom, to which the names in a page are matched."""

    def __init__(self, paths: Iterable[str]) -> None:
        self._paths = frozenset(paths)

    def fix_values(self, path: str, values: Mapping[str, Value]) -> dict[str, Value]:
        """The front matter of the page with a path, in which fields that name a file have its exact name."""
        fixed = dict(values)
        for (field, *rest), name in find_named_files(values):
            exact = self._find_exact_name(path, name) or name
            group = fixed[str(field)]
            fixed[str(field)] = {**group, str(rest[0]): exact} if rest and isinstance(group, dict) else exact
        return fixed

    def exact(self, path: str, target: str) -> str:
        """The target of a link or picture in the page with a path, with the exact name of the file that it means."""
        written = _PATH.match(target)
        name = written[0] if written else ""
        file = self._find_exact_name(path, unquote(name)) if name else None
        return f"{quote(file)}{target[len(name) :]}" if file else target

    def _find_exact_name(self, path: str, target: str) -> str | None:
        """The exact name, from a page's folder, of the only file that a target without a file can mean."""
        if _ELSEWHERE.match(target):
            return None
        wanted = path_beside(path, target)
        file = None if wanted in self._paths else self._paths_by_form.get(unicodedata.normalize("NFKC", wanted))
        return posixpath.relpath(file, posixpath.dirname(path)) if file else None

    @cached_property
    def _paths_by_form(self) -> Mapping[str, str | None]:
        """The path of each file by its compatible form; None where two files have the same."""
        found: dict[str, str | None] = {}
        for path in sorted(self._paths):
            form = unicodedata.normalize("NFKC", path)
            found[form] = None if form in found else path
        return found
