"""Sets the metadata of a feed that RSS and Atom have in common."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from feedgen.feed import FeedGenerator

from newsroom.content.entry_ids import collection_id
from newsroom.publish.feeds.elements import Extras, PackedEntry
from newsroom.publish.feeds.plan import Feed
from newsroom.settings import Settings

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
"""The last change of a feed without dates. The clock is not used."""


def feed_generator(feed: Feed, settings: Settings, changes: Iterable[datetime]) -> FeedGenerator:
    """Make a feedgen document with the metadata of a feed, without its links and entries.

    Its last change is the latest in ``changes``, so that the same content gives the same bytes.
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
    """Add entries in their order, and the elements that feedgen does not support."""
    generator.register_extension("extras", lambda: extras)
    for entry in entries:
        generator.add_entry(entry, order="append")
