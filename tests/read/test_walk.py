"""The walk through content folders is complete, ends, and never leaves them."""

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from newsroom.problems import ContentError
from newsroom.read import files, walk
from newsroom.read.files import find_files
from tests.support import open_newsroom, problems_in, small_newsroom, write_files
from tests.support.images import picture
from tests.support.wordings import Reported


@pytest.mark.parametrize(
    ("path", "target"),
    [
        ("stories/notes.txt", "/etc/hostname"),
        ("stories/linked.md", "../outside.md"),
        ("stories/picture.png", "a.md"),
        ("docs/assets/secret.png", "/proc/self/environ"),
        ("docs/loop", "."),
        ("docs/around", "../docs/assets"),
        ("docs/.hidden", "/"),
        ("docs/nothing.jpg", "nowhere"),
        ("docs/itself", "itself"),
        ("newsletters", "stories"),
    ],
)
def test_symbolic_link_is_rejected_and_not_followed(tmp_path: Path, path: str, target: str, reported: Reported) -> None:
    write_files(tmp_path, {"outside.md": "Secret", "stories/a.md": "x", "docs/assets/tree.png": "x"})
    (tmp_path / path).symlink_to(target)
    found = find_files(tmp_path)
    assert reported(found.problems) == [f"{path} symbolic-link"]
    assert found.paths == ("stories/a.md", "docs/assets/tree.png")
    assert not found.is_safe


def test_symbolic_link_loop_stops_preview(tmp_path: Path, reported: Reported) -> None:
    write_files(tmp_path, small_newsroom())
    for name in ("one", "two"):
        (tmp_path / "docs" / name).symlink_to(tmp_path / "docs")
    with pytest.raises(ContentError) as raised:
        open_newsroom(tmp_path, {}, preview=True)
    assert reported(raised.value.problems) == ["docs/one symbolic-link", "docs/two symbolic-link"]


def test_linked_symbolic_link_is_reported_once(tmp_path: Path, reported: Reported) -> None:
    write_files(tmp_path, small_newsroom())
    garden = tmp_path / "stories/the-garden.md"
    garden.write_text(f"{garden.read_text()}[Notes](notes.pdf) ![A tree](tree.png)\n")
    for name in ("notes.pdf", "tree.png"):
        (garden.parent / name).symlink_to("/etc/hostname")
    expected = reported(problems_in(tmp_path, {}))
    assert expected == ["stories/notes.pdf symbolic-link", "stories/tree.png symbolic-link"]


def make_socket(path: Path) -> None:
    """A socket at a path, which may be long."""
    here = Path.cwd()
    os.chdir(path.parent)
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(path.name)
    finally:
        os.chdir(here)


@pytest.mark.parametrize("make", [os.mkfifo, make_socket], ids=["a named pipe", "a socket"])
@pytest.mark.parametrize("name", ["x.md", "x.png"])
def test_special_file_is_reported_and_not_opened(
    tmp_path: Path, make: Callable[[Path], None], name: str, reported: Reported
) -> None:
    write_files(tmp_path, small_newsroom())
    make(tmp_path / "stories" / name)
    assert reported(problems_in(tmp_path, {})) == [f"stories/{name} file-special"]


def test_hard_link_is_reported_and_not_read(tmp_path: Path, reported: Reported) -> None:
    write_files(tmp_path, {"secret.png": picture(), "stories/a.md": "x"})
    (tmp_path / "stories/tree.png").hardlink_to(tmp_path / "secret.png")
    found = find_files(tmp_path)
    assert (reported(found.problems), found.paths) == (["stories/tree.png hard-link"], ("stories/a.md",))


def test_unreadable_folder_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reported: Reported) -> None:
    """Tests may run as root, to whom permissions do not apply."""
    write_files(tmp_path, {"stories/a.md": "x", "docs/closed/b.md": "x"})
    scandir = os.scandir

    def denying(folder: Path) -> "os._ScandirIterator[str]":
        if Path(folder).name == "closed":
            raise PermissionError(13, "Permission denied")
        return scandir(folder)

    monkeypatch.setattr("os.scandir", denying)
    found = find_files(tmp_path)
    assert (reported(found.problems), found.paths) == (["docs/closed file-unreadable"], ("stories/a.md",))


def test_unreadable_file_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reported: Reported) -> None:
    write_files(tmp_path, {"stories/a.md": "x", "stories/b.mp3": "x"})
    monkeypatch.setattr("os.access", lambda path, _mode: Path(path).name != "b.mp3")
    found = find_files(tmp_path)
    assert (reported(found.problems), found.paths) == (["stories/b.mp3 file-unreadable"], ("stories/a.md",))


def test_content_folder_must_not_be_a_file(tmp_path: Path, reported: Reported) -> None:
    write_files(tmp_path, {"stories": "x"})
    assert reported(find_files(tmp_path).problems) == ["stories folder-is-file"]


def test_folder_depth_is_limited(tmp_path: Path, reported: Reported) -> None:
    folders = [f"docs/{'/'.join(['a'] * count)}" for count in (walk.MAX_DEPTH - 1, walk.MAX_DEPTH)]
    write_files(tmp_path, {f"{folder}/b.md": "x" for folder in folders})
    found = find_files(tmp_path)
    assert found.paths == (f"{folders[0]}/b.md",)
    assert reported(found.problems) == [f"{folders[1]} folders-too-deep"]


def test_number_of_files_is_limited(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reported: Reported) -> None:
    monkeypatch.setattr(walk, "MAX_FILES", 3)
    write_files(tmp_path, {f"stories/{name}.md": "x" for name in "abcde"})
    expected = "stories files-too-many"
    assert reported(find_files(tmp_path).problems) == [expected]


def test_missing_folders_are_empty(tmp_path: Path) -> None:
    content = {path: text for path, text in small_newsroom().items() if path.startswith(("docs/", "publications/"))}
    assert not {"stories", "newsletters"} & {path.split("/")[0] for path in content}
    assert problems_in(tmp_path, content) == []
    assert files.find_files(tmp_path / "nowhere").paths == ()
