"""What pages say of feeds: which ones a page leads to, and on the page about them, all."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from newsroom.content.document import Document
from newsroom.content.model import Dated
from newsroom.publish.feeds.plan import FORMATS, Feed
from newsroom.publish.page import WebPage

_LATER_PAGE = re.compile(r"page/\d+/$")


@dataclass(frozen=True)
class FeedLink:
    """A link to a feed in one format; its address is relative to the site's root."""

    form: str
    type: str
    title: str
    url: str


@dataclass(frozen=True)
class FeedRow:
    """A feed in the list of all: its name, the address of its page, its links, and the newest piece in it."""

    name: str
    url: str
    lang: str
    links: tuple[FeedLink, ...]
    latest: Document[Dated] | None


class FeedLinks:
    """The links of all pages. ``feeds`` are all there are, those of the default language first."""

    def __init__(self, feeds: Sequence[Feed]) -> None:
        self._feeds = feeds
        self._by_folder = {feed.folder: feed for feed in feeds}

    def links_for(self, page: WebPage | None) -> tuple[FeedLink, ...]:
        """The links in the head of a page: to its own feed, then to the main one; None stands for the 404 page."""
        main = self._first_feed((f"{page.lang}/",)) if page else self._by_folder[""]
        own = self._first_feed(_candidate_folders(page)) if page else main
        return tuple(
            link for feed in dict.fromkeys((own.folder, main.folder)) for link in feed_links(self._by_folder[feed])
        )

    def groups(self, lang: str) -> Mapping[str, Sequence[Feed]]:
        """The feeds of a language, or of the default one where it has none, in groups; none is empty."""
        main = self._first_feed((f"{lang}/",))
        found: dict[str, list[Feed]] = {}
        for feed in self._feeds:
            if feed.lang == main.lang:
                found.setdefault(feed.group, []).append(feed)
        return found

    def _first_feed(self, folders: Sequence[str]) -> Feed:
        return next((self._by_folder[folder] for folder in folders if folder in self._by_folder), self._by_folder[""])


def feed_links(feed: Feed) -> tuple[FeedLink, ...]:
    """A feed in every format."""
    return tuple(FeedLink(form.name, form.type, f"{feed.title} ({form.name})", feed.path(form)) for form in FORMATS)


def feed_rows(feeds: Sequence[Feed]) -> tuple[FeedRow, ...]:
    """Feeds as the page about them lists them."""
    return tuple(
        FeedRow(feed.name, feed.folder, feed.lang, feed_links(feed), feed.items[0] if feed.items else None)
        for feed in feeds
    )


def _candidate_folders(page: WebPage) -> Sequence[str]:
    """Where the feed of a page's own may stand, the likeliest first."""
    document, prefix = page.document, f"{page.lang}/"
    of_list = f"{document.type.address}/" if document and document.type.is_dated else None
    folder = of_list or _LATER_PAGE.sub("", page.url).removeprefix(prefix)
    return (f"{prefix}{folder}", folder, page.url, prefix)
