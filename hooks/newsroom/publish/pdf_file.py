"""The PDF of a page, as pages show it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class PdfFile:
    """The PDF of a page: its path on the site, its number of pages, and its size in bytes."""

    path: str
    pages: int
    size: int
