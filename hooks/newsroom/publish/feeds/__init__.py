"""Feeds in RSS, Atom and JSON: one for everything, one for each list, and one for each area and principle."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from lxml.html import HtmlElement

from newsroom.content.library import Channel
from newsroom.publish.build_context import BuildContext
from newsroom.publish.feeds.archives import archive_paths
from newsroom.publish.feeds.documents import FeedDocuments
from newsroom.publish.feeds.entries import EntryBuilder
from newsroom.publish.feeds.opml import opml
from newsroom.publish.feeds.pages import FeedLink, FeedLinks, FeedRow, feed_rows
from newsroom.publish.feeds.plan import EVERYTHING, FEED_GROUPS, FORMATS, LISTS, RSS, plan_feeds
from newsroom.publish.output import Output
from newsroom.publish.pages.compressed_html import CompressedHtml
from newsroom.publish.pages.page import WebPage
from newsroom.publish.pictures.markup import PictureSize

__all__ = ["EVERYTHING", "LISTS", "FeedRow", "Feeds"]

_OPML = "feeds.opml"


class Feeds(Output):
    """All feeds and their archives, and an OPML list of feeds for each language that has feeds.

    ``size_of`` returns the size of the picture with a path on the site.
    """

    channel = Channel.FEED

    def __init__(self, context: BuildContext, size_of: Callable[[str], PictureSize | None]) -> None:
        super().__init__(context)
        self._settings = context.settings
        self._translations = context.translations
        self._feeds = plan_feeds(context.library, context.settings, context.site)
        self._links = FeedLinks(self._feeds)
        self._items = {item.path: item for feed in self._feeds for item in feed.items}
        self._contents = CompressedHtml()
        self._builder = EntryBuilder(context, self._contents, size_of)
        self.paths = (
            *(feed.path(feed_format) for feed in self._feeds for feed_format in FORMATS),
            *(path for feed in self._feeds for path in archive_paths(feed).values()),
            *self._opml_paths,
        )

    @property
    def start_links(self) -> tuple[tuple[str, str], ...]:
        """The name and path of the main feed in each format."""
        return tuple((f"{feed_format.name} feed", self._feeds[0].path(feed_format)) for feed_format in FORMATS)

    def text_need(self, page: WebPage) -> str | None:
        """Return what an entry shows above its text, like the lead picture."""
        item = self._items.get(page.path)
        return self._builder.lead_need(item) if item else None

    def show_text(self, page: WebPage, root: HtmlElement) -> str:
        """Return the HTML of an entry."""
        return self._builder.content(self._items[page.path], root)

    def add_text(self, page: WebPage, shown: str) -> None:
        """Keep the HTML of an item for its entry."""
        self._contents.add(page.path, shown)

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Yield the path and content of each document."""
        documents = FeedDocuments(self._context, self._builder)
        for feed in self._feeds:
            yield from documents.files(feed)
        for path, lang in self._opml_paths.items():
            names, t = self._group_names(lang), self._translations[lang]
            yield path, opml(self._links.groups(lang), names, t, self._settings)

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
        return {group: t(f"subscribe.{group}") for group in FEED_GROUPS}
