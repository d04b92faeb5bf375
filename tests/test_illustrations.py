"""The illustrations in the repository are what the script draws, and each of them is used."""

import pytest
from PIL import Image, ImageChops

from illustrations import DRAWINGS
from illustrations.canvas import Canvas
from illustrations.files import ICONS, ILLUSTRATIONS, write_icons, write_illustrations
from illustrations.shapes import box, circle
from tests.support import ROOT

FOLDER = ROOT / ILLUSTRATIONS
CONTENT = ("docs", "newsletters", "publications", "stories", "overrides")
NOTICEABLE = 8
"""How far a patch of 20 by 20 pixels may be from the drawing, of 255: more than zlib's or Pillow's versions make."""


def furthest(one: Image.Image, other: Image.Image) -> int:
    """The greatest difference between two pictures of the same size, in any patch and channel."""
    patches = ImageChops.difference(one.convert("RGB"), other.convert("RGB")).reduce(10)
    return max(patches.tobytes())


def drawn(*, moved: float = 0) -> Image.Image:
    sheet = Canvas(400, 300, (255, 255, 255))
    sheet.fill(circle(200 + moved, 150, 80), (10, 95, 98))
    return sheet.picture()


@pytest.mark.parametrize("name", DRAWINGS)
def test_what_is_there_is_what_the_script_draws(name: str) -> None:
    with Image.open(FOLDER / f"{name}.png") as picture:
        drawing = DRAWINGS[name]
        assert picture.size == (drawing.width, drawing.height)
        assert furthest(picture.convert("RGB").reduce(2), drawing.made(0.5)) <= NOTICEABLE


def test_a_small_change_to_a_drawing_is_noticed() -> None:
    assert furthest(drawn(), drawn()) == 0
    assert furthest(drawn(), drawn(moved=3)) > NOTICEABLE


def test_nothing_else_is_there() -> None:
    assert sorted(file.name for file in FOLDER.iterdir()) == sorted(f"{name}.png" for name in DRAWINGS)


@pytest.mark.parametrize("name", DRAWINGS)
def test_every_illustration_is_used(name: str) -> None:
    files = (
        file for folder in CONTENT for ending in ("md", "html", "css") for file in (ROOT / folder).rglob(f"*.{ending}")
    )
    assert any(f"assets/illustrations/{name}.png" in file.read_text(encoding="utf-8") for file in files)


def test_a_drawing_is_the_same_bytes_each_time(tmp_path_factory: pytest.TempPathFactory) -> None:
    first, second = tmp_path_factory.mktemp("first"), tmp_path_factory.mktemp("second")
    for root in (first, second):
        write_illustrations(root, ["door-ajar"])
        write_icons(root)
    files = [file.relative_to(first) for file in sorted(first.rglob("*")) if file.is_file()]
    assert len(files) == 5
    assert [(first / file).read_bytes() for file in files] == [(second / file).read_bytes() for file in files]


def test_the_icons_are_what_the_script_draws(tmp_path_factory: pytest.TempPathFactory) -> None:
    fresh = tmp_path_factory.mktemp("icons")
    write_icons(fresh)
    for file in sorted((fresh / ICONS).iterdir()):
        kept = ROOT / ICONS / file.name
        if file.suffix == ".svg":
            assert kept.read_text(encoding="utf-8") == file.read_text(encoding="utf-8")
        else:
            with Image.open(kept) as one, Image.open(file) as other:
                assert one.size == other.size
                assert ImageChops.difference(one, other).getbbox() is None


def test_ink_lets_through_what_is_below() -> None:
    sheet = Canvas(20, 10, (200, 100, 50))
    sheet.ink(box(10, 0, 10, 10), (255, 127, 0))
    picture = sheet.picture()
    assert picture.getpixel((2, 5)) == (200, 100, 50)
    assert picture.getpixel((15, 5)) == (200, 49, 0)


def test_a_shape_stays_within_one_and_out_of_another() -> None:
    sheet = Canvas(30, 10, (255, 255, 255))
    sheet.fill(box(0, 0, 30, 10), (0, 0, 0), within=box(0, 0, 20, 10), without=box(0, 0, 10, 10))
    picture = sheet.picture()
    assert [picture.getpixel((x, 5)) for x in (5, 15, 25)] == [(255, 255, 255), (0, 0, 0), (255, 255, 255)]
