"""Archives of feeds (RFC 5005, section 4): documents with the older entries, which do not change once they are full."""

from collections.abc import Sequence
from dataclasses import dataclass

from newsroom.content.document import Document
from newsroom.content.model import Dated
from newsroom.content.withdrawals import Withdrawal
from newsroom.publish.feeds.plan import ATOM, Feed

FEED_LENGTH = 30
"""How many entries are in the feed itself."""
ARCHIVE_LENGTH = 50
"""How many items a full archive has. Withdrawn items count."""


@dataclass(frozen=True)
class Archive:
    """One archive: its items, newest first, its path on the site, and the paths of the archives before and after it.

    A full archive always has the same path and never gets other entries. The archive that is being filled has the
    number of its items in its path, so that the entries at an address never change. Full archives do not link to it.
    """

    items: tuple[Document[Dated], ...]
    path: str
    previous: str | None
    next: str | None


def newest_items(feed: Feed) -> tuple[Document[Dated], ...]:
    """Get the items that are in the feed itself."""
    return feed.items[:FEED_LENGTH]


def feed_archives(feed: Feed) -> tuple[Archive, ...]:
    """Get the archives of a feed, oldest first. The feed and its archives have each item once.

    Items are counted from the oldest. A withdrawn item keeps its slot, which is left empty, so that no other item
    moves to another archive, as long as its file has its date: a stub has none.
    """
    shown = {item.path for item in feed.items[FEED_LENGTH:]}
    slots = _archived_items(feed)
    parts = [slots[start : start + ARCHIVE_LENGTH] for start in range(0, len(slots), ARCHIVE_LENGTH)]
    paths = [_path(feed, number, len(part)) for number, part in enumerate(parts, 1)]
    full = sum(len(part) == ARCHIVE_LENGTH for part in parts)
    return tuple(
        Archive(
            items=tuple(item for item in reversed(part) if isinstance(item, Document) and item.path in shown),
            path=paths[index],
            previous=paths[index - 1] if index else None,
            next=paths[index + 1] if index + 1 < full else None,
        )
        for index, part in enumerate(parts)
    )


def _archived_items(feed: Feed) -> Sequence[Document[Dated] | Withdrawal]:
    """The items that are too old for the feed itself, with withdrawn ones whose date is known, oldest first."""
    older = feed.items[FEED_LENGTH:]
    if not older:
        return ()
    last = feed.items[FEED_LENGTH - 1]
    withdrawn = (item for item in feed.withdrawn if item.published and _sort_key(item) > _sort_key(last))
    return sorted((*older, *withdrawn), key=_sort_key, reverse=True)


def _sort_key(item: Document[Dated] | Withdrawal) -> tuple[int, str]:
    """Sorts items as in a feed: newest first, and by path within a day."""
    published = item.published if isinstance(item, Withdrawal) else item.front.date
    return (-published.first_day.toordinal() if published else 0, item.path)


def _path(feed: Feed, number: int, length: int) -> str:
    name = f"{number}" if length == ARCHIVE_LENGTH else f"{number}-{length}"
    return f"{feed.folder}archive/{name}/{ATOM.file}"
