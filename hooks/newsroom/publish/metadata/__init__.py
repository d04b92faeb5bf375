"""What the site says of its pages: to search engines, to whoever shows a link to one, and to readers on their way."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from newsroom.library import Channel, Library
from newsroom.publish.cards import card_of
from newsroom.publish.metadata.breadcrumbs import Crumb, breadcrumbs
from newsroom.publish.metadata.gate import is_indexed
from newsroom.publish.metadata.head import Head, alternates, missing_head, page_head
from newsroom.publish.metadata.robots import Robots
from newsroom.publish.metadata.script import script_json
from newsroom.publish.metadata.sitemap import SitemapEntry, sitemap_entries
from newsroom.publish.metadata.structured import structured_data
from newsroom.publish.metadata.subject import Subject
from newsroom.publish.page import WebPage
from newsroom.publish.view import View
from newsroom.settings import Settings

__all__ = ["Metadata", "PageMetadata", "Robots"]


@dataclass(frozen=True)
class PageMetadata:
    """What a page says of itself: its head, the way to it, and its structured data: JSON that is safe in a script."""

    head: Head
    crumbs: tuple[Crumb, ...] = ()
    structured_data: str = ""


class Metadata:
    """The metadata of all pages. ``views`` are by language, ``pages`` by address."""

    def __init__(
        self, library: Library, settings: Settings, views: Mapping[str, View], pages: Mapping[str, WebPage]
    ) -> None:
        self._library = library
        self._settings = settings
        self._views = views
        self._words = {lang: view.words for lang, view in views.items()}
        self._pages = pages

    def of(self, page: WebPage | None) -> PageMetadata:
        """The metadata of a page; None is the page for missing addresses."""
        if page is None:
            return PageMetadata(missing_head(self._settings, self._words[self._settings.default_language]))
        view, settings = self._views[page.lang], self._settings
        versions = self._library.translations(page.document, Channel.WEB) if page.document else ()
        crumbs = breadcrumbs(page, self._pages, view.words, view.prefix)
        card = card_of(page, self._library)
        subject = Subject(page, settings, view.words, crumbs, card, view.topics)
        head = page_head(
            page,
            settings,
            self._words,
            alternates=alternates(versions, settings),
            card=card,
            is_indexed=is_indexed(page, self._library),
        )
        return PageMetadata(head, crumbs, script_json(structured_data(subject)))

    def sitemap(self) -> Iterator[SitemapEntry]:
        """The pages that search engines may list."""
        return sitemap_entries(self._pages.values(), self._library, self._settings)
