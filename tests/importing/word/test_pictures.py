"""Pictures: only what Word shows of them, upright, in a format that browsers show, each once."""

import struct
from io import BytesIO

import pytest
from PIL import Image

from newsroom.importing.source import SourceDocument
from newsroom.importing.word import read_docx
from tests.support.word import docx, halves, par, picture

_RED, _BLUE = (255, 0, 0), (0, 0, 255)


def _read(content: str, *media: tuple[str, bytes], links: dict[str, str] | None = None) -> SourceDocument:
    return read_docx(docx(par("Text") + par(content), media=dict(media), links=links))


def _colours(found: SourceDocument) -> list[tuple[int, ...]]:
    """The colours at the top left, top right and bottom left of the only picture."""
    (data,) = found.pictures.values()
    with Image.open(BytesIO(data)) as image:
        pixels = image.convert("RGB")
    corners = ((0, 0), (pixels.width - 1, 0), (0, pixels.height - 1))
    colours = [pixels.getpixel(corner) for corner in corners]
    return [colour for colour in colours if isinstance(colour, tuple)]


def _texts(found: SourceDocument) -> list[str]:
    return [note.text for note in found.notes]


@pytest.mark.parametrize(
    ("content", "size", "colours"),
    [
        pytest.param(picture("pic1"), (40, 20), [_RED, _BLUE, _RED], id="whole"),
        pytest.param(picture("pic1", crop='l="50000"'), (20, 20), [_BLUE] * 3, id="left half cut off"),
        pytest.param(picture("pic1", crop='r="50%"'), (20, 20), [_RED] * 3, id="as a per cent"),
        pytest.param(picture("pic1", crop='l="-10000" b="50000"'), (40, 10), [_RED, _BLUE, _RED], id="more than all"),
        pytest.param(picture("pic1", frame='rot="5400000"'), (20, 40), [_RED, _RED, _BLUE], id="turned"),
        pytest.param(
            picture("pic1", crop='r="50000"', frame='rot="5400000"'), (20, 20), [_RED] * 3, id="cut, then turned"
        ),
        pytest.param(picture("pic1", frame='flipH="1"'), (40, 20), [_BLUE, _RED, _BLUE], id="mirrored"),
        pytest.param(
            picture("pic1").replace("<a:srcRect />", '<a:stretch><a:fillRect l="-100000"/></a:stretch>'),
            (20, 20),
            [_BLUE] * 3,
            id="larger than its frame",
        ),
        pytest.param(
            '<w:r><w:pict><v:shape><v:imagedata r:id="pic1" cropright="32768f"/></v:shape></w:pict></w:r>',
            (20, 20),
            [_RED] * 3,
            id="old drawing, cut",
        ),
        pytest.param(
            '<w:r><w:pict><v:shape style="a:b;rotation:90"><v:imagedata r:id="pic1" cropright=".5"/></v:shape></w:pict>'
            "</w:r>",
            (20, 20),
            [_RED] * 3,
            id="old drawing, cut and turned",
        ),
        pytest.param(
            '<w:r><w:drawing><wp:anchor><wps:wsp><wps:spPr><a:blipFill><a:blip r:embed="pic1"/><a:srcRect l="50000"/>'
            "</a:blipFill></wps:spPr></wps:wsp></wp:anchor></w:drawing></w:r>",
            (20, 20),
            [_BLUE] * 3,
            id="filling of a shape",
        ),
    ],
)
def test_only_what_word_shows(content: str, size: tuple[int, int], colours: list[tuple[int, ...]]) -> None:
    found = _read(content, ("a.png", halves()))
    with Image.open(BytesIO(found.pictures["picture-1.png"])) as image:
        assert image.size == size
    assert _colours(found) == colours


def test_cut_pictures_have_no_metadata_and_no_preview() -> None:
    exif = Image.Exif()
    exif[0x010E] = "PLANTED"
    found = _read(picture("pic1", crop='l="50000"'), ("a.jpg", halves("JPEG", exif=exif)))
    assert b"PLANTED" not in found.pictures["picture-1.jpg"]


def test_a_cut_picture_that_its_camera_turned_is_left_out() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    found = _read(picture("pic1", crop='l="50000"'), ("a.jpg", halves("JPEG", exif=exif)))
    assert not found.pictures
    assert "programs differ in which part of it they show" in _texts(found)[0]


@pytest.mark.parametrize("image_format", ["BMP", "TIFF"])
def test_formats_that_browsers_do_not_show_become_png(image_format: str) -> None:
    found = _read(picture("pic1"), ("a.x", halves(image_format)))
    assert _colours(found) == [_RED, _BLUE, _RED]
    assert list(found.pictures) == ["picture-1.png"]


