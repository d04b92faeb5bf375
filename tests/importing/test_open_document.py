"""What an OpenDocument text hides is removed before LibreOffice makes a Word file of it."""

import zipfile
from io import BytesIO

import pytest

from newsroom.importing.open_document import remove_hidden_text
from newsroom.importing.source import ImportRefusedError, NoteKind

_OPEN = (
    '<x xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    ' xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0">'
)
_HIDDEN = {
    "section": '<text:section text:display="none"><text:p>PLANTED</text:p></text:section>',
    "section under a condition": '<text:section text:display="condition" text:is-hidden="true">PLANTED</text:section>',
    "text": '<text:p><text:hidden-text text:string-value="PLANTED">PLANTED</text:hidden-text> kept</text:p>',
    "paragraph": '<text:p><text:hidden-paragraph text:is-hidden="true"/>PLANTED</text:p>',
    "drawing": '<text:p><draw:frame draw:display="none">PLANTED</draw:frame> kept</text:p>',
    "path of the file": '<text:p><text:file-name text:display="full">/home/PLANTED</text:file-name> kept</text:p>',
}


def archive(content: str, manifest: str = "") -> bytes:
    """An .odt file."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as opened:
        opened.writestr("META-INF/manifest.xml", manifest)
        opened.writestr("content.xml", content)
    return file.getvalue()


@pytest.mark.parametrize("body", _HIDDEN.values(), ids=_HIDDEN)
def test_hidden_parts_are_removed(body: str) -> None:
    content = f"{_OPEN}<text:p>kept</text:p>{body}</x>"
    with zipfile.ZipFile(BytesIO(remove_hidden_text(archive(content))[0])) as opened:
        packed = opened.read("content.xml").decode()
    assert packed == remove_hidden_text(content.encode())[0].decode()
    assert "PLANTED" not in packed
    assert [note.kind for note in remove_hidden_text(archive(content))[1]] == [NoteKind.DROPPED]
    assert packed.count("kept") == content.count("kept")


def test_text_whose_condition_shows_it_is_kept() -> None:
    shown = '<text:p><text:hidden-paragraph text:is-hidden="false"/>kept</text:p><text:section>kept</text:section>'
    deep = f"{'<text:span>' * 300}kept{'</text:span>' * 300}"
    data, notes = remove_hidden_text(f"{_OPEN}{shown}{deep}</x>".encode())
    assert (data.count(b"kept"), notes) == (3, ())


def test_files_that_cannot_be_read_are_left_to_libreoffice_or_refused() -> None:
    for data in (b"{\\rtf1}", archive("?", "<encryption-data/>")):
        assert remove_hidden_text(data) == (data, ())
    for data in (b"PK", archive("<x>"), b"<x>"):
        with pytest.raises(ImportRefusedError, match="damaged"):
            remove_hidden_text(data)


@pytest.mark.parametrize(
    ("content", "left"),
    [
        ("a<text:file-name/>b<text:file-name/>c", "abc"),
        ("<text:p>a</text:p>b<text:hidden-text>c</text:hidden-text>d", "<text:p>a</text:p>bd"),
        ("<text:p/><text:hidden-text/>d", "<text:p/>d"),
        ("<text:hidden-text/>", ""),
        ("<text:h>a<text:hidden-paragraph text:is-hidden='true'/></text:h>b", "b"),
    ],
)
def test_text_around_hidden_parts_stays(content: str, left: str) -> None:
    data, notes = remove_hidden_text(f"{_OPEN}{content}</x>".encode())
    assert data.decode() == f"<?xml version='1.0' encoding='utf-8'?>\n{_OPEN}{left}</x>"
    assert len(notes) == 1


def test_archive_without_a_manifest_is_read_and_its_other_parts_stay() -> None:
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as opened:
        opened.writestr("content.xml", f"{_OPEN}a</x>")
        opened.writestr("Pictures/a.png", b"picture")
    data, notes = remove_hidden_text(file.getvalue())
    with zipfile.ZipFile(BytesIO(data)) as opened:
        assert {name: opened.read(name).endswith((b"a</x>", b"picture")) for name in opened.namelist()} == {
            "content.xml": True,
            "Pictures/a.png": True,
        }
    assert notes == ()


@pytest.mark.parametrize("allowed", [100, 99])
def test_text_has_a_limit(monkeypatch: pytest.MonkeyPatch, allowed: int) -> None:
    content = f"{_OPEN}</x>".ljust(1000).encode()
    monkeypatch.setattr("newsroom.importing.open_document._MAX_CONTENT", allowed * 10)
    for data, says in (
        (content, "too much text"),
        (archive(" " * 5_000, content.decode()), "too large when it is unpacked"),
    ):
        if allowed == 100 and data is content:
            assert remove_hidden_text(data)[1] == ()
        else:
            with pytest.raises(ImportRefusedError, match=says):
                remove_hidden_text(data)


def test_encrypted_archive_and_other_files_are_left_to_libreoffice() -> None:
    data = archive(f"{_OPEN}a</x>").replace(b"PK\x01\x02\x14\x03\x14\0\0\0", b"PK\x01\x02\x14\x03\x14\0\x01\0")
    assert remove_hidden_text(data) == (data, ())
    entity = b'<!DOCTYPE x [<!ENTITY a "PLANTED">]>' + f"{_OPEN}&a;</x>".encode()
    assert b"PLANTED</x>" not in remove_hidden_text(entity)[0]
