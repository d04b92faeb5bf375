"""Takes pictures out of a Word file: what Word shows of them, in a format that browsers show."""

import hashlib
import re
import warnings
from collections.abc import Mapping
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import PurePosixPath

from PIL import ExifTags, Image, ImageOps

from newsroom.importing.html.media import written_words
from newsroom.importing.source import NoteLog
from newsroom.importing.word.package import Package
from newsroom.read.media.picture_metadata import PILLOW_ERRORS

_ENDINGS: Mapping[str, str] = {"JPEG": ".jpg", "PNG": ".png", "GIF": ".gif", "WEBP": ".webp"}
_FORMATS = ("JPEG", "PNG", "GIF", "WEBP", "BMP", "DIB", "TIFF")
_MAX_PIXELS = 120_000_000
_MAX_BYTES = 80_000_000
_DRAWINGS = (
    (re.compile(rb"\x01\0\0\0.{36} EMF", re.DOTALL), "EMF"),
    (re.compile(rb"\xd7\xcd\xc6\x9a|\x01\0\x09\0\0"), "WMF"),
    (re.compile(rb"\s*(?:<\?xml.{0,500}?)?<svg", re.DOTALL), "SVG"),
)
_RIGHT_ANGLE = 90


@dataclass(frozen=True)
class Crop:
    """The shares of a picture's width and height that are cut off at its sides."""

    left: float = 0
    top: float = 0
    right: float = 0
    bottom: float = 0

    @property
    def is_whole(self) -> bool:
        """Whether nothing is cut off."""
        return max(self.left, self.top, self.right, self.bottom) <= 0


@dataclass(frozen=True)
class PictureUse:
    """How a place in the document shows a picture.

    Attributes:
        path: The part of the file with the picture.
        crop: What is cut off before it is turned.
        turn: Degrees, clockwise.
        is_mirrored: Whether left and right are exchanged.
        is_flipped: Whether top and bottom are exchanged.
        alt: The alternative text in Word.
        is_decorative: Whether Word has it as a decoration.
        link: Where it links to.
    """

    path: str
    crop: Crop = field(default_factory=Crop)
    turn: float = 0
    is_mirrored: bool = False
    is_flipped: bool = False
    alt: str = ""
    is_decorative: bool = False
    link: str = ""


@dataclass(frozen=True)
class PlacedPicture:
    """A picture in the text. ``alt`` is "" if nobody has written it."""

    src: str
    alt: str
    link: str
    is_decorative: bool


class WordPictures:
    """The pictures that the text shows, each stored once."""

    def __init__(self, package: Package, log: NoteLog) -> None:
        self._package = package
        self._log = log
        self._by_digest: dict[bytes, str] = {}
        self.files: dict[str, bytes] = {}

    def place(self, use: PictureUse) -> PlacedPicture | None:
        """Store a picture as a place shows it. None, with a note, if it cannot be shown."""
        name = PurePosixPath(use.path).name
        if not self._package.has(use.path):
            self._log.dropped(f"The picture {name} is missing in the Word file: add it by hand.")
            return None
        data = self._package.read(use.path)
        result = self._as_shown(name, data, use)
        if result is None:
            return None
        shown, ending = result
        digest = hashlib.sha256(shown).digest()
        src = self._by_digest.setdefault(digest, f"picture-{len(self._by_digest) + 1}{ending}")
        self.files[src] = shown
        alt = "" if use.is_decorative else written_words(use.alt)
        return PlacedPicture(src, alt, use.link, use.is_decorative)

    def _as_shown(self, name: str, data: bytes, use: PictureUse) -> tuple[bytes, str] | None:
        kind = next((kind for signature, kind in _DRAWINGS if signature.match(data[:1000])), None)
        if kind or len(data) > _MAX_BYTES:
            what = f"is in the format {kind}, which browsers do not show" if kind else "is too large"
            self._log.dropped(f"The picture {name} is left out, because it {what}: save it as PNG and add it by hand.")
            return None
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                with Image.open(BytesIO(data), formats=_FORMATS) as image:
                    return self._convert(name, data, image, use)
        except (Image.DecompressionBombError, *PILLOW_ERRORS):
            self._log.dropped(
                f"The picture {name} is left out, because it is damaged or in another format: add it by hand."
            )
            return None

    def _convert(self, name: str, data: bytes, image: Image.Image, use: PictureUse) -> tuple[bytes, str] | None:
        turns = round(use.turn / _RIGHT_ANGLE) % 4
        is_changed = bool(turns) or use.is_mirrored or use.is_flipped or not use.crop.is_whole
        image_format = image.format or ""
        if image.width * image.height > _MAX_PIXELS:
            self._log.dropped(
                f"The picture {name} is left out, because it has too many pixels: add a smaller one by hand."
            )
            return None
        if not is_changed and image_format in _ENDINGS:
            image.load()
            return data, _ENDINGS[image_format]
        is_sideways = image.getexif().get(ExifTags.Base.Orientation, 1) != 1
        if is_sideways and not use.crop.is_whole and not turns:
            self._log.dropped(
                f"The picture {name} is left out, because programs differ in which part of it they show. In Word, "
                "choose Picture Format, Compress Pictures, Delete cropped areas of pictures, and import the file again."
            )
            return None
        return _render(image, use, turns)


def _render(image: Image.Image, use: PictureUse, turns: int) -> tuple[bytes, str]:
    """The visible part of a picture, turned as Word shows it, without metadata."""
    image_format = image.format if image.format in _ENDINGS and image.format != "GIF" else "PNG"
    profile = image.info.get("icc_profile")
    shown: Image.Image = image.convert("RGBA") if image.has_transparency_data else image.copy()
    if not use.crop.is_whole:
        shown = _crop(shown, use.crop)
    if use.is_mirrored:
        shown = ImageOps.mirror(shown)
    if use.is_flipped:
        shown = ImageOps.flip(shown)
    shown = shown.rotate(-_RIGHT_ANGLE * turns, expand=True)
    if shown.mode not in {"RGB", "RGBA", "L", "P", "1", "LA"} and image_format != "JPEG":
        shown = shown.convert("RGB")
    shown.info.clear()
    file = BytesIO()
    options = {"quality": 92} if image_format == "JPEG" else {}
    shown.save(file, image_format, exif=b"", icc_profile=profile, **options)
    return file.getvalue(), _ENDINGS[image_format or "PNG"]


def _crop(image: Image.Image, crop: Crop) -> Image.Image:
    """Cut off what Word does not show. Borders fall on whole pixels, inwards. A negative share adds nothing."""
    left = -(-max(0, crop.left) * image.width // 1)
    top = -(-max(0, crop.top) * image.height // 1)
    right = (1 - max(0, crop.right)) * image.width // 1
    bottom = (1 - max(0, crop.bottom)) * image.height // 1
    if right <= left or bottom <= top:
        raise ValueError("nothing is left of the picture")
    return image.crop((int(left), int(top), int(right), int(bottom)))
