"""Files of every kind are read, or refused with what to do; none is read whole if it is too large."""

from pathlib import Path
from zipfile import ZipFile

import pytest

from newsroom.importing.read import MAX_FILE_BYTES, NoOfficeProgramError, read_source
from newsroom.importing.refusals import IMPORTED, MAIL, MARKDOWN, OFFICE, OPEN_DOCUMENT, REFUSALS, TEXT, TEXT_LIKE
from newsroom.importing.source import ImportRefusedError
from tests.support.golden import Golden
from tests.support.word import docx, par


def no_program(_data: bytes, _ending: str) -> bytes:
    """A computer without LibreOffice."""
    raise NoOfficeProgramError


def refusal(file: Path, data: bytes = b"x") -> str:
    """Why a file is refused."""
    file.write_bytes(data)
    with pytest.raises(ImportRefusedError) as refused:
        read_source(file, no_program)
    return f"{refused.value}"


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("a.docm", "a.docm can contain programs (macros). Save it without them in Word: File, Save as"),
        ("a.dotx", "a.dotx is a template of Word"),
        ("a.pages", "a.pages is from Apple's Pages. Open it there, choose File, Export to, Word"),
        ("a.msg", "a.msg is an email as Outlook saves it. Open it in Outlook, choose File, Save as, HTML"),
        ("a.PDF", "a.PDF is a PDF, in which paragraphs and headings are lost"),
        ("a.key", "a.key is a presentation"),
        ("a.xlsx", "a.xlsx is a spreadsheet"),
        ("a.jpeg", "a.jpeg is a picture"),
        ("a.rar", "a.rar is an archive. Unpack it"),
        ("a.xml", "with '.venv/bin/newsroom import wordpress'"),
        ("a.xyz", "a.xyz is of a kind that cannot be imported. What can be: Word (.docx)"),
        ("a", "a is of a kind that cannot be imported"),
        *((f"a{ending}", "can be imported only where LibreOffice is installed") for ending in sorted(OFFICE)),
    ],
)
def test_file_that_cannot_be_imported_is_refused_with_what_to_do(tmp_path: Path, name: str, says: str) -> None:
    assert says in refusal(tmp_path / name)


def test_kinds_of_files_are_what_they_were(golden: Golden) -> None:
    groups = {
        "office": OFFICE,
        "open": OPEN_DOCUMENT,
        "mail": MAIL,
        "markdown": MARKDOWN,
        "text": TEXT,
        "all": IMPORTED,
    }
    lines = [
        *(f"{name}: {' '.join(sorted(group))}" for name, group in groups.items()),
        f"like text: {sorted(TEXT_LIKE)}",
    ]
    lines += [f"a{ending} {clause}" for ending, clause in sorted(REFUSALS.items())]
    golden.check("import/refusals.txt", "".join(f"{line}\n" for line in lines).encode())


@pytest.mark.parametrize(("name", "size"), [("a.docx", MAX_FILE_BYTES), ("a.txt", 30_000_000)])
def test_largest_file_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, size: int) -> None:
    monkeypatch.setattr(Path, "read_bytes", lambda _path: b"")
    with (tmp_path / name).open("wb") as file:
        file.truncate(size)
    with pytest.raises(ImportRefusedError, match="is empty"):
        read_source(tmp_path / name, no_program)
    with (tmp_path / name).open("wb") as file:
        file.truncate(size + 1)
    with pytest.raises(ImportRefusedError, match="can be imported"):
        read_source(tmp_path / name, no_program)


def test_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").mkdir()
    for name, reason in (("a.txt", "Is a directory"), ("b.txt", "No such file or directory")):
        with pytest.raises(ImportRefusedError, match=f"^{name} cannot be read: {reason}"):
            read_source(tmp_path / name, no_program)


def test_document_of_another_program_is_converted_without_what_it_hides(tmp_path: Path) -> None:
    asked: list[tuple[bytes, str]] = []

    def convert(data: bytes, ending: str) -> bytes:
        asked.append((data, ending))
        return docx(par("Words."))

    hidden = (
        '<x xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">a<text:file-name>PLANTED</text:file-name></x>'
    )
    for name, data in (("a.fodt", hidden.encode()), ("b.RTF", b"{\\rtf1}")):
        (tmp_path / name).write_bytes(data)
        source = read_source(tmp_path / name, convert)
        assert (source.html, len(source.notes)) == ("<p>Words.</p>", int(name == "a.fodt"))
    assert [ending for _, ending in asked] == [".fodt", ".rtf"]
    assert b"PLANTED" not in asked[0][0] and asked[1][0] == b"{\\rtf1}"


def test_archive_and_page_have_the_pictures_beside_them(tmp_path: Path) -> None:
    page = b"<p>Words.</p><img src='a.png' alt='A'>"
    (tmp_path / "a.htm").write_bytes(page)
    (tmp_path / "a.png").write_bytes(b"picture")
    with ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("in/a.html", page)
        archive.writestr("in/a.png", b"picture")
    for name in ("a.htm", "a.zip"):
        assert read_source(tmp_path / name, no_program).pictures == {"a.png": b"picture"}


@pytest.mark.parametrize("ending", [".docx", ".html", ".eml", ".txt", ".odt", ".zip"])
def test_empty_file_is_refused(tmp_path: Path, ending: str) -> None:
    assert refusal(tmp_path / f"a{ending}", b"\0 \n") == f"a{ending} is empty. Is it the right file?"


@pytest.mark.parametrize(
    ("name", "size", "says"), [("a.docx", MAX_FILE_BYTES, "100 MB"), ("a.txt", 30_000_000, "30 MB")]
)
def test_large_file_is_refused_before_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, size: int, says: str
) -> None:
    monkeypatch.setattr(Path, "read_bytes", lambda path: pytest.fail(f"{path} is read"))
    with (tmp_path / name).open("wb") as file:
        file.truncate(size + 200_000_000)  # no such space is used on the disk
    with pytest.raises(ImportRefusedError, match=f"at most {says} can be imported"):
        read_source(tmp_path / name, no_program)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.html", b"<h1>Title</h1><p>Words.</p>"),
        ("a.md", b"# Title\n\nWords."),
        ("a.txt", b"Title\n\nWords."),
        ("a.eml", b"Subject: Title\n\nWords."),
    ],
)
def test_file_is_read_by_its_kind(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    source = read_source(tmp_path / name, no_program)
    assert source.title == "Title"
    assert "<p>Words.</p>" in source.html