@pytest.mark.parametrize("image_format", ["PNG", "JPEG", "GIF", "WEBP"])
def test_formats_that_browsers_show_stay_as_they_are(image_format: str) -> None:
    data = halves(image_format)
    assert list(_read(picture("pic1"), ("a.x", data)).pictures.values()) == [data]


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("chart.emf", b"\x01\0\0\0" + b"\0" * 36 + b" EMF", "is in the format EMF"),
        ("chart.wmf", b"\xd7\xcd\xc6\x9a" + b"\0" * 40, "is in the format WMF"),
        ("chart.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "is in the format SVG"),
        ("photo.wdp", b"II\xbc\x01" + b"\0" * 40, "is damaged or in another format"),
        ("photo.png", halves()[:60], "is damaged or in another format"),
        ("bomb.png", halves()[:16] + struct.pack(">II", 60_000, 60_000) + halves()[24:], "is damaged"),
    ],
)
def test_pictures_that_cannot_be_shown_are_named(name: str, data: bytes, why: str) -> None:
    found = _read(picture("pic1"), (name, data))
    assert not found.pictures
    assert "<img" not in found.html
    assert _texts(found)[0].startswith(f"The picture {name} is left out, because it {why}")


def test_linked_pictures_are_named_without_their_folder() -> None:
    content = picture("pic9").replace("r:embed", "r:link")
    found = _read(content, links={"pic9": "file:///C:/Users/Ann/beds.jpg"})
    assert _texts(found) == ["The picture beds.jpg is only linked, not in the Word file: add it by hand."]


def test_a_missing_picture_is_named() -> None:
    body = par("Text") + par(picture("pic1"))
    data = docx(body, media={"a.png": halves()}).replace(b"word/media/a.png", b"word/media/b.png")
    assert _texts(read_docx(data)) == ["The picture a.png is missing in the Word file: add it by hand."]


def test_a_picture_that_is_used_twice_is_stored_once() -> None:
    found = _read(picture("pic1", "One") + picture("pic2", "Two"), ("a.png", halves()), ("b.png", halves()))
    assert list(found.pictures) == ["picture-1.png"]
    assert found.html.endswith('<p><img src="picture-1.png" alt="One"><img src="picture-1.png" alt="Two"></p>')


@pytest.mark.parametrize(
    ("content", "html"),
    [
        (picture("pic1", "Two beds"), '<img src="picture-1.png" alt="Two beds">'),
        (picture("pic1", "A bed. AI-generated content may be incorrect."), '<img src="picture-1.png" alt="">'),
        (picture("pic1", "Bed&#10;&#10;Description automatically generated"), '<img src="picture-1.png" alt="">'),
        (
            picture("pic1", "Frame", extra='<adec:decorative val="1"/>'),
            '<img src="picture-1.png" role="presentation" alt="">',
        ),
        (
            picture("pic1", "Beds", extra='<a:hlinkClick r:id="web"/>'),
            '<a href="https://example.org/"><img src="picture-1.png" alt="Beds"></a>',
        ),
    ],
)
def test_alternative_texts_and_links(content: str, html: str) -> None:
    found = _read(content, ("a.png", halves()), links={"web": "https://example.org/"})
    assert found.html == f"<p>Text</p>\n<p>{html}</p>"


def test_a_picture_in_a_shape_is_to_be_checked() -> None:
    content = picture("pic1").replace("</pic:spPr>", '<a:prstGeom prst="ellipse"/></pic:spPr>')
    assert _texts(_read(content, ("a.png", halves()))) == [
        "The picture a.png has a shape in Word, but is a rectangle here: check what its corners show."
    ]


@pytest.mark.parametrize("allowed", [800, 799])
def test_a_picture_with_too_many_pixels_is_named(monkeypatch: pytest.MonkeyPatch, allowed: int) -> None:
    monkeypatch.setattr("newsroom.importing.word.pictures._MAX_PIXELS", allowed)
    found = _read(picture("pic1"), ("a.png", halves()))
    assert len(found.pictures) == allowed - 799
    assert _texts(found) == [
        "The picture a.png is left out, because it has too many pixels: add a smaller one by hand."
    ] * (800 - allowed)


@pytest.mark.parametrize(("mode", "shown"), [("CMYK", "RGB"), ("L", "L"), ("LA", "RGBA"), ("P", "P"), ("1", "1")])
def test_cut_pictures_keep_their_colours(mode: str, shown: str) -> None:
    file = BytesIO()
    Image.new(mode, (40, 20)).save(file, "TIFF" if mode == "CMYK" else "PNG")
    (data,) = _read(picture("pic1", crop='l="50000"'), ("a.x", file.getvalue())).pictures.values()
    with Image.open(BytesIO(data)) as image:
        assert (image.format, image.mode, image.size) == ("PNG", shown, (20, 20))


@pytest.mark.parametrize(
    ("image_format", "written"), [("JPEG", "JPEG"), ("WEBP", "WEBP"), ("GIF", "PNG"), ("BMP", "PNG")]
)
def test_cut_pictures_have_a_format_that_browsers_show(image_format: str, written: str) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    options = {"exif": exif} if image_format == "JPEG" else {}
    content = picture("pic1", crop='l="50000"', frame='rot="5400000"')
    (data,) = _read(content, ("a.x", halves(image_format, **options))).pictures.values()
    with Image.open(BytesIO(data)) as image:
        assert (image.format, image.size, dict(image.getexif())) == (written, (20, 20), {})
