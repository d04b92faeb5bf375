"""PDFs made for tests: as good or as bad as a test needs them."""

import re
from io import BytesIO

from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DictionaryObject,
    NameObject,
    StreamObject,
    TextStringObject,
)

_FONT = DictionaryObject(
    {
        NameObject("/Type"): NameObject("/Font"),
        NameObject("/Subtype"): NameObject("/Type1"),
        NameObject("/BaseFont"): NameObject("/Helvetica"),
    }
)


def pdf(
    pages: int = 1, *, title: str = "A report", lang: str = "en-GB", is_tagged: bool = True, lock: str | None = None
) -> bytes:
    """A PDF of blank pages. "" leaves its title or its language out; ``lock`` is a password."""
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(width=595, height=842)
    if title:
        writer.add_metadata({"/Title": title})
    if lang:
        writer.root_object[NameObject("/Lang")] = TextStringObject(lang)
    if is_tagged:
        tree = DictionaryObject({NameObject("/Type"): NameObject("/StructTreeRoot"), NameObject("/K"): ArrayObject()})
        writer.root_object[NameObject("/MarkInfo")] = DictionaryObject({NameObject("/Marked"): BooleanObject(True)})
        writer.root_object[NameObject("/StructTreeRoot")] = tree
    if lock is not None:
        writer.encrypt(lock, algorithm="RC4-128")
    written = BytesIO()
    writer.write(written)
    return written.getvalue()


def pdf_of(*texts: str) -> bytes:
    """A PDF with some ASCII text on each page; "" leaves a page blank."""
    writer = PdfWriter()
    fonts = DictionaryObject({NameObject("/F"): _FONT})
    for text in texts:
        page = writer.add_blank_page(width=595, height=842)
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
        stream = StreamObject()
        escaped = re.sub(r"([()\\])", r"\\\1", text)
        lines = " ".join(f"({line}) Tj 0 -14 Td" for line in escaped.split("\n"))
        stream.set_data(f"BT /F 11 Tf 40 780 Td {lines} ET".encode("ascii"))
        page[NameObject("/Contents")] = writer._add_object(stream)
    written = BytesIO()
    writer.write(written)
    return written.getvalue()


def padded(data: bytes, size: int) -> bytes:
    """A PDF made so many bytes long, with a comment among its objects, where readers pass over it."""
    mark = data.rindex(b"startxref")
    comment = b"%" + b" " * (size - len(data) - 2) + b"\n"
    return data[:mark] + comment + data[mark:]
