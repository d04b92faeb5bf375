"""Pictures of saved pages are read from beside the page only, and up to a limit."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from newsroom.importing.source import ImportRefusedError
from newsroom.importing.web import saved_pictures
from newsroom.importing.web.page import FindFile
from newsroom.importing.web.saved_pictures import find_beside, open_archive
from tests.support import write_files


def zipped(files: dict[str, bytes]) -> bytes:
    """An archive of files, without compression."""
    data = BytesIO()
    with ZipFile(data, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return data.getvalue()


def found(find: FindFile, *sources: str) -> list[str]:
    """Those of some addresses at which a picture is found."""
    return [source for source in sources if find(source) is not None]


_SOURCES = ("a.png", "in/b%20c.png", "in\\b c.png", "./a.png?x#y", "in/../a.png", "/a.png", "\\a.png", "//host/a.png")
_OTHERS = ("https://host/a.png", "file:a.png", "", "?x", "in", "lost.png", "../out.png", "a\0.png", "x" * 300)


def test_pictures_beside_a_page_are_found(tmp_path: Path) -> None:
    write_files(tmp_path, {"out.png": b"x", "saved/a.png": b"a", "saved/in/b c.png": b"b"})
    find = find_beside(tmp_path / "saved/page.html")
    assert found(find, *_SOURCES, *_OTHERS) == list(_SOURCES[:5])


def test_pictures_in_an_archive_are_found() -> None:
    files = {"a.png": b"a", "in/b c.png": b"b", "__MACOSX/x.html": b"x", "Page.HTM": b"page"}
    page, find = open_archive(zipped(files), "a.zip")
    assert page == b"page"
    assert found(find, *_SOURCES, *_OTHERS) == list(_SOURCES[:3])
    _, find = open_archive(zipped({"x/page.html": b"", "x/a.png": b"a", "b.png": b"b"}), "a.zip")
    assert found(find, "a.png", "b.png", "x/a.png", "../b.png") == ["a.png"]


@pytest.mark.parametrize(("limit", "most"), [("_MAX_FILES", 2), ("_MAX_SIZE", 7), ("_MAX_PICTURE", 3)])
def test_limits_are_the_largest_that_are_read(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, limit: str, most: int
) -> None:
    files = {"a.html": b"page", "a.png": b"abc"}
    write_files(tmp_path, files)
    for allowed in (most, most - 1):
        monkeypatch.setattr(saved_pictures, limit, allowed)
        try:
            _, find = open_archive(zipped(files), "a.zip")
            assert found(find, "a.png") == ["a.png"] * (limit != "_MAX_PICTURE" or allowed == most)
            beside = found(find_beside(tmp_path / "a.html"), "a.png")
            assert beside == ["a.png"] * (limit != "_MAX_PICTURE" or allowed == most)
            assert limit == "_MAX_PICTURE" or allowed == most
        except ImportRefusedError as error:
            assert (allowed, "too large when it is unpacked" in str(error)) == (most - 1, True)


def test_damaged_archives_and_members() -> None:
    data = zipped({"a.html": b"the page", "a.png": b"the picture"})
    for damaged in (b"PK no archive", data.replace(b"the page", b"the rage")):
        with pytest.raises(ImportRefusedError, match=r"^a\.zip is damaged\. Save or download it again\.$"):
            open_archive(damaged, "a.zip")
    _, find = open_archive(data.replace(b"the picture", b"the mixture"), "a.zip")
    assert find("a.png") is None
    with pytest.raises(ImportRefusedError, match="is damaged"):
        open_archive(data.replace(b"PK\x01\x02\x14\x03\x14\0\0\0", b"PK\x01\x02\x14\x03\x14\0\x01\0"), "a.zip")
