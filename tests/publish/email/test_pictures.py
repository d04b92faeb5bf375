"""Pictures in a form that every inbox shows, and in the size that the column has."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import ExifTags, Image

from newsroom.publish.email import illustrations
from newsroom.publish.email.pictures import EmailPicture, email_file, email_path, size_of
from newsroom.publish.pictures.decode import PictureError
from tests.support.emails import outcome_of
from tests.support.images import picture, png_of_size
from tests.support.items import newsletter
from tests.support.wordings import Reported


def opened(data: bytes) -> Image.Image:
    """A picture file."""
    return Image.open(BytesIO(data))


def saved(image: Image.Image, form: str, **options: object) -> bytes:
    """The file of a picture."""
    file = BytesIO()
    image.save(file, form, **options)
    return file.getvalue()


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
def test_a_picture_has_a_second_file_beside_it(path: str, email: str) -> None:
    assert email_path(path) == email


def test_pictures_of_one_name_but_for_the_ending_have_a_file_each() -> None:
    assert len({email_path(f"elm.{ending}") for ending in ("jpg", "jpeg", "png", "gif", "webp")}) == 5


@pytest.mark.parametrize("form", ["PNG", "JPEG", "GIF", "WEBP", "AVIF"])
@pytest.mark.parametrize(("suffix", "made"), [(".jpg", "JPEG"), (".png", "PNG")])
def test_every_form_becomes_jpeg_or_png(form: str, suffix: str, made: str) -> None:
    image = opened(email_file(picture(form=form), suffix))
    assert (image.format, image.mode, image.size) == (made, "RGB", (40, 30))
    shown = image.getpixel((20, 15))
    assert isinstance(shown, tuple)
    assert all(abs(one - two) < 8 for one, two in zip(shown, (10, 95, 98), strict=True))


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "CMYK", "I;16"])
def test_every_mode_becomes_plain_colours(mode: str) -> None:
    form = "JPEG" if mode == "CMYK" else "PNG"
    assert opened(email_file(saved(Image.new(mode, (40, 30)), form), ".png")).mode == "RGB"


@pytest.mark.parametrize(
    ("size", "made"),
    [((1200, 90), (1200, 90)), ((1201, 90), (1200, 90)), ((8000, 6000), (1200, 900)), ((8000, 1), (1200, 1))],
)
def test_a_wide_picture_is_made_narrower_in_its_shape(size: tuple[int, int], made: tuple[int, int]) -> None:
    assert size_of(email_file(picture(*size), ".png")) == made


@pytest.mark.parametrize(
    "data",
    [
        saved(Image.new("RGBA", (4, 4), "#00000000"), "PNG"),
        saved(Image.new("LA", (4, 4), (0, 0)), "PNG"),
        saved(Image.new("P", (4, 4)), "GIF", transparency=0),
        saved(Image.new("RGB", (4, 4), "#102030"), "PNG", transparency=(16, 32, 48)),
    ],
)
def test_what_is_see_through_is_white(data: bytes) -> None:
    assert opened(email_file(data, ".png")).getpixel((1, 1)) == (255, 255, 255)


def test_what_is_half_see_through_is_mixed_with_white() -> None:
    data = saved(Image.new("RGBA", (4, 4), (0, 0, 0, 128)), "PNG")
    assert opened(email_file(data, ".png")).getpixel((1, 1)) == (127, 127, 127)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_stands_as_it_was_taken(orientation: int) -> None:
    image = Image.new("RGB", (40, 20), "#ffffff")
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    made = opened(email_file(saved(image, "JPEG", exif=exif), ".jpg"))
    assert made.size == ((40, 20) if orientation < 5 else (20, 40))


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("suffix", [".jpg", ".png"])
def test_what_a_camera_wrote_is_not_passed_on(form: str, suffix: str) -> None:
    exif = Image.Exif()
    exif[ExifTags.Base.Make] = "Elm cameras"
    exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitudeRef] = "N"
    data = saved(Image.new("RGB", (40, 20)), form, exif=exif, comment=b"Elm comment", xmp=b"Elm data")
    made = email_file(data, suffix)
    assert b"Elm" in data
    assert b"Elm" not in made
    assert dict(opened(made).getexif()) == {}


def test_the_profile_of_its_colours_is_kept_where_it_still_holds() -> None:
    options = {"icc_profile": b"of these colours"}
    kept = email_file(saved(Image.new("RGB", (4, 4)), "JPEG", **options), ".jpg")
    printed = email_file(saved(Image.new("CMYK", (4, 4)), "JPEG", **options), ".jpg")
    grey = email_file(saved(Image.new("L", (4, 4)), "PNG", **options), ".png")
    assert opened(kept).info.get("icc_profile") == b"of these colours"
    assert opened(printed).info.get("icc_profile") is None
    assert opened(grey).info.get("icc_profile") is None


def test_the_same_picture_gives_the_same_bytes() -> None:
    assert email_file(picture(300, 200), ".jpg") == email_file(picture(300, 200), ".jpg")


UNREADABLE = "is not a JPEG, PNG, WebP, GIF or AVIF picture"
LIKE = f"{UNREADABLE}, whatever its name says; it looks like"
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
def test_what_is_no_picture_is_told_with_how_to_mend_it(data: bytes, what: str, fix: str) -> None:
    with pytest.raises(PictureError) as raised:
        email_file(data, ".png")
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
def test_a_picture_is_shown_as_wide_as_it_is_wanted_where_there_is_room(
    size: tuple[int, int], available: int, wanted: str | None, shown: tuple[int, int]
) -> None:
    assert EmailPicture("https://elm.example/a.png", *size).shown(available, wanted) == shown


def test_a_second_build_makes_no_picture_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    edition, pictures = newsletter("## Hello\n\n![An elm](elm.png)"), {"elm.png": picture(1300, 100)}
    first = outcome_of(tmp_path, edition, pictures)

    def make(*_: object) -> bytes:
        raise AssertionError("made again")

    monkeypatch.setattr(illustrations, "email_file", make)
    (tmp_path / "overrides").unlink()
    assert outcome_of(tmp_path, edition, pictures) == first
    assert first.problems == ()


def test_a_heavy_picture_is_warned_of(tmp_path: Path, reported: Reported) -> None:
    noise = Image.effect_noise((1100, 1100), 90).convert("RGB")
    outcome = outcome_of(tmp_path, newsletter("## Hello\n\n![An elm](elm.png)"), {"elm.png": saved(noise, "PNG")})
    assert reported(outcome.problems) == ["newsletters/2024-03.md:11 email-picture-large?"]
