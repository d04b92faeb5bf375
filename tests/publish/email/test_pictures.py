"""Pictures are converted to formats that every inbox shows, and scaled to the column."""

from pathlib import Path

import pytest
from PIL import ExifTags, Image

from newsroom.publish.email import edition_pictures
from newsroom.publish.email.pictures import EmailPicture, convert_picture, email_path, picture_size
from newsroom.publish.pictures.decode import PictureError
from tests.support.emails import outcome_of
from tests.support.images import file_of, opened, picture, png_of_size
from tests.support.items import newsletter
from tests.support.wordings import Reported


@pytest.mark.parametrize(
    ("path", "email"),
    [
        ("a/elm.jpg", "a/elm.jpg.email.jpg"),
        ("a/elm.JPEG", "a/elm.JPEG.email.jpg"),
        ("a/elm.webp", "a/elm.webp.email.jpg"),
        ("a/elm.png", "a/elm.png.email.png"),
        ("a/elm.GIF", "a/elm.GIF.email.png"),
        ("a.b/elm.old.png", "a.b/elm.old.png.email.png"),
        ("a/elm.SVG", "a/elm.SVG.email.png"),
    ],
)
def test_picture_has_an_email_file(path: str, email: str) -> None:
    assert email_path(path) == email


def test_pictures_with_different_endings_have_separate_files() -> None:
    assert len({email_path(f"elm.{ending}") for ending in ("jpg", "jpeg", "png", "gif", "webp")}) == 5


@pytest.mark.parametrize("form", ["PNG", "JPEG", "GIF", "WEBP", "AVIF"])
@pytest.mark.parametrize(("suffix", "made"), [(".jpg", "JPEG"), (".png", "PNG")])
def test_every_format_becomes_jpeg_or_png(form: str, suffix: str, made: str) -> None:
    image = opened(convert_picture(picture(form=form), suffix))
    assert (image.format, image.mode, image.size) == (made, "RGB", (40, 30))
    shown = image.getpixel((20, 15))
    assert isinstance(shown, tuple)
    assert all(abs(one - two) < 8 for one, two in zip(shown, (10, 95, 98), strict=True))


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "CMYK", "I;16"])
def test_every_colour_mode_becomes_rgb(mode: str) -> None:
    form = "JPEG" if mode == "CMYK" else "PNG"
    assert opened(convert_picture(file_of(Image.new(mode, (40, 30)), form), ".png")).mode == "RGB"


@pytest.mark.parametrize(
    ("size", "made"),
    [((1200, 90), (1200, 90)), ((1201, 90), (1200, 90)), ((2400, 1800), (1200, 900)), ((8000, 1), (1200, 1))],
)
def test_wide_picture_is_scaled_down(size: tuple[int, int], made: tuple[int, int]) -> None:
    assert picture_size(convert_picture(picture(*size), ".png")) == made


@pytest.mark.parametrize(
    "data",
    [
        file_of(Image.new("RGBA", (4, 4), "#00000000"), "PNG"),
        file_of(Image.new("LA", (4, 4), (0, 0)), "PNG"),
        file_of(Image.new("P", (4, 4)), "GIF", transparency=0),
        file_of(Image.new("RGB", (4, 4), "#102030"), "PNG", transparency=(16, 32, 48)),
    ],
)
def test_transparent_pixels_become_white(data: bytes) -> None:
    assert opened(convert_picture(data, ".png")).getpixel((1, 1)) == (255, 255, 255)


def test_semi_transparent_pixels_are_mixed_with_white() -> None:
    data = file_of(Image.new("RGBA", (4, 4), (0, 0, 0, 128)), "PNG")
    assert opened(convert_picture(data, ".png")).getpixel((1, 1)) == (127, 127, 127)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_picture_is_rotated_by_its_orientation(orientation: int) -> None:
    image = Image.new("RGB", (40, 20), "#ffffff")
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    made = opened(convert_picture(file_of(image, "JPEG", exif=exif), ".jpg"))
    assert made.size == ((40, 20) if orientation < 5 else (20, 40))


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("suffix", [".jpg", ".png"])
def test_camera_metadata_is_removed(form: str, suffix: str) -> None:
    exif = Image.Exif()
    exif[ExifTags.Base.Make] = "Elm cameras"
    exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitudeRef] = "N"
    data = file_of(Image.new("RGB", (40, 20)), form, exif=exif, comment=b"Elm comment", xmp=b"Elm data")
    made = convert_picture(data, suffix)
    assert b"Elm" in data
    assert b"Elm" not in made
    assert dict(opened(made).getexif()) == {}


