"""The list of stories: one leads, some are cards, others rows with a small picture, and notes are a line or two.

On its later pages all are rows of a line or two.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import ClassVar

from newsroom.content.document import Document
from newsroom.content.model import Dated
from newsroom.content.types.story import STORY
from newsroom.publish.pages.page import WebPage
from newsroom.publish.views.card import Card, Row, card, cards, short_rows
from newsroom.publish.views.listing import Pager, pager, year_ids
from newsroom.publish.views.page import PageTop, page_top
from newsroom.publish.views.page_context import PageContext, listing_for
from newsroom.publish.views.values import Day, Link, PageView

_CARDS = 6
"""How many items after the first are cards, on the first page."""
_LEAD_SIZES = "(min-width: 60em) 640px, 92vw"
_ROW_SIZES = "160px"


@dataclass(frozen=True)
class KindLink:
    """A link to the items of one kind, or to all, with their number. ``current`` is the value of ``aria-current``."""

    link: Link
    count: int
    current: str


@dataclass(frozen=True)
class ShortNote:
    """An item in a few words, which may be all of its text. ``source`` says where it was published before.

    ``id`` is None if no link leads to it.
    """

    id: str | None
    link: Link
    summary: str
    text: tuple[str, ...]
    day: Day | None
    source: str | None


@dataclass(frozen=True)
class StoriesPage(PageView):
    """What ``stories.html`` prints.

    ``summary`` and ``lead`` are None, and ``cards``, ``picture_rows`` and ``notes`` empty, on later pages, which have
    ``rows``. ``kinds`` are empty if all items are of one kind.
    """

    template: ClassVar = "stories.html"

    top: PageTop
    title: str
    summary: str | None
    kinds: tuple[KindLink, ...]
    lead: Card | None
    cards: tuple[Card, ...]
    picture_rows: tuple[Card, ...]
    notes: tuple[ShortNote, ...]
    rows: tuple[Row, ...]
    pager: Pager | None


def stories_page(page: WebPage, context: PageContext) -> StoriesPage:
    """Return the value of a page of the list of stories, or of those of one kind."""
    listing = listing_for(page)
    shown_in_full = listing.documents if listing.is_first else ()
    full = [item for item in shown_in_full if not item.is_brief]
    notes = [item for item in shown_in_full if item.is_brief]
    ids = year_ids(listing, [*full, *notes] if listing.is_first else listing.documents)
    with_cards = 1 + _CARDS
    return StoriesPage(
        top=page_top(context),
        title=page.title,
        summary=page.summary if listing.is_first else None,
        kinds=tuple(_kinds(page, context)),
        lead=card(full[0], context, _LEAD_SIZES, ids) if full else None,
        cards=cards(full[1:with_cards], context, ids),
        picture_rows=tuple(card(item, context, _ROW_SIZES, ids) for item in full[with_cards:]),
        notes=tuple(_note(item, context, ids) for item in notes),
        rows=() if listing.is_first else short_rows(listing.documents, context, ids),
        pager=pager(listing, context),
    )


def _kinds(page: WebPage, context: PageContext) -> Iterator[KindLink]:
    kinds = context.language_site.kinds.get(STORY.address, {})
    url = f"{page.prefix}{STORY.address}/"
    addresses = {"": url, **{kind: f"{url}kind/{kind}/" for kind in kinds}} if kinds else {}
    for kind, address in addresses.items():
        link = context.link(address, context.t(f"kinds.{kind or 'all'}"))
        is_current = kind == page.kind
        current = ("page" if page.url == address else "true") if is_current else ""
        yield KindLink(link, kinds.get(kind, sum(kinds.values())), current)


def _note(item: Document[Dated], context: PageContext, ids: Mapping[str, str]) -> ShortNote:
    shown = card(item, context, ids=ids)
    return ShortNote(
        id=shown.id,
        link=shown.link,
        summary=shown.summary,
        text=context.text_facts.quoted.get(item.path, ()),
        day=shown.day,
        source=item.front.consent.source if item.front.consent else None,
    )
