"""Names that some systems or links do not allow are rejected, each with a valid suggestion."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.read.filenames import check_clashes, check_name, find_name_fault
from newsroom.read.files import find_files
from tests.support import write_files
from tests.support.wordings import Reported


@pytest.mark.parametrize(
    ("name", "better"),
    [
        *((f"Our {char} tree.JPG", "our-tree.jpg") for char in '?"*:<>|\\'),
        *((f"R{char}D.pdf", "r-d.pdf") for char in "#&+%"),
        (" tree.png", "tree.png"),
        ("tree.png ", "tree.png"),
        ("tree.", "tree"),
        ("con", "con-1"),
        ("AUX.md", "aux-1.md"),
        ("lpt1.old.png", "lpt1-old.png"),
        ("tŷ\u202e.png", "ty.png"),
        ("a\nb.png", "a-b.png"),
        (os.fsdecode(b"t\xff.png"), "t.png"),
        ("x" * 97 + ".png", f"{'x' * 40}.png"),
        ("日" * 66 + ".png", "new-name.png"),
        ("tree.jpg.640.avif", "tree-jpg-640.avif"),
        ("tree.PNG.email.jpg", "tree-png-email.jpg"),
    ],
)
def test_invalid_file_name_is_rejected(name: str, better: str, reported: Reported) -> None:
    problem = check_name(f"stories/{name}")
    assert problem
    assert [line.split()[-1] for line in reported([problem])] == ["file-name-invalid"]
    assert f"'{better}'" in problem.fix
    assert find_name_fault(better) is None
    assert str(problem).isprintable()


@pytest.mark.parametrize(
    "name",
    [
        "tree.png",
        "The report (final), 2024_v1.2.pdf",
        "tŷ.png",
        "Screenshot 10.30\u202fAM.png",
        "日本.jpg",
        "contact.md",
        "aux-1.png",
        "tree.640.png",
        "tree.jpg.png",
        "x" * 96 + ".png",
        "日" * 65 + "a.png",
        "O'Brien @ home!.jpg",
    ],
)
def test_valid_file_name_is_accepted(name: str) -> None:
    assert check_name(f"stories/{name}") is None


@given(st.text(st.characters(exclude_characters="/\0"), min_size=1, max_size=120))
def test_suggested_file_name_is_valid(name: str) -> None:
    if problem := check_name(f"docs/{name}"):
        assert find_name_fault(problem.fix.split("'")[1]) is None


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        (["a/x.png", "a/X.PNG"], ["a/X.PNG"]),
        (["a/t\u0177.png", "a/ty\u0302.png"], ["a/ty\u0302.png"]),
        (["A", "A/x.png", "a", "a/x.png"], ["a"]),
        (["a/x.png", "b/X.png", "a/x.jpg"], []),
    ],
    ids=["capitals", "accents", "folders", "no clash"],
)
def test_clashing_file_names_are_rejected(paths: list[str], expected: list[str], reported: Reported) -> None:
    found = list(check_clashes(paths))
    assert [path for path, _ in found] == expected
    assert reported(problem for _, problem in found) == [f"{path} file-name-clash" for path in expected]


def test_file_with_invalid_name_is_not_read(tmp_path: Path) -> None:
    write_files(tmp_path, {"stories/a.md": "x", "docs/what?/b.md": "x", "docs/what?/c.png": "x", "stories/con.md": "x"})
    found = find_files(tmp_path)
    assert found.paths == ("stories/a.md",)
    assert [problem.path for problem in found.problems] == ["docs/what?", "stories/con.md"]
