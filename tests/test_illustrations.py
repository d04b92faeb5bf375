"""The drawing script draws the same valid pictures each time; which of them a network uses is its own affair."""

import pytest
from lxml import etree
from PIL import Image

from illustrations import DRAWINGS
from illustrations.canvas import Canvas
from illustrations.files import ICONS, ILLUSTRATIONS, write_icons, write_illustrations
from illustrations.shapes import box

SCALE = 0.25
"""Of a drawing's full size, to save time."""


@pytest.mark.parametrize("name", DRAWINGS)
def test_a_drawing_has_its_size_and_is_the_same_each_time(name: str) -> None:
    drawing = DRAWINGS[name]
    first, second = drawing.made(SCALE), drawing.made(SCALE)
    assert first.size == (round(drawing.width * SCALE), round(drawing.height * SCALE))
    assert first.tobytes() == second.tobytes()
    colours = first.convert("RGB").getcolors(first.width * first.height) or []
    assert len(colours) > 3, "the drawing shows nothing"


def test_files_are_the_same_bytes_each_time_and_can_be_read(tmp_path_factory: pytest.TempPathFactory) -> None:
    first, second = tmp_path_factory.mktemp("first"), tmp_path_factory.mktemp("second")
    for root in (first, second):
        write_illustrations(root, ["door-ajar"])
        write_icons(root)
    files = [file.relative_to(first) for file in sorted(first.rglob("*")) if file.is_file()]
    assert [(first / file).read_bytes() for file in files] == [(second / file).read_bytes() for file in files]
    sizes = {}
    for file in files:
        if file.suffix == ".svg":
            assert etree.parse(first / file).getroot().tag == "{http://www.w3.org/2000/svg}svg"
        else:
            with Image.open(first / file) as picture:
                picture.load()
                sizes[file.as_posix()] = (picture.format, picture.size)
    drawing = DRAWINGS["door-ajar"]
    assert sizes == {
        f"{ILLUSTRATIONS}/door-ajar.png": ("PNG", (drawing.width, drawing.height)),
        f"{ICONS}/favicon.png": ("PNG", (48, 48)),
        f"{ICONS}/apple-touch-icon.png": ("PNG", (180, 180)),
    }
    assert len(files) == len(sizes) + 2


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
