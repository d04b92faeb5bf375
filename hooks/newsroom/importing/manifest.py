"""Remembers what imports of archives wrote, so that a second run changes nothing that a person has edited."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from newsroom.importing.source import ImportRefusedError

MANIFEST_FILE = ".newsroom-import.json"
_VERSION = 1


class WriteResult(StrEnum):
    """What became of the files of one draft."""

    WRITTEN = "written"
    UNCHANGED = "unchanged"
    KEPT = "kept"
    DELETED = "deleted"


@dataclass
class Manifest:
    """The files that were written for each item of an archive, each with the digest of what was written.

    ``entries`` are by the key of the item; the first file of each is its Markdown.
    """

    entries: dict[str, dict[str, str]] = field(default_factory=dict)
    _uses: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        for files in self.entries.values():
            self._uses.update(files.keys())

    def paths(self) -> dict[str, str]:
        """The path of the Markdown file of each item."""
        return {key: next(iter(files)) for key, files in self.entries.items() if files}

    def own_files(self, key: str) -> frozenset[str]:
        """The paths that were written for an item."""
        return frozenset(self.entries.get(key, ()))

    def all_files(self) -> frozenset[str]:
        """All paths that were written."""
        return frozenset(self._uses)

    def write(self, root: Path, key: str, path: str, files: Mapping[str, bytes]) -> WriteResult:
        """Write the files of an item below a folder, unless a person has edited or deleted them since.

        Raises ImportRefusedError if the disk refuses it.
        """
        earlier = self.entries.get(key, {})
        if earlier and not (root / next(iter(earlier))).exists():
            return WriteResult.DELETED
        if any(_digest_of(root / name) not in (None, digest) for name, digest in earlier.items()):
            return WriteResult.KEPT
        ordered = {path: files[path], **{name: data for name, data in files.items() if name != path}}
        digests = {name: _digest(data) for name, data in ordered.items()}
        changed = [name for name, digest in digests.items() if _digest_of(root / name) != digest]
        if any((root / name).exists() and name not in self._uses for name in changed):
            return WriteResult.KEPT
        for name in reversed(changed):
            _write(root / name, ordered[name])
        self._uses.update(digests.keys())
        for name in earlier:
            self._uses[name] -= 1
            if not self._uses[name]:
                del self._uses[name]
                (root / name).unlink(missing_ok=True)
        self.entries[key] = digests
        return WriteResult.WRITTEN if changed else WriteResult.UNCHANGED

    def save(self, root: Path) -> None:
        """Write the manifest, in a fixed order."""
        values = {"version": _VERSION, "items": {key: self.entries[key] for key in sorted(self.entries)}}
        _write(root / MANIFEST_FILE, f"{json.dumps(values, indent=1, ensure_ascii=False)}\n".encode())


def read_manifest(root: Path) -> Manifest:
    """The manifest in a folder; an empty one if there is none. Raises ImportRefusedError if it is damaged."""
    file = root / MANIFEST_FILE
    if not file.exists():
        return Manifest()
    try:
        items = json.loads(file.read_text(encoding="utf-8"))["items"]
        return Manifest(
            {str(key): {str(path): str(digest) for path, digest in files.items()} for key, files in items.items()}
        )
    except (OSError, ValueError, KeyError, AttributeError, TypeError) as error:
        raise ImportRefusedError(f"{file} is damaged: get it back from the repository, or delete it.") from error


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:32]


def _digest_of(file: Path) -> str | None:
    try:
        return _digest(file.read_bytes())
    except OSError:
        return None


def _write(file: Path, data: bytes) -> None:
    """Write a file in one step."""
    temporary = file.with_name(f".{file.name}.importing")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_bytes(data)
        temporary.replace(file)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise ImportRefusedError(f"{file} cannot be written: {error.strerror}.") from error


def files_below(root: Path, folders: Iterable[str]) -> frozenset[str]:
    """The paths of all files in some folders."""
    found = (file for folder in folders for file in (root / folder).rglob("*") if file.is_file())
    return frozenset(file.relative_to(root).as_posix() for file in found)
