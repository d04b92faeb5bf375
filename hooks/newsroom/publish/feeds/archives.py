"""Archives (RFC 5005, section 4): the entries that are too old for a feed, in documents that stay as they are."""

from collections.abc import Sequence
from dataclasses import dataclass

from newsroom.content.document import Document
from newsroom.content.model import Dated
from newsroom.publish.feeds.plan import ATOM, Feed

FEED_LENGTH = 30
"""How many entries a feed itself has."""
ARCHIVE_LENGTH = 50
"""How many pieces a full archive was made from."""


@dataclass(frozen=True)
class Archive:
    """One archive: its pieces, newest first, its path on the site, and those of the archives before and after it.

    A full one never gets other entries, and always has the same path. The one that is being filled has the number of
    its pieces in its path, so that at no address the entries ever change, and no full one leads to it.
    """

    items: tuple[Document[Dated], ...]
    path: str
    previous: str | None
    next: str | None


def newest_items(feed: Feed) -> tuple[Document[Dated], ...]:
    """The pieces that stand in the feed itself."""
    return feed.items[:FEED_LENGTH]


def feed_archives(feed: Feed) -> tuple[Archive, ...]:
    """The archives of a feed, the oldest first. With its newest pieces they hold each of its pieces once.

    They are counted from the oldest piece on. A withdrawn story keeps its place, empty, and nothing else moves.
    """
    shown = {item.path for item in feed.items[FEED_LENGTH:]}
    slots = _archived_items(feed)
    parts = [slots[start : start + ARCHIVE_LENGTH] for start in range(0, len(slots), ARCHIVE_LENGTH)]
    paths = [_path(feed, number, len(part)) for number, part in enumerate(parts, 1)]
    full = sum(len(part) == ARCHIVE_LENGTH for part in parts)
    return tuple(
        Archive(
            items=tuple(item for item in reversed(part) if item.path in shown),
            path=paths[index],
            previous=paths[index - 1] if index else None,
            next=paths[index + 1] if index + 1 < full else None,
        )
        for index, part in enumerate(parts)
    )


def _archived_items(feed: Feed) -> Sequence[Document[Dated]]:
    """All that is older than the feed's newest pieces, with what was withdrawn, the oldest first."""
    older = feed.items[FEED_LENGTH:]
    if not older:
        return ()
    last = feed.items[FEED_LENGTH - 1]
    withdrawn = (story for story in feed.withdrawn if _sort_key(story) > _sort_key(last))
    return sorted((*older, *withdrawn), key=_sort_key, reverse=True)


def _sort_key(item: Document[Dated]) -> tuple[int, str]:
    """The order in which pieces stand in a feed."""
    return (-item.front.date.first_day.toordinal(), item.path)


def _path(feed: Feed, number: int, length: int) -> str:
    name = f"{number}" if length == ARCHIVE_LENGTH else f"{number}-{length}"
    return f"{feed.folder}archive/{name}/{ATOM.file}"