def test_colour_profile_is_kept_if_still_valid() -> None:
    options = {"icc_profile": b"of these colours"}
    kept = convert_picture(file_of(Image.new("RGB", (4, 4)), "JPEG", **options), ".jpg")
    printed = convert_picture(file_of(Image.new("CMYK", (4, 4)), "JPEG", **options), ".jpg")
    grey = convert_picture(file_of(Image.new("L", (4, 4)), "PNG", **options), ".png")
    assert opened(kept).info.get("icc_profile") == b"of these colours"
    assert opened(printed).info.get("icc_profile") is None
    assert opened(grey).info.get("icc_profile") is None


def test_same_picture_gives_the_same_bytes() -> None:
    assert convert_picture(picture(300, 200), ".jpg") == convert_picture(picture(300, 200), ".jpg")


UNREADABLE = "is not a JPEG, PNG, WebP, GIF or AVIF picture"
LIKE = f"{UNREADABLE}; it looks like"
LARGE = png_of_size(10_000, 5100)
LIMIT = "and a JPEG can have at most 120 million, every other picture 50 million"


@pytest.mark.parametrize(
    ("data", "what", "fix"),
    [
        (b"", UNREADABLE, "save it again as JPEG or PNG"),
        (b"<svg/>", f"{LIKE} SVG", "save it again as JPEG or PNG"),
        (picture(600, 400, "JPEG")[:700], "is damaged", "save it again as JPEG or PNG"),
        (
            picture(form="AVIF").replace(b"iloc", b"xxxx"),
            UNREADABLE,
            "save it again as JPEG or PNG",
        ),
        (picture(form="AVIF")[:-20] + b"\xff" * 20, "is damaged", "save it again as JPEG or PNG"),
        (
            picture(form="TIFF"),
            f"{LIKE} TIFF",
            "save it again as JPEG or PNG",
        ),
        (
            picture(form="BMP"),
            f"{LIKE} BMP",
            "save it again as JPEG or PNG",
        ),
        (LARGE, f"has 51 million pixels, {LIMIT}", "make it 2400 pixels wide"),
    ],
    ids=[
        "nothing",
        "a drawing",
        "half a JPEG",
        "an AVIF with nothing in it",
        "a broken AVIF",
        "a TIFF",
        "a BMP",
        "a large one",
    ],
)
def test_unreadable_picture_is_reported_with_a_fix(data: bytes, what: str, fix: str) -> None:
    with pytest.raises(PictureError) as raised:
        convert_picture(data, ".png")
    assert (raised.value.what, raised.value.fix) == (what, fix)


@pytest.mark.parametrize(
    ("size", "available", "wanted", "shown"),
    [
        ((40, 30), 544, None, (40, 30)),
        ((1200, 900), 544, None, (544, 408)),
        ((1200, 900), 100, "300", (100, 75)),
        ((1200, 900), 544, "300", (300, 225)),
        ((40, 30), 544, "300", (40, 30)),
        ((1200, 900), 544, "50%", (544, 408)),
        ((1200, 900), 544, "0", (544, 408)),
        ((1200, 1), 544, None, (544, 1)),
    ],
)
def test_displayed_size_is_the_wanted_width_if_available(
    size: tuple[int, int], available: int, wanted: str | None, shown: tuple[int, int]
) -> None:
    assert EmailPicture("https://elm.example/a.png", *size).displayed_size(available, wanted) == shown


def test_second_build_uses_cached_pictures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    edition, pictures = newsletter("## Hello\n\n![An elm](elm.png)"), {"elm.png": picture(1300, 100)}
    first = outcome_of(tmp_path, edition, pictures)

    def make(*_: object) -> bytes:
        raise AssertionError("made again")

    monkeypatch.setattr(edition_pictures, "convert_picture", make)
    (tmp_path / "overrides").unlink()
    assert outcome_of(tmp_path, edition, pictures) == first
    assert first.problems == ()


def test_large_picture_file_is_a_warning(tmp_path: Path, reported: Reported) -> None:
    noise = Image.merge("RGB", [Image.effect_noise((320, 500), 90) for _ in range(3)])
    outcome = outcome_of(tmp_path, newsletter("## Hello\n\n![An elm](elm.png)"), {"elm.png": file_of(noise, "PNG")})
    assert reported(outcome.problems) == ["newsletters/2024-03.md:11 email-picture-large?"]
