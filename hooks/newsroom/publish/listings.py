"""Lists of items, newest first, divided into pages."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newsroom.content.document import Document
from newsroom.content.model import Dated

ITEMS_PER_PAGE = 20


@dataclass(frozen=True)
class Listing:
    """One page of a list: its items, its number (from 1) of ``count``, and the addresses of the pages around it.

    ``first`` is the position, from 1, of its first item in the whole list.
    """

    documents: Sequence[Document[Dated]]
    number: int
    count: int
    previous_url: str | None
    next_url: str | None
    first: int


def paginate(documents: Sequence[Document[Dated]], url: str, items_per_page: int = ITEMS_PER_PAGE) -> Iterator[Listing]:
    """Yield the pages of a list whose first page is at ``url``. An empty list has one empty page."""
    count = max(1, -(-len(documents) // items_per_page))
    for number in range(1, count + 1):
        yield Listing(
            documents=documents[(number - 1) * items_per_page : number * items_per_page],
            number=number,
            count=count,
            previous_url=page_url(url, number - 1) if number > 1 else None,
            next_url=page_url(url, number + 1) if number < count else None,
            first=(number - 1) * items_per_page + 1,
        )


def page_url(url: str, number: int) -> str:
    """Return the address of a page of a list: "stories/" for the first, "stories/page/2/" for the second."""
    return url if number == 1 else f"{url}page/{number}/"
