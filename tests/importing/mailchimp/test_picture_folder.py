"""Pictures of campaigns are found by their names, in the folder and below it only."""

from pathlib import Path

import pytest

from newsroom.importing.mailchimp import archive
from newsroom.importing.mailchimp.archive import PictureFolder
from newsroom.importing.source import ImportRefusedError
from tests.support import write_files


def test_picture_is_found_if_all_files_with_its_name_are_equal(tmp_path: Path) -> None:
    files = {"a.png": b"a", "more/A.PNG": b"a", "b.png": b"b", "more/b.png": b"c", "c.png/d.png": b"d"}
    write_files(tmp_path, {"secret.png": b"secret", **{f"pictures/{path}": data for path, data in files.items()}})
    (tmp_path / "pictures/e.png").symlink_to(tmp_path / "secret.png")
    (tmp_path / "pictures/f.png").symlink_to("f.png")
    for name, size in (("g.png", 50_000_000), ("h.png", 50_000_001)):
        with (tmp_path / "pictures" / name).open("wb") as file:
            file.truncate(size)
    find = PictureFolder(tmp_path / "pictures").find
    found = {name: find(name) for name in ("A.png", "b.png", "c.png", "d.png", "e.png", "f.png", "h.png", "i.png")}
    assert {name: data for name, data in found.items() if data is not None} == {"A.png": b"a", "d.png": b"d"}
    assert len(find("g.png") or b"") == 50_000_000


def test_folder_with_too_many_files_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "_MAX_FILES", 2)
    write_files(tmp_path, {"a.png": b"", "b.png": b""})
    assert PictureFolder(tmp_path).find("a.png") == b""
    write_files(tmp_path, {"c.png": b""})
    with pytest.raises(ImportRefusedError, match="has more than 2 files"):
        PictureFolder(tmp_path)
