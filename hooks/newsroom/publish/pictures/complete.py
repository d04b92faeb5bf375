"""Checks that a picture file is complete and undamaged, without decoding it if possible."""

import struct
import zlib
from collections.abc import Iterator
from pathlib import Path

from newsroom.cache import Cache
from newsroom.publish.pictures.decode import PictureError, decode

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8"
_MARKER, _END, _SCAN = 0xFF, 0xD9, 0xDA
_TEST_WIDTH = 64


def check_complete(data: bytes) -> None:
    """Raise PictureError if a picture is damaged.

    The structure of the file is checked first. If it is irregular, the picture is decoded to see whether it can be
    shown all the same, since not every camera follows every rule.
    """
    if data.startswith(_PNG) and any(not is_correct for name, is_correct in _png_chunks(data) if name[:1].isupper()):
        raise PictureError("picture-damaged", "is damaged", "save it again as JPEG or PNG")
    if not _looks_complete(data):
        decode(data, _TEST_WIDTH)


def check_complete_file(file: Path, cache: Cache) -> None:
    """Like :func:`check_complete`, but only once for a path, size and modification time. Raises OSError, too."""
    status = file.stat()
    file_state = f"{file.absolute()}\0{status.st_size}\0{status.st_mtime_ns}".encode()

    def check(_: bytes) -> bytes:
        check_complete(file.read_bytes())
        return b"whole"

    cache.get("picture is whole 1", file_state, check)


def _looks_complete(data: bytes) -> bool:
    """Whether a file ends where its structure says that it ends."""
    if data.startswith(_JPEG):
        return _has_jpeg_end(data)
    if data.startswith(_PNG):
        return any(name == b"IEND" for name, _ in _png_chunks(data))
    if data.startswith(b"RIFF"):
        return int.from_bytes(data[4:8], "little") + 8 <= len(data)
    if data.startswith(b"GIF8"):
        return data.rstrip(b"\0").endswith(b"\x3b")
    return sum(_avif_box_sizes(data)) == len(data)


def _has_jpeg_end(data: bytes) -> bool:
    """Whether there is an end marker after the start of the coded data. Before it, it could be that of a thumbnail.

    The coded data itself never contains these two bytes in a row (ITU-T T.81, B.1.1.5).
    """
    position = len(_JPEG)
    while position + 4 <= len(data) and data[position] == _MARKER:
        marker = data[position + 1]
        if marker == _SCAN:
            return data.rfind(bytes((_MARKER, _END)), position) >= 0
        is_fill_byte = marker == _MARKER
        position += 1 if is_fill_byte else 2 + int.from_bytes(data[position + 2 : position + 4])
    return False


def _png_chunks(data: bytes) -> Iterator[tuple[bytes, bool]]:
    """Yield the name of each complete chunk of a PNG, and whether its checksum is correct (W3C PNG, 5.3)."""
    position = len(_PNG)
    while position + 12 <= len(data):
        (length,) = struct.unpack_from(">I", data, position)
        end = position + 12 + length
        if end > len(data):
            return
        is_correct = zlib.crc32(memoryview(data)[position + 4 : end - 4]) == int.from_bytes(data[end - 4 : end])
        yield data[position + 4 : position + 8], is_correct
        position = end


def _avif_box_sizes(data: bytes) -> Iterator[int]:
    """Yield the sizes of the boxes of an AVIF file (ISO/IEC 14496-12, 4.2)."""
    position = 0
    while position + 8 <= len(data):
        size = int.from_bytes(data[position : position + 4])
        if size == 1:
            size = int.from_bytes(data[position + 8 : position + 16])
        size = size or len(data) - position
        yield size
        position += max(size, 8)
