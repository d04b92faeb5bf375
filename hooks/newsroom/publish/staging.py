"""Putting a finished build where readers meet it, all at once."""

import shutil
from pathlib import Path


class Staging:
    """A site under construction, beside the folder that it will take the place of.

    Until :meth:`publish` the last good site stays as it was, byte for byte.
    """

    def __init__(self, site: Path) -> None:
        self.site = site
        self.building = site.with_name(f".{site.name}.building")
        self._previous = site.with_name(f".{site.name}.previous")

    def write(self, path: str, content: bytes) -> None:
        """Put a file into the site under construction; ``path`` is relative to the site's root."""
        file = self.building / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)

    def publish(self) -> None:
        """Let the finished site take its place. Raises OSError, and leaves the last good site, where it cannot."""
        shutil.rmtree(self._previous, ignore_errors=True)
        if self.site.exists():
            self.site.rename(self._previous)
        try:
            self.building.rename(self.site)
        except OSError:
            if self._previous.exists():
                self._previous.rename(self.site)
            raise
        shutil.rmtree(self._previous, ignore_errors=True)
