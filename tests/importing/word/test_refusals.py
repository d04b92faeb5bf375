"""Files that are not imported: each gets a sentence that says what it is and what to do."""

import zipfile
from io import BytesIO

import pytest

from newsroom.importing.source import ImportRefusedError
from newsroom.importing.word import package, read_docx
from tests.support.growth import grows_linearly
from tests.support.word import docx, field, item, par, rewritten, run, table, text_box

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
_DOCX = docx(par("Text"))
_MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"
_BILLION_LAUGHS = (
    b'<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'
    b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">&b;</w:document>'
)


def _zip(**files: bytes) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), data)
    return file.getvalue()


def _with_document(data: bytes) -> bytes:
    return rewritten(_DOCX, lambda path, part: data if path == "word/document.xml" else part)


def _locked() -> bytes:
    """A zip whose files are marked as encrypted."""
    data = bytearray(_DOCX)
    at = 0
    while (at := data.find(b"PK\x01\x02", at + 1)) > 0:
        data[at + 8] |= 1
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "The file is empty."),
        (_OLE + "EncryptedPackage".encode("utf-16-le"), "The Word file is protected with a password."),
        (_OLE + "WordDocument".encode("utf-16-le"), "The file is an old Word file (.doc)."),
        (_OLE, "The file is of an old Office program"),
        (b"{\\rtf1 text}", "The file is in Rich Text Format"),
        (b"%PDF-1.7", "The file is a PDF"),
        (b"<!DOCTYPE html><p>text", "The file is a web page"),
        (b"\xef\xbb\xbf<html><body>text", "The file is a web page"),
        (
            b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><pkg:package>',
            "The file is a Word file in XML.",
        ),
        (b"Dear editor,\nhere is my story.", "The file is plain text"),
        (b"\x89PNG\r\n\x1a\n", "The file is a picture"),
        (b"\0\1\2\3" * 100, "The file is not a Word file."),
        (_DOCX[:-200], "The Word file is damaged, or only a part of it was copied."),
        (
            _zip(mimetype=b"application/vnd.oasis.opendocument.text", content_xml=b"<a/>"),
            "The file is an OpenDocument text (.odt)",
        ),
        (_zip(mimetype=b"application/epub+zip"), "The file is an e-book (EPUB)"),
        (_zip(Index__Document_iwa=b"x"), "The file is from Apple Pages."),
        (_zip(xl__workbook_xml=b"<a/>"), "The file is an Excel workbook"),
        (_zip(ppt__presentation_xml=b"<a/>"), "The file is a PowerPoint presentation"),
        (_zip(story_txt=b"x"), "The file is a zip archive"),
        (_zip(), "The file is a zip archive"),
        (docx(par("Text"), document_type=_MACROS), "The file is a Word document with macros (.docm)"),
        (_locked(), "The file is protected with a password."),
        (_zip(word__document_xml=b"0" * 20_000_000), "The Word file is too large: it unpacks to 20 MB"),
        (
            _zip(**{f"word__{number}": b"" for number in range(5001)}, word__document_xml=b""),
            "The Word file is too large: it contains",
        ),
        (
            rewritten(_DOCX, lambda path, part: None if path == "word/document.xml" else part),
            "The Word file is damaged: its part word/document.xml is missing.",
        ),
        (_with_document(b"<w:document"), "The Word file is damaged: its part word/document.xml cannot be read."),
        (_with_document(b""), "The Word file is damaged: its part word/document.xml cannot be read."),
        (_with_document(_BILLION_LAUGHS), "The Word file was not imported: its part word/document.xml has a structure"),
        (_with_document(b"<a/>"), "The Word file has no text."),
        (
            docx("<w:sdt><w:sdtContent>" * 90 + par("a") + "</w:sdtContent></w:sdt>" * 90),
            "The Word file was not imported: its part word/document.xml has a structure",
        ),
        (docx(par()), "The Word file has no text that can be seen."),
    ],
)
def test_refused_with_a_sentence(data: bytes, message: str) -> None:
    with pytest.raises(ImportRefusedError) as refused:
        read_docx(data)
    assert str(refused.value).startswith(message)
    assert str(refused.value).endswith(".")


def test_tables_as_deep_as_is_allowed_are_read() -> None:
    depth = 35
    body = "<w:tbl><w:tr><w:tc>" * depth + par("a") + "</w:tc></w:tr></w:tbl>" * depth
    assert read_docx(docx(body)).html == "<p>a</p>"


