"""Which pages search engines may list, and which items readers may share."""

from newsroom.content.document import AnyDocument
from newsroom.content.library import Channel, Library
from newsroom.publish.page import WebPage


def is_indexed(page: WebPage | None, library: Library) -> bool:
    """Whether search engines may list a page; None is a page of the theme, like the 404 page.

    They may list neither pages of the theme, nor the search page, nor a page of a preview.
    """
    return page is not None and not library.preview and bool(page.document or page.listing)


def may_be_shared(document: AnyDocument, library: Library) -> bool:
    """Whether a document's page has links to share it. Generated pages, like lists, have none."""
    return library.shows(document, Channel.SOCIAL)
