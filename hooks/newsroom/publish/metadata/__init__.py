"""What the site says of its pages: to search engines, to whoever shows a link to one, and to readers on their way."""

from collections.abc import Iterator, Mapping

from newsroom.library import Channel, Library
from newsroom.publish.cards import card_of
from newsroom.publish.metadata.breadcrumbs import breadcrumbs
from newsroom.publish.metadata.gate import is_indexed, may_be_shared
from newsroom.publish.metadata.head import alternates, missing_head, page_head
from newsroom.publish.metadata.robots import Robots
from newsroom.publish.metadata.script import script_json
from newsroom.publish.metadata.share import share_links
from newsroom.publish.metadata.sitemap import SitemapEntry, sitemap_entries
from newsroom.publish.metadata.structured import structured_data
from newsroom.publish.metadata.subject import Subject
from newsroom.publish.page import WebPage
from newsroom.publish.view import View
from newsroom.settings import Settings

__all__ = ["Metadata", "Robots"]


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

    def of(self, page: WebPage | None) -> dict[str, object]:
        """What the template of a page is given; None stands for a page that is none of ours, as the 404 page."""
        if page is None:
            words = self._words[self._settings.default_language]
            nothing: dict[str, object] = {"crumbs": (), "share_links": (), "structured_data": ""}
            return nothing | {"head": missing_head(self._settings, words), "sitemap": self._sitemap}
        view, settings = self._views[page.lang], self._settings
        versions = self._library.translations(page.document, Channel.WEB) if page.document else ()
        crumbs = breadcrumbs(page, self._pages, view.words, view.prefix)
        card = card_of(page, self._library)
        subject = Subject(page, settings, view.words, crumbs, card, view.topics)
        url = f"{settings.site_url}{page.url}"
        is_shared = may_be_shared(page.document, self._library)
        return {
            "crumbs": crumbs,
            "share_links": share_links(page.title, url, view.words) if is_shared else (),
            "structured_data": script_json(structured_data(subject)),
            "head": page_head(
                page,
                settings,
                self._words,
                alternates=alternates(versions, settings),
                card=card,
                is_indexed=is_indexed(page, self._library),
            ),
        }

    def _sitemap(self) -> Iterator[SitemapEntry]:
        return sitemap_entries(self._pages.values(), self._library, self._settings)
