"""Lists of items, and the page of a list: newsletters, publications, stories, all news, or later pages of a topic."""

from dataclasses import dataclass
from typing import ClassVar

from newsroom.publish.listings import Listing
from newsroom.publish.page import WebPage
from newsroom.publish.views.card import Card, cards
from newsroom.publish.views.page import PageTop, page_top
from newsroom.publish.views.page_context import PageContext, listing_for
from newsroom.publish.views.values import PageView


@dataclass(frozen=True)
class ItemList:
    """One page of a list, for ``parts/listing.html``.

    ``position`` says which page of how many it is; None if there is only one. ``newer`` and ``older`` are the addresses
    of the pages around it.
    """

    cards: tuple[Card, ...]
    position: str | None
    newer: str | None
    older: str | None


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
    several = listing.count > 1
    newer, older = (None if url is None else context.href(url) for url in (listing.previous_url, listing.next_url))
    return ItemList(
        cards=cards(listing.documents, context),
        position=context.t("list.position", number=listing.number, count=listing.count) if several else None,
        newer=newer,
        older=older,
    )
