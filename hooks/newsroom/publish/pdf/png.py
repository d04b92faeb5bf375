"""Pictures in PNG that a PDF has as they are. WeasyPrint would decode each twice, and encode it again."""

import struct
from collections.abc import Iterator
from hashlib import sha256
from types import MappingProxyType

from weasyprint.images import RasterImage, pydyf  # noqa: TID251 (opens nothing; pydyf is WeasyPrint's own)

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_GREY, _RGB, _PALETTE = 0, 2, 3
_COLOURS = MappingProxyType({_GREY: ("/DeviceGray", 1), _RGB: ("/DeviceRGB", 3), _PALETTE: ("", 1)})
"""For each colour type without transparency: its colour space in PDF, and the number of values of a pixel."""
_DEPTH = 8


class PngPicture(RasterImage):  # type: ignore[misc]  # WeasyPrint has no types
    """A PNG whose compressed pixels are also those of a PDF (ISO 32000-1, 7.4.4.4: the predictors of PNG).

    Args:
        size: Its width and height in pixels.
        colours: Its colour type (https://www.w3.org/TR/png-3/#11IHDR). A value has eight bits.
        palette: Its palette, or "".
        pixels: Its compressed pixels.
    """

    def __init__(self, size: tuple[int, int], colours: int, palette: bytes, pixels: bytes) -> None:
        self.width, self.height = size
        self.ratio = self.width / self.height
        self.id = sha256(pixels).hexdigest()
        self._dpi = None
        self._colours = colours
        self._palette = palette
        self._pixels = pixels

    def get_x_object(self, interpolate: bool, _dpi_ratio: float) -> pydyf.Stream:
        """Return the picture in PDF."""
        space, values = _COLOURS[self._colours]
        last = len(self._palette) // 3 - 1
        rows = {"Predictor": 15, "Columns": self.width, "Colors": values, "BitsPerComponent": _DEPTH}
        about = {
            "Type": "/XObject",
            "Subtype": "/Image",
            "Width": self.width,
            "Height": self.height,
            "ColorSpace": space or f"[/Indexed /DeviceRGB {last} <{self._palette.hex()}>]",
            "BitsPerComponent": _DEPTH,
            "Interpolate": "true" if interpolate else "false",
            "Filter": "/FlateDecode",
            "DecodeParms": pydyf.Dictionary(rows),
        }
        return pydyf.Stream([self._pixels], pydyf.Dictionary(about))


def png_picture(data: bytes) -> PngPicture | None:
    """Return the picture in a file; None if it is not a PNG, or has anything that a PDF would show otherwise.

    That is transparency, interlacing, more or less than eight bits a value, or metadata such as a colour profile.
    """
    if not data.startswith(_SIGNATURE):
        return None
    chunks: dict[bytes, bytes] = {}
    for name, content in _chunks(data):
        chunks[name] = chunks.get(name, b"") + content
    if chunks.keys() - {b"IHDR", b"PLTE", b"IDAT", b"IEND"}:
        return None
    width, height, depth, colours, _, _, is_interlaced = struct.unpack("!IIBBBBB", chunks[b"IHDR"])
    if is_interlaced or depth != _DEPTH or colours not in _COLOURS:
        return None
    palette = chunks.get(b"PLTE", b"") if colours == _PALETTE else b""
    return PngPicture((width, height), colours, palette, chunks[b"IDAT"])


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield the name and the content of each chunk (https://www.w3.org/TR/png-3/#5Chunk-layout)."""
    start = len(_SIGNATURE)
    while start < len(data):
        length, name = struct.unpack_from("!I4s", data, start)
        yield name, data[start + 8 : start + 8 + length]
        start += length + 12
