"""All files of a draft are written, or none."""

from pathlib import Path

import pytest

from newsroom.importing.source import ImportRefusedError
from newsroom.importing.writing import write_new_files

FILES = {"stories/new/a-1.png": b"1", "stories/a.md": b"2"}


def listed(root: Path) -> list[str]:
    """All files and folders below a folder."""
    return sorted(path.relative_to(root).as_posix() for path in root.rglob("*"))


def test_files_are_written(tmp_path: Path) -> None:
    write_new_files(tmp_path, FILES)
    assert {path: (tmp_path / path).read_bytes() for path in FILES} == FILES
    assert listed(tmp_path) == ["stories", "stories/a.md", "stories/new", "stories/new/a-1.png"]


def test_nothing_is_left_if_a_file_exists(tmp_path: Path) -> None:
    (tmp_path / "stories").mkdir()
    (tmp_path / "stories/a.md").write_bytes(b"mine")
    with pytest.raises(ImportRefusedError, match=r"stories/a\.md exists already"):
        write_new_files(tmp_path, FILES)
    assert (listed(tmp_path), (tmp_path / "stories/a.md").read_bytes()) == (["stories", "stories/a.md"], b"mine")


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_nothing_is_left_if_writing_stops(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    write = Path.write_bytes

    def fail(path: Path, data: bytes) -> int:
        if data == b"2":
            write(path, b"half")
            raise error
        return write(path, data)

    monkeypatch.setattr(Path, "write_bytes", fail)
    with pytest.raises((ImportRefusedError, KeyboardInterrupt)):
        write_new_files(tmp_path, FILES)
    assert listed(tmp_path) == []
