"""Which pages search engines may list, and which pieces may be handed on."""

from newsroom.content.document import AnyDocument
from newsroom.content.library import Channel, Library
from newsroom.publish.page import WebPage


def is_indexed(page: WebPage | None, library: Library) -> bool:
    """Whether a page is for search engines.

    None is a page of the theme, like the 404 page. Search engines get neither that, nor the search page, nor any page
    of a preview.
    """
    return page is not None and not library.preview and bool(page.document or page.listing)


def may_be_shared(document: AnyDocument, library: Library) -> bool:
    """Whether readers are offered ways to hand a document's page on. A page that nobody wrote, as a list, has none."""
    return library.shows(document, Channel.SOCIAL)
