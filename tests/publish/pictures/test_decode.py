"""Picture files of every kind become upright pictures in the colours of every screen, or are refused with a reason."""

from io import BytesIO

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PIL import Image, ImageCms

from newsroom.publish.pictures.decode import PictureError, decode, read_header
from tests.support.images import QUARTERS, file_of, from_camera, jpeg_of_size, opened, picture, png_of_size, quarters

PLACES = ((5, 5), (-5, 5), (5, -5), (-5, -5))
"""Well inside the four quarters of a picture: from the left and the top, or from the right and the bottom."""


def near(one: object, other: object) -> bool:
    """Whether two colours look the same, whatever compression did to them."""
    assert isinstance(one, tuple)
    assert isinstance(other, tuple)
    return all(abs(a - b) < 12 for a, b in zip(one[:3], other[:3], strict=True))


def color(name: str) -> tuple[int, ...]:
    """A colour's red, green and blue."""
    return tuple(bytes.fromhex(name.removeprefix("#")))


def corner(image: Image.Image, place: tuple[int, int]) -> object:
    """The colour of one quarter."""
    x, y = place
    return image.getpixel((x % image.width, y % image.height))


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_picture_is_turned_upright(form: str, orientation: int) -> None:
    turned = {
        1: lambda image: image,
        2: lambda image: image.transpose(Image.Transpose.FLIP_LEFT_RIGHT),
        3: lambda image: image.rotate(180),
        4: lambda image: image.transpose(Image.Transpose.FLIP_TOP_BOTTOM),
        5: lambda image: image.transpose(Image.Transpose.TRANSPOSE),
        6: lambda image: image.rotate(90, expand=True),
        7: lambda image: image.transpose(Image.Transpose.TRANSVERSE),
        8: lambda image: image.rotate(-90, expand=True),
    }[orientation](quarters())
    data = from_camera(turned, form, orientation)
    shown, header = decode(data, 1920), read_header(BytesIO(data))
    assert shown.size == (header.width, header.height) == (40, 20)
    for place, name in zip(PLACES, QUARTERS, strict=True):
        assert near(corner(shown, place), color(name))


@pytest.mark.parametrize("orientation", [1, 6])
def test_large_photograph_is_as_wide_as_it_is_needed(orientation: int) -> None:
    taken = quarters(4000, 2400) if orientation == 1 else quarters(4000, 2400).rotate(90, expand=True)
    data = from_camera(taken, "JPEG", orientation)
    shown = decode(data, 960)
    assert shown.size == (960, 576)
    assert [near(corner(shown, place), color(name)) for place, name in zip(PLACES, QUARTERS, strict=True)] == [True] * 4


def test_photograph_of_sixty_megapixels_is_accepted() -> None:
    data = picture(9500, 6400, "JPEG")
    assert decode(data, 1920).size == (1920, 1293)


def test_photograph_of_108_megapixels_is_accepted() -> None:
    """As many as the cameras of phones have; its plain colours make it small here."""
    data = picture(12_000, 9000, "JPEG")
    header = read_header(BytesIO(data))
    assert (header.width, header.height, decode(data, 1920).size) == (12_000, 9000, (1920, 1440))


def test_first_view_of_photograph_is_shown() -> None:
    """As iPhones, Nikon and Sony save them: MPO, which Pillow takes for an animation (CIPA DC-007)."""
    views = [Image.new("RGB", (80, 60), name) for name in QUARTERS]
    data = file_of(views[0], "MPO", save_all=True, append_images=views[1:])
    assert opened(data).format == "MPO"
    assert not read_header(BytesIO(data)).is_animated
    assert near(decode(data, 40).getpixel((5, 5)), color(QUARTERS[0]))


@pytest.mark.parametrize("form", ["BMP", "DDS", "EPS", "ICNS", "ICO", "JPEG2000", "PCX", "PPM", "TGA", "TIFF"])
def test_picture_of_any_other_format_is_not_decoded(form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Some of Pillow's readers start programs: an EPS is run by Ghostscript."""
    data = file_of(Image.new("RGB", (64, 64)), form)
    monkeypatch.setattr("subprocess.check_call", None)
    with pytest.raises(PictureError) as raised:
        decode(data, 1920)
    assert raised.value.what.startswith(UNREADABLE[0])


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "CMYK", "I;16"])
def test_every_mode_becomes_plain_colours(mode: str) -> None:
    shades = Image.new("L", (40, 20), 255)
    shades.paste(0, (0, 0, 20, 20))
    image = Image.new("I;16", (40, 20)) if mode == "I;16" else shades.convert("RGB").convert(mode)
    if mode == "I;16":
        image.putdata([65535 * (pixel > 0) for pixel in shades.tobytes()])
    form = "JPEG" if mode == "CMYK" else "PNG"
    shown = decode(file_of(image, form), 1920)
    assert shown.mode == "RGB"
    assert near(shown.getpixel((5, 5)), (0, 0, 0))
    assert near(shown.getpixel((35, 15)), (255, 255, 255))


