"""What decides the bytes of pictures, besides their originals. It is a part of the keys in the cache."""

import hashlib
from collections.abc import Iterator
from importlib.resources import files

from PIL import features

_LIBRARIES = ("avif", "freetype2", "jpg", "libjpeg_turbo", "littlecms2", "webp", "zlib", "zlib_ng")
"""The libraries of Pillow that decode, convert, draw or encode. The same version of Pillow may have others."""


def recipe(*packages: str) -> str:
    """Return a hash of the code in packages, which includes their settings, and of the versions of the libraries."""
    return hashlib.sha256(b"\0".join((*_versions(), *_sources(packages)))).hexdigest()


def _versions() -> Iterator[bytes]:
    return (f"{library} {features.version(library)}".encode() for library in _LIBRARIES)


def _sources(packages: tuple[str, ...]) -> Iterator[bytes]:
    for package in packages:
        modules = (module for module in files(package).iterdir() if module.name.endswith(".py"))
        yield from (module.read_bytes() for module in sorted(modules, key=lambda module: module.name))
