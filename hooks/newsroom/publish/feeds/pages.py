"""Links to feeds: in the head of each page, and on the subscribe page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from newsroom.content.document import Document
from newsroom.content.model import Dated
from newsroom.publish.feeds.archives import current_items
from newsroom.publish.feeds.plan import FORMATS, Feed
from newsroom.publish.pages.page import WebPage


@dataclass(frozen=True)
class FeedLink:
    """A link to a feed in one format; its address is relative to the site's root."""

    form: str
    type: str
    title: str
    url: str


@dataclass(frozen=True)
class FeedRow:
    """A feed on the subscribe page: its name, the address of its page, its links, and the first item in it."""

    name: str
    url: str
    lang: str
    links: tuple[FeedLink, ...]
    latest: Document[Dated] | None


class FeedLinks:
    """Finds the feeds that each page links to. ``feeds`` has all feeds, those of the default language first."""

    def __init__(self, feeds: Sequence[Feed]) -> None:
        self._feeds = feeds
        self._by_folder = {feed.folder: feed for feed in feeds}

    def links_for(self, page: WebPage | None) -> tuple[FeedLink, ...]:
        """Get the links for the head of a page: its own feed, then the main one. None is the 404 page."""
        main = self._first_feed((f"{page.lang}/",)) if page else self._by_folder[""]
        own = self._first_feed(_candidate_folders(page)) if page else main
        return tuple(
            link for feed in dict.fromkeys((own.folder, main.folder)) for link in feed_links(self._by_folder[feed])
        )

    def groups(self, lang: str) -> Mapping[str, Sequence[Feed]]:
        """Get the feeds of a language in groups that are not empty. The default language is used if it has no feeds."""
        main = self._first_feed((f"{lang}/",))
        found: dict[str, list[Feed]] = {}
        for feed in self._feeds:
            if feed.lang == main.lang:
                found.setdefault(feed.group, []).append(feed)
        return found

    def _first_feed(self, folders: Sequence[str]) -> Feed:
        return next((self._by_folder[folder] for folder in folders if folder in self._by_folder), self._by_folder[""])


def feed_links(feed: Feed) -> tuple[FeedLink, ...]:
    """Get the links to a feed in every format."""
    return tuple(FeedLink(form.name, form.type, f"{feed.title} ({form.name})", feed.path(form)) for form in FORMATS)


def feed_rows(feeds: Sequence[Feed]) -> tuple[FeedRow, ...]:
    """Get the rows of the subscribe page for some feeds."""
    return tuple(
        FeedRow(feed.name, feed.folder, feed.lang, feed_links(feed), next(iter(current_items(feed)), None))
        for feed in feeds
    )


def _candidate_folders(page: WebPage) -> Sequence[str]:
    """The folders in which the page's own feed may be, the likeliest first."""
    document, prefix = page.document, f"{page.lang}/"
    of_list = f"{document.type.address}/" if document and document.type.is_dated else None
    folder = of_list or page.first_url.removeprefix(prefix)
    return (f"{prefix}{folder}", folder, page.url, prefix)