def test_sixteen_bits_of_grey_keep_their_shades() -> None:
    image = Image.new("I;16", (3, 1))
    image.putdata([0, 128 * 257, 65535])
    shown = decode(file_of(image, "PNG"), 1920)
    assert [shown.getpixel((x, 0)) for x in range(3)] == [(0,) * 3, (128,) * 3, (255,) * 3]


def test_transparency_is_kept() -> None:
    shown = decode(file_of(Image.new("RGBA", (4, 4), (10, 20, 30, 128)), "PNG"), 1920)
    assert (shown.mode, shown.getpixel((1, 1))) == ("RGBA", (10, 20, 30, 128))
    drawn = decode(file_of(Image.new("P", (4, 4)), "PNG", transparency=0), 1920)
    assert drawn.mode == "RGBA"


def test_picture_of_one_pixel_is_decoded() -> None:
    assert decode(picture(1, 1), 1920).size == (1, 1)


def test_picture_without_its_palette_is_damaged() -> None:
    data = file_of(Image.new("P", (4, 4)), "PNG")
    start, end = data.index(b"PLTE") - 4, data.index(b"IDAT") - 4
    with pytest.raises(PictureError) as raised:
        decode(data[:start] + data[end:], 1920)
    assert raised.value.code == "picture-damaged"


def test_first_frame_is_shown_and_the_header_reports_an_animation() -> None:
    frames = [Image.new("RGB", (8, 8), name) for name in QUARTERS]
    data = file_of(frames[0], "GIF", save_all=True, append_images=frames[1:])
    assert read_header(BytesIO(data)).is_animated
    assert near(decode(data, 1920).getpixel((1, 1)), color(QUARTERS[0]))
    assert not read_header(BytesIO(picture(form="GIF"))).is_animated


def test_colours_of_another_profile_become_those_of_every_screen() -> None:
    """The same numbers mean lighter colours where the profile is one of linear light."""
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    image = Image.new("RGB", (4, 4), (120, 60, 30))
    assert near(decode(file_of(image, "PNG", icc_profile=srgb), 1920).getpixel((0, 0)), (120, 60, 30))
    linear = with_linear_curves(srgb)
    assert near(decode(file_of(image, "PNG", icc_profile=linear), 1920).getpixel((0, 0)), (182, 132, 95))


def with_linear_curves(profile: bytes) -> bytes:
    """An RGB profile (ICC.1, 7.2) whose tone curves are straight lines, which an empty `curv` is."""
    count = int.from_bytes(profile[128:132])
    tags = {profile[start : start + 4]: start for start in range(132, 132 + 12 * count, 12)}
    changed = bytearray(profile)
    for name in (b"rTRC", b"gTRC", b"bTRC"):
        place = int.from_bytes(profile[tags[name] + 4 : tags[name] + 8])
        changed[place : place + 12] = b"curv" + bytes(8)
        changed[tags[name] + 8 : tags[name] + 12] = (12).to_bytes(4)
    return bytes(changed)


@pytest.mark.parametrize("form", ["JPEG", "PNG"])
@pytest.mark.parametrize("mode", ["L", "RGB"])
def test_invalid_colour_profile_is_ignored(form: str, mode: str) -> None:
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    for profile in (b"no profile", lab):
        data = file_of(Image.new(mode, (4, 4), "#808080"), form, icc_profile=profile)
        assert near(decode(data, 1920).getpixel((0, 0)), (128, 128, 128))


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_metadata_is_removed(form: str) -> None:
    data = from_camera(quarters(), form)
    assert b"Elm" in data
    shown = decode(data, 1920)
    assert shown.info == {}
    assert dict(shown.getexif()) == {}


