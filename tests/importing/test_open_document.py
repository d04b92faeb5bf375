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
    data, notes = remove_hidden_text(f"{_OPEN}{shown}</x>".encode())
    assert (data.count(b"kept"), notes) == (2, ())


def test_files_that_cannot_be_read_are_left_to_libreoffice_or_refused() -> None:
    for data in (b"{\\rtf1}", archive("?", "<encryption-data/>")):
        assert remove_hidden_text(data) == (data, ())
    for data in (b"PK", archive("<x>"), b"<x>"):
        with pytest.raises(ImportRefusedError, match="damaged"):
            remove_hidden_text(data)
