"""Pictures that cannot be shown."""

from pathlib import Path

import pytest
from PIL import Image

from tests.support import problems_in
from tests.support.changes import Changes, P, S, changed
from tests.support.images import file_of, picture

MOVING = file_of(Image.new("RGB", (8, 8)), "GIF", save_all=True, append_images=[Image.new("RGB", (8, 8), "#ffffff")])
BROWSERS = "is of a kind that browsers do not show; save it as JPEG or PNG."
UNREADABLE = "is no picture that can be read; save it again as JPEG or PNG."


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("tree.jpg", b"", "is empty; put the picture itself in its place."),
        ("tree.jpg", b"words", UNREADABLE),
        (
            "tree.jpg",
            MOVING,
            "moves; save it as one still picture, or link to a film: readers must be able to stop what moves.",
        ),
        ("tree.tiff", picture(form="TIFF"), BROWSERS),
        ("tree.pdf", b"%PDF", BROWSERS),
        (
            "tree.svg",
            b"<svg><script/></svg>",
            "holds <script>, which could run or show anything; save it again without that, as plain SVG.",
        ),
    ],
    ids=["empty", "no picture", "animated", "for printers", "no picture at all", "a drawing with a script"],
)
def test_what_cannot_be_shown_is_told(tmp_path: Path, name: str, content: bytes, told: str) -> None:
    changes: Changes = {S: ("A garden grew.", f"![A]({name})"), f"stories/{name}": content}
    told = f"stories/the-garden.md, line 10: the picture 'stories/{name}' {told}"
    assert told in [str(problem) for problem in problems_in(tmp_path, changed(changes))]


@pytest.mark.parametrize(
    ("changes", "name", "told"),
    [
        ({S: ("kind:", "image:\n  alt: A\n  src: tree.jpg\nkind:")}, "stories/tree.jpg", f"{S}, line 7"),
        ({P: ("kind:", "cover:\n  src: tree.jpg\n  alt: A\nkind:")}, "publications/tree.jpg", f"{P}, line 6"),
        ({}, "docs/assets/tree.jpg", "docs/assets/tree.jpg"),
    ],
    ids=["a lead picture", "a cover", "for templates"],
)
def test_it_is_told_where_it_is_named(tmp_path: Path, changes: Changes, name: str, told: str) -> None:
    told = f"{told}: the picture '{name}' {UNREADABLE}"
    assert told in [str(problem) for problem in problems_in(tmp_path, changed({**changes, name: b"words"}))]


def test_what_is_only_linked_to_is_told_too(tmp_path: Path) -> None:
    changes: Changes = {S: ("A garden grew.", "[A](tree.heic)"), "stories/tree.heic": b"ftypheic"}
    told = f"stories/the-garden.md, line 10: the picture 'stories/tree.heic' {BROWSERS}"
    assert told in [str(problem) for problem in problems_in(tmp_path, changed(changes))]
