"""Publishing a finished build: one build at a time, and readers see the old site or the new one, nothing between."""

import shutil
from collections.abc import Callable
from pathlib import Path

from filelock import FileLock, Timeout

from newsroom.publish.exchange import exchange


class Staging:
    """A site under construction, beside the folder that it will replace.

    Until :meth:`publish` the last good site stays as it was, byte for byte.
    """

    def __init__(self, site: Path) -> None:
        self.site = site
        self.building = site.with_name(f".{site.name}.building")
        self._previous = site.with_name(f".{site.name}.previous")
        # One lock for each path and process: a preview builds again and again, also after a build that failed.
        self._lock = FileLock(site.with_name(f".{site.name}.lock"), is_singleton=True)

    def lock(self, on_wait: Callable[[], None]) -> None:
        """Keep other builds of the same site out until :meth:`publish` or the end of this process.

        Where another build has the lock, calls ``on_wait`` once and waits. Raises OSError where the folder cannot be
        written to.
        """
        self.site.parent.mkdir(parents=True, exist_ok=True)
        try:
            self._lock.acquire(blocking=False)
        except Timeout:
            on_wait()
            self._lock.acquire()
        self._restore()

    def write(self, path: str, content: bytes) -> None:
        """Put a file into the site under construction; ``path`` is relative to the site's root."""
        file = self.building / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)

    def publish(self) -> None:
        """Replace the site with the finished one. Raises OSError, and leaves the last good site, where it cannot."""
        self._restore()
        if self.site.exists() and exchange(self.building, self.site):
            self.building.rename(self._previous)
        else:
            self._replace()
        shutil.rmtree(self._previous, ignore_errors=True)
        self._lock.release(force=True)

    def _replace(self) -> None:
        """Two renames, with a moment between them in which there is no site: only where no exchange is possible."""
        if self.site.exists():
            self.site.rename(self._previous)
        try:
            self.building.rename(self.site)
        except OSError:
            if self._previous.exists():
                self._previous.rename(self.site)
            raise

    def _restore(self) -> None:
        """Clear what an interrupted build left; where it left no site, its last good one comes back."""
        if self._previous.exists() and not self.site.exists():
            self._previous.rename(self.site)
        shutil.rmtree(self._previous, ignore_errors=True)
