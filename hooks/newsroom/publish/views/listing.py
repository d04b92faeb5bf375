"""Lists of items, with links to their pages and years, and the page of a list whose type has no template for it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from newsroom.content.document import Document
from newsroom.content.model import Dated
from newsroom.publish.pages.listings import Listing, years_of
from newsroom.publish.pages.page import WebPage
from newsroom.publish.views.card import Card, Row, cards, short_rows
from newsroom.publish.views.page import PageTop, page_top
from newsroom.publish.views.page_context import PageContext, listing_for
from newsroom.publish.views.values import PageView

_NEAR = 2
"""How many pages from an end of a list a page must be to have a link to it. Nearer, it has one as its neighbour."""


@dataclass(frozen=True)
class YearLink:
    """A link to the first item of a year in a list. ``current`` is the value of ``aria-current``; "" if it has none."""

    href: str
    text: str
    current: str


def _year_links(listing: Listing, context: PageContext) -> Iterator[YearLink]:
    """Yield the links to the years of a list, the latest first; none for a list of one page or of one year."""
    if _has_links(listing):
        for year, url in listing.years.items():
            current = "true" if year == listing.year else ""
            yield YearLink(f"{context.href(url)}#NW-{year_id(year)}", str(year), current)


def year_id(year: int) -> str:
    """Return the id of the first item of a year, or of its heading, on each page that has items of the year.

    Templates write "NW-" before it, so that no heading of a text has the same.
    """
    return f"year-{year}"


def year_ids(listing: Listing, documents: Sequence[Document[Dated]]) -> Mapping[str, str]:
    """Return the id of the first item of each year on a page of a list, by its path; none if no link leads to them.

    Args:
        documents: Its items, in the order in which it shows them.
    """
    if not _has_links(listing):
        return {}
    first: dict[int, str] = {}
    for position, year in years_of(documents):
        first.setdefault(year, documents[position].path)
    return {path: year_id(year) for year, path in first.items()}


def _has_links(listing: Listing) -> bool:
    return listing.count > 1 and len(listing.years) > 1


@dataclass(frozen=True)
class Pager:
    """Which page of a list it is, in words, and where the other pages are, for ``parts/pager.html``.

    ``newer`` and ``older`` are the addresses of the pages around it, ``first`` and ``last`` those of the ends. Each is
    None if there is no such page. ``first`` is also None if ``newer`` leads to that page, and ``last`` if ``older``
    does. ``years`` are for ``parts/years.html``.
    """

    position: str
    first: str | None
    newer: str | None
    older: str | None
    last: str | None
    years: tuple[YearLink, ...]


@dataclass(frozen=True)
class ItemList:
    """One page of a list, for ``parts/listing.html``: ``cards`` on the first page, ``rows`` on the later ones.

    ``pager`` is None if there is only one page.
    """

    cards: tuple[Card, ...]
    rows: tuple[Row, ...]
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
    summary = page.summary if listing.is_first else None
    return ListPage(page_top(context), page.title, summary, item_list(listing, context))


def item_list(listing: Listing, context: PageContext) -> ItemList:
    """Return the items of a page of a list, and links to its other pages."""
    ids = year_ids(listing, listing.documents)
    return ItemList(
        cards=cards(listing.documents, context, ids) if listing.is_first else (),
        rows=() if listing.is_first else short_rows(listing.documents, context, ids),
        pager=pager(listing, context),
    )


def pager(listing: Listing, context: PageContext) -> Pager | None:
    """Return the links from a page of a list to its other pages; None if there are no others."""
    if listing.count == 1:
        return None
    newer, older = (None if url is None else context.href(url) for url in (listing.previous_url, listing.next_url))
    return Pager(
        position=context.t("list.position", number=listing.number, count=listing.count),
        first=context.href(listing.first_url) if listing.number > _NEAR else None,
        newer=newer,
        older=older,
        last=context.href(listing.last_url) if listing.number <= listing.count - _NEAR else None,
        years=tuple(_year_links(listing, context)),
    )
