"""The facts that are read from a PDF, and the faults of files that cannot be offered."""

from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from pypdf import PdfReader, PdfWriter
from pypdf.generic import BooleanObject, DictionaryObject, NameObject, PdfObject

from newsroom.content.loaded import PdfFacts
from newsroom.problems import Fault
from newsroom.read.media.pdf import read_pdf, read_pdf_file, read_pdf_text
from tests.support.images import picture
from tests.support.pdfs import padded, pdf, pdf_of

XMP = b"""<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
xmlns:pdfx="http://ns.adobe.com/pdfx/1.3/" rdf:about="" xmp:CreatorTool="Writer"><pdfx:Company> Elm Ltd </pdfx:Company>
<pdfx:Empty> </pdfx:Empty>
<dc:creator><rdf:Seq><rdf:li>Ada Elm</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>"""
GOOD = pdf(3, title="Growing", lang="cy")


def test_pdf_facts_are_read() -> None:
    properties = (("Producer", "pypdf"), ("Title", "Growing"))
    assert read_pdf(GOOD) == PdfFacts(len(GOOD), 3, title="Growing", lang="cy", is_tagged=True, properties=properties)


def test_properties_in_xmp_are_read_too() -> None:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf(title=""))))
    writer.xmp_metadata = XMP
    saved = BytesIO()
    writer.write(saved)
    found = read_pdf(saved.getvalue())
    assert isinstance(found, PdfFacts)
    assert set(found.properties) == {
        ("Producer", "pypdf"),
        ("Author", "Ada Elm"),
        ("Creator", "Writer"),
        ("Company", "Elm Ltd"),
    }


@pytest.mark.parametrize("pages", [1, 2, 64])
def test_pages_are_counted(pages: int) -> None:
    found = read_pdf(pdf(pages))
    assert isinstance(found, PdfFacts)
    assert found.pages == pages


def test_scanned_pdf_has_no_tags_title_or_language() -> None:
    saved = BytesIO()
    Image.new("RGB", (40, 30)).save(saved, "PDF")
    data = saved.getvalue()
    found = read_pdf(data)
    assert isinstance(found, PdfFacts)
    assert (found.size, found.pages, found.lang, found.is_tagged) == (len(data), 1, "", False)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("/StructTreeRoot", None),
        ("/StructTreeRoot", BooleanObject(True)),
        ("/MarkInfo", None),
        ("/MarkInfo", BooleanObject(True)),
        ("/MarkInfo", DictionaryObject()),
        ("/MarkInfo", DictionaryObject({NameObject("/Marked"): BooleanObject(False)})),
    ],
)
def test_pdf_without_a_mark_or_a_structure_is_untagged(key: str, value: PdfObject | None) -> None:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(GOOD)))
    del writer.root_object[key]
    if value is not None:
        writer.root_object[NameObject(key)] = value
    written = BytesIO()
    writer.write(written)
    found = read_pdf(written.getvalue())
    assert isinstance(found, PdfFacts)
    assert not found.is_tagged


def test_title_is_read_from_xmp() -> None:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf(title=""))))
    writer.xmp_metadata = (
        b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        b'<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title><rdf:Alt>'
        b'<rdf:li xml:lang="cy"> </rdf:li>'
        b'<rdf:li xml:lang="x-default">Ruled by XMP</rdf:li></rdf:Alt></dc:title></rdf:Description></rdf:RDF>'
        b"</x:xmpmeta>"
    )
    written = BytesIO()
    writer.write(written)
    found = read_pdf(written.getvalue())
    assert isinstance(found, PdfFacts)
    assert found.title == "Ruled by XMP"


