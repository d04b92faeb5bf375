"""The text of publications' PDFs, so that a search finds the publication."""

import json

from newsroom.content.document import AnyDocument
from newsroom.content.folders import path_beside
from newsroom.content.loaded import PdfFacts
from newsroom.publish.build_context import BuildContext


class FileTexts:
    """Extracts the text of PDFs. Results are cached."""

    def __init__(self, context: BuildContext) -> None:
        self._root = context.root
        self._pdfs = context.content.pdfs
        self._cache = context.cache

    def pages(self, document: AnyDocument) -> tuple[str, ...]:
        """Return the text of each page of a publication's PDF; empty if there is no readable PDF."""
        name = document.front.attachment
        path = path_beside(document.path, name) if name else ""
        if not isinstance(self._pdfs.get(path), PdfFacts):
            return ()
        text = self._cache.get("text of a PDF 1", (self._root / path).read_bytes(), _extract_text)
        return tuple(json.loads(text))


def _extract_text(data: bytes) -> bytes:
    from newsroom.read.pdf import read_pdf_text  # imports pypdf, which takes long

    return json.dumps(read_pdf_text(data)).encode()
