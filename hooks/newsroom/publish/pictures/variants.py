"""Which forms and widths a picture is made in, and how."""

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from types import MappingProxyType

from PIL import Image

from newsroom.publish.pictures.decode import PictureError, on_white

WIDTHS = (320, 640, 960, 1280, 1920)
"""In pixels: from a small phone to a wide column on a sharp screen."""
_FALLBACK_WIDTHS = (640, 1280)
"""The same, in the picture's own format, for the browsers that know none of the newer ones: few of them are large."""
_MAX_WEBP_HEIGHT = 16383
"""The most pixels that WebP has in a column."""
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
"""By format, for Pillow. With more threads an AVIF's bytes would depend on the number of processors."""
_MAX_DRAWING_COLOURS = 256
_DRAWING_OPTIONS: Mapping[str, Mapping[str, object]] = MappingProxyType(
    {"AVIF": {"quality": 65, "subsampling": "4:4:4"}}
)
"""For drawings, besides: half as many pixels of colour would fray the edges between their plain colours."""


@dataclass(frozen=True)
class ModernFormat:
    """A form that modern browsers prefer: Pillow's name, its media type and the ending of its files."""

    name: str
    media_type: str
    suffix: str


MODERN_FORMATS = (ModernFormat("AVIF", "image/avif", ".avif"), ModernFormat("WEBP", "image/webp", ".webp"))
"""The best first: a browser takes the first one that it knows."""
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
"""The format of the file at a picture's own address, by the ending of its name: servers tell browsers by that."""


def widths_for(width: int, height: int) -> tuple[int, ...]:
    """The widths in which to make a picture of a size in pixels, rising: never wider than it is.

    Raises PictureError where it is so narrow and high that there is none.
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
    """How high a picture of a size is when it is so wide."""
    return max(1, round(size[1] * width / size[0]))


def variant_path(path: str, width: int, form: ModernFormat) -> str:
    """The path of one variant of the picture at a path: ``stories/tree.jpg.640.avif``."""
    return f"{path}.{width}{form.suffix}"


def fallback_files(path: str, widths: tuple[int, ...]) -> Iterator[tuple[int, str]]:
    """The smaller files in its own format of the picture at a path: the width and the path of each, rising.

    ``widths`` are those of its variants. There are none of a form that is among the newer ones, or is for few colours.
    """
    suffix = posixpath.splitext(path)[1].lower()
    if FALLBACK_FORMATS.get(suffix) in ("JPEG", "PNG"):
        yield from ((width, f"{path}.{width}{suffix}") for width in _FALLBACK_WIDTHS if width < widths[-1])


def encode(image: Image.Image, size: tuple[int, int], name: str) -> bytes:
    """A picture file of a size, in the format that Pillow calls ``name``; JPEG, which has none, without transparency.

    A drawing, which has few colours, keeps them as the palette of a PNG. The same picture gives the same bytes.
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
