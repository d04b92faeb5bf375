"""The words in publications' files, so that what stands in a PDF leads to its publication."""

import json
from collections.abc import Container
from pathlib import Path

from newsroom.document import AnyDocument
from newsroom.places import path_beside
from newsroom.publish.cache import Cache
from newsroom.read.pdf import read_pdf_text


class FileTexts:
    """The text of PDFs below ``root``; ``readable`` are the paths of those that can be read. What was read is kept."""

    def __init__(self, root: Path, readable: Container[str], cache: Cache) -> None:
        self._root = root
        self._readable = readable
        self._cache = cache

    def pages(self, document: AnyDocument) -> tuple[str, ...]:
        """The words on each page of a publication's PDF; none for what has no PDF."""
        name = document.front.attachment
        path = path_beside(document.path, name) if name else ""
        if path not in self._readable:
            return ()
        text = self._cache.get("text of a PDF 1", (self._root / path).read_bytes(), _text)
        return tuple(json.loads(text))


def _text(data: bytes) -> bytes:
    return json.dumps(read_pdf_text(data)).encode()
