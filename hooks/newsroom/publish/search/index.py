"""What the core asks of the engine that makes the index: it is handed in, since it runs a program of its own."""

from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

FOLDER = "pagefind"
"""The folder on the site that holds the index, with the engine's own script."""


class Index(Protocol):
    """An index in the making."""

    def add(self, url: str, page: str) -> None:
        """Hand in the page to be found at an address relative to the site's root, as HTML with the engine's marks."""

    def files(self) -> Iterator[tuple[str, bytes]]:
        """The finished index: each path, relative to its folder, with its content."""

    def publish_index(self, site: Path, folder: str) -> None:
        """Make the index while others go on, and put it into a folder of a site, unless another site took its place."""
