"""Pictures made for tests: of any size and format, and as small as they can be."""

from io import BytesIO
from zlib import crc32

from PIL import ExifTags, Image

QUARTERS = ("#ff0000", "#00ff00", "#0000ff", "#ffff00")
"""The colours of :func:`quarters`: top left, top right, bottom left, bottom right."""
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"><path d="M0 0h40v30z" fill="#0a5f62"/></svg>'
"""A drawing."""


def picture(width: int = 40, height: int = 30, form: str = "PNG", mode: str = "RGB", color: str = "#0a5f62") -> bytes:
    """A picture file of one colour."""
    return file_of(Image.new(mode, (width, height), color), form)


def quarters(width: int = 40, height: int = 20) -> Image.Image:
    """A picture whose four quarters have a colour each, so that its orientation can be tested."""
    image = Image.new("RGB", (2, 2))
    for place, color in zip([(0, 0), (1, 0), (0, 1), (1, 1)], QUARTERS, strict=True):
        image.paste(color, (*place, place[0] + 1, place[1] + 1))
    return image.resize((width, height), Image.Resampling.NEAREST)


def from_camera(image: Image.Image, form: str = "JPEG", orientation: int = 1) -> bytes:
    """The file of a picture into which a camera wrote where and how it was taken; all its texts begin with "Elm"."""
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    exif[ExifTags.Base.Make] = "Elm cameras"
    exif.get_ifd(ExifTags.IFD.GPSInfo).update(
        {
            ExifTags.GPS.GPSLatitudeRef: "N",
            ExifTags.GPS.GPSLatitude: (52.0, 3.0, 4.0),
            ExifTags.GPS.GPSAreaInformation: b"Elm Street",
        }
    )
    return file_of(image, form, exif=exif, comment=b"Elm comment", xmp=b"<x:xmpmeta>Elm data</x:xmpmeta>")


def file_of(image: Image.Image, form: str, **options: object) -> bytes:
    """The file of a picture."""
    saved = BytesIO()
    image.save(saved, form, **options)
    return saved.getvalue()


def opened(data: bytes) -> Image.Image:
    """The picture in a file."""
    return Image.open(BytesIO(data))


def png_of_size(width: int, height: int) -> bytes:
    """A PNG that says so of its size, and holds one pixel."""
    small = picture(1, 1, "PNG")
    header = b"IHDR" + width.to_bytes(4) + height.to_bytes(4) + small[24:29]
    return small[:12] + header + crc32(header).to_bytes(4) + small[33:]


def jpeg_of_size(width: int, height: int) -> bytes:
    """A JPEG that says so of its size, and holds one pixel."""
    small = picture(1, 1, "JPEG")
    place = small.index(b"\xff\xc0") + 5
    return small[:place] + height.to_bytes(2) + width.to_bytes(2) + small[place + 4 :]