def test_500_comments_are_one_note() -> None:
    mark = (
        '<w:commentRangeStart w:id="{0}"/>{1}<w:commentRangeEnd w:id="{0}"/><w:r><w:commentReference w:id="{0}"/></w:r>'
    )
    content = "".join(mark.format(number, run("a ")) for number in range(500))
    found = read_docx(docx(par(content)))
    assert [note.text for note in found.notes] == ["Comments are left out (500)."]
    assert found.html == f"<p>{'a ' * 499}a</p>"


@pytest.mark.parametrize(
    "part", ["word/styles.xml", "word/numbering.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"]
)
def test_missing_parts_do_no_harm(part: str) -> None:
    assert read_docx(rewritten(_DOCX, lambda path, data: None if path == part else data)).html == "<p>Text</p>"


def test_damaged_bytes_are_refused_or_read() -> None:
    """Change each 23rd byte of a file, one at a time: nothing else may happen than to read or to refuse it."""
    data = docx(
        par(run("Text") + '<w:r><w:footnoteReference w:id="1"/></w:r>'),
        parts={"word/footnotes.xml": f'<w:footnote w:id="1">{par("a")}</w:footnote>'},
    )
    refused = 0
    for at in range(0, len(data), 23):
        try:
            read_docx(data[:at] + bytes([data[at] ^ 0x55]) + data[at + 1 :])
        except ImportRefusedError:
            refused += 1
    assert refused > 20


@pytest.mark.parametrize(
    "part",
    [
        pytest.param(run("a "), id="runs in one paragraph"),
        pytest.param(f"</w:p>{item('a', 2)}<w:p>", id="items"),
        pytest.param(f"</w:p>{par('1) a')}<w:p>", id="typed numbers"),
        pytest.param(f"</w:p>{par(run('a', '<w:b/>'))}{par('b')}<w:p>", id="guessed headings"),
        pytest.param(text_box(par("a")), id="text boxes in one paragraph"),
        pytest.param(field("PAGE", run("1")), id="fields in one paragraph"),
        pytest.param(f"</w:p>{table(('a', 'b'))}<w:p>", id="tables"),
    ],
)
def test_a_longer_file_takes_no_more_than_its_share(part: str) -> None:
    assert grows_linearly(lambda size: read_docx(docx(f"<w:p>{part * size}</w:p>")), 8)


def _parts() -> tuple[int, int, int]:
    """How many parts the file has, their size, and that of its largest part of XML."""
    with zipfile.ZipFile(BytesIO(_DOCX)) as archive:
        sizes = [info.file_size for info in archive.infolist()]
    return len(sizes), sum(sizes), max(sizes)


@pytest.mark.parametrize(
    ("limits", "says"),
    [
        ({"_MAX_FILES": _parts()[0]}, f"it contains {_parts()[0]} files"),
        ({"_MAX_UNPACKED": _parts()[1]}, "it unpacks to 0 MB"),
        ({"_MAX_XML": _parts()[2]}, "has more than 0 MB of text"),
        ({"_SMALL": _parts()[1], "_MAX_RATIO": 0}, "it unpacks to 0 MB"),
        ({"_MAX_RATIO": -(-_parts()[1] // len(_DOCX)), "_SMALL": 0}, "it unpacks to 0 MB"),
    ],
)
def test_limits_are_the_largest_that_are_read(
    monkeypatch: pytest.MonkeyPatch, limits: dict[str, int], says: str
) -> None:
    first = next(iter(limits))
    for name, limit in limits.items():
        monkeypatch.setattr(package, name, limit)
    assert read_docx(_DOCX).html == "<p>Text</p>"
    monkeypatch.setattr(package, first, limits[first] - 1)
    with pytest.raises(ImportRefusedError, match=f"The Word file is too large: .*{says}"):
        read_docx(_DOCX)


def test_parts_are_found_by_relative_absolute_and_encoded_paths() -> None:
    links = {"word/styles.xml": "../Word/ST%59LES.xml", "word/numbering.xml": "numbering.xml"}

    def rewrite(path: str, part: bytes) -> bytes:
        for name, target in links.items():
            part = (
                part.replace(f'"/{name}"'.encode(), f'"{target}"'.encode())
                if path.endswith("document.xml.rels")
                else part
            )
        return part

    body = par("Hanes", "berschrift3") + item("a", 2)
    assert read_docx(rewritten(docx(body), rewrite)).html == "<h3>Hanes</h3>\n<ol><li>a</li></ol>"


def test_text_that_all_styles_hide_is_shown_only_where_that_is_switched_off() -> None:
    styles = "<w:docDefaults><w:rPrDefault><w:rPr><w:vanish/></w:rPr></w:rPrDefault></w:docDefaults>"
    body = par(run("a") + run("b", '<w:vanish w:val="0"/>'))
    assert read_docx(docx(body, parts={"word/styles.xml": styles})).html == "<p>b</p>"
