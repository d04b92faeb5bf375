"""What RSS and Atom documents begin with alike, set in feedgen."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from feedgen.feed import FeedGenerator

from newsroom.content.entry_ids import collection_id
from newsroom.publish.feeds.elements import Extras, PackedEntry
from newsroom.publish.feeds.plan import Feed
from newsroom.settings import Settings

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
"""When a feed without any date last changed: no clock is read."""


def feed_generator(feed: Feed, settings: Settings, changes: Iterable[datetime]) -> FeedGenerator:
    """A document of a feed, without its links to other documents and its entries.

    It changed when the last of its parts did, as ``changes`` says: the same content gives the same bytes.
    """
    generator = FeedGenerator()
    generator.id(collection_id(feed.folder, settings.tag_authority))
    generator.title(feed.title)
    generator.description(f"{feed.description} {feed.hint}")
    generator.language(feed.lang)
    generator.generator("newsroom")
    generator.docs("https://www.rssboard.org/rss-specification")
    changed = max(changes, default=EPOCH)
    generator.updated(changed)
    generator.lastBuildDate(changed)
    generator.author({"name": settings.site_name, "uri": settings.site_url})
    if settings.websub_hub:
        generator.link(href=settings.websub_hub, rel="hub")
    return generator


def add_entries(generator: FeedGenerator, extras: Extras, entries: Sequence[PackedEntry]) -> None:
    """Add entries, in their order, and what feedgen has no words for."""
    generator.register_extension("extras", lambda: extras)
    for entry in entries:
        generator.add_entry(entry, order="append")
