"""Pictures are small, upright and in sRGB, have names fit for addresses, and keep nothing that a camera wrote."""

import hashlib
from collections.abc import Callable
from io import BytesIO

import pytest
from PIL import Image, ImageCms
from PIL.JpegImagePlugin import JpegImageFile

from newsroom.importing.pictures import MAX_SIDE, PictureSet, prepare_picture
from newsroom.importing.source import NoteLog
from newsroom.importing.tree import inner_html, parse_body
from tests.support.images import file_of, from_camera, opened, picture, quarters


def photograph(size: tuple[int, int] = (400, 300)) -> Image.Image:
    """A picture of more colours than a drawing has, and always the same."""
    return Image.frombytes("RGB", size, hashlib.shake_128(b"elm").digest(3 * size[0] * size[1]))


def picture_of_letters() -> Image.Image:
    """A scanned page: black on white, with a few greys at the edges."""
    image = Image.new("L", (400, 300), 255)
    image.paste(Image.linear_gradient("L").resize((4, 16)), (100, 100))
    return image


@pytest.mark.parametrize(
    ("make", "ending", "size", "mode"),
    [
        (lambda: from_camera(quarters(2400, 1600), orientation=6), ".jpg", (1280, MAX_SIDE), "RGB"),
        (lambda: picture(300, 4000), ".png", (144, MAX_SIDE), "P"),
        (lambda: file_of(photograph((2400, 600)), "PNG"), ".jpg", (MAX_SIDE, 480), "RGB"),
        (lambda: file_of(photograph(), "WEBP", lossless=True), ".jpg", (400, 300), "RGB"),
        (lambda: file_of(photograph().convert("L"), "PNG"), ".jpg", (400, 300), "RGB"),
        (lambda: file_of(picture_of_letters(), "PNG"), ".png", (400, 300), "P"),
        (lambda: picture(40, 30, "PNG", "RGBA", "#ff000080"), ".png", (40, 30), "RGBA"),
        (lambda: file_of(Image.new("CMYK", (40, 30), (0, 255, 255, 0)), "JPEG"), ".jpg", (40, 30), "RGB"),
    ],
)
def test_picture_is_prepared(make: Callable[[], bytes], ending: str, size: tuple[int, int], mode: str) -> None:
    prepared = prepare_picture(make())
    assert prepared.ending == ending
    image = opened(prepared.data)
    assert (image.size, image.mode, dict(image.getexif())) == (size, mode, {})
    assert not {"exif", "icc_profile", "xmp", "comment", "photoshop"} & image.info.keys()
    assert b"Elm" not in prepared.data
    if isinstance(image, JpegImageFile):
        assert image.info["progressive"]
        assert image.quantization[0][:4] == [4, 3, 2, 4], "quality 88"


def test_sideways_photograph_is_upright() -> None:
    image = opened(prepare_picture(from_camera(quarters(40, 20), orientation=6)).data).convert("RGB")
    assert image.size == (20, 40)
    red, green, blue = image.getpixel((15, 5))  # type: ignore[misc]
    assert red > 200 and green < 60 and blue < 60, "the top left corner is at the top right"


def test_colours_of_another_profile_are_converted() -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    wide = file_of(photograph(), "PNG", icc_profile=profile)
    assert "icc_profile" not in opened(prepare_picture(wide).data).info


def placed(html: str, pictures: dict[str, bytes], taken: frozenset[str] = frozenset()) -> tuple[str, PictureSet]:
    """The HTML with the names of the pictures, and the pictures."""
    body, found = parse_body(html), PictureSet("the-garden", taken, NoteLog())
    found.place(body, pictures)
    return inner_html(body), found


def moving(make: Callable[[str], Image.Image]) -> bytes:
    """A GIF of two frames."""
    return file_of(make("#ff0000"), "GIF", save_all=True, append_images=[make("#0000ff")])


