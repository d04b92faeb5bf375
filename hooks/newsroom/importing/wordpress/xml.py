"""Reads the XML of an export as it was meant: damaged, in another encoding, or with text that is not escaped."""

import codecs
import re
from io import RawIOBase
from pathlib import Path
from typing import BinaryIO

from lxml import etree

from newsroom.importing.source import ImportRefusedError

_NO_CONTROLS = bytes(code if code in b"\t\n\r" or code >= 32 else 32 for code in range(256))
_DECLARED = re.compile(rb"<\?xml[^>]*?encoding=[\"'](iso-8859-\d+|windows-125\d)[\"']", re.IGNORECASE)
"""Finds "ISO-8859-2" in '<?xml version="1.0" encoding="ISO-8859-2"?>'."""
_FALLBACK = "windows-1252"
_LATIN = frozenset({"iso-8859-1", "iso-8859-15"})
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_PEEKED = 200
_END = 1000


class ReadableFile(RawIOBase):
    """A file as UTF-8 without what XML forbids: control characters, after which lxml skips the rest of a text.

    Bytes that are not UTF-8 are read in the encoding that the file declares, or in that of Windows.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        head = file.read(_PEEKED)
        file.seek(0)
        is_wide = head.startswith(_WIDE)
        self._decoder = codecs.getincrementaldecoder("utf-16" if is_wide else "utf-8-sig")(
            "replace" if is_wide else "surrogateescape"
        )
        self._others = _letters(head)

    def read(self, size: int = -1, /) -> bytes:
        """The next bytes; as many as ``size``, about."""
        data = self._file.read(size)
        text = self._decoder.decode(data, final=not data)
        if data and not text:  # the first bytes of a letter, which are not the end of the file
            return self.read(size)
        return text.translate(self._others).encode(errors="replace").translate(_NO_CONTROLS)

    def tell(self) -> int:
        """How many bytes of the file have been read."""
        return self._file.tell()

    def close(self) -> None:
        """Close the file."""
        self._file.close()
        super().close()


def open_export(path: Path) -> ReadableFile:
    """Open an export. Raises ImportRefusedError if that is not possible."""
    try:
        return ReadableFile(path.open("rb"))
    except OSError as error:
        raise ImportRefusedError(f"{path.name} cannot be read: {error.strerror}.") from error


def is_complete(path: Path) -> bool:
    """Whether an export has its end. A site that runs out of time or memory writes only the beginning."""
    with path.open("rb") as file:
        file.seek(max(path.stat().st_size - _END, 0))
        return b"</rss>" in file.read().replace(b"\0", b"")


def whole_text(element: etree._Element) -> str:
    """The text in an element, also where a program did not escape it: ``<p>Bread &nbsp; cheese</p>``."""
    children = (etree.tostring(child, encoding="unicode", method="html") for child in element)
    return "".join([element.text or "", *children])


def _letters(head: bytes) -> dict[int, str]:
    """What single bytes mean that are not UTF-8, by the numbers that Python gives them; and what XML forbids."""
    declared = _DECLARED.search(head)
    name = declared[1].decode().lower() if declared else _FALLBACK
    encoding = _FALLBACK if name in _LATIN else name
    letters = {0xDC00 + code: bytes([code]).decode(encoding, "replace") for code in range(0x80, 0x100)}
    return {**letters, 0xFFFE: " ", 0xFFFF: " "}
