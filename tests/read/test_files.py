"""Content files are found in all folders, and text from all editors is read."""

from pathlib import Path

import pytest

from newsroom.problems import Problem
from newsroom.read.files import find_files, read_text
from tests.support import write_files


def test_files_are_found_in_order(tmp_path: Path) -> None:
    markdown = ["docs/a.md", "docs/areas/b.md", "newsletters/2024-03.md", "publications/c.md", "stories/d.cy.md"]
    assets = {
        "docs/a.pdf": 3,
        "docs/areas/map/b.svg": 1,
        "publications/c.PDF": 0,
        "stories/d.JFIF": 2,
        "stories/d.jpg": 4,
    }
    files = dict.fromkeys(reversed(markdown), "Text")
    write_files(tmp_path, files | {path: "x" * size for path, size in reversed(assets.items())})
    found = find_files(tmp_path)
    assert list(found.markdown) == markdown
    assert list(found.assets.items()) == list(assets.items())
    assert (dict(found.refused), found.problems, found.is_safe) == ({}, (), True)


@pytest.mark.parametrize(
    "path",
    [
        "stories/.git/x.md",
        "docs/.DS_Store",
        "docs/.gitkeep",
        "docs/.x/.well-known/a.txt",
        "stories/Thumbs.db",
        "stories/desktop.ini",
        "stories/Icon\r",
        "stories/__MACOSX/a.md",
        "stories/~$minutes.docx",
        "README.md",
        "tests/x.md",
        "stories/._a.md",
        "docs/.obsidian/x.md",
    ],
)
def test_hidden_files_and_other_folders_are_ignored(tmp_path: Path, path: str) -> None:
    write_files(tmp_path, {path: "---\ntitle: x\n---\n", "stories/a.md": "x"})
    found = find_files(tmp_path)
    assert (found.paths, dict(found.refused), found.problems) == (("stories/a.md",), {}, ())


def test_missing_folder_is_empty(tmp_path: Path) -> None:
    found = find_files(tmp_path)
    assert (found.markdown, dict(found.assets)) == ((), {})


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "with a mark"])
class TestWithEveryLineEnd:
    """Text as editors on every system save it."""

    def test_text_is_the_same_for_all_line_ends(self, tmp_path: Path, line_end: str, mark: bytes) -> None:
        write_files(tmp_path, {"a.md": mark + f"Tŷ{line_end}{line_end}日本{line_end}".encode()})
        assert read_text(tmp_path, "a.md") == "Tŷ\n\n日本\n"

    @pytest.mark.parametrize(
        ("before", "line", "column"), [("", 1, 1), ("Tŷ ", 1, 4), ("Tŷ\n", 2, 1), ("Tŷ\n\n日本 😀", 3, 5)]
    )
    def test_invalid_utf8_is_reported_by_line_and_character(
        self, tmp_path: Path, line_end: str, mark: bytes, before: str, line: int, column: int
    ) -> None:
        write_files(tmp_path, {"a.md": mark + before.replace("\n", line_end).encode() + b"\xe9t\xe9\n"})
        problem = read_text(tmp_path, "a.md")
        assert isinstance(problem, Problem)
        assert (problem.path, problem.line) == ("a.md", line)
        assert (problem.code, f"haracter {column} " in problem.what) == ("file-not-utf-8", True)

    def test_control_character_is_reported_by_line(self, tmp_path: Path, line_end: str, mark: bytes) -> None:
        write_files(tmp_path, {"a.md": mark + f"A{line_end}B{line_end}it\x02s".encode()})
        problem = read_text(tmp_path, "a.md")
        assert isinstance(problem, Problem)
        assert (problem.line, "U+0002" in problem.what) == (3, True)
