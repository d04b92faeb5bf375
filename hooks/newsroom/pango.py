"""Finds Pango, the library that sets the text of PDFs, without the second that it takes to import WeasyPrint."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from ctypes import CDLL, c_char_p

_LIBRARIES = (
    ("libpango-1.0.so.0", "libpango-1.0.dylib", "libpango-1.0-0.dll", "libpango-1.0-0"),
    ("libpangoft2-1.0.so.0", "libpangoft2-1.0.dylib", "libpangoft2-1.0-0.dll", "libpangoft2-1.0-0"),
    ("libharfbuzz-subset.so.0", "libharfbuzz-subset.0.dylib", "libharfbuzz-subset-0.dll", "libharfbuzz-subset-0"),
    ("libharfbuzz.so.0", "libharfbuzz.0.dylib", "libharfbuzz-0.dll", "libharfbuzz-0"),
)
"""What WeasyPrint loads, by its names on Linux, macOS and Windows. A test compares the names with WeasyPrint's."""


def pango_versions(load: Callable[[str], CDLL] = CDLL) -> str | None:
    """The versions of Pango and HarfBuzz, which decide the bytes of PDFs; None if a library is missing.

    Args:
        load: Loads a library. Raises OSError if there is none with that name.
    """
    found = [next(_loaded(names, load), None) for names in _LIBRARIES]
    pango, *_, harfbuzz = found
    if pango is None or harfbuzz is None or None in found:
        return None
    versions = pango.pango_version_string, harfbuzz.hb_version_string
    for version in versions:
        version.restype = c_char_p
    return " ".join(version().decode() for version in versions)


def _loaded(names: tuple[str, ...], load: Callable[[str], CDLL]) -> Iterator[CDLL]:
    for name in names:
        with suppress(OSError):
            yield load(name)
