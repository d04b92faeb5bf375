"""Pictures in a form that every inbox shows: JPEG or PNG, no wider than it needs, on white where they were see-through.

What a camera wrote into a picture besides the picture, such as the place where it was taken, is not passed on.
"""

import posixpath
import warnings
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageOps, UnidentifiedImageError

CONTENT_WIDTH = 544
"""The width of an email's text, in CSS pixels: a column of 600 less its padding."""
FILE_WIDTH = 1200
"""The widest picture file, in pixels: twice the column, for sharp screens."""
MAX_BYTES = 400_000
"""Pictures above this are slow to come on a phone's connection."""
_JPEG_QUALITY = 82
_DRAWN = (".png", ".gif")
_NEVER = (".svg",)


class PictureError(Exception):
    """A file is no picture that can be shown. ``what`` and ``mend`` are the clauses of a Problem."""

    def __init__(self, what: str, mend: str) -> None:
        super().__init__(what)
        self.what = what
        self.mend = mend


@dataclass(frozen=True)
class EmailPicture:
    """A picture for email: its absolute address, and its width and height in pixels."""

    url: str
    width: int
    height: int

    def shown(self, available: int, wanted: str | None) -> tuple[int, int]:
        """Width and height in CSS pixels: as wide as its author wants it, or as it is, where that much is available."""
        width = min(self.width, available)
        if wanted and wanted.isdecimal() and int(wanted) > 0:
            width = min(width, int(wanted))
        return width, max(1, round(width * self.height / self.width))


def email_path(path: str) -> str | None:
    """The path on the site of a picture's form for email; None where there is none, as for drawings in SVG."""
    stem, suffix = posixpath.splitext(path)
    if suffix.lower() in _NEVER:
        return None
    return f"{stem}{suffix}.email{'.png' if suffix.lower() in _DRAWN else '.jpg'}"


def email_file(data: bytes, suffix: str) -> bytes:
    """A picture file for email, as PNG or as JPEG after the suffix of :func:`email_path`. Raises PictureError."""
    with _opened(data) as image:
        try:
            upright = ImageOps.exif_transpose(image)
            flat = _on_white(upright)
        except (OSError, RuntimeError, SyntaxError, ValueError) as error:
            raise PictureError("is damaged", "save it again as JPEG or PNG") from error
        profile = image.info.get("icc_profile") if image.mode in ("RGB", "RGBA", "P") else None
        flat.info.clear()
    if flat.width > FILE_WIDTH:
        height = max(1, round(flat.height * FILE_WIDTH / flat.width))
        flat = flat.resize((FILE_WIDTH, height), Image.Resampling.LANCZOS)
    saved = BytesIO()
    if suffix == ".png":
        flat.save(saved, "PNG", optimize=True, icc_profile=profile)
    else:
        flat.save(saved, "JPEG", quality=_JPEG_QUALITY, optimize=True, progressive=True, icc_profile=profile)
    return saved.getvalue()


def size_of(data: bytes) -> tuple[int, int]:
    """Width and height of a picture file in pixels. Raises PictureError."""
    with _opened(data) as image:
        return image.size


def _opened(data: bytes) -> Image.Image:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            return Image.open(BytesIO(data))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise PictureError("has too many pixels", f"make it at most {2 * FILE_WIDTH} pixels wide") from error
    except (UnidentifiedImageError, OSError, RuntimeError, SyntaxError, ValueError) as error:
        raise PictureError("is no picture that can be read", "save it again as JPEG or PNG") from error


def _on_white(image: Image.Image) -> Image.Image:
    """The picture without transparency: on a dark ground, dark lines on nothing would vanish."""
    if image.has_transparency_data:
        image = image.convert("RGBA")
        ground = Image.new("RGBA", image.size, "#ffffff")
        return Image.alpha_composite(ground, image).convert("RGB")
    return image.convert("RGB")
