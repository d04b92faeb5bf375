"""Breadcrumbs: links from the home page down to a page."""

from collections.abc import Iterator
from dataclasses import dataclass

from newsroom.content.types import LISTS, TOPIC_TYPES
from newsroom.publish.pages.page import WebPage
from newsroom.publish.pages.web import SitePages
from newsroom.translations import Translations

_SECTIONS = frozenset((*LISTS, *(found.address for found in TOPIC_TYPES)))


@dataclass(frozen=True)
class Crumb:
    """A breadcrumb. ``lang`` is the language of the title, ``page_lang`` that of the page."""

    title: str
    url: str
    lang: str
    page_lang: str


def breadcrumbs(page: WebPage, site: SitePages) -> tuple[Crumb, ...]:
    """Return the breadcrumbs from the home page to ``page``, both included; none for a home page.

    If a parent page does not exist in the page's language, its version in the default language is used. A folder
    without any page is left out.
    """
    if not page.local_url:
        return ()
    t = site.language_sites[page.lang].t
    crumbs_above = (_crumb_for_folder(folder, site, t) for folder in _folders(page.local_url))
    is_later_page = page.listing is not None and page.listing.number > 1
    title = t("crumbs.page", number=page.listing.number) if page.listing and is_later_page else page.title
    return (*(crumb for crumb in crumbs_above if crumb), Crumb(title, page.url, page.lang, page.lang))


def _folders(url: str) -> Iterator[str]:
    """Yield the addresses of the parent folders: "" and "stories/" for "stories/trust/"."""
    parts = url.rstrip("/").split("/")
    yield from ("".join(f"{part}/" for part in parts[:count]) for count in range(len(parts)))


def _crumb_for_folder(folder: str, site: SitePages, t: Translations) -> Crumb | None:
    page = site.find(folder, t.lang)
    if page is None:
        return None
    section = _section_title(folder, t)
    title, lang = (section, t.lang) if section else (page.title, page.lang)
    return Crumb(title, page.url, lang, page.lang)


def _section_title(folder: str, t: Translations) -> str:
    """Return the short name of a section of the site; "" if the folder is not a section."""
    section = folder.rstrip("/")
    if section in _SECTIONS:
        return t(f"{section}.title")
    return "" if section else t("crumbs.home")
