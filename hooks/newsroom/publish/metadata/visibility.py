"""Which pages search engines may list."""

from newsroom.content.library import Library
from newsroom.publish.page import WebPage


def is_indexed(page: WebPage | None, library: Library) -> bool:
    """Whether search engines may list a page; None is a page of the theme, like the 404 page.

    They may list neither pages of the theme, nor the search page, nor a page of a preview.
    """
    return page is not None and library.is_indexed and bool(page.document or page.listing)
