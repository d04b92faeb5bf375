"""Publishes a finished build atomically: readers see the old site or the new one. One build runs at a time."""

import hashlib
import os
import shutil
from collections.abc import Callable
from pathlib import Path

from filelock import FileLock, Timeout

from newsroom.publish.exchange import exchange


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
        """Write a file of the new site; ``path`` is relative to the site's root."""
        file = self.building / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.unlink(missing_ok=True)  # it may be a file of the published site, from carry_over
        file.write_bytes(content)

    def carry_over(self, path: str, file_hash: str) -> bool:
        """Use a file of the published site in the new site, as a hard link where the file system has them.

        Returns:
            Whether the published site has the file, with this SHA-256 hash. If not, the new site does not have it yet.
        """
        published, file = self.published / path, self.building / path
        try:
            content = published.read_bytes()
        except OSError:
            return False
        if published.is_symlink() or hashlib.sha256(content).hexdigest() != file_hash:
            return False
        file.parent.mkdir(parents=True, exist_ok=True)
        try:
            os.link(published, file)
        except OSError:
            self.write(path, content)
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

        Between them there is no site for a moment. If this process ends there, the next build first restores the last
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
