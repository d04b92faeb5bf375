"""Writes PNG files with a palette. Pillow takes four times as long for them."""

from collections.abc import Iterable
from typing import NamedTuple
from zlib import crc32

from zlib_ng import zlib_ng

_LEVEL = 2
_NO_FILTER = b"\0"
"""The byte before the pixels of each row. It says that the row is not filtered (W3C PNG, 9.2)."""
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_EIGHT_BIT_PALETTE = bytes((8, 3, 0, 0, 0))
"""The end of the header: bits for each index, pictures with a palette, and the usual methods (W3C PNG, 11.2.1)."""


class Patch(NamedTuple):
    """A rectangle of a picture: its top left corner and its width in pixels, and the palette's index of each pixel."""

    left: int
    top: int
    width: int
    indices: bytes


class PngTemplate:
    """A picture with a palette, from which others are made with patches.

    Args:
        width: The width of the picture in pixels.
        indices: The palette's index of each pixel.
        palette: The colours of the palette, three bytes each.
    """

    def __init__(self, width: int, indices: bytes, palette: bytes) -> None:
        self._width, self._height, self._palette = width, len(indices) // width, palette
        self._row_size = width + len(_NO_FILTER)
        self._rows = b"".join(_NO_FILTER + indices[start : start + width] for start in range(0, len(indices), width))

    def encode(self, patches: Iterable[Patch]) -> bytes:
        """Return the PNG with patches. The result is reproducible."""
        rows = bytearray(self._rows)
        for patch in patches:
            self._write(rows, patch)
        header = self._width.to_bytes(4) + self._height.to_bytes(4) + _EIGHT_BIT_PALETTE
        compressed = zlib_ng.compress(rows, _LEVEL)
        chunks = (b"IHDR", header), (b"PLTE", self._palette), (b"IDAT", compressed), (b"IEND", b"")
        return _SIGNATURE + b"".join(_chunk(name, content) for name, content in chunks)

    def _write(self, rows: bytearray, patch: Patch) -> None:
        """Write a patch into rows, without what is outside the picture."""
        first = max(0, -patch.left)
        last = max(first, min(patch.width, self._width - patch.left))
        for row in range(max(0, patch.top), min(self._height, patch.top + len(patch.indices) // patch.width)):
            index = (row - patch.top) * patch.width
            indices = patch.indices[index + first : index + last]
            start = row * self._row_size + len(_NO_FILTER) + patch.left + first
            rows[start : start + len(indices)] = indices


def _chunk(name: bytes, content: bytes) -> bytes:
    return len(content).to_bytes(4) + name + content + crc32(name + content).to_bytes(4)
