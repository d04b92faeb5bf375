"""Uploaded files are found in a folder or a zip file, and read up to a limit."""

from pathlib import Path
from zipfile import ZipFile

import pytest

from newsroom.importing.wordpress import uploads
from newsroom.importing.wordpress.uploads import Uploads
from tests.support import write_files

_FILES = {
    "2019/05/Tree.jpg": b"tree",
    "wp-content/uploads/a.pdf": b"a",
    "uploads/b.pdf": b"b",
    "x/uploads/y/uploads/c.pdf": b"c",
}


def place(folder: Path, kind: str) -> Path:
    """The files in a folder, or in a zip file."""
    if kind == "folder":
        write_files(folder / "files", _FILES)
        return folder / "files"
    with ZipFile(folder / "files.zip", "w") as archive:
        archive.mkdir("uploads") if hasattr(archive, "mkdir") else None
        for name, data in _FILES.items():
            archive.writestr(name, data)
    return folder / "files.zip"


@pytest.mark.parametrize("kind", ["folder", "zip"])
def test_files_are_found_by_their_paths_below_the_uploads(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    found = Uploads(place(tmp_path, kind))
    names = {
        path: found.find(path)
        for path in ("2019/05/tree.JPG", "2019/05/tree-scaled.jpg", "a.pdf", "b.pdf", "c.pdf", "d", "")
    }
    assert names == {
        "2019/05/tree.JPG": "2019/05/Tree.jpg",
        "2019/05/tree-scaled.jpg": "2019/05/Tree.jpg",
        "a.pdf": "wp-content/uploads/a.pdf",
        "b.pdf": "uploads/b.pdf",
        "c.pdf": "x/uploads/y/uploads/c.pdf",
        "d": None,
        "": None,
    }
    for limit, data in ((4, b"tree"), (3, None)):
        monkeypatch.setattr(uploads, "_MAX_BYTES", limit)
        assert found.read("2019/05/Tree.jpg") == data


def test_damaged_and_lost_files_are_none(tmp_path: Path) -> None:
    archive = place(tmp_path, "zip")
    archive.write_bytes(archive.read_bytes().replace(b"tree", b"tray"))
    assert Uploads(archive).read("2019/05/Tree.jpg") is None
    assert Uploads(place(tmp_path, "folder")).read("lost") is None
    assert Uploads(None).find("a.pdf") is None
