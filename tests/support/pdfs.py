"""PDFs made for tests: as good or as bad as a test needs them."""

import re
from io import BytesIO

from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DictionaryObject,
    NameObject,
    PdfObject,
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


def pdf_with_properties(**properties: str) -> bytes:
    """A good PDF with these document properties, and its title if they have none."""
    writer = PdfWriter(clone_from=BytesIO(pdf()))
    writer.add_metadata({f"/{name}": value for name, value in properties.items()})
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


def pdf_with(what: str) -> bytes:
    """A PDF of one page that does one thing besides being read; "links" and "view" are harmless."""
    writer = PdfWriter()
    page = writer.add_blank_page(width=595, height=842)
    script = _action("/JavaScript", JS=TextStringObject("app.alert(1)"))
    view = _action("/GoTo", D=ArrayObject([page.indirect_reference, NameObject("/Fit")]))
    if what == "script":
        names = DictionaryObject({NameObject("/Names"): ArrayObject([TextStringObject("a"), script])})
        writer.root_object[NameObject("/Names")] = DictionaryObject({NameObject("/JavaScript"): names})
    elif what == "file":
        writer.add_attachment("author.docx", b"PK")
    elif what in ("opening", "view"):
        writer.root_object[NameObject("/OpenAction")] = script if what == "opening" else view
    elif what == "page":
        page[NameObject("/AA")] = DictionaryObject({NameObject("/O"): script})
    elif what == "collection":
        writer.root_object[NameObject("/Collection")] = DictionaryObject()
    else:
        page[NameObject("/Annots")] = writer._add_object(ArrayObject(_annotations(writer, what, script, view)))
    written = BytesIO()
    writer.write(written)
    return written.getvalue()


def _annotations(writer: PdfWriter, what: str, script: DictionaryObject, view: DictionaryObject) -> list[PdfObject]:
    if what == "field":
        view[NameObject("/Next")] = ArrayObject([_action("/Named"), script])
        return [_annotation("/Widget", view)]
    if what == "next":
        view[NameObject("/Next")] = writer._add_object(_action("/ImportData"))
        return [_annotation("/Link", view)]
    if what == "parent":
        parent = writer._add_object(DictionaryObject({NameObject("/A"): writer._add_object(script)}))
        return [_annotation("/Link", view), DictionaryObject({NameObject("/Parent"): parent})]
    if what == "note":
        return [_annotation("/FileAttachment", view)]
    if what == "launch":
        return [writer._add_object(_annotation("/Link", _action("/Launch", F=TextStringObject("calc.exe"))))]
    if what == "links":
        view[NameObject("/Next")] = writer._add_object(view)
        web = _action("/URI", URI=TextStringObject("https://elm.example/"))
        return [_annotation("/Link", web), _annotation("/Link", view)]
    raise ValueError(what)


def _action(kind: str, **entries: PdfObject) -> DictionaryObject:
    named = {NameObject(f"/{name}"): value for name, value in entries.items()}
    return DictionaryObject({NameObject("/S"): NameObject(kind), **named})


def _annotation(kind: str, action: DictionaryObject) -> DictionaryObject:
    return DictionaryObject({NameObject("/Subtype"): NameObject(kind), NameObject("/A"): action})


def repeated_page(count: int) -> bytes:
    """A PDF that shows one page so many times."""
    data = pdf_of("Hello")
    kids = re.search(rb"/Kids \[ (\d+ 0 R) \]", data)
    assert kids
    return data.replace(kids[0], b"/Kids [" + b" ".join([kids[1]] * count) + b"]")
