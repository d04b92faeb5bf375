"""The HTML of pictures, and that nothing else in a page's HTML changes."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.publish.pictures.markup import Sized, picture_html, without_decorative
from newsroom.publish.pictures.rewrite import ImageTag, Replacement, replace_images
from tests.support.html import parse

TREE = {"src": "../a%20tree.jpg", "alt": "A tree & a bench"}


def test_a_picture_has_a_file_for_every_screen() -> None:
    html = picture_html(TREE, Sized(700, 350, (320, 700)), sizes="(min-width: 60em) 20rem, 100vw", eager=False)
    assert html == (
        '<picture><source type="image/avif" srcset="../a%20tree.jpg.320.avif 320w, ../a%20tree.jpg.700.avif 700w" '
        'sizes="(min-width: 60em) 20rem, 100vw">'
        '<source type="image/webp" srcset="../a%20tree.jpg.320.webp 320w, ../a%20tree.jpg.700.webp 700w" '
        'sizes="(min-width: 60em) 20rem, 100vw">'
        '<img src="../a%20tree.jpg" srcset="../a%20tree.jpg.640.jpg 640w, ../a%20tree.jpg 700w" '
        'sizes="(min-width: 60em) 20rem, 100vw" alt="A tree &amp; a bench" loading="lazy" decoding="async" width="700" '
        'height="350"></picture>'
    )


def test_the_first_picture_is_loaded_at_once() -> None:
    assert picture_html(TREE, Sized(30, 20), sizes="100vw", eager=True) == (
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
def test_a_picture_is_as_large_as_its_author_wants_it(
    given: dict[str, str], width: str, height: str | None, sizes: str
) -> None:
    root = parse(picture_html(TREE | given, Sized(1600, 1000, (320, 1600)), sizes="100vw", eager=False))
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
def test_a_browser_that_knows_no_newer_form_need_not_load_the_largest_file(
    src: str, widths: tuple[int, ...], srcset: str | None
) -> None:
    sized = Sized(widths[-1], 100, widths)
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
def test_a_picture_that_is_said_to_be_decorative_has_no_words(alt: str, shown: str) -> None:
    html = without_decorative(f'<p>decorative <img class="a" alt="{alt}" src="a.png" /></p>')
    image = parse(html).find(".//img")
    assert image is not None
    assert dict(image.items()) == {"class": "a", "alt": shown, "src": "a.png"}
    assert html.startswith("<p>decorative <img ")


def seen_in(html: str) -> list[ImageTag]:
    """The pictures that are found in a piece of HTML."""
    found: list[ImageTag] = []
    assert replace_images(html, found.append) == html
    return found


@pytest.mark.parametrize(
    "html",
    [
        "<!-- <img src=a> -->",
        "<script>'<img src=a>'</script>",
        "<style><img src=a></style>",
        "<textarea><img src=a></textarea>",
        '<a title="<img src=a>">x</a>',
        "<code>&lt;img src=a&gt;</code>",
        "<image src=a>",
        "</img>",
    ],
)
def test_what_is_no_picture_is_left_alone(html: str) -> None:
    assert seen_in(html) == []


@pytest.mark.parametrize(
    ("html", "is_alone"),
    [
        ('<p><img alt="A" src="a"></p>', True),
        ('<p>\n<img alt="A" src="a" />\n</p>', True),
        ('<P><IMG ALT="A" SRC="a"></P>', True),
        ('<p><img alt="A" src="a"> words</p>', False),
        ('<p>words <img alt="A" src="a"></p>', False),
        ('<p class="x"><img alt="A" src="a"></p>', False),
        ('<p><a href="b"><img alt="A" src="a"></a></p>', False),
        ('<li><img alt="A" src="a"></li>', False),
        ('<p><img alt="A" src="a">', False),
        ('<img alt="A" src="a">', False),
    ],
)
def test_a_picture_is_found_with_its_attributes_and_whether_it_stands_alone(html: str, is_alone: bool) -> None:
    assert seen_in(html) == [ImageTag({"alt": "A", "src": "a"}, is_alone)]


_PIECES = (
    *("<p>", "</p>", "<a title='<img src=a>'>", "</a>", "<!--", "-->", "<script>", "</script>", "<", ">", '"', "'"),
    *("words & more", "&lt;img&gt;", "\n", '<img src="b" alt="B">', '<IMG SRC=a alt="<p>" />', "<img src=a>", "ŵ"),
)


@given(st.lists(st.sampled_from(_PIECES), max_size=20).map("".join))
def test_everything_but_the_pictures_stays_byte_for_byte(html: str) -> None:
    found = seen_in(html)
    mark = "\N{BLACK STAR}"
    marked = replace_images(html, lambda _: Replacement(mark))
    assert marked.count(mark) == len(found)
    rest = r"(?:<img\b[^\N{BLACK STAR}]*?>)".join(map(re.escape, marked.split(mark)))
    assert re.fullmatch(rest, html, re.IGNORECASE)


def test_very_long_html_is_no_trouble() -> None:
    for piece in ("<p><img src=a></p>", "<img ", "<!-- ", '<img alt="', "<"):
        html = piece * 20_000
        assert replace_images(html, lambda _: None) == html
