"""Finds what has changed in a repository, by looking at its files again and again.

Looking works on every file system, also on those of containers and networks, where systems do not report changes.
"""

import os
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

_SHORTEST_PAUSE = 0.05
_SETTLING_TIME = 0.02
"""Seconds without a further change after which a change is complete: programs write a file in several steps."""
_LONGEST_SETTLING = 50
"""How often a change may turn out to be incomplete before it is used as it is."""
_FEW = 20
"""How many files at most are looked at between two looks at all."""
Stamp = tuple[int, int, int]
"""A file's time of modification, size and inode."""


@dataclass(frozen=True)
class Changes:
    """What has changed since the last look.

    Attributes:
        paths: The paths that were added, changed or removed, relative to the repository.
        are_texts: Whether they are only Markdown files that were there before and still are.
    """

    paths: frozenset[str]
    are_texts: bool


class Watcher:
    """Looks at files and folders of a repository, without hidden files and programs' temporary files."""

    def __init__(self, root: Path, paths: Iterable[Path]) -> None:
        self._root = root
        self._paths = list(paths)
        self._seen = self._look()
        self._changed_last: frozenset[str] = frozenset()

    def add(self, path: Path) -> None:
        """Look at one more file or folder."""
        self._paths.append(path)
        self._seen = self._look()

    def wait(self) -> Changes:
        """Wait until something has changed, and return it.

        What changed last is looked at most often: people save one file again and again.
        """
        next_look = 0.0
        while True:
            time.sleep(_SHORTEST_PAUSE)
            if time.perf_counter() < next_look and not self._has_changed_again():
                continue
            start = time.thread_time()
            found = self._look()
            next_look = time.perf_counter() + 10 * (time.thread_time() - start)  # a tenth of the time at most
            if found != self._seen:
                return self._changes(self._settle(found))

    def _has_changed_again(self) -> bool:
        return any(_stamp(Path(path)) != self._seen.get(path) for path in self._changed_last)

    def _settle(self, found: dict[str, Stamp]) -> dict[str, Stamp]:
        for _ in range(_LONGEST_SETTLING):
            time.sleep(_SETTLING_TIME)
            before, found = found, self._look()
            if found == before:
                break
        return found

    def _changes(self, found: dict[str, Stamp]) -> Changes:
        before, self._seen = self._seen, found
        differing = {path for path, _ in before.items() ^ found.items()}
        self._changed_last = frozenset(differing) if len(differing) <= _FEW else frozenset()
        are_texts = all(path in before and path in found and path.endswith(".md") for path in differing)
        return Changes(frozenset(os.path.relpath(path, self._root) for path in differing), are_texts)

    def _look(self) -> dict[str, Stamp]:
        return {entry: stamp for path in self._paths for entry, stamp in _stamps(os.fspath(path))}


def _stamp(file: Path | os.DirEntry[str]) -> Stamp | None:
    try:
        status = file.stat()
    except OSError:  # it does not exist any more, or is a link to nothing
        return None
    return (status.st_mtime_ns, status.st_size, status.st_ino)


def _stamps(path: str) -> Iterator[tuple[str, Stamp]]:
    try:
        entries = list(os.scandir(path))
    except NotADirectoryError:
        if stamp := _stamp(Path(path)):
            yield path, stamp
        return
    except OSError:  # it does not exist, or not any more
        return
    for entry in entries:
        if entry.name.startswith((".", "~$")) or entry.name.endswith("~"):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _stamps(entry.path)
        elif stamp := _stamp(entry):
            yield entry.path, stamp
