"""The HTML of pages' bodies, kept small until what is made from it is made: that of ten thousand fills the memory."""

import zlib
from collections.abc import Iterator, Mapping


class CompressedHtml(Mapping[str, str]):
    """The HTML of each page's body by the page's path, compressed while nobody reads it."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def add(self, path: str, html: str) -> None:
        """Keep the HTML of a page's body, in the place of what was kept under its path before."""
        self._kept[path] = zlib.compress(html.encode("utf-8", "surrogatepass"), level=1)

    def __getitem__(self, path: str) -> str:
        return zlib.decompress(self._kept[path]).decode("utf-8", "surrogatepass")

    def __iter__(self) -> Iterator[str]:
        return iter(self._kept)

    def __len__(self) -> int:
        return len(self._kept)
