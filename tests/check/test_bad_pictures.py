"""Pictures that cannot be shown."""

from pathlib import Path

import pytest
from PIL import Image

from tests.support import problems_in
from tests.support.changes import Changes, P, S, changed
from tests.support.images import file_of, picture
from tests.support.wordings import Reported

MOVING = file_of(Image.new("RGB", (8, 8)), "GIF", save_all=True, append_images=[Image.new("RGB", (8, 8), "#ffffff")])
WHOLE = file_of(Image.effect_noise((60, 40), 90), "PNG")
CHANGED = WHOLE[:60] + bytes((WHOLE[60] ^ 1,)) + WHOLE[61:]


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("tree.jpg", b"", "picture-damaged"),
        ("tree.jpg", b"words", "picture-damaged"),
        ("tree.png", picture(1, 20_000), "picture-too-large"),
        (
            "tree.jpg",
            MOVING,
            "picture-animated",
        ),
        ("tree.jpg", picture(form="TIFF"), "picture-damaged"),
        ("tree.jpg", file_of(Image.effect_noise((600, 400), 90), "JPEG")[:9000], "picture-damaged"),
        ("tree.png", WHOLE[:700], "picture-damaged"),
        ("tree.png", CHANGED, "picture-damaged"),
        ("tree.pdf", b"%PDF", "picture-type-unsupported"),
        (
            "tree.svg",
            b"<svg><script/></svg>",
            "picture-drawing-unsafe",
        ),
    ],
    ids=[
        "empty",
        "no picture",
        "too high",
        "animated",
        "for printers",
        "half a JPEG",
        "half a PNG",
        "a PNG with a byte changed",
        "no picture at all",
        "a drawing with a script",
    ],
)
def test_damaged_picture_is_reported(
    tmp_path: Path, name: str, content: bytes, expected: str, reported: Reported
) -> None:
    changes: Changes = {S: ("A garden grew.", f"![A]({name})"), f"stories/{name}": content}
    assert f"{S}:10 {expected}" in reported(problems_in(tmp_path, changed(changes)))


@pytest.mark.parametrize(
    ("changes", "name", "expected"),
    [
        ({S: ("kind:", "image:\n  alt: A\n  src: tree.jpg\nkind:")}, "stories/tree.jpg", f"{S}:7"),
        ({P: ("kind:", "cover:\n  src: tree.jpg\n  alt: A\nkind:")}, "publications/tree.jpg", f"{P}:6"),
        ({"overrides/home.html": "<img src='assets/tree.jpg'>"}, "docs/assets/tree.jpg", "docs/assets/tree.jpg"),
    ],
    ids=["a lead picture", "a cover", "for templates"],
)
def test_damaged_picture_is_reported_where_it_is_used(
    tmp_path: Path, changes: Changes, name: str, expected: str, reported: Reported
) -> None:
    found = problems_in(tmp_path, changed({**changes, name: b"words"}))
    assert f"{expected} picture-damaged" in reported(problem for problem in found if problem.path in expected)


def test_linked_damaged_picture_is_reported(tmp_path: Path, reported: Reported) -> None:
    changes: Changes = {S: ("A garden grew.", "[A](tree.heic)"), "stories/tree.heic": b"ftypheic"}
    assert f"{S}:10 file-type-unpublished" in reported(problems_in(tmp_path, changed(changes)))
