"""The PDF of a page, as pages show it."""

from dataclasses import dataclass


class PdfError(Exception):
    """The program that makes PDFs cannot set a page; the message is what it says."""


@dataclass(frozen=True)
class PdfFile:
    """The PDF of a page: its path on the site, its number of pages, and its size in bytes."""

    path: str
    pages: int
    size: int
