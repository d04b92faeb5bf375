"""Reading feeds as subscribers' programs do."""

from collections.abc import Mapping
from pathlib import Path

import feedparser

from tests.support import SETTINGS
from tests.support.rendering import published


def read_feed(document: bytes) -> feedparser.FeedParserDict:
    """A feed as feedparser has it, without the changes that it makes for display; it has nothing against it."""
    feed = feedparser.parse(document, sanitize_html=False, resolve_relative_uris=False)
    assert not feed.bozo, feed.bozo_exception
    return feed


def feed_of(root: Path, files: Mapping[str, str | bytes], **settings: object) -> feedparser.FeedParserDict:
    """The feed of a newsroom with these files and settings."""
    return read_feed(published(root, files, settings={**SETTINGS, **settings})["feed.xml"])


def entry_of(root: Path, files: Mapping[str, str | bytes], title: str, **settings: object) -> feedparser.FeedParserDict:
    """The one entry with a title in the feed of a newsroom."""
    (found,) = (entry for entry in feed_of(root, files, **settings).entries if entry.title == title)
    return found
