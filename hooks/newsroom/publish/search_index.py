"""The interface of the index. The core gets an implementation passed in, since it runs another program."""

from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

FOLDER = "pagefind"
"""The folder on the site that holds the index, with the engine's own script."""


class Index(Protocol):
    """An index to which pages are added."""

    def add(self, url: str, page: str) -> None:
        """Add a page: its address, relative to the site's root, and its HTML with Pagefind's attributes."""

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Make the index. Yields the path, relative to the index's folder, and the content of each file."""

    def publish_when_finished(self, site: Path, folder: str) -> None:
        """Make the index in the background, and put it into a folder of the site, unless that was replaced by then."""
