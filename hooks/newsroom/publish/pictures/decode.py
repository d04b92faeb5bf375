"""Decodes picture files safely: returns an upright picture, or raises PictureError with the reason."""

import re
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from typing import BinaryIO

from PIL import ExifTags, Image, ImageCms, ImageOps
from PIL.JpegImagePlugin import JpegImageFile

from newsroom.read.media.picture_metadata import PILLOW_ERRORS, PILLOW_FORMATS

RECOMMENDED_WIDTH = 2400
"""The width in pixels that errors recommend for pictures that are too large to be opened."""
MAX_MEGAPIXELS = 50
MAX_JPEG_MEGAPIXELS = 120
"""A JPEG is reduced while it is decoded; all other pictures are decoded in full. Both take less than 1 GB of memory."""
_MOVING_FORMATS = frozenset({"PNG", "WEBP", "GIF", "AVIF"})
"""In a JPEG, further pictures are other views of the same picture: depth, HDR, a preview (MPO, CIPA DC-007)."""
_SIGNATURES = (
    (re.compile(rb"....ftyp(?:hei|hev|mif1|msf1)", re.DOTALL), "HEIC, as iPhones save pictures"),
    (re.compile(rb"II\*\0|MM\0\*"), "TIFF"),
    (re.compile(rb"\x01\0\0\0.{36} EMF", re.DOTALL), "EMF, a drawing from Office"),
    (re.compile(rb"\xd7\xcd\xc6\x9a"), "WMF, a drawing from Office"),
    (re.compile(rb"%!PS|\xc5\xd0\xd3\xc6"), "EPS"),
    (re.compile(rb"\s*(?:<\?xml.{0,500}?)?<svg", re.DOTALL), "SVG"),
    (re.compile(rb"\s*<"), "a web page"),
    (re.compile(rb"BM"), "BMP"),
    (re.compile(rb"%PDF"), "PDF"),
    (re.compile(rb"\0\0[\1\2]\0"), "an icon (ICO)"),
    (re.compile(rb"\0\0\0\x0cjP"), "JPEG 2000"),
    (re.compile(rb"version https://git-lfs"), "a pointer to a file that Git keeps elsewhere"),
)
"""The first bytes of files that often have a wrong ending: "BM" for BMP, for example, but not "\\x89PNG"."""
_UNREADABLE = "is not a JPEG, PNG, WebP, GIF or AVIF picture"
_SAVE_AGAIN = "save it again as JPEG or PNG"
_FIRST_SIDEWAYS = 5
"""From this EXIF orientation on, width and height are exchanged (CIPA DC-008, section 4.6.5)."""
_ORIENTATIONS = range(1, 9)
_MODES_BY_COLOUR_SPACE: Mapping[str, str] = {"GRAY": "L", "RGB ": "RGB", "CMYK": "CMYK"}


class PictureError(Exception):
    """A file is not a picture that can be shown. ``code``, ``what`` and ``fix`` are those of a ``Problem``."""

    def __init__(self, code: str, what: str, fix: str) -> None:
        super().__init__(what)
        self.code = code
        self.what = what
        self.fix = fix


@dataclass(frozen=True)
class Header:
    """The facts in a picture file's header: its size in pixels, upright, and whether it is animated."""

    width: int
    height: int
    is_animated: bool


def read_header(file: BinaryIO) -> Header:
    """Return the header of a picture file. Raises PictureError."""
    with open_picture(file) as image, _picture_errors():
        width, height = image.size
        if _orientation(image) >= _FIRST_SIDEWAYS:
            width, height = height, width
        is_animated = image.format in _MOVING_FORMATS and getattr(image, "is_animated", False)
        return Header(width, height, is_animated=is_animated)


def decode(data: bytes, max_width: int) -> Image.Image:
    """Return the picture in a file: upright, in sRGB, without metadata.

    The mode is RGBA if the picture has transparency, else RGB. Of several pictures the first is returned.

    Args:
        max_width: A wider picture is reduced to this width in pixels.

    Raises:
        PictureError: The file is not a picture that can be shown.
    """
    with open_picture(data) as image:
        reduce_while_decoding(image, max_width)
        profile = image.info.get("icc_profile")
        upright_image = upright(image)
        with _picture_errors():
            image_in_plain_mode = _convert_to_plain_mode(upright_image)
    if image_in_plain_mode.width > max_width:
        height = max(1, round(image_in_plain_mode.height * max_width / image_in_plain_mode.width))
        image_in_plain_mode = image_in_plain_mode.resize((max_width, height), Image.Resampling.LANCZOS, reducing_gap=3)
    srgb_image = _convert_to_srgb(image_in_plain_mode, profile if isinstance(profile, bytes) else b"")
    srgb_image.info.clear()
    return srgb_image


