"""Sets the metadata of a feed that RSS and Atom have in common."""

import re
from datetime import UTC, datetime

from feedgen.feed import FeedGenerator

from newsroom.content.dates import midnight
from newsroom.content.entry_ids import collection_id
from newsroom.publish.feeds.archives import changed_on
from newsroom.publish.feeds.plan import Feed
from newsroom.publish.feeds.tombstones import taken_back_at
from newsroom.publish.theme.assets import FAVICON, FEED_LOGO, FEED_LOGO_SIZE
from newsroom.settings import Settings

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
"""The last change of a feed without dates. The clock is not used."""


def feed_changed_at(feed: Feed) -> datetime:
    """When a feed last changed, by the dates of all its items and of those that were taken back.

    It does not go back if an item is withdrawn, since that has its own day, which its stub keeps. If a file is deleted,
    nothing of it is left: `newsroom check --base` asks for the stub.
    """
    changes = (midnight(changed_on(item)) for item in feed.items)
    return max([*changes, *map(taken_back_at, feed.taken_back)], default=EPOCH)


def feed_generator(feed: Feed, settings: Settings, changed: datetime) -> FeedGenerator:
    """Make a feedgen document with the metadata of a feed, without its links and entries."""
    generator = FeedGenerator()
    generator.id(collection_id(feed.folder, settings.tag_authority))
    generator.title(feed.title)
    generator.description(feed.description)
    generator.language(feed.lang)
    generator.generator("newsroom")
    generator.docs("https://www.rssboard.org/rss-specification")
    generator.rights(feed.rights)
    generator.icon(f"{settings.site_url}{FAVICON}")
    page, (width, height) = f"{settings.site_url}{feed.folder}", FEED_LOGO_SIZE
    # feedgen also uses the address as Atom's logo
    generator.image(f"{settings.site_url}{FEED_LOGO}", feed.title, page, width=str(width), height=str(height))
    generator.updated(changed)
    generator.lastBuildDate(changed)
    generator.author({"name": settings.name_in(feed.lang), "uri": settings.site_url})
    if settings.websub_hub:
        generator.link(href=settings.websub_hub, rel="hub")
    return generator


def with_hint(document: bytes, feed: Feed) -> bytes:
    """Add a comment that says what a feed is, for people who open it in a browser, to the start of a document."""
    hint = re.sub("-(?=-|$)", "- ", feed.hint)  # https://www.w3.org/TR/xml/#sec-comments
    return document.replace(b"?>\n", f"?>\n<!-- {hint} -->\n".encode(), 1)
