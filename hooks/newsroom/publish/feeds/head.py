"""What RSS and Atom documents begin with alike, set in feedgen."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from feedgen.feed import FeedGenerator

from newsroom.content.entry_ids import collection_id
from newsroom.publish.feeds.elements import Extras, Prepared
from newsroom.publish.feeds.plan import Feed
from newsroom.settings import Settings

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
"""When a feed without any date last changed: no clock is read."""


def generator(feed: Feed, settings: Settings, changes: Iterable[datetime]) -> FeedGenerator:
    """A document of a feed, without its links to other documents and its entries.

    It changed when the last of its parts did, as ``changes`` says: the same content gives the same bytes.
    """
    made = FeedGenerator()
    made.id(collection_id(feed.folder, settings.tag_authority))
    made.title(feed.title)
    made.description(f"{feed.description} {feed.hint}")
    made.language(feed.lang)
    made.generator("newsroom")
    made.docs("https://www.rssboard.org/rss-specification")
    changed = max(changes, default=EPOCH)
    made.updated(changed)
    made.lastBuildDate(changed)
    made.author({"name": settings.site_name, "uri": settings.site_url})
    if settings.websub_hub:
        made.link(href=settings.websub_hub, rel="hub")
    return made


def add(made: FeedGenerator, extras: Extras, entries: Sequence[Prepared]) -> None:
    """Add entries, in their order, and what feedgen has no words for."""
    made.register_extension("extras", lambda: extras)
    for entry in entries:
        made.add_entry(entry, order="append")
