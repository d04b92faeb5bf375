"""The formats and widths of a picture's files."""

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from types import MappingProxyType

from PIL import Image

from newsroom.publish.pictures.decode import PictureError, on_white

WIDTHS = (320, 640, 960, 1280, 1920)
"""In pixels, from a small phone to a wide column on a high-resolution screen."""
_FALLBACK_WIDTHS = (640, 1280)
"""The widths in the picture's own format, for older browsers."""
_MAX_WEBP_HEIGHT = 16383
"""The maximum height of a WebP picture in pixels."""
_AVIF_SPEED = 8
_OPTIONS: Mapping[str, Mapping[str, object]] = MappingProxyType(
    {
        "AVIF": {"quality": 55, "speed": _AVIF_SPEED, "max_threads": 1},
        "WEBP": {"quality": 75, "method": 4},
        "JPEG": {"quality": 80, "optimize": True, "progressive": True},
        "PNG": {"optimize": True},
        "GIF": {},
    }
)
"""Pillow's options by format. With more threads, the bytes of an AVIF would depend on the number of processors."""
_MAX_DRAWING_COLOURS = 256
_DRAWING_OPTIONS: Mapping[str, Mapping[str, object]] = MappingProxyType(
    {"AVIF": {"quality": 65, "subsampling": "4:4:4"}}
)
"""More options for drawings: chroma subsampling would blur the edges between their plain colours."""


@dataclass(frozen=True)
class ModernFormat:
    """A format that modern browsers prefer: Pillow's name, the media type and the ending of its files."""

    name: str
    media_type: str
    suffix: str


MODERN_FORMATS = (ModernFormat("AVIF", "image/avif", ".avif"), ModernFormat("WEBP", "image/webp", ".webp"))
"""Best first: a browser uses the first one that it supports."""
FALLBACK_FORMATS: Mapping[str, str] = MappingProxyType(
    {
        ".jpg": "JPEG",
        ".jpeg": "JPEG",
        ".jfif": "JPEG",
        ".png": "PNG",
        ".gif": "GIF",
        ".webp": "WEBP",
        ".avif": "AVIF",
    }
)
"""The format of the file at a picture's own address, by its ending, from which servers derive the media type."""


def widths_for(width: int, height: int) -> tuple[int, ...]:
    """Return the widths of a picture's variants in pixels, in ascending order; none is wider than the picture.

    Raises PictureError if the picture is so narrow and high that there is no width.
    """
    own_width = min(width, WIDTHS[-1], width * _MAX_WEBP_HEIGHT // height)
    if own_width < 1:
        raise PictureError(
            "picture-too-large",
            "is too high for its width",
            f"cut it into pictures of at most {_MAX_WEBP_HEIGHT} pixels",
        )
    return (*(width_step for width_step in WIDTHS if width_step < own_width), own_width)


def height_for(width: int, size: tuple[int, int]) -> int:
    """Return the height of a picture of a given size after scaling it to a width."""
    return max(1, round(size[1] * width / size[0]))


def variant_path(path: str, width: int, form: ModernFormat) -> str:
    """Return the path of a variant of a picture, like ``stories/tree.jpg.640.avif``."""
    return f"{path}.{width}{form.suffix}"


def fallback_files(path: str, widths: tuple[int, ...]) -> Iterator[tuple[int, str]]:
    """Yield the width and the path of the smaller files in a picture's own format, in ascending order.

    ``widths`` are those of its variants. Only JPEG and PNG have such files.
    """
    suffix = posixpath.splitext(path)[1].lower()
    if FALLBACK_FORMATS.get(suffix) in ("JPEG", "PNG"):
        yield from ((width, f"{path}.{width}{suffix}") for width in _FALLBACK_WIDTHS if width < widths[-1])


def encode(image: Image.Image, size: tuple[int, int], name: str) -> bytes:
    """Return a picture file of a size, in the format that Pillow calls ``name``. The result is reproducible.

    In a JPEG, transparency becomes white. A PNG of a drawing, which has few colours, gets a palette.
    """
    sized = image if image.size == size else image.resize(size, Image.Resampling.LANCZOS)
    options = dict(_OPTIONS[name])
    if image.getcolors(_MAX_DRAWING_COLOURS):
        options |= _DRAWING_OPTIONS.get(name, {})
        if name == "PNG" and image.mode == "RGB":
            palette = image.quantize(_MAX_DRAWING_COLOURS, dither=Image.Dither.NONE)
            sized = palette if sized is image else sized.quantize(palette=palette, dither=Image.Dither.NONE)
    saved = BytesIO()
    (on_white(sized) if name == "JPEG" else sized).save(saved, name, **options)
    return saved.getvalue()