UNREADABLE = ("is not a JPEG, PNG, WebP, GIF or AVIF picture", "save it again as JPEG or PNG")
DRAWING = (f"{UNREADABLE[0]}; it looks like SVG", UNREADABLE[1])
LIMIT = "and a JPEG can have at most 120 million, every other picture 50 million"
DAMAGED = ("is damaged", "save it again as JPEG or PNG")


@pytest.mark.parametrize(
    ("data", "what_and_fix"),
    [
        (b"", UNREADABLE),
        (b"<svg/>", DRAWING),
        (picture(600, 400, "JPEG")[:700], DAMAGED),
        (file_of(Image.effect_noise((60, 40), 90), "PNG")[:700], DAMAGED),
        (picture(form="AVIF")[:-20] + b"\xff" * 20, DAMAGED),
        (png_of_size(20_000, 10_000), (f"has more than 120 million pixels, {LIMIT}", "make it 2400 pixels wide")),
        (png_of_size(10_000, 5100), (f"has 51 million pixels, {LIMIT}", "make it 2400 pixels wide")),
        (jpeg_of_size(13_000, 10_000), (f"has 130 million pixels, {LIMIT}", "make it 2400 pixels wide")),
    ],
    ids=[
        "nothing",
        "a drawing",
        "half a JPEG",
        "half a PNG",
        "a broken AVIF",
        "an enormous PNG",
        "a large PNG",
        "a large JPEG",
    ],
)
def test_invalid_picture_is_reported_with_fix(data: bytes, what_and_fix: tuple[str, str]) -> None:
    with pytest.raises(PictureError) as raised:
        decode(data, 1920)
    assert (raised.value.what, raised.value.fix) == what_and_fix


@pytest.mark.parametrize(
    ("start", "name"),
    [
        *((b"\0\0\0\n" + brand, "HEIC, as iPhones save pictures") for brand in (b"ftypheic", b"ftyphevc", b"ftypmif1")),
        (b"\0\0\0\x18ftypmsf1", "HEIC, as iPhones save pictures"),
        *((start, "TIFF") for start in (b"II*\0", b"MM\0*")),
        (b"\x01\0\0\0" + b"\n" * 36 + b" EMF", "EMF, a drawing from Office"),
        (b"\xd7\xcd\xc6\x9a", "WMF, a drawing from Office"),
        *((start, "EPS") for start in (b"%!PS", b"\xc5\xd0\xd3\xc6")),
        *((start, "SVG") for start in (b"\n<svg", b'\n<?xml version="1.0"?>\n<!-- A -->\n<svg')),
        *((start, "a web page") for start in (b"\n<html", b"<?xml" + b" " * 501 + b"<svg")),
        (b"BM", "BMP"),
        (b"%PDF", "PDF"),
        *((start, "an icon (ICO)") for start in (b"\0\0\1\0", b"\0\0\2\0")),
        (b"\0\0\0\x0cjP", "JPEG 2000"),
        (b"version https://git-lfs", "a pointer to a file that Git keeps elsewhere"),
        *((start, "") for start in (b"\0\0\3\0", b"a BM", b"ftypheic", b" " * 1000 + b"<svg")),
    ],
)
def test_file_that_is_not_a_picture_is_called_by_its_kind(start: bytes, name: str) -> None:
    with pytest.raises(PictureError) as raised:
        read_header(BytesIO(start))
    assert raised.value.what == UNREADABLE[0] + (f"; it looks like {name}" if name else "")


WHOLE = {form: from_camera(quarters(), form) for form in ("JPEG", "PNG", "WEBP", "AVIF", "GIF")}


@given(
    form=st.sampled_from(sorted(WHOLE)),
    changes=st.lists(st.tuples(st.integers(0, 600), st.integers(0, 255)), max_size=8),
    length=st.integers(0, 4000),
)
@example(form="WEBP", changes=[(252, 1)], length=400)  # an orientation that does not exist
def test_any_file_is_decoded_or_reported(form: str, changes: list[tuple[int, int]], length: int) -> None:
    data = bytearray(WHOLE[form][:length])
    for place, value in changes:
        if place < len(data):
            data[place] = value
    try:
        header = read_header(BytesIO(data))
        shown = decode(bytes(data), 64)
    except PictureError:
        return
    assert shown.mode in ("RGB", "RGBA")
    assert shown.width == min(header.width, 64)


def test_test_pictures_are_as_described() -> None:
    assert opened(WHOLE["JPEG"]).getexif().get_ifd(0x8825)
