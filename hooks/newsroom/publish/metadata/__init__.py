"""Metadata of pages for search engines, for link previews, and for readers (breadcrumbs)."""

from dataclasses import dataclass

from newsroom.content.library import Library
from newsroom.publish.cards import find_card
from newsroom.publish.metadata.breadcrumbs import Crumb, breadcrumbs
from newsroom.publish.metadata.head import Head, alternates, head_of_missing_page, head_of_notice, page_head
from newsroom.publish.metadata.sitemap import Sitemap, is_indexed, sitemap_entries
from newsroom.publish.metadata.structured import script_json, structured_data
from newsroom.publish.metadata.subject import Subject
from newsroom.publish.pages.page import WebPage
from newsroom.publish.pages.web import SitePages
from newsroom.publish.text.text_facts import PdfFile
from newsroom.settings import Settings

__all__ = ["Metadata", "PageMetadata", "Sitemap"]


@dataclass(frozen=True)
class PageMetadata:
    """The metadata of a page: its head, its breadcrumbs, and its structured data as JSON that is safe in a script."""

    head: Head
    crumbs: tuple[Crumb, ...] = ()
    structured_data: str = ""


class Metadata:
    """Makes the metadata of pages."""

    def __init__(self, library: Library, settings: Settings, site: SitePages) -> None:
        self._library = library
        self._settings = settings
        self._site = site
        self._translations = {lang: language_site.t for lang, language_site in site.language_sites.items()}

    def for_page(self, page: WebPage | None, pdf: PdfFile | None) -> PageMetadata:
        """Return the metadata of a page, whose PDF is ``pdf``; None is the page for missing addresses."""
        if page is None:
            return PageMetadata(head_of_missing_page(self._settings, self._translations))
        language_site, settings = self._site.language_sites[page.lang], self._settings
        crumbs = breadcrumbs(page, self._site)
        if page.is_notice:
            return PageMetadata(head_of_notice(page, settings), crumbs)
        card, is_shared = find_card(page, self._library), self._library.may_be_shared(page.document)
        subject = Subject(page, settings, language_site.t, crumbs, card, language_site.topics, pdf)
        head = page_head(
            page,
            settings,
            self._translations,
            alternates=alternates(self._site.versions(page), settings),
            card=card,
            is_shared=is_shared,
            is_indexed=is_indexed(page, self._library),
        )
        return PageMetadata(head, crumbs, script_json(structured_data(subject)))

    def sitemap(self) -> Sitemap:
        """Return the value of the site map."""
        return Sitemap(tuple(sitemap_entries(self._site, self._library, self._settings)))
