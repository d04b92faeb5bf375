"""What is read from a PDF, and what is said of a file that cannot be offered as one."""

from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from pypdf import PdfReader, PdfWriter

from newsroom.read.pdf import PdfFacts, PdfFault, read_pdf, read_pdf_file, read_pdf_text
from tests.support.images import picture
from tests.support.pdfs import padded, pdf, pdf_of

GOOD = pdf(3, title="Growing", lang="cy")


def test_a_pdf_says_how_long_it_is_what_it_is_called_and_for_whom_it_can_be_read() -> None:
    assert read_pdf(GOOD) == PdfFacts(size=len(GOOD), pages=3, title="Growing", lang="cy", is_tagged=True)


@pytest.mark.parametrize("pages", [1, 2, 64])
def test_pages_are_counted(pages: int) -> None:
    found = read_pdf(pdf(pages))
    assert isinstance(found, PdfFacts)
    assert found.pages == pages


def test_a_scanned_picture_has_no_tags_no_title_and_no_language() -> None:
    saved = BytesIO()
    Image.new("RGB", (40, 30)).save(saved, "PDF")
    data = saved.getvalue()
    found = read_pdf(data)
    assert isinstance(found, PdfFacts)
    assert (found.size, found.pages, found.lang, found.is_tagged) == (len(data), 1, "", False)


def test_marks_without_a_structure_are_no_tags() -> None:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(GOOD)))
    del writer.root_object["/StructTreeRoot"]
    written = BytesIO()
    writer.write(written)
    found = read_pdf(written.getvalue())
    assert isinstance(found, PdfFacts)
    assert not found.is_tagged


def test_the_title_may_stand_in_xmp_alone() -> None:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf(title=""))))
    writer.xmp_metadata = (
        b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        b'<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title><rdf:Alt>'
        b'<rdf:li xml:lang="x-default">Ruled by XMP</rdf:li></rdf:Alt></dc:title></rdf:Description></rdf:RDF>'
        b"</x:xmpmeta>"
    )
    written = BytesIO()
    writer.write(written)
    found = read_pdf(written.getvalue())
    assert isinstance(found, PdfFacts)
    assert found.title == "Ruled by XMP"


@pytest.mark.parametrize("title", ["", "  \n "])
def test_a_title_of_blanks_is_none(title: str) -> None:
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
def test_what_cannot_be_offered_is_told_apart(data: bytes, code: str) -> None:
    found = read_pdf(data)
    assert isinstance(found, PdfFault)
    assert found.code == code


def test_a_file_that_is_not_there_is_a_fault(tmp_path: Path) -> None:
    found = read_pdf_file(tmp_path / "gone.pdf")
    assert isinstance(found, PdfFault)
    assert found.code == "file-unreadable"


@given(st.data())
def test_no_damage_ends_in_a_traceback(data: st.DataObject) -> None:
    broken = bytearray(GOOD)
    for _ in range(data.draw(st.integers(1, 12))):
        place = data.draw(st.integers(0, len(broken) - 1))
        broken[place : place + data.draw(st.integers(0, 9))] = data.draw(st.binary(max_size=9))
    found = read_pdf(bytes(broken))
    assert isinstance(found, PdfFacts | PdfFault)


def test_a_padded_pdf_is_one_still() -> None:
    found = read_pdf(padded(GOOD, 5_000))
    assert isinstance(found, PdfFacts)
    assert (found.size, found.pages) == (5_000, 3)


def test_what_pypdf_says_to_itself_stays_out_of_the_build(capfd: pytest.CaptureFixture[str]) -> None:
    read_pdf(GOOD.replace(b"startxref", b"startxrxx"))
    assert capfd.readouterr() == ("", "")


def test_the_words_of_a_pdf_come_page_by_page() -> None:
    assert read_pdf_text(pdf_of("One (1) page.", "", "Two\n  lines.")) == ("One (1) page.", "", "Two lines.")


def test_a_word_that_the_end_of_a_line_parted_is_whole() -> None:
    assert read_pdf_text(pdf_of("A neigh-\nbourhood, 2012-\n2015.")) == ("A neighbourhood, 2012- 2015.",)


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", GOOD[: len(GOOD) // 2], pdf(lock="secret")])
def test_what_cannot_be_read_has_no_words(data: bytes) -> None:
    assert set(read_pdf_text(data)) <= {""}


@given(st.integers(0, 10_000), st.binary(max_size=4))
def test_no_damage_stops_the_reading_of_words(place: int, damage: bytes) -> None:
    whole = pdf_of("Some words.", "More words.")
    place %= len(whole)
    for text in read_pdf_text(whole[:place] + damage + whole[place + len(damage) :]):
        assert text == " ".join(text.split())
