"""Breadcrumbs: the way from the home page down to a page."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from newsroom.content.types import LISTS, TOPIC_TYPES
from newsroom.publish.page import WebPage
from newsroom.translations import Translations

_SECTIONS = frozenset((*LISTS, *(found.address for found in TOPIC_TYPES)))


@dataclass(frozen=True)
class Crumb:
    """One step: its words, its address relative to the site's root, the languages of the words and of the page."""

    title: str
    url: str
    lang: str
    page_lang: str


def breadcrumbs(page: WebPage, pages: Mapping[str, WebPage], t: Translations, prefix: str) -> tuple[Crumb, ...]:
    """The steps from the home page to ``page``, both included; none for a home page.

    ``pages`` are all pages by address; ``words`` and ``prefix`` ("cy/") are those of the page's language. A page
    above that the language does not have is the default language's; one that there is not at all is no step.
    """
    own_url = page.url.removeprefix(prefix)
    if not own_url:
        return ()
    crumbs_above = (_crumb_for_folder(folder, pages, t, prefix) for folder in _folders(own_url))
    is_later_page = page.listing is not None and page.listing.number > 1
    title = t("crumbs.page", number=page.listing.number) if page.listing and is_later_page else page.title
    return (*(crumb for crumb in crumbs_above if crumb), Crumb(title, page.url, page.lang, page.lang))


def _folders(url: str) -> Iterator[str]:
    """The addresses above one: "" and "stories/" for "stories/trust/"."""
    parts = url.rstrip("/").split("/")
    yield from ("".join(f"{part}/" for part in parts[:count]) for count in range(len(parts)))


def _crumb_for_folder(folder: str, pages: Mapping[str, WebPage], t: Translations, prefix: str) -> Crumb | None:
    page = pages.get(f"{prefix}{folder}") or pages.get(folder)
    if page is None:
        return None
    section = _section_title(folder, t)
    title, lang = (section, t.lang) if section else (page.title, page.lang)
    return Crumb(title, page.url, lang, page.lang)


def _section_title(folder: str, t: Translations) -> str:
    """The short name of a part of the site; "" where a folder is no such part."""
    section = folder.rstrip("/")
    if section in _SECTIONS:
        return t(f"{section}.title")
    return "" if section else t("crumbs.home")
