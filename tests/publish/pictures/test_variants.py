"""In which widths a picture is made, and that its files are small and always the same."""

from collections import Counter
from collections.abc import Callable
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageChops

from newsroom.publish.pictures.decode import PictureError
from newsroom.publish.pictures.variants import PictureEncoder, height_for, widths_for
from tests.support.images import opened, quarters


@pytest.mark.parametrize(
    ("width", "height", "widths"),
    [
        (1, 1, (1,)),
        (200, 100, (200,)),
        (320, 100, (320,)),
        (321, 100, (320, 321)),
        (1600, 1000, (320, 640, 960, 1280, 1600)),
        (9500, 6400, (320, 640, 960, 1280, 1920)),
        (1000, 20_000, (320, 640, 819)),
    ],
)
def test_picture_is_made_in_the_usual_widths_and_its_own(width: int, height: int, widths: tuple[int, ...]) -> None:
    assert widths_for(width, height) == widths


@given(width=st.integers(1, 20_000), height=st.integers(1, 20_000))
def test_no_variant_is_wider_than_the_picture_or_higher_than_webp_can_be(width: int, height: int) -> None:
    try:
        widths = widths_for(width, height)
    except PictureError:
        assert height > 16383
        return
    assert list(widths) == sorted(set(widths))
    assert 1 <= widths[0] <= widths[-1] <= width
    assert all(height_for(each, (width, height)) <= 16384 for each in widths)


def test_too_high_picture_is_reported() -> None:
    with pytest.raises(PictureError) as raised:
        widths_for(1, 20_000)
    assert (raised.value.what, raised.value.fix) == (
        "is too high for its width",
        "cut it into pictures of at most 16383 pixels",
    )


@pytest.mark.parametrize("form", ["AVIF", "WEBP", "JPEG", "PNG", "GIF"])
@pytest.mark.parametrize("mode", ["RGB", "RGBA"])
def test_file_has_its_format_and_size_and_the_same_bytes_each_time(form: str, mode: str) -> None:
    image = quarters(400, 200).convert(mode)
    made = PictureEncoder(image).encode((200, 100), form)
    assert (opened(made).format, opened(made).size) == (form, (200, 100))
    encoder = PictureEncoder(image)
    other_files_before = [encoder.encode(size, other) for size in ((400, 200), (200, 100)) for other in ("WEBP", "PNG")]
    assert (encoder.encode((200, 100), form), len(set(other_files_before))) == (made, 4)


def test_picture_is_scaled_once_for_all_formats_of_a_size(monkeypatch: pytest.MonkeyPatch) -> None:
    encoder, counts = PictureEncoder(quarters(400, 200)), Counter[str]()
    for name in ("resize", "getcolors"):
        monkeypatch.setattr(Image.Image, name, counted(getattr(Image.Image, name), counts))
    for form, width in product(("AVIF", "WEBP", "JPEG", "PNG"), (400, 200, 100)):
        encoder.encode((width, width // 2), form)
    assert counts == {"resize": 2, "getcolors": 1}


def counted(function: Callable[..., object], counts: Counter[str]) -> Callable[..., object]:
    """A function that also counts its calls."""

    def call(*args: object, **options: object) -> object:
        counts[function.__name__] += 1
        return function(*args, **options)

    return call


@pytest.mark.parametrize("form", ["AVIF", "WEBP", "PNG", "GIF"])
def test_transparency_is_kept_if_format_supports_it(form: str) -> None:
    shown = opened(PictureEncoder(Image.new("RGBA", (40, 40))).encode((20, 20), form)).convert("RGBA")
    assert shown.getchannel("A").getpixel((10, 10)) == 0


def drawing(width: int, height: int) -> Image.Image:
    """A picture of few colours, with edges in every direction."""
    noise = Image.effect_noise((20, 10), 90).convert("RGB").quantize(40, dither=Image.Dither.NONE).convert("RGB")
    return noise.resize((width, height), Image.Resampling.NEAREST).rotate(9, fillcolor="#ffffff")


def test_drawing_keeps_its_colours_in_a_png_and_few_bytes() -> None:
    image = drawing(800, 400)
    encoder = PictureEncoder(image)
    whole, smaller = opened(encoder.encode((800, 400), "PNG")), opened(encoder.encode((400, 200), "PNG"))
    assert (whole.mode, smaller.mode) == ("P", "P")
    assert ImageChops.difference(whole.convert("RGB"), image).getbbox() is None
    before = {colour for _, colour in image.getcolors() or ()}
    assert {colour for _, colour in smaller.convert("RGB").getcolors() or ()} <= before


def test_photograph_keeps_all_its_colours_in_a_png() -> None:
    image = Image.merge("RGB", [Image.linear_gradient("L").rotate(turn) for turn in (0, 90, 180)])
    made = opened(PictureEncoder(image).encode(image.size, "PNG"))
    assert ImageChops.difference(made, image).getbbox() is None


def test_avif_of_a_drawing_has_a_colour_for_every_pixel() -> None:
    photograph = Image.merge("RGB", [Image.linear_gradient("L").rotate(turn) for turn in (0, 90, 180)])
    encoders = PictureEncoder(drawing(256, 256)), PictureEncoder(photograph)
    assert [halves_colours(encoder.encode((200, 200), "AVIF")) for encoder in encoders] == [0, 3]


def halves_colours(data: bytes) -> int:
    """Whether an AVIF has half as many colours across (2) and down (1): AV1 in ISOBMFF, section 2.3.3."""
    return data[data.index(b"av1C") + 6] >> 2 & 3


def test_transparency_becomes_white_in_jpeg() -> None:
    shown = opened(PictureEncoder(Image.new("RGBA", (40, 40))).encode((20, 20), "JPEG"))
    assert shown.getpixel((10, 10)) == (255, 255, 255)
