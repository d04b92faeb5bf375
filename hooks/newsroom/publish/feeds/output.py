"""The feeds of a build: their files, and what pages say of them."""

from collections.abc import Iterable, Iterator, Mapping

from newsroom.content.document import Document
from newsroom.content.model import Dated
from newsroom.publish.build_context import BuildContext
from newsroom.publish.feeds.archives import archives, newest
from newsroom.publish.feeds.atom import atom, atom_archive, atom_entry
from newsroom.publish.feeds.elements import Prepared
from newsroom.publish.feeds.entries import Entries, Entry, changed_at
from newsroom.publish.feeds.json_feed import json_feed
from newsroom.publish.feeds.opml import opml
from newsroom.publish.feeds.pages import FeedLinks, Link, Row, rows
from newsroom.publish.feeds.plan import ATOM, EVERYTHING, FORMATS, GROUPS, JSON, RSS, Feed, plan_feeds
from newsroom.publish.feeds.rss import rss, rss_item
from newsroom.publish.output import Output
from newsroom.publish.page import WebPage

_OPML = "feeds.opml"


class Feeds(Output):
    """All feeds, with their archives, and a list of them for each language that has any."""

    def __init__(self, context: BuildContext) -> None:
        super().__init__(context)
        self._settings = context.settings
        self._translations = context.translations
        self._feeds = plan_feeds(context.library, context.settings, context.translations)
        self._links = FeedLinks(self._feeds)
        self.needs = frozenset(piece.path for feed in self._feeds for piece in feed.pieces)
        self.paths = (
            *(feed.path(form) for feed in self._feeds for form in FORMATS),
            *(archive.path for feed in self._feeds for archive in archives(feed)),
            *self._opml_paths,
        )

    @property
    def start_links(self) -> tuple[tuple[str, str], ...]:
        """The main feed in all its formats: what each is called, and its path."""
        return tuple((f"{form.name} feed", self._feeds[0].path(form)) for form in FORMATS)

    def files(self, rendered: Mapping[str, str]) -> Iterator[tuple[str, bytes]]:
        """Each document's path and content."""
        made = _Made(Entries(self._context, rendered), self._feeds)
        for feed in self._feeds:
            yield from self._documents(feed, made)
        for path, lang in self._opml_paths.items():
            yield path, opml(self._links.groups(lang), self._group_names(lang), self._settings)

    def links(self, page: WebPage | None) -> tuple[Link, ...]:
        """The links in a page's head: to its own feed, then to the main one; None is the page for missing addresses."""
        return self._links.of(page)

    def groups(self, lang: str) -> Iterator[tuple[str, str, tuple[Row, ...]]]:
        """All feeds, as the page about them in a language lists them: each group, its name and its feeds."""
        names = self._group_names(lang)
        for group, feeds in self._links.groups(lang).items():
            yield group, names[group], rows(feeds)

    def opml(self, lang: str) -> str:
        """The path of the list of all feeds of a language."""
        main = self._links.groups(lang)[EVERYTHING][0]
        return f"{main.folder}{_OPML}"

    @property
    def _opml_paths(self) -> dict[str, str]:
        main = (feed for feed in self._feeds if feed.group == EVERYTHING)
        return {f"{feed.folder}{_OPML}": feed.lang for feed in main}

    def _group_names(self, lang: str) -> dict[str, str]:
        t = self._translations[lang]
        return {group: t(f"subscribe.{group}") for group in GROUPS}

    def _documents(self, feed: Feed, made: "_Made") -> Iterator[tuple[str, bytes]]:
        settings, older, recent = self._settings, archives(feed), newest(feed)
        changes = [changed_at(piece) for piece in recent]
        items = [made.rss(piece, feed.lang) for piece in recent]
        yield feed.path(RSS), rss(feed, items, changes, settings)
        entries = [made.atom(piece, feed.lang) for piece in recent]
        previous = older[-1].path if older else None
        yield feed.path(ATOM), atom(feed, entries, changes, previous, settings)
        yield feed.path(JSON), json_feed(feed, [made.entry(piece, feed.lang) for piece in recent], settings)
        for archive in older:
            entries = [made.atom(piece, feed.lang) for piece in archive.pieces]
            changes = [changed_at(piece) for piece in archive.pieces]
            yield archive.path, atom_archive(feed, archive, entries, changes, settings)


class _Made:
    """Entries and their XML, each made once, however many feeds have it.

    Of the pieces in archives alone, which may be thousands, only the XML is kept.
    """

    def __init__(self, entries: Entries, feeds: Iterable[Feed]) -> None:
        self._source = entries
        self._recent = frozenset(piece.path for feed in feeds for piece in newest(feed))
        self._entries: dict[tuple[str, str], Entry] = {}
        self._items: dict[tuple[str, str], Prepared] = {}
        self._atom_entries: dict[tuple[str, str], Prepared] = {}

    def entry(self, piece: Document[Dated], lang: str) -> Entry:
        """The entry of a piece in a feed of a language."""
        key = (piece.path, lang)
        if key in self._entries:
            return self._entries[key]
        entry = self._source.entry(piece, lang)
        if piece.path in self._recent:
            self._entries[key] = entry
        return entry

    def rss(self, piece: Document[Dated], lang: str) -> Prepared:
        """The same in RSS."""
        key = (piece.path, lang)
        if key not in self._items:
            self._items[key] = rss_item(self.entry(piece, lang))
        return self._items[key]

    def atom(self, piece: Document[Dated], lang: str) -> Prepared:
        """The same in Atom."""
        key = (piece.path, lang)
        if key not in self._atom_entries:
            self._atom_entries[key] = atom_entry(self.entry(piece, lang))
        return self._atom_entries[key]
