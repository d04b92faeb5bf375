"""Matches file names as editors type them with the names on disk, which may use other characters that look the same.

macOS stores `ŵ` as a `w` and an accent, and uses U+202F instead of a space in the names of screenshots. Such a name in
a page is replaced by the file's exact name.
"""

import posixpath
import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cached_property
from urllib.parse import quote, unquote

from newsroom.content.document import Value
from newsroom.content.file_uses import find_named_files
from newsroom.content.folders import path_beside

_PATH = re.compile(r"[^?#]*")
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|/", re.IGNORECASE)
"""Matches the beginning of "https://elm.example/" and "/about/", but nothing in "../about.md"."""


class Targets:
    """The files of a newsroom, with which names in pages are matched."""

    def __init__(self, paths: Iterable[str]) -> None:
        self._paths = frozenset(paths)

    def fix_values(self, path: str, values: Mapping[str, Value]) -> dict[str, Value]:
        """The front matter of the page at ``path``, with exact names in the fields that name files."""
        fixed = dict(values)
        for (field, *rest), name in find_named_files(values):
            exact_target = self._find_exact_name(path, name) or name
            group = fixed[str(field)]
            fixed[str(field)] = (
                {**group, str(rest[0]): exact_target} if rest and isinstance(group, dict) else exact_target
            )
        return fixed

    def exact_target(self, path: str, target: str) -> str:
        """The target of a link or picture in the page at ``path``, with the exact name of its file."""
        written = _PATH.match(target)
        name = written[0] if written else ""
        file = self._find_exact_name(path, unquote(name)) if name else None
        return f"{quote(file)}{target[len(name) :]}" if file else target

    def _find_exact_name(self, path: str, target: str) -> str | None:
        """The relative path of the only file that a target can mean; None if the target exists or is ambiguous."""
        if _ELSEWHERE.match(target):
            return None
        wanted = path_beside(path, target)
        file = None if wanted in self._paths else self._paths_by_form.get(unicodedata.normalize("NFKC", wanted))
        return posixpath.relpath(file, posixpath.dirname(path)) if file else None

    @cached_property
    def _paths_by_form(self) -> Mapping[str, str | None]:
        """The path of each file by its compatible form (NFKC); None if two files have the same form."""
        found: dict[str, str | None] = {}
        for path in sorted(self._paths):
            form = unicodedata.normalize("NFKC", path)
            found[form] = None if form in found else path
        return found
