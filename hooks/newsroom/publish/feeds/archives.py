"""Decides which items are in the documents of a feed: in the current ones, and in its archives (RFC 5005, section 4).

There is an archive for each year in which items came to this site, once the year is over, and one for all years before.
They depend on the years only, so none gets another address, and none vanishes while the feed has archives. An item that
is added with the day of its coming (``added``) is in no archive until its year is over: it changes none.

An archive does change when one of its items does: a new text is in it, and a deleted or withdrawn item is not, because
the site keeps no old texts. With another ``date`` and no ``added``, an item moves to another year's archive. Feed
readers need not read an archive again, so a changed item is also in the current documents, if its ``updated`` says so,
and a withdrawn one leaves an emptied entry there.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import takewhile

from newsroom.content.document import Document
from newsroom.content.model import Dated
from newsroom.publish.feeds.plan import ATOM, FEED_LENGTH, Feed, arrived_on

FIRST_YEAR = 2010
"""The first year with an archive of its own. It must never change: archives of earlier items would vanish."""
CHANGED_LENGTH = 30
"""How many older items that have changed since a feed has at most, besides the newest."""


@dataclass(frozen=True)
class FeedArchive:
    """One archive: its items in the order of the feed, its path on the site, and that of the archive before it.

    It has no link to the archive after it, since that would change it when that is added.
    """

    items: tuple[Document[Dated], ...]
    path: str
    previous: str | None
    end: date


def current_items(feed: Feed) -> tuple[Document[Dated], ...]:
    """Get the items that each format has: those that came last, and older ones that have changed since these came.

    The last to come are first, and those without a known date last, as in lists.
    """
    newest, older = feed.items[:FEED_LENGTH], [item for item in feed.items[FEED_LENGTH:] if item.front.updated]
    changed = [item for item in older if changed_on(item) > max(arrived_on(item), arrived_on(newest[-1]))]
    latest = sorted(changed, key=changed_on, reverse=True)[:CHANGED_LENGTH]
    return undated_last((*newest, *sorted(latest, key=arrived_on, reverse=True)))


def current_atom_items(feed: Feed) -> tuple[Document[Dated], ...]:
    """Get the items that the Atom document has: those of each format, and all that are not in an archive yet."""
    unarchived = takewhile(lambda item: arrived_on(item).year > feed.closed_year, feed.items)
    paths = {item.path for item in (*current_items(feed), *unarchived)}
    return undated_last(item for item in feed.items if item.path in paths)


def archive_paths(feed: Feed) -> Mapping[int, str]:
    """Get the path on the site of each archive of a feed by its year, oldest first.

    The first one also has the items of all years before. A feed whose items are all in its own document has no archive.
    """
    years = () if feed.is_complete else range(FIRST_YEAR - 1, feed.closed_year + 1)
    return {year: f"{feed.folder}archive/{'earlier' if year < FIRST_YEAR else year}/{ATOM.file}" for year in years}


def feed_archives(feed: Feed) -> tuple[FeedArchive, ...]:
    """Get the archives of a feed, oldest first."""
    paths = archive_paths(feed)
    by_year: dict[int, list[Document[Dated]]] = {}
    for item in feed.items if paths else ():
        by_year.setdefault(max(FIRST_YEAR - 1, arrived_on(item).year), []).append(item)
    return tuple(
        FeedArchive(undated_last(by_year.get(year, ())), path, previous, date(year + 1, 1, 1))
        for (year, path), previous in zip(paths.items(), (None, *paths.values()), strict=False)
    )


def undated_last(items: Iterable[Document[Dated]]) -> tuple[Document[Dated], ...]:
    """Get the items in the same order, but those without a known date of first publication last."""
    return tuple(sorted(items, key=lambda item: item.front.undated))


def changed_on(item: Document[Dated]) -> date:
    """The day of an item's last change: that of ``updated``, but not before it came to this site."""
    arrived, updated = arrived_on(item), item.front.updated
    return max(arrived, updated.first_day) if updated else arrived
