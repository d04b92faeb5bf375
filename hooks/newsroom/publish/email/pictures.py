"""Converts pictures for inboxes: to JPEG or PNG, no wider than needed, with transparent parts in white.

Camera metadata, such as the location, is removed.
"""

from dataclasses import dataclass
from io import BytesIO

from PIL import Image

from newsroom.publish.pictures.decode import on_white, open_picture, reduce_while_decoding, upright

COLUMN_WIDTH = 600
"""The width of an email's column, in CSS pixels."""
CONTENT_WIDTH = 544
"""The width of an email's text, in CSS pixels: a column of 600 less its padding."""
FILE_WIDTH = 1200
"""The widest picture file, in pixels: twice the column, for sharp screens."""
MAX_PICTURE_BYTES = 400_000
"""A larger picture file is slow on a phone, which is a warning."""
_JPEG_QUALITY = 82
_SAVED_AS_PNG = (".png", ".gif", ".svg")


@dataclass(frozen=True)
class EmailPicture:
    """A picture for email: its absolute address, and its width and height in pixels."""

    url: str
    width: int
    height: int

    def displayed_size(self, available: int, wanted: str | None) -> tuple[int, int]:
        """Get the size in CSS pixels: the author's width or the picture's own, but at most ``available``."""
        width = min(self.width, available)
        if wanted and wanted.isdecimal() and int(wanted) > 0:
            width = min(width, int(wanted))
        return width, max(1, round(width * self.height / self.width))


def email_path(path: str) -> str:
    """Get the path on the site of the email file for the picture at ``path``."""
    return f"{path}.email{'.png' if path.lower().endswith(_SAVED_AS_PNG) else '.jpg'}"


def convert_picture(data: bytes, suffix: str) -> bytes:
    """Convert a picture file to PNG or JPEG, depending on the suffix of :func:`email_path`. Raises PictureError."""
    with open_picture(data) as image:
        reduce_while_decoding(image, FILE_WIDTH)
        flat = on_white(upright(image))
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


def picture_size(data: bytes) -> tuple[int, int]:
    """Read the width and height of a picture file in pixels. Raises PictureError."""
    with open_picture(data) as image:
        return image.size
