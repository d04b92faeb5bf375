"""Archives (RFC 5005, section 4): the entries that are too old for a feed, in documents that stay as they are."""

from collections.abc import Sequence
from dataclasses import dataclass

from newsroom.content.document import Document
from newsroom.content.model import Dated
from newsroom.publish.feeds.plan import ATOM, Feed

NEWEST = 30
"""How many entries a feed itself has."""
LENGTH = 50
"""How many pieces a full archive was made from."""


@dataclass(frozen=True)
class Archive:
    """One archive: its pieces, newest first, its path on the site, and those of the archives before and after it.

    A full one never gets other entries, and always has the same path. The one that is being filled has the number of
    its pieces in its path, so that at no address the entries ever change, and no full one leads to it.
    """

    pieces: tuple[Document[Dated], ...]
    path: str
    previous: str | None
    next: str | None


def newest(feed: Feed) -> tuple[Document[Dated], ...]:
    """The pieces that stand in the feed itself."""
    return feed.pieces[:NEWEST]


def archives(feed: Feed) -> tuple[Archive, ...]:
    """The archives of a feed, the oldest first. With its newest pieces they hold each of its pieces once.

    They are counted from the oldest piece on. A withdrawn story keeps its place, empty, and nothing else moves.
    """
    shown = {piece.path for piece in feed.pieces[NEWEST:]}
    places = _older(feed)
    parts = [places[start : start + LENGTH] for start in range(0, len(places), LENGTH)]
    paths = [_path(feed, number, len(part)) for number, part in enumerate(parts, 1)]
    full = sum(len(part) == LENGTH for part in parts)
    return tuple(
        Archive(
            pieces=tuple(piece for piece in reversed(part) if piece.path in shown),
            path=paths[index],
            previous=paths[index - 1] if index else None,
            next=paths[index + 1] if index + 1 < full else None,
        )
        for index, part in enumerate(parts)
    )


def _older(feed: Feed) -> Sequence[Document[Dated]]:
    """All that is older than the feed's newest pieces, with what was withdrawn, the oldest first."""
    older = feed.pieces[NEWEST:]
    if not older:
        return ()
    last = feed.pieces[NEWEST - 1]
    withdrawn = (story for story in feed.withdrawn if _age(story) > _age(last))
    return sorted((*older, *withdrawn), key=_age, reverse=True)


def _age(piece: Document[Dated]) -> tuple[int, str]:
    """The order in which pieces stand in a feed."""
    return (-piece.front.date.first_day.toordinal(), piece.path)


def _path(feed: Feed, number: int, length: int) -> str:
    name = f"{number}" if length == LENGTH else f"{number}-{length}"
    return f"{feed.folder}archive/{name}/{ATOM.file}"
