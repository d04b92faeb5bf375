"""Which pages search engines may list, and their entries in the site map.

The format is that of sitemaps.org 0.9, with the languages of each page as xhtml:link.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from newsroom.content.library import Library
from newsroom.publish.metadata.head import Pair, alternates
from newsroom.publish.pages.page import WebPage
from newsroom.publish.pages.web import SitePages
from newsroom.settings import Settings


def is_indexed(page: WebPage | None, library: Library) -> bool:
    """Whether search engines may list a page; None is a page of the theme, like the 404 page.

    They may list neither pages of the theme, nor the search page, nor a page of a preview.
    """
    return page is not None and library.is_indexed and bool(page.document or page.listing)


@dataclass(frozen=True)
class SitemapEntry:
    """A page in the site map: its absolute address, the day of its last change, and its versions as in ``Head``.

    A list changes when the newest of its items changes.
    """

    location: str
    updated: date | None
    alternates: tuple[Pair, ...]


@dataclass(frozen=True)
class Sitemap:
    """What ``sitemap.xml`` prints: the pages that search engines may list."""

    template: ClassVar = "frame/sitemap.xml"

    entries: tuple[SitemapEntry, ...]


def sitemap_entries(site: SitePages, library: Library, settings: Settings) -> Iterator[SitemapEntry]:
    """Yield the pages that search engines may list, in the order of the site's pages."""
    for page in site.pages:
        if is_indexed(page, library):
            location = f"{settings.site_url}{page.url}"
            yield SitemapEntry(location, _updated(page), alternates(site.versions(page), settings))


def _updated(page: WebPage) -> date | None:
    listed = page.listing.documents if page.listing else ()
    fronts = [*([page.document.front] if page.document else ()), *(document.front for document in listed)]
    known = (front.updated or front.published for front in fronts)
    return max((when.first_day for when in known if when), default=None)
