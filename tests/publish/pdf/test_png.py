"""Pictures in PNG that a PDF has as they are: their pixels, and which ones WeasyPrint must read itself."""

from io import BytesIO

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo
from pypdf import PdfReader

from newsroom.publish.pdf.png import png_picture
from newsroom.publish.pdf.render import PdfMaker

_SIZE = (37, 23)
_PAGE = '<html lang=en><title>A</title><img alt="A" src="picture:/a%20b.png">'


def drawing() -> Image.Image:
    """A picture with another colour in each pixel."""
    pixels = [(x * 6, y * 11, x * y % 256) for y in range(_SIZE[1]) for x in range(_SIZE[0])]
    picture = Image.new("RGB", _SIZE)
    picture.putdata(pixels)
    return picture


def encoded(picture: Image.Image, **options: object) -> bytes:
    """A picture's file."""
    file = BytesIO()
    picture.save(file, **{"format": "PNG", **options})  # type: ignore[arg-type]
    return file.getvalue()


@pytest.mark.parametrize(
    "picture",
    [drawing(), drawing().quantize(200), drawing().convert("L")],
    ids=["colours", "palette", "grey"],
)
def test_pdf_has_the_pixels_of_the_file(picture: Image.Image) -> None:
    data = encoded(picture)
    assert png_picture(data)
    _, content = PdfMaker("").make(_PAGE, {"a b.png": lambda: data})
    (found,) = PdfReader(BytesIO(content)).pages[0].images
    assert found.image is not None
    assert found.image.convert("RGB").tobytes() == picture.convert("RGB").tobytes()
    assert found.indirect_reference is not None
    stream = found.indirect_reference.get_object()
    assert stream._data in data  # type: ignore[union-attr]


def with_text() -> bytes:
    """A PNG with metadata."""
    about = PngInfo()
    about.add_text("Author", "Ada")
    return encoded(drawing(), pnginfo=about)


@pytest.mark.parametrize(
    "data",
    [
        encoded(drawing(), format="JPEG"),
        encoded(drawing().convert("RGBA")),
        encoded(drawing().convert("LA")),
        encoded(drawing().quantize(9), transparency=0),
        encoded(Image.new("I;16", _SIZE)),
        encoded(drawing().quantize(11)),
        with_text(),
    ],
    ids=["photograph", "transparent", "transparent grey", "transparent palette", "16 bits", "4 bits", "metadata"],
)
def test_other_files_are_left_to_weasyprint(data: bytes) -> None:
    assert png_picture(data) is None
    _, content = PdfMaker("").make(_PAGE, {"a b.png": lambda: data})
    assert len(PdfReader(BytesIO(content)).pages[0].images) == 1
