"""The HTML of pictures."""

import pytest

from newsroom.publish.pictures.markup import PictureSize, picture_html
from tests.support.bodies import prepared
from tests.support.html import parse

TREE = {"src": "../a%20tree.jpg", "alt": "A tree & a bench"}


def test_picture_has_a_file_for_every_screen() -> None:
    html = picture_html(TREE, PictureSize(700, 350, (320, 700)), sizes="(min-width: 60em) 20rem, 100vw", eager=False)
    assert html == (
        '<picture><source type="image/avif" srcset="../a%20tree.jpg.320.avif 320w, ../a%20tree.jpg.700.avif 700w" '
        'sizes="(min-width: 60em) 20rem, 100vw">'
        '<source type="image/webp" srcset="../a%20tree.jpg.320.webp 320w, ../a%20tree.jpg.700.webp 700w" '
        'sizes="(min-width: 60em) 20rem, 100vw">'
        '<img src="../a%20tree.jpg" srcset="../a%20tree.jpg.640.jpg 640w, ../a%20tree.jpg 700w" '
        'sizes="(min-width: 60em) 20rem, 100vw" alt="A tree &amp; a bench" loading="lazy" decoding="async" width="700" '
        'height="350"></picture>'
    )


def test_first_picture_is_loaded_at_once() -> None:
    assert picture_html(TREE, PictureSize(30, 20), sizes="100vw", eager=True) == (
        '<img src="../a%20tree.jpg" alt="A tree &amp; a bench" fetchpriority="high" decoding="async" width="30" '
        'height="20">'
    )


@pytest.mark.parametrize(
    ("given", "width", "height", "sizes"),
    [
        ({}, "1600", "1000", "100vw"),
        ({"width": "320"}, "320", "200", "320px"),
        ({"height": "200"}, "320", "200", "100vw"),
        ({"width": "320", "height": "320"}, "320", "320", "320px"),
        ({"width": "3200"}, "3200", "2000", "100vw"),
        ({"width": "50%"}, "50%", None, "100vw"),
    ],
)
def test_picture_has_size_given_by_author(given: dict[str, str], width: str, height: str | None, sizes: str) -> None:
    root = parse(picture_html(TREE | given, PictureSize(1600, 1000, (320, 1600)), sizes="100vw", eager=False))
    image, source = root.find(".//img"), root.find(".//source")
    assert image is not None
    assert source is not None
    assert (image.get("width"), image.get("height"), source.get("sizes")) == (width, height, sizes)


@pytest.mark.parametrize(
    ("src", "widths", "srcset"),
    [
        ("a.PNG", (320, 640, 960, 1280, 1600), "a.PNG.640.png 640w, a.PNG.1280.png 1280w, a.PNG 1600w"),
        ("a.jpeg", (320, 640, 960, 1280), "a.jpeg.640.jpeg 640w, a.jpeg 1280w"),
        ("a.jpg", (320, 640), None),
        ("a.gif", (320, 640, 960), None),
        ("a.webp", (320, 640, 960), None),
        ("a.avif", (320, 640, 960), None),
    ],
)
def test_older_browsers_get_smaller_fallback_files(src: str, widths: tuple[int, ...], srcset: str | None) -> None:
    sized = PictureSize(widths[-1], 100, widths)
    image = parse(picture_html({"src": src, "alt": ""}, sized, sizes="50vw", eager=False)).find(".//img")
    assert image is not None
    assert (image.get("src"), image.get("srcset"), image.get("sizes")) == (src, srcset, "50vw" if srcset else None)


@pytest.mark.parametrize(
    ("alt", "shown"),
    [
        ("decorative", ""),
        (" Decorative ", ""),
        ("A decorative border", "A decorative border"),
        ("", ""),
    ],
)
def test_decorative_picture_has_empty_alternative_text(alt: str, shown: str) -> None:
    html = prepared(f'decorative <img class="a" alt="{alt}" src="a.png" />')
    assert html == f'<p>decorative <img class="a" alt="{shown}" src="a.png"/></p>'
