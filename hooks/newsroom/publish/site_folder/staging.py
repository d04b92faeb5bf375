"""Publishes a finished build atomically: readers see the old site or the new one. One build runs at a time."""

import ctypes
import hashlib
import os
import shutil
import stat
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from filelock import FileLock, Timeout

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2  # linux/fs.h, and the value of RENAME_SWAP in macOS's stdio.h


class Staging:
    """A site in the making, next to the folder that it will replace.

    The last good site does not change until :meth:`publish`.
    """

    def __init__(self, site: Path) -> None:
        self.published = site
        self.building = site.with_name(f".{site.name}.building")
        self._previous = site.with_name(f".{site.name}.previous")
        # One lock for each path and process: a preview builds again and again, also after a build that failed.
        self._lock = FileLock(site.with_name(f".{site.name}.lock"), is_singleton=True)

    def lock(self, on_wait: Callable[[], None]) -> None:
        """Lock the site for other builds until :meth:`unlock` or the end of this process.

        Args:
            on_wait: Called once if another build has the lock.

        Raises:
            OSError: The folder cannot be written to.
        """
        self.published.parent.mkdir(parents=True, exist_ok=True)
        try:
            self._lock.acquire(blocking=False)
        except Timeout:
            on_wait()
            self._lock.acquire()
        self._restore()
        shutil.rmtree(self.building, ignore_errors=True)

    def write(self, path: str, content: bytes) -> None:
        """Write a file of the new site; ``path`` is relative to the site's root.

        If the published site has the same file, both sites share it as a hard link, where the file system has them. So
        no program may ever change a file of a site in place: :func:`replace_file` does not.
        """
        published = self.published / path
        if not (_size(published) == len(content) and published.read_bytes() == content and self._link(path)):
            replace_file(self.building / path, content)

    def carry_over(self, path: str, file_hash: str) -> bool:
        """Use a file of the published site in the new site as well.

        Returns:
            Whether the published site has the file, with this SHA-256 hash. If not, the new site does not have it yet.
        """
        published = self.published / path
        content = b"" if _size(published) is None else published.read_bytes()
        if hashlib.sha256(content).hexdigest() != file_hash:
            return False
        if not self._link(path):
            replace_file(self.building / path, content)
        return True

    def _link(self, path: str) -> bool:
        """Make a file of the published site one of the new site. Returns whether that was possible."""
        try:
            _make_file(self.building / path, partial(os.link, self.published / path))
        except OSError:
            return False
        return True

    def publish(self) -> None:
        """Replace the site by the new one. Raises OSError, and keeps the last good site, if that fails."""
        self._restore()
        if self.published.exists() and exchange(self.building, self.published):
            self.building.rename(self._previous)
        else:
            self._replace()
        shutil.rmtree(self._previous, ignore_errors=True)

    def unlock(self) -> None:
        """Let the next build of the site start."""
        self._lock.release(force=True)

    def _replace(self) -> None:
        """Replace the site by two renames, where :func:`exchange` does not work.

        Between the two renames no site exists. If the process is killed there, the next build first restores the last
        good site.
        """
        if self.published.exists():
            self.published.rename(self._previous)
        try:
            self.building.rename(self.published)
        except OSError:
            if self._previous.exists():
                self._previous.rename(self.published)
            raise

    def _restore(self) -> None:
        """Remove the leftovers of an interrupted build, and restore the last good site if it is missing."""
        if self._previous.exists() and not self.published.exists():
            self._previous.rename(self.published)
        shutil.rmtree(self._previous, ignore_errors=True)


def replace_file(file: Path, content: bytes) -> None:
    """Write a file in place of one with the same name, without a change of any other name of that file."""
    _make_file(file, partial(_write_new, content))


def _make_file(file: Path, make: Callable[[Path], None]) -> None:
    """Have ``make`` make a file. Its folder is made, or an old file removed, only if that turns out to be necessary."""
    try:
        make(file)
    except FileNotFoundError:
        file.parent.mkdir(parents=True, exist_ok=True)
        make(file)
    except FileExistsError:
        file.unlink()
        make(file)


def _write_new(content: bytes, file: Path) -> None:
    with file.open("xb") as opened:
        opened.write(content)


def _size(file: Path) -> int | None:
    """The size of a file in bytes; None if it is missing or not a regular file, such as a link."""
    try:
        status = file.lstat()
    except OSError:
        return None
    return status.st_size if stat.S_ISREG(status.st_mode) else None


def exchange(first: Path, second: Path) -> bool:
    """Exchange two existing files or folders atomically.

    Returns:
        Whether they were exchanged. False, with nothing changed, if the system or the file system does not support it,
        or if one of the paths does not exist.
    """
    here, there = os.fsencode(first), os.fsencode(second)
    library = ctypes.CDLL(None)
    try:
        if sys.platform == "darwin":
            return bool(library.renamex_np(here, there, _RENAME_EXCHANGE) == 0)
        return bool(library.renameat2(_AT_FDCWD, here, _AT_FDCWD, there, _RENAME_EXCHANGE) == 0)
    except AttributeError:
        return False
