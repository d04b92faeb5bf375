"""Compressed storage for the HTML of many pages. Uncompressed, ten thousand pages would fill the memory."""

import zlib
from collections.abc import Iterator, Mapping


class CompressedHtml(Mapping[str, str]):
    """Maps the path or the address of a page to HTML, which is compressed in memory."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def add(self, path: str, html: str) -> None:
        """Store HTML for a page. It replaces what was stored for the same page."""
        self._kept[path] = zlib.compress(html.encode("utf-8", "surrogatepass"), level=1)

    def __getitem__(self, path: str) -> str:
        return zlib.decompress(self._kept[path]).decode("utf-8", "surrogatepass")

    def __iter__(self) -> Iterator[str]:
        return iter(self._kept)

    def __len__(self) -> int:
        return len(self._kept)