def open_picture(source: bytes | BinaryIO) -> Image.Image:
    """Open a picture file and read its header. Raises PictureError for other formats and for too many pixels."""
    file = BytesIO(source) if isinstance(source, bytes) else source
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            image = Image.open(file, formats=PILLOW_FORMATS)
    except Image.DecompressionBombError as error:
        raise _too_large(f"more than {MAX_JPEG_MEGAPIXELS}") from error
    except PILLOW_ERRORS as error:
        raise PictureError("picture-damaged", f"{_UNREADABLE}{_guess_format(file)}", _SAVE_AGAIN) from error
    megapixels = image.width * image.height / 1_000_000
    is_jpeg = isinstance(image, JpegImageFile)
    if megapixels > (MAX_JPEG_MEGAPIXELS if is_jpeg else MAX_MEGAPIXELS):
        image.close()
        raise _too_large(f"{megapixels:.0f}")
    return image


def reduce_while_decoding(image: Image.Image, max_width: int) -> None:
    """Let Pillow decode a JPEG at the smallest size that is at least ``max_width`` pixels wide when it is upright."""
    is_sideways = _orientation(image) >= _FIRST_SIDEWAYS
    image.draft(None, (1, max_width) if is_sideways else (max_width, 1))


def _too_large(megapixels: str) -> PictureError:
    what = (
        f"has {megapixels} million pixels, and a JPEG can have at most {MAX_JPEG_MEGAPIXELS} million, "
        f"every other picture {MAX_MEGAPIXELS} million"
    )
    return PictureError("picture-too-large", what, f"make it {RECOMMENDED_WIDTH} pixels wide")


def _guess_format(file: BinaryIO) -> str:
    """Return the probable format of a file that is not a picture, as the end of a clause; "" if it is not known."""
    try:
        file.seek(0)
        start = file.read(1000)
    except (OSError, ValueError):
        return ""
    return next(
        (f"; it looks like {name}" for signature, name in _SIGNATURES if signature.match(start)),
        "",
    )


def upright(image: Image.Image) -> Image.Image:
    """Return an opened picture, turned upright by its EXIF orientation. Raises PictureError."""
    with _picture_errors():
        is_turned = _orientation(image) > 1
        image.load()
        return ImageOps.exif_transpose(image) if is_turned else image


def on_white(image: Image.Image) -> Image.Image:
    """Return the picture in mode RGB, on white: dark lines on a transparent background would vanish on a dark page."""
    if image.has_transparency_data:
        image = image.convert("RGBA")
        ground = Image.new("RGBA", image.size, "#ffffff")
        return Image.alpha_composite(ground, image).convert("RGB")
    return image.convert("RGB")


@contextmanager
def _picture_errors() -> Iterator[None]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    except PILLOW_ERRORS as error:
        raise PictureError("picture-damaged", "is damaged", _SAVE_AGAIN) from error


def _orientation(image: Image.Image) -> int:
    """Return the EXIF orientation, 1 to 8. In a PNG it is read only if it is before the pixels."""
    if image.format == "PNG" and not {"exif", "Raw profile type exif"} & image.info.keys():
        return 1
    with _picture_errors():
        orientation = image.getexif().get(ExifTags.Base.Orientation, 1)
    return orientation if orientation in _ORIENTATIONS else 1


def _convert_to_plain_mode(image: Image.Image) -> Image.Image:
    """Return the picture in mode L, RGB, RGBA or CMYK: these can be resized, and colour profiles support them."""
    if image.has_transparency_data:
        image = image.convert("RGBA")
        opaque = image.getchannel("A").getextrema() == (255, 255)
        return image.convert("RGB") if opaque else image
    if image.mode.startswith("I"):
        return image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    if image.mode in ("1", "L"):
        return image.convert("L")
    return image if image.mode in ("RGB", "CMYK") else image.convert("RGB")


def _convert_to_srgb(image: Image.Image, profile: bytes) -> Image.Image:
    """Return the picture in sRGB. A colour profile for another mode, or a damaged one, is ignored."""
    alpha = image.getchannel("A") if image.mode == "RGBA" else None
    colours = image.convert("RGB") if alpha else image
    if profile:
        try:
            source_profile = ImageCms.ImageCmsProfile(BytesIO(profile))
            if _MODES_BY_COLOUR_SPACE.get(source_profile.profile.xcolor_space) == colours.mode:
                srgb = ImageCms.createProfile("sRGB")
                converted = ImageCms.profileToProfile(colours, source_profile, srgb, outputMode="RGB")
                colours = converted or colours
        except (ImageCms.PyCMSError, *PILLOW_ERRORS):
            pass
    srgb_image = colours.convert("RGB")
    if alpha:
        srgb_image.putalpha(alpha)
    return srgb_image
