"""Records what imports of archives wrote, so that a second run changes nothing that a person has edited."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

from newsroom.importing.source import ImportRefusedError

MANIFEST_FILE = ".newsroom-import.json"
JOURNAL_FILE = ".newsroom-import.jsonl"
"""Has a line for each item that an import writes, until the import ends and saves the manifest."""
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

    Attributes:
        entries: The files by the key of the item; the first file of each is its Markdown.
        unfinished: The same of before, for the items that an import wrote which was stopped.
    """

    entries: dict[str, dict[str, str]] = field(default_factory=dict)
    unfinished: dict[str, dict[str, str]] = field(default_factory=dict)
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
        earlier, before = self.entries.get(key, {}), self.unfinished.get(key)
        if earlier and before is None and not (root / next(iter(earlier))).exists():
            return WriteResult.DELETED
        own = ((name, {None, digest, (before or {}).get(name)}) for name, digest in earlier.items())
        if any(_digest_of(root / name) not in digests for name, digests in own):
            return WriteResult.KEPT
        ordered = {path: files[path], **{name: data for name, data in files.items() if name != path}}
        digests = {name: _digest(data) for name, data in ordered.items()}
        changed = [name for name, digest in digests.items() if _digest_of(root / name) != digest]
        if any((root / name).exists() and name not in self._uses for name in changed):
            return WriteResult.KEPT
        if changed:
            _append(root / JOURNAL_FILE, {"key": key, "files": digests, "before": earlier})
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
        """Write the manifest, in a fixed order. Raises ImportRefusedError if the disk refuses it."""
        values = {"version": _VERSION, "items": {key: self.entries[key] for key in sorted(self.entries)}}
        _write(root / MANIFEST_FILE, f"{json.dumps(values, indent=1, ensure_ascii=False)}\n".encode())
        (root / JOURNAL_FILE).unlink(missing_ok=True)


def read_manifest(root: Path) -> Manifest:
    """The manifest in a folder; an empty one if there is none. Raises ImportRefusedError if it is damaged.

    If an import was stopped, what it had begun to write is in it too.
    """
    file = root / MANIFEST_FILE
    try:
        items = json.loads(file.read_text(encoding="utf-8"))["items"] if file.exists() else {}
        entries = {str(key): _digests(files) for key, files in items.items()}
        unfinished: dict[str, dict[str, str]] = {}
        for line in _journal_lines(root):
            key, files, before = line["key"], _digests(line["files"]), _digests(line["before"])
            entries[key] = files | {name: digest for name, digest in before.items() if name not in files}
            unfinished[key] = before
        return Manifest(entries, unfinished)
    except (OSError, ValueError, KeyError, AttributeError, TypeError) as error:
        raise ImportRefusedError(f"{file} is damaged: get it back from the repository, or delete it.") from error


def _journal_lines(root: Path) -> Iterator[Mapping[str, Any]]:
    """What a stopped import noted, item by item. Its last line may be cut off, and nothing was written for it then."""
    file = root / JOURNAL_FILE
    for line in file.read_text(encoding="utf-8").split("\n")[:-1] if file.exists() else ():
        with suppress(ValueError):
            yield json.loads(line)


def _digests(files: Mapping[Any, Any]) -> dict[str, str]:
    return {str(path): str(digest) for path, digest in files.items()}


def _append(file: Path, values: Mapping[str, object]) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("a", encoding="utf-8", newline="\n") as journal:
            journal.write(f"{json.dumps(values, ensure_ascii=False)}\n")
    except OSError as error:
        raise ImportRefusedError(f"{file} cannot be written: {error.strerror}.") from error


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
        with suppress(OSError):
            temporary.unlink()
        raise ImportRefusedError(f"{file} cannot be written: {error.strerror}.") from error


def files_below(root: Path, folders: Iterable[str]) -> frozenset[str]:
    """The paths of all files in some folders."""
    found = (file for folder in folders for file in (root / folder).rglob("*") if file.is_file())
    return frozenset(file.relative_to(root).as_posix() for file in found)
