"""The years of a list: links to where each begins, and the ids to which the links lead."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from newsroom.content.document import Document
from newsroom.content.model import Dated
from newsroom.publish.pages.listings import Listing, years_of
from newsroom.publish.views.page_context import PageContext


@dataclass(frozen=True)
class YearLink:
    """A link to the first item of a year in a list. ``current`` is the value of ``aria-current``; "" if it has none."""

    href: str
    text: str
    current: str


def year_links(listing: Listing, context: PageContext) -> Iterator[YearLink]:
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
