"""Lists of items, and the page of a list whose type has no template for it, of all news, or of a topic."""

from dataclasses import dataclass
from typing import ClassVar

from newsroom.publish.listings import Listing
from newsroom.publish.page import WebPage
from newsroom.publish.views.card import Card, cards
from newsroom.publish.views.page import PageTop, page_top
from newsroom.publish.views.page_context import PageContext, listing_for
from newsroom.publish.views.values import PageView


@dataclass(frozen=True)
class Pager:
    """Which page of a list it is, in words, and the addresses of the pages around it, for ``parts/pager.html``."""

    position: str
    newer: str | None
    older: str | None


@dataclass(frozen=True)
class ItemList:
    """One page of a list, for ``parts/listing.html``. ``pager`` is None if there is only one page."""

    cards: tuple[Card, ...]
    pager: Pager | None


@dataclass(frozen=True)
class ListPage(PageView):
    """What ``list.html`` prints. ``summary`` is None on the later pages of a list."""

    template: ClassVar = "list.html"

    top: PageTop
    title: str
    summary: str | None
    items: ItemList


def list_page(page: WebPage, context: PageContext) -> ListPage:
    """Return the value of a page of a list."""
    listing = listing_for(page)
    summary = page.summary if listing.number == 1 else None
    return ListPage(page_top(context), page.title, summary, item_list(listing, context))


def item_list(listing: Listing, context: PageContext) -> ItemList:
    """Return the items of a page of a list, and links to its other pages."""
    return ItemList(cards(listing.documents, context), pager(listing, context))


def pager(listing: Listing, context: PageContext) -> Pager | None:
    """Return the links from a page of a list to its other pages; None if there are no others."""
    if listing.count == 1:
        return None
    newer, older = (None if url is None else context.href(url) for url in (listing.previous_url, listing.next_url))
    return Pager(context.t("list.position", number=listing.number, count=listing.count), newer, older)
