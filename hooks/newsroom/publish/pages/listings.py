"""Lists of items, newest first, divided into pages, with the years in which their items appeared.

The first page shows a few items in full. The later ones show many in a line or two each, to look for an item.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from newsroom.content.document import Document
from newsroom.content.model import Dated, Timed
from newsroom.content.types.base import ITEMS_PER_PAGE

ITEMS_PER_LATER_PAGE = 40
"""How many items each other page of a list has. On a small screen it is about as high as the first page."""
_FEWEST_ITEMS = 5
"""The smallest number of items for which a list has another page. Fewer are on the page before it."""


@dataclass(frozen=True)
class Listing:
    """One page of a list: its items, its number (from 1) of ``count``, and the addresses of other pages.

    Attributes:
        count: How many pages the list has.
        first_url: The address of the first page.
        previous_url: The address of the page before it; None for the first.
        next_url: The address of the page after it; None for the last.
        last_url: The address of the last page.
        first: The position, from 1, of its first item in the whole list.
        years: The address of the page on which the items of each year begin, the latest year first.
        year: The latest year that begins on this page, else the one that continues on it; None if there is none.
    """

    documents: Sequence[Document[Dated]]
    number: int
    count: int
    first_url: str
    previous_url: str | None
    next_url: str | None
    last_url: str
    first: int
    years: Mapping[int, str]
    year: int | None

    @property
    def is_first(self) -> bool:
        """Whether it is the first page, which shows its items in full."""
        return self.number == 1


def paginate(documents: Sequence[Document[Dated]], url: str, items_per_page: int = ITEMS_PER_PAGE) -> Iterator[Listing]:
    """Yield the pages of a list whose first page is at ``url``. An empty list has one empty page.

    Args:
        documents: All items of the list.
        url: The address of its first page.
        items_per_page: How many items the first page has.
    """
    begins = [0, *range(items_per_page, len(documents) - _FEWEST_ITEMS + 1, ITEMS_PER_LATER_PAGE)]
    count, ends = len(begins), [*begins[1:], len(documents)]
    starts = _year_starts(documents)
    years = {year: page_url(url, bisect_right(begins, start)) for year, start in starts.items()}
    for number, (begin, end) in enumerate(zip(begins, ends, strict=True), 1):
        yield Listing(
            documents=documents[begin:end],
            number=number,
            count=count,
            first_url=url,
            previous_url=page_url(url, number - 1) if number > 1 else None,
            next_url=page_url(url, number + 1) if number < count else None,
            last_url=page_url(url, count),
            first=begin + 1,
            years=years,
            year=_year_of_page(starts, begin, end),
        )


def page_url(url: str, number: int) -> str:
    """Return the address of a page of a list: "stories/" for the first, "stories/page/2/" for the second."""
    return url if number == 1 else f"{url}page/{number}/"


def years_of(documents: Sequence[Document[Dated]]) -> Iterator[tuple[int, int]]:
    """Yield the position and the year of each item of a list that belongs to a year.

    The year is that in which the item appeared, or, in a list of events alone, that of the event. Items that appeared
    on an unknown day and forthcoming items belong to none, nor do events among other items.
    """
    is_timed = all(isinstance(document.front, Timed) for document in documents)
    for position, document in enumerate(documents):
        year = document.front.year
        if year and isinstance(document.front, Timed) == is_timed:
            yield position, year


def _year_starts(documents: Sequence[Document[Dated]]) -> dict[int, int]:
    """Return the position from which a list has the items of each year, the latest year first.

    What comes before its place, like a featured item or an event to come, is followed by another run of its year, so
    the last run counts.
    """
    runs = groupby(years_of(documents), key=itemgetter(1))
    starts = {year: next(run)[0] for year, run in runs}
    return dict(sorted(starts.items(), reverse=True))


def _year_of_page(starts: Mapping[int, int], begin: int, end: int) -> int | None:
    """Return the latest year that begins on a page, else the year that begins last before it.

    Args:
        starts: The position from which the list has the items of each year.
        begin: The position of the page's first item.
        end: The position after its last item.
    """
    begun = [year for year, start in starts.items() if begin <= start < end]
    earlier = [year for year, start in starts.items() if start < begin]
    return max(begun) if begun else max(earlier, key=lambda year: starts[year], default=None)
