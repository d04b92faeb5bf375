"""Reads what cameras, telephones and programs stored in pictures about the place, the camera and the people."""

import re
import struct
import warnings
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from pathlib import Path

from PIL import ExifTags, Image, ImageFile, IptcImagePlugin

from newsroom.content.formats import PICTURES, file_ending, is_drawing
from newsroom.content.loaded import PictureMetadata

PILLOW_FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "AVIF")
"""The only formats that are opened. Some of Pillow's other readers start programs, like Ghostscript."""
PILLOW_ERRORS = (
    AssertionError,
    AttributeError,
    ArithmeticError,
    EOFError,
    LookupError,
    MemoryError,
    OSError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
    struct.error,
)
"""The exceptions that Pillow raises for invalid data."""
_PHOTOGRAPHER, _OWNER, _CAMERA = (
    "the photographer's name",
    "the name of the camera's owner",
    "the camera's serial number",
)
_OWNERS: Mapping[int, str] = {
    ExifTags.Base.CameraOwnerName: _OWNER,
    ExifTags.Base.Artist: _PHOTOGRAPHER,
    ExifTags.Base.XPAuthor: _PHOTOGRAPHER,
    ExifTags.Base.BodySerialNumber: _CAMERA,
    ExifTags.Base.CameraSerialNumber: _CAMERA,
    ExifTags.Base.LensSerialNumber: "the lens's serial number",
}
_TEXTS = (
    ExifTags.Base.ImageDescription,
    ExifTags.Base.UserComment,
    ExifTags.Base.XPComment,
    ExifTags.Base.XPTitle,
    ExifTags.Base.XPSubject,
    ExifTags.Base.XPKeywords,
    ExifTags.Base.Copyright,
)
_IPTC_CREATOR = (2, 80)
_IPTC_TEXTS = ((2, 5), (2, 105), (2, 116), (2, 120))
"""Title, headline, copyright and caption (IPTC-IIM 4.2, record 2)."""
_XMP_LIMIT = 200_000
_XMP_CREATOR = re.compile(r"<dc:creator>(?:\s*<[^>]{0,80}>){0,3}([^<]{1,200})<")
_XMP_OWNER = re.compile(
    r"(?:aux|exifEX):(SerialNumber|BodySerialNumber|OwnerName|CameraOwnerName)(?:=\"|>)([^\"<]{1,200})"
)
_XMP_LOCATION = re.compile(r"\bexif:GPSLatitude\b")
_XMP_TEXT = re.compile(r">([^<>]{4,2000})</rdf:li>")
_INFO_TEXTS = ("comment", "Comment", "Description", "Title", "Copyright")


def read_metadata_of_pictures(root: Path, paths: Iterable[str]) -> dict[str, PictureMetadata]:
    """The metadata of those pictures among the files below ``root`` that have any. Damaged files are left out."""
    found = {path: _read_file(root / path) for path in paths if file_ending(path) in PICTURES and not is_drawing(path)}
    return {path: metadata for path, metadata in found.items() if metadata != PictureMetadata()}


def _read_file(path: Path) -> PictureMetadata:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(path, formats=PILLOW_FORMATS) as image:
                return _read_image(image)
    except (Image.DecompressionBombError, *PILLOW_ERRORS):
        return PictureMetadata()


def _read_image(image: ImageFile.ImageFile) -> PictureMetadata:
    exif, xmp = image.getexif(), _xmp(image)
    details = {**exif, **exif.get_ifd(ExifTags.IFD.Exif)}
    iptc = IptcImagePlugin.getiptcinfo(image) or {}
    owners = [(name, _text(details.get(tag))) for tag, name in _OWNERS.items()]
    owners += [(_PHOTOGRAPHER, text) for text in _iptc_texts(iptc.get(_IPTC_CREATOR))]
    owners += [(_PHOTOGRAPHER, _text(image.info.get("Author")))]
    owners += [(_PHOTOGRAPHER, unescape(match[1]).strip()) for match in _XMP_CREATOR.finditer(xmp)]
    owners += [
        (_CAMERA if "Serial" in match[1] else _OWNER, unescape(match[2]).strip()) for match in _XMP_OWNER.finditer(xmp)
    ]
    texts = [_text(details.get(tag)) for tag in _TEXTS]
    texts += [_text(image.info.get(name)) for name in _INFO_TEXTS]
    texts += [text for key in _IPTC_TEXTS for text in _iptc_texts(iptc.get(key))]
    texts += [unescape(match[1]).strip() for match in _XMP_TEXT.finditer(xmp)]
    has_location = ExifTags.GPS.GPSLatitude in exif.get_ifd(ExifTags.IFD.GPSInfo) or bool(_XMP_LOCATION.search(xmp))
    known = dict.fromkeys((what, value) for what, value in owners if value)
    return PictureMetadata(has_location, tuple(known), tuple(dict.fromkeys(filter(None, texts))))


def _xmp(image: Image.Image) -> str:
    data = image.info.get("xmp") or image.info.get("XML:com.adobe.xmp") or ""
    return data[:_XMP_LIMIT].decode("utf-8", "replace") if isinstance(data, bytes) else str(data)[:_XMP_LIMIT]


def _iptc_texts(value: object) -> Iterator[str]:
    yield from (_text(item) for item in (value if isinstance(value, list) else [value]))


def _text(value: object) -> str:
    """A value as text: bytes are UTF-8, or UTF-16 as Windows writes them (XPAuthor and the like)."""
    if isinstance(value, bytes):
        is_wide = value[1:2] == b"\0"
        value = value.removeprefix(b"ASCII\0\0\0").decode("utf-16-le" if is_wide else "utf-8", "replace")
    return " ".join(value.replace("\0", " ").split()) if isinstance(value, str) else ""