def test_pictures_are_named_in_order_and_equal_ones_are_one_file() -> None:
    html = '<p>A<img src="b"><img src="a"> and <img src="c"></p>'
    data = {"a": picture(), "b": file_of(photograph(), "JPEG"), "c": picture()}
    written, found = placed(html, data, taken=frozenset({"the-garden-1.png", "the-garden.md"}))
    assert [*found.files] == ["the-garden-2.jpg", "the-garden-3.png"]
    assert written.count("the-garden-3.png") == 2


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"\x01\0\0\0" + bytes(36) + b" EMF", "EMF"),
        (b"\xd7\xcd\xc6\x9a" + bytes(40), "WMF"),
        (b"II*\0" + bytes(40), "TIFF"),
        (b"junk", "not a JPEG"),
        (file_of(Image.new("RGB", (40, 30)), "PNG")[:60], "damaged"),
    ],
)
def test_picture_that_cannot_be_shown_is_left_out_with_a_note(data: bytes, says: str) -> None:
    written, found = placed('<p>Text <img src="a"></p>', {"a": data})
    assert ("<img" in written, [*found.files]) == (False, [])
    assert [says in note.text for note in found.log.notes] == [True], found.log.notes[0].text


def test_moving_picture_keeps_its_first_frame_with_a_note() -> None:
    _, found = placed('<img src="a">', {"a": moving(lambda color: Image.new("RGB", (40, 30), color))})
    (data,) = found.files.values()
    assert opened(data).convert("RGB").getpixel((5, 5)) == (255, 0, 0)
    assert "moves" in found.log.notes[0].text


def test_spacers_and_pictures_of_other_websites_are_left_out() -> None:
    written, found = placed('<img src="a"><img src="https://elm.example/b.png">', {"a": picture(1, 1)})
    assert ("<img" in written, [*found.files]) == (False, [])
    assert [note.text for note in found.log.notes] == [
        "The picture https://elm.example/b.png is on another website. If you may use it, add it by hand."
    ]


@pytest.mark.parametrize(
    ("address", "alt", "kept"),
    [
        ("https://film.example/", "A film", '<a href="https://film.example/">A film</a>'),
        ("https://film.example/", "", '<a href="https://film.example/">https://film.example/</a>'),
        ("https://elm.example/b-large.png", "A tree", ""),
    ],
)
def test_link_of_a_picture_that_is_left_out_stays(address: str, alt: str, kept: str) -> None:
    written, _ = placed(f'<a href="{address}"><img src="https://elm.example/b.png" alt="{alt}"></a>', {})
    assert written == kept


@pytest.mark.parametrize(
    ("alt", "kept"),
    [
        ("Two people plant a tree", "Two people plant a tree"),
        ("IMG_2041.JPG", ""),
        ("C:\\Users\\Ann\\Pictures\\IMG 1.jpg", ""),
        ("https://elm.example/tree.png", ""),
        ("Picture 3", ""),
        ("", ""),
        ("A picture containing tree, outdoor\n\nDescription automatically generated", ""),
        ("A garden. AI-generated content may be incorrect.", ""),
        ("2024", ""),
        *((f"a (1) b.{ending}", "") for ending in ("jpeg", "JPG", "png", "gif", "webp", "tif", "tiff", "bmp", "heic")),
        *((f"a.{ending}", "") for ending in ("svg", "emf", "wmf")),
        *(
            (f"{word}_ 12", "")
            for word in ("img", "dsc", "dscn", "DSCF", "image", "picture", "photo", "graphic", "logo")
        ),
        *((f"{word}-1", "") for word in ("icon", "inline image", "screenshot", "untitled")),
        ("Made, generated by AI, today", ""),
        ("A tree. Description generated by it", ""),
        ("A tree.jpg of ours", "A tree.jpg of ours"),
        ("Image of a tree", "Image of a tree"),
        ("a/b\\c.png", ""),
        ("a.pdf", "a.pdf"),
    ],
)
def test_alternative_text_stays_if_a_person_wrote_it(alt: str, kept: str) -> None:
    body = parse_body('<img src="a">')
    body[0].set("alt", alt)
    PictureSet("x", frozenset(), NoteLog()).place(body, {"a": picture()})
    assert body[0].get("alt") == kept


@pytest.mark.parametrize("source", ["Tŷ – a garden_files/a b.png", "T%C5%B7%20%E2%80%93%20a%20garden_files/a%20b.png"])
def test_picture_is_found_however_its_address_is_encoded(source: str) -> None:
    written = inner_html(parse_body(f'<img src="{source}">'))
    html, found = placed(written, {source: picture()})
    assert html == '<img src="the-garden-1.png" alt="">'
    assert found.names[source] == "the-garden-1.png"


def test_same_picture_gives_same_bytes() -> None:
    data = file_of(photograph(), "PNG")
    assert prepare_picture(data) == prepare_picture(BytesIO(data).getvalue())