@pytest.mark.parametrize("title", ["", "  \n "])
def test_blank_title_is_empty(title: str) -> None:
    found = read_pdf(pdf(title=title))
    assert isinstance(found, PdfFacts)
    assert found.title == ""


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "pdf-damaged"),
        (b"Hello.", "pdf-damaged"),
        (b"PK\x03\x04 word", "pdf-damaged"),
        (picture(), "pdf-damaged"),
        (picture(form="JPEG"), "pdf-damaged"),
        (b"\n<!doctype html><title>404</title>", "pdf-damaged"),
        (GOOD[: len(GOOD) // 3], "pdf-damaged"),
        (b"%PDF-1.7\n%%EOF\n", "pdf-damaged"),
        (pdf(0), "pdf-damaged"),
        (pdf(lock="leek"), "pdf-protected"),
        (pdf(lock=""), "pdf-protected"),
    ],
)  # fmt: skip
def test_pdf_faults_have_different_codes(data: bytes, code: str) -> None:
    found = read_pdf(data)
    assert isinstance(found, Fault)
    assert found.code == code


@pytest.mark.parametrize(
    ("data", "looks"),
    [
        (b"PK\x03\x04a", "a Word, PowerPoint or ZIP file"),
        (b"\xd0\xcf\x11\xe0a", "an old Word or PowerPoint file"),
        (b"{\\rtf1", "a text document (RTF)"),
        (picture(), "a picture (PNG)"),
        (picture(form="JPEG"), "a picture (JPEG)"),
        (b" \n<html>", "a web page"),
        (b"version https://git-lfs.github.com/spec/v1", "a pointer to a file that Git keeps elsewhere"),
        (b"a<html>", ""),
        (b" " * 1020 + GOOD, ""),
    ],
)
def test_another_kind_of_file_is_named(data: bytes, looks: str) -> None:
    found = read_pdf(data)
    assert isinstance(found, Fault)
    assert found.what == f"is not a PDF, although its name says so{f'; it looks like {looks}' if looks else ''}"


def test_pdf_may_begin_with_other_bytes() -> None:
    assert isinstance(read_pdf(b" " * 1019 + GOOD), PdfFacts)


def test_missing_pdf_is_a_fault(tmp_path: Path) -> None:
    found = read_pdf_file(tmp_path / "gone.pdf")
    assert isinstance(found, Fault)
    assert found.code == "file-unreadable"


@given(st.data())
def test_damaged_pdf_never_raises(data: st.DataObject) -> None:
    broken = bytearray(GOOD)
    for _ in range(data.draw(st.integers(1, 12))):
        place = data.draw(st.integers(0, len(broken) - 1))
        broken[place : place + data.draw(st.integers(0, 9))] = data.draw(st.binary(max_size=9))
    found = read_pdf(bytes(broken))
    assert isinstance(found, PdfFacts | Fault)


def test_padded_pdf_is_accepted() -> None:
    found = read_pdf(padded(GOOD, 5_000))
    assert isinstance(found, PdfFacts)
    assert (found.size, found.pages) == (5_000, 3)


def test_pypdf_log_is_silent(capfd: pytest.CaptureFixture[str]) -> None:
    read_pdf(GOOD.replace(b"startxref", b"startxrxx"))
    assert capfd.readouterr() == ("", "")


def test_pdf_text_is_given_by_page() -> None:
    assert read_pdf_text(pdf_of("One (1) page.", "", "Two\n  lines.")) == ("One (1) page.", "", "Two lines.")


def test_hyphenated_word_is_joined() -> None:
    assert read_pdf_text(pdf_of("A neigh-\nbourhood, 2012-\n2015.")) == ("A neighbourhood, 2012- 2015.",)


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", GOOD[: len(GOOD) // 2], pdf(lock="secret")])
def test_unreadable_pdf_has_no_text(data: bytes) -> None:
    assert set(read_pdf_text(data)) <= {""}


@given(st.integers(0, 10_000), st.binary(max_size=4))
def test_text_of_damaged_pdf_never_raises(place: int, damage: bytes) -> None:
    whole = pdf_of("Some words.", "More words.")
    place %= len(whole)
    for text in read_pdf_text(whole[:place] + damage + whole[place + len(damage) :]):
        assert text == " ".join(text.split())
