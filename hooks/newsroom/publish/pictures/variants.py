"""The formats and widths of a picture's files."""

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO

from PIL import Image

from newsroom.publish.pictures.decode import PictureError, on_white

WIDTHS = (320, 640, 960, 1280, 1920)
"""In pixels, from a small phone to a wide column on a high-resolution screen."""
_FALLBACK_WIDTHS = (640, 1280)
"""The widths in the picture's own format, for older browsers."""
_MAX_WEBP_HEIGHT = 16383
"""The maximum height of a WebP picture in pixels."""
_OPTIONS: Mapping[str, Mapping[str, object]] = {
    "AVIF": {"quality": 54, "speed": 9, "max_threads": 1},
    "WEBP": {"quality": 73, "method": 2},
    "JPEG": {"quality": 80, "optimize": True, "progressive": True},
    "PNG": {"compress_level": 6, "compress_type": 0},
    "GIF": {},
}
"""Pillow's options by format. With more threads, the bytes of an AVIF would depend on the number of processors.

AVIF at speed 9 takes a quarter of the time of speed 8, and WebP's method 2 half that of method 4, for as many bytes
within 2 % and a similarity (SSIM) that is lower by 0.008 and 0.004. Level 9 of a PNG takes three times as long as level
6 and saves 1 %.
"""
_MAX_DRAWING_COLOURS = 256
_DRAWING_OPTIONS: Mapping[str, Mapping[str, object]] = {
    "AVIF": {"quality": 65, "speed": 8, "subsampling": "4:4:4"},
    "WEBP": {"quality": 75, "method": 4},
    "PNG": {"optimize": True},
}
"""Other options for drawings. The faster ones take 8 to 50 % more bytes for them, and chroma subsampling would blur the
edges between their plain colours."""


@dataclass(frozen=True)
class ModernFormat:
    """A format that modern browsers prefer: Pillow's name, the media type and the ending of its files."""

    name: str
    media_type: str
    suffix: str


MODERN_FORMATS = (ModernFormat("AVIF", "image/avif", ".avif"), ModernFormat("WEBP", "image/webp", ".webp"))
"""Best first: a browser uses the first one that it supports."""
FALLBACK_FORMATS: Mapping[str, str] = {
    ".jpg": "JPEG",
    ".jpeg": "JPEG",
    ".jfif": "JPEG",
    ".png": "PNG",
    ".gif": "GIF",
    ".webp": "WEBP",
    ".avif": "AVIF",
}
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


def encode_picture(image: Image.Image, name: str, options: Mapping[str, object]) -> bytes:
    """Return a file in the format that Pillow calls ``name``, with Pillow's options. A JPEG is on white."""
    file = BytesIO()
    (on_white(image) if name == "JPEG" else image).save(file, name, **options)
    return file.getvalue()


class PictureEncoder:
    """Makes the files of a picture. It is scaled once for each size, and gets a palette once."""

    def __init__(self, image: Image.Image) -> None:
        self._image = image
        self._scaled = {image.size: image}

    def encode(self, size: tuple[int, int], name: str) -> bytes:
        """Return a file of a size, in the format that Pillow calls ``name``. The result is reproducible.

        In a JPEG, transparency becomes white. A PNG of a drawing, which has few colours, gets a palette.
        """
        if size not in self._scaled:
            self._scaled[size] = self._image.resize(size, Image.Resampling.LANCZOS)
        image, options = self._scaled[size], dict(_OPTIONS[name])
        if self._is_drawing:
            options |= _DRAWING_OPTIONS.get(name, {})
            if name == "PNG" and image.mode == "RGB":
                image = self._with_palette(image)
        return encode_picture(image, name, options)

    @cached_property
    def _is_drawing(self) -> bool:
        return self._image.getcolors(_MAX_DRAWING_COLOURS) is not None

    @cached_property
    def _palette(self) -> Image.Image:
        return self._image.quantize(_MAX_DRAWING_COLOURS, dither=Image.Dither.NONE)

    def _with_palette(self, scaled: Image.Image) -> Image.Image:
        """Return a scaled picture with the palette of the whole one."""
        if scaled is self._image:
            return self._palette
        return scaled.quantize(palette=self._palette, dither=Image.Dither.NONE)
