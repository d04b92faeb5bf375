"""The output that publishes the feeds, and gives pages their links to feeds."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from lxml.html import HtmlElement

from newsroom.content.document import Document
from newsroom.content.library import Channel
from newsroom.content.model import Dated
from newsroom.publish.build_context import BuildContext
from newsroom.publish.compressed_html import CompressedHtml
from newsroom.publish.feeds.archives import feed_archives, newest_items
from newsroom.publish.feeds.atom import atom_archive_document, atom_document, atom_entry
from newsroom.publish.feeds.elements import PackedEntry
from newsroom.publish.feeds.entries import Entry, EntryBuilder, changed_at
from newsroom.publish.feeds.json_feed import json_feed_document
from newsroom.publish.feeds.opml import opml
from newsroom.publish.feeds.pages import FeedLink, FeedLinks, FeedRow, feed_rows
from newsroom.publish.feeds.plan import ATOM, EVERYTHING, FORMATS, GROUPS, JSON, RSS, Feed, plan_feeds, was_in
from newsroom.publish.feeds.rss import rss_document, rss_item
from newsroom.publish.feeds.tombstones import emptied_entry
from newsroom.publish.output import Output
from newsroom.publish.page import WebPage

_OPML = "feeds.opml"


class Feeds(Output):
    """All feeds and their archives, and an OPML list of feeds for each language that has feeds."""

    channel = Channel.FEED

    def __init__(self, context: BuildContext) -> None:
        super().__init__(context)
        self._settings = context.settings
        self._translations = context.translations
        self._feeds = plan_feeds(context.library, context.settings, context.site)
        self._links = FeedLinks(self._feeds)
        self._items = {item.path: item for feed in self._feeds for item in feed.items}
        self._contents = CompressedHtml()
        self._builder = EntryBuilder(context, self._contents)
        self.paths = (
            *(feed.path(feed_format) for feed in self._feeds for feed_format in FORMATS),
            *(archive.path for feed in self._feeds for archive in feed_archives(feed)),
            *self._opml_paths,
        )

    @property
    def start_links(self) -> tuple[tuple[str, str], ...]:
        """The name and path of the main feed in each format."""
        return tuple((f"{feed_format.name} feed", self._feeds[0].path(feed_format)) for feed_format in FORMATS)

    def text_need(self, page: WebPage) -> str | None:
        """Return the lead picture, which an entry shows above its text."""
        item = self._items.get(page.path)
        return repr(item.front.lead_image) if item else None

    def show_text(self, page: WebPage, root: HtmlElement) -> str:
        """Return the HTML of an entry."""
        return self._builder.content(self._items[page.path], root)

    def add_text(self, page: WebPage, shown: str) -> None:
        """Keep the HTML of an item for its entry."""
        self._contents.add(page.path, shown)

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Yield the path and content of each document."""
        cache = EntryCache(self._builder, self._feeds)
        for feed in self._feeds:
            yield from self._feed_files(feed, cache)
        for path, lang in self._opml_paths.items():
            yield path, opml(self._links.groups(lang), self._group_names(lang), self._settings)

    @property
    def by_item(self) -> Mapping[str, Sequence[str]]:
        """The addresses of the feeds that have an item, as RSS, by the path of the item."""
        found: dict[str, list[str]] = {}
        for feed in self._feeds:
            for item in feed.items:
                found.setdefault(item.path, []).append(f"/{feed.path(RSS)}")
        return found

    def links(self, page: WebPage | None) -> tuple[FeedLink, ...]:
        """Get the feed links for the head of a page: its own feed, then the main one. None is the 404 page."""
        return self._links.links_for(page)

    def groups(self, lang: str) -> Iterator[tuple[str, str, tuple[FeedRow, ...]]]:
        """Yield the groups of feeds for the subscribe page of a language: each group's key, name and feeds."""
        names = self._group_names(lang)
        for group, feeds in self._links.groups(lang).items():
            yield group, names[group], feed_rows(feeds)

    def opml(self, lang: str) -> str:
        """Get the path of the OPML list for a language."""
        main = self._links.groups(lang)[EVERYTHING][0]
        return f"{main.folder}{_OPML}"

    @property
    def _opml_paths(self) -> dict[str, str]:
        main = (feed for feed in self._feeds if feed.group == EVERYTHING)
        return {f"{feed.folder}{_OPML}": feed.lang for feed in main}

    def _group_names(self, lang: str) -> dict[str, str]:
        t = self._translations[lang]
        return {group: t(f"subscribe.{group}") for group in GROUPS}

    def _feed_files(self, feed: Feed, cache: "EntryCache") -> Iterator[tuple[str, bytes]]:
        settings, older, recent = self._settings, feed_archives(feed), newest_items(feed)
        changes = [changed_at(item) for item in recent]
        emptied = [
            emptied_entry(item, settings, self._translations[item.lang])
            for item in feed.withdrawn
            if was_in(item, feed)
        ]
        rss_items = [*(cache.rss_item(item, feed.lang) for item in recent), *map(rss_item, emptied)]
        rss_changes = [*changes, *(entry.updated for entry in emptied)]
        yield feed.path(RSS), rss_document(feed, rss_items, rss_changes, settings)
        entries = [cache.atom_entry(item, feed.lang) for item in recent]
        previous = older[-1].path if older else None
        yield feed.path(ATOM), atom_document(feed, entries, changes, previous, settings)
        yield (
            feed.path(JSON),
            json_feed_document(feed, [*(cache.entry(item, feed.lang) for item in recent), *emptied], settings),
        )
        for archive in older:
            entries = [cache.atom_entry(item, feed.lang) for item in archive.items]
            changes = [changed_at(item) for item in archive.items]
            yield archive.path, atom_archive_document(feed, archive, entries, changes, settings)


class EntryCache:
    """Caches entries and their XML, because an item is in several feeds.

    For items that are only in archives, of which there may be thousands, only the XML is kept.
    """

    def __init__(self, builder: EntryBuilder, feeds: Iterable[Feed]) -> None:
        self._builder = builder
        self._recent = frozenset(item.path for feed in feeds for item in newest_items(feed))
        self._entries: dict[tuple[str, str], Entry] = {}
        self._rss_items: dict[tuple[str, str], PackedEntry] = {}
        self._atom_entries: dict[tuple[str, str], PackedEntry] = {}

    def entry(self, item: Document[Dated], lang: str) -> Entry:
        """Get the entry of an item for feeds in a language."""
        key = (item.path, lang)
        if key in self._entries:
            return self._entries[key]
        entry = self._builder.build(item, lang)
        if item.path in self._recent:
            self._entries[key] = entry
        return entry

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
