"""All files of a draft are written, or none."""

import signal
import subprocess
import sys
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


def test_picture_that_a_stopped_import_left_is_kept(tmp_path: Path) -> None:
    (tmp_path / "stories/new").mkdir(parents=True)
    (tmp_path / "stories/new/a-1.png").write_bytes(b"1")
    write_new_files(tmp_path, FILES)
    assert listed(tmp_path) == ["stories", "stories/a.md", "stories/new", "stories/new/a-1.png"]
    with pytest.raises(ImportRefusedError, match=r"stories/a\.md exists already"):
        write_new_files(tmp_path, FILES)


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


@pytest.mark.parametrize("name", ["hardlink_to", "unlink"])
def test_no_file_is_half_written_if_the_import_is_killed(tmp_path: Path, name: str) -> None:
    program = (
        "import os, signal; from pathlib import Path; from newsroom.importing.writing import write_new_files\n"
        f"Path.{name} = lambda *_: os.kill(os.getpid(), signal.SIGKILL)\n"
        f"write_new_files(Path({str(tmp_path)!r}), {FILES})"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == -signal.SIGKILL
    visible = {path: path.read_bytes() for path in tmp_path.rglob("[!.]*") if path.is_file()}
    assert visible == ({tmp_path / "stories/new/a-1.png": b"1"} if name == "unlink" else {})
    write_new_files(tmp_path, {"stories/a.md": b"2"})


def test_two_imports_at_once_do_not_disturb_each_other(tmp_path: Path) -> None:
    other = tmp_path / "stories" / ".a.md.1.importing"
    other.parent.mkdir()
    other.write_bytes(b"half of another import")
    write_new_files(tmp_path, FILES)
    assert (tmp_path / "stories/a.md").read_bytes() == b"2"
    assert other.read_bytes() == b"half of another import"


def test_files_are_written_where_the_disk_has_no_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_path: Path, _target: Path) -> None:
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    write_new_files(tmp_path, FILES)
    assert listed(tmp_path) == ["stories", "stories/a.md", "stories/new", "stories/new/a-1.png"]
    with pytest.raises(ImportRefusedError, match="exists already"):
        write_new_files(tmp_path, FILES)
