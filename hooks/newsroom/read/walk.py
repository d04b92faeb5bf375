"""Walks through a folder safely: symbolic links are not followed, and depth and number are limited."""

import os
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from newsroom.problems import Problem

MAX_FILES = 100_000
MAX_DEPTH = 12
"""How many folders may be inside each other, the content folder itself included."""
_PUT_FILE = "delete it, and put the file itself there"
_HARD_LINK = "this is the same file as another one on this computer, which may be outside the site's folder"
_SPECIAL = (
    (stat.S_ISFIFO, "this is a named pipe"),
    (stat.S_ISSOCK, "this is a socket"),
    (stat.S_ISCHR, "this is a device"),
    (stat.S_ISBLK, "this is a device"),
)


@dataclass(frozen=True)
class FolderEntry:
    """A regular file or a folder: its path from the repository's folder, and a file's size in bytes."""

    path: str
    is_folder: bool
    size: int = 0


class Tree:
    """The files and folders below ``root``. ``is_safe`` becomes false at a symbolic link or a limit.

    ``is_ignored`` decides by its path what is left out; ``hidden_fault`` may give a warning for such a file. ``report``
    gets these warnings, and an error for everything else that cannot be read. Links to folders are always an error,
    since an engine would follow them.
    """

    def __init__(
        self,
        root: Path,
        is_ignored: Callable[[str], bool],
        report: Callable[[Problem], None],
        hidden_fault: Callable[[str], Problem | None] = lambda _path: None,
    ) -> None:
        self._root = root
        self._is_ignored = is_ignored
        self._hidden_fault = hidden_fault
        self._report = report
        self._remaining = MAX_FILES
        self.is_safe = True

    def walk(self, folder: str) -> Iterator[FolderEntry]:
        """All files and folders below a folder, each folder before its contents. The folder may be missing."""
        try:
            mode = (self._root / folder).lstat().st_mode
        except OSError:
            return
        if stat.S_ISDIR(mode):
            yield from self._walk_inside(folder, 1, is_hidden=False)
        elif stat.S_ISLNK(mode):
            self._refuse_link(folder)
        else:
            self._report(
                Problem("folder-is-file", folder, None, "this must be a folder, but it is a file", "rename the file")
            )

    def _walk_inside(self, folder: str, depth: int, *, is_hidden: bool) -> Iterator[FolderEntry]:
        for name in self._names(folder):
            self._remaining -= 1
            if self._remaining <= 0:
                if self._remaining == 0:
                    what = f"this folder contains more files than a site can have ({MAX_FILES})"
                    self._report_unsafe("files-too-many", folder, what, "move some out")
                return
            path = f"{folder}/{name}"
            yield from self._walk_entry(path, depth, is_hidden=is_hidden or self._is_ignored(path))

    def _walk_entry(self, path: str, depth: int, *, is_hidden: bool) -> Iterator[FolderEntry]:
        file = self._root / path
        try:
            status = file.lstat()
        except OSError:
            self._report(_unreadable(path))
            return
        if stat.S_ISLNK(status.st_mode):
            if not is_hidden or _leads_to_folder(file):
                self._refuse_link(path)
        elif stat.S_ISDIR(status.st_mode):
            yield from self._walk_folder(path, depth, is_hidden=is_hidden)
        elif is_hidden:
            if fault := self._hidden_fault(path):
                self._report(fault)
        elif not stat.S_ISREG(status.st_mode):
            what = next((name for is_one, name in _SPECIAL if is_one(status.st_mode)), "this is not a file")
            self._report(Problem("file-special", path, None, f"{what}, which cannot be published", _PUT_FILE))
        elif status.st_nlink > 1:
            self._report(Problem("hard-link", path, None, _HARD_LINK, "copy it, and put the copy in its place"))
        elif not os.access(file, os.R_OK):
            self._report(_unreadable(path))
        else:
            yield FolderEntry(path, is_folder=False, size=status.st_size)

    def _walk_folder(self, path: str, depth: int, *, is_hidden: bool) -> Iterator[FolderEntry]:
        if depth == MAX_DEPTH:
            what = f"there are too many folders inside each other (at most {MAX_DEPTH} are allowed)"
            self._report_unsafe("folders-too-deep", path, what, "move it up")
            return
        if not is_hidden:
            yield FolderEntry(path, is_folder=True)
        yield from self._walk_inside(path, depth + 1, is_hidden=is_hidden)

    def _names(self, folder: str) -> list[str]:
        try:
            with os.scandir(self._root / folder) as entries:
                return sorted(entry.name for entry in entries)
        except OSError:
            self._report(_unreadable(folder))
            return []

    def _refuse_link(self, path: str) -> None:
        self._report_unsafe(
            "symbolic-link", path, "this is a symbolic link, which could lead out of the site's folder", _PUT_FILE
        )

    def _report_unsafe(self, code: str, path: str, what: str, fix: str) -> None:
        self.is_safe = False
        self._report(Problem(code, path, None, what, fix))


def _leads_to_folder(link: Path) -> bool:
    try:
        return stat.S_ISDIR(link.stat().st_mode)
    except OSError:  # it leads to nothing, or to itself
        return False


def _unreadable(path: str) -> Problem:
    return Problem(
        "file-unreadable", path, None, "this cannot be opened", "give yourself permission to read it, or delete it"
    )
