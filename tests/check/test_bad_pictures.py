"""Pictures that cannot be shown."""

from pathlib import Path

import pytest
from PIL import Image

from tests.support import problems_in
from tests.support.changes import Changes, P, S, changed
from tests.support.images import file_of, picture

MOVING = file_of(Image.new("RGB", (8, 8)), "GIF", save_all=True, append_images=[Image.new("RGB", (8, 8), "#ffffff")])
BROWSERS = "is of a kind that browsers do not show; save it as JPEG or PNG."
TIFF = "is not a JPEG, PNG, WebP, GIF or AVIF picture, whatever its name says; it looks like TIFF; save it again as JPEG or PNG."
DAMAGED = "is damaged; save it again as JPEG or PNG."
WHOLE = file_of(Image.effect_noise((60, 40), 90), "PNG")
CHANGED = WHOLE[:60] + bytes((WHOLE[60] ^ 1,)) + WHOLE[61:]
UNREADABLE = "is not a JPEG, PNG, WebP, GIF or AVIF picture; save it again as JPEG or PNG."


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
        ("tree.jpg", picture(form="TIFF"), TIFF),
        ("tree.jpg", file_of(Image.effect_noise((600, 400), 90), "JPEG")[:9000], DAMAGED),
        ("tree.png", WHOLE[:700], DAMAGED),
        ("tree.png", CHANGED, DAMAGED),
        ("tree.pdf", b"%PDF", BROWSERS),
        (
            "tree.svg",
            b"<svg><script/></svg>",
            "holds <script>, which could run or show anything; save it again without that, as plain SVG.",
        ),
    ],
    ids=[
        "empty",
        "no picture",
        "animated",
        "for printers",
        "half a JPEG",
        "half a PNG",
        "a PNG with a byte changed",
        "no picture at all",
        "a drawing with a script",
    ],
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
    told = "stories/the-garden.md, line 10: 'tree.heic' is a picture of a kind that browsers do not show; save it as JPEG or PNG."
    assert told in [str(problem) for problem in problems_in(tmp_path, changed(changes))]
