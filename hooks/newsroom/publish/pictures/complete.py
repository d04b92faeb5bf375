"""Whether a picture file is whole, without decoding it: a download that broke off, a byte that changed on the way."""

import struct
import zlib
from collections.abc import Iterator
from pathlib import Path

from newsroom.publish.cache import Cache
from newsroom.publish.pictures.decode import PictureError, decode

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8"
_MARKER, _END, _SCAN = 0xFF, 0xD9, 0xDA
_SMALL = 64


def check_complete(data: bytes) -> None:
    """Raise PictureError where the bytes of a picture are damaged.

    Its structure is looked at first. Only where that is not as it should be is the picture decoded to see whether it
    can be shown all the same, since not every camera keeps to every rule.
    """
    if data.startswith(_PNG) and any(not is_right for name, is_right in _chunks(data) if name[:1].isupper()):
        raise PictureError("picture-damaged", "is damaged", "save it again as JPEG or PNG")
    if not _looks_whole(data):
        decode(data, _SMALL)


def check_complete_file(file: Path, cache: Cache) -> None:
    """As :func:`check_complete`, once for a file of one path, size and time of change. Raises OSError, too."""
    status = file.stat()
    seen = f"{file.absolute()}\0{status.st_size}\0{status.st_mtime_ns}".encode()

    def check(_: bytes) -> bytes:
        check_complete(file.read_bytes())
        return b"whole"

    cache.get("picture is whole 1", seen, check)


def _looks_whole(data: bytes) -> bool:
    """Whether a file ends where its own structure says that it does."""
    if data.startswith(_JPEG):
        return _has_end_of_jpeg(data)
    if data.startswith(_PNG):
        return any(name == b"IEND" for name, _ in _chunks(data))
    if data.startswith(b"RIFF"):
        return int.from_bytes(data[4:8], "little") + 8 <= len(data)
    if data.startswith(b"GIF8"):
        return data.rstrip(b"\0").endswith(b"\x3b")
    return sum(_boxes(data)) == len(data)


def _has_end_of_jpeg(data: bytes) -> bool:
    """Whether there is an end marker behind the first coded data, where it cannot be that of a thumbnail.

    The coded data itself never has these two bytes in a row (ITU-T T.81, B.1.1.5).
    """
    place = len(_JPEG)
    while place + 4 <= len(data) and data[place] == _MARKER:
        marker = data[place + 1]
        if marker == _SCAN:
            return data.rfind(bytes((_MARKER, _END)), place) >= 0
        is_fill_byte = marker == _MARKER
        place += 1 if is_fill_byte else 2 + int.from_bytes(data[place + 2 : place + 4])
    return False


def _chunks(data: bytes) -> Iterator[tuple[bytes, bool]]:
    """The name of each whole chunk of a PNG, and whether its checksum is right (W3C PNG, 5.3)."""
    place = len(_PNG)
    while place + 12 <= len(data):
        (length,) = struct.unpack_from(">I", data, place)
        end = place + 12 + length
        if end > len(data):
            return
        is_right = zlib.crc32(memoryview(data)[place + 4 : end - 4]) == int.from_bytes(data[end - 4 : end])
        yield data[place + 4 : place + 8], is_right
        place = end


def _boxes(data: bytes) -> Iterator[int]:
    """The sizes of the boxes that an AVIF file is made of (ISO/IEC 14496-12, 4.2)."""
    place = 0
    while place + 8 <= len(data):
        size = int.from_bytes(data[place : place + 4])
        if size == 1:
            size = int.from_bytes(data[place + 8 : place + 16])
        size = size or len(data) - place
        yield size
        place += max(size, 8)
