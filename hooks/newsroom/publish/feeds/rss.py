"""Feeds: RSS 2.0 from the newest entries, written by feedgen."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from html import escape
from urllib.parse import urljoin

from feedgen.entry import FeedEntry
from feedgen.feed import FeedGenerator

from newsroom.library import Library
from newsroom.publish.entries import Entry, feed_documents, feed_entries
from newsroom.settings import Settings
from newsroom.words import Words

FEED = "feed.xml"
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Feeds:
    """The site's feeds. ``sizes`` maps a file's path in the repository to its length in bytes."""

    def __init__(self, library: Library, settings: Settings, words: Words, sizes: Mapping[str, int]) -> None:
        self._library = library
        self._settings = settings
        self._words = words
        self._sizes = sizes
        self.needs = frozenset(document.path for document in feed_documents(library, words.lang))
        self.paths = (FEED,)

    def files(self, rendered: Mapping[str, str]) -> Iterator[tuple[str, bytes]]:
        """Each feed's path and document."""
        entries = feed_entries(self._library, self._settings, self._words, rendered, self._sizes)
        yield FEED, rss(tuple(entries), self._settings, self._words)


def rss(entries: Sequence[Entry], settings: Settings, words: Words) -> bytes:
    """An RSS 2.0 document with full content, in UTF-8, from entries that are newest first.

    Its build date is the newest entry's, so that the same content gives the same bytes.
    """
    feed = FeedGenerator()
    feed.load_extension("dc")
    feed.id(settings.site_url)
    feed.title(settings.site_name)
    feed.link(href=urljoin(settings.site_url, FEED), rel="self", type="application/rss+xml")
    feed.link(href=settings.site_url, rel="alternate")  # the last one is RSS's own <link>
    feed.description(words("feed.description"))
    feed.language(words.lang)
    feed.generator("newsroom")
    feed.docs("https://www.rssboard.org/rss-specification")
    feed.lastBuildDate(max((entry.updated for entry in entries), default=_EPOCH))
    for entry in entries:
        _add(feed.add_entry(order="append"), entry)
    document: bytes = feed.rss_str(pretty=True)
    return document


def _add(item: FeedEntry, entry: Entry) -> None:
    item.guid(entry.id, permalink=False)
    item.title(entry.title)
    item.link(href=entry.url)
    item.description(escape(entry.summary, quote=False))  # readers take it as HTML
    item.content(entry.html, type="CDATA")
    item.pubDate(entry.published)
    item.updated(entry.updated)
    item.dc.dc_language(entry.lang)
    item.category([{"term": category} for category in entry.categories])
    if entry.authors:
        item.dc.dc_creator(list(entry.authors))
    if entry.enclosure:
        item.enclosure(entry.enclosure.url, str(entry.enclosure.length), entry.enclosure.type)
