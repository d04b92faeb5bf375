"""Writes the documents of feeds. A document whose entries and settings are the same as in an earlier build is kept."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from lxml import etree

from newsroom.cache import digest
from newsroom.content.document import Document
from newsroom.content.model import Dated
from newsroom.publish.build_context import BuildContext
from newsroom.publish.feeds.archives import FeedArchive, current_atom_items, current_items, feed_archives
from newsroom.publish.feeds.atom import atom_archive_document, atom_document, atom_entry
from newsroom.publish.feeds.elements import PackedEntry
from newsroom.publish.feeds.entries import Entry, EntryBuilder
from newsroom.publish.feeds.head import feed_changed_at
from newsroom.publish.feeds.json_feed import json_feed_document
from newsroom.publish.feeds.plan import ATOM, JSON, RSS, Feed
from newsroom.publish.feeds.rss import rss_document, rss_item
from newsroom.publish.feeds.tombstones import emptied_entry, tombstone
from newsroom.publish.pages.language_site import Items


class FeedDocuments:
    """Writes the documents of feeds. ``builder`` builds the entries of their items."""

    def __init__(self, context: BuildContext, builder: EntryBuilder) -> None:
        self._settings = context.settings
        self._translations = context.translations
        self._files = context.value_cache.files
        self._entries = _EntryCache(builder)

    def files(self, feed: Feed) -> Iterator[tuple[str, bytes]]:
        """Yield the path and the content of each document of a feed: one for each format, and its archives."""
        archives, items, atom_items = feed_archives(feed), current_items(feed), current_atom_items(feed)
        emptied = [emptied_entry(item, self._settings, self._translations[item.lang]) for item in feed.emptied]
        own = (feed.folder, feed.lang, feed.title, feed.description, feed.hint, feed.rights, feed.versions)
        head = repr((self._settings, own, feed.is_complete))
        facts = (feed_changed_at(feed), emptied)
        previous = archives[-1].path if archives else None
        taken_back = [etree.tostring(tombstone(item, self._settings)) for item in feed.taken_back]
        for feed_format, shown, make, more in (
            (RSS, items, partial(self._rss, feed, items, emptied), ()),
            (ATOM, atom_items, partial(self._atom, feed, atom_items, emptied, previous), (previous, taken_back)),
            (JSON, items, partial(self._json, feed, items, emptied), ()),
        ):
            yield feed.path(feed_format), self._kept(make, feed.lang, f"{head}{(feed_format, facts, more)}", shown)
        for archive in archives:
            make, links = partial(self._archive, feed, archive), (archive.path, archive.previous, archive.end)
            yield archive.path, self._kept(make, feed.lang, f"{head}{links}", archive.items)

    def _kept(self, make: Callable[[], bytes], lang: str, facts: str, items: Items) -> bytes:
        """Return a document of a feed in a language, which depends on ``facts`` and on the entries of items."""
        if self._files is None:
            return make()
        key = digest(facts, *(self._entries.digest(item, lang) for item in items))
        return self._files.get("feed", key, lambda _key: make())

    def _rss(self, feed: Feed, items: Items, emptied: Sequence[Entry]) -> bytes:
        entries = [*(self._entries.rss_item(item, feed.lang) for item in items), *map(rss_item, emptied)]
        return rss_document(feed, entries, self._settings)

    def _atom(self, feed: Feed, items: Items, emptied: Sequence[Entry], previous: str | None) -> bytes:
        entries = [*(self._entries.atom_entry(item, feed.lang) for item in items), *map(atom_entry, emptied)]
        return atom_document(feed, entries, previous, self._settings)

    def _json(self, feed: Feed, items: Items, emptied: Sequence[Entry]) -> bytes:
        entries = [*(self._entries.entry(item, feed.lang) for item in items), *emptied]
        return json_feed_document(feed, entries, self._settings)

    def _archive(self, feed: Feed, archive: FeedArchive) -> bytes:
        entries = [self._entries.atom_entry(item, feed.lang) for item in archive.items]
        return atom_archive_document(feed, archive, entries, self._settings)


class _EntryCache:
    """Caches what entries are made from, and their XML, because an item is in several feeds.

    The HTML of the entries is not kept: there may be thousands of them.
    """

    def __init__(self, builder: EntryBuilder) -> None:
        self._builder = builder
        self._metadata: dict[str, Entry] = {}
        self._item_digests: dict[str, bytes] = {}
        self._digests: dict[tuple[str, str], bytes] = {}
        self._rss_items: dict[tuple[str, str], PackedEntry] = {}
        self._atom_entries: dict[tuple[str, str], PackedEntry] = {}

    def digest(self, item: Document[Dated], lang: str) -> bytes:
        """Get a digest of the entry of an item for feeds in a language."""
        key = (item.path, lang)
        if key not in self._digests:
            self._digests[key] = digest(self._item_digest(item), *self._builder.categories(item, lang))
        return self._digests[key]

    def entry(self, item: Document[Dated], lang: str) -> Entry:
        """Get the entry of an item for feeds in a language."""
        return self._builder.complete(self._item_metadata(item), item, lang)

    def rss_item(self, item: Document[Dated], lang: str) -> PackedEntry:
        """Get the entry as RSS."""
        key = (item.path, lang)
        if key not in self._rss_items:
            self._rss_items[key] = rss_item(self.entry(item, lang))
        return self._rss_items[key]

    def atom_entry(self, item: Document[Dated], lang: str) -> PackedEntry:
        """Get the entry as Atom."""
        key = (item.path, lang)
        if key not in self._atom_entries:
            self._atom_entries[key] = atom_entry(self.entry(item, lang))
        return self._atom_entries[key]

    def _item_digest(self, item: Document[Dated]) -> bytes:
        """A digest of what is the same in the feeds of all languages."""
        if item.path not in self._item_digests:
            metadata, html = repr(self._item_metadata(item)), self._builder.html(item)
            self._item_digests[item.path] = digest(metadata, html)
        return self._item_digests[item.path]

    def _item_metadata(self, item: Document[Dated]) -> Entry:
        if item.path not in self._metadata:
            self._metadata[item.path] = self._builder.build_metadata(item)
        return self._metadata[item.path]
