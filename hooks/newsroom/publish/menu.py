"""The entries of the site's menu, in the language of the page that they stand on."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from newsroom.publish.page import WebPage
from newsroom.types import TYPES
from newsroom.words import Words

SECTIONS = (*(found.address for found in TYPES if found.in_menu), "about")


@dataclass(frozen=True)
class Entry:
    """One entry: its words, its address relative to the site's root, and the language of the page it leads to.

    ``current`` is the value of ``aria-current`` (WAI-ARIA 1.2): "page" on that very page, "true" on those below it.
    """

    title: str
    url: str
    lang: str
    current: Literal["page", "true", ""]


def menu(words: Words, pages: Mapping[str, WebPage], page: WebPage | None) -> tuple[Entry, ...]:
    """The entries for ``page``: ``pages`` are those they lead to, by section. A section without a page has none."""
    sections = (section for section in SECTIONS if section in pages)
    return tuple(
        Entry(words(f"{section}.title"), pages[section].url, pages[section].lang, _current(section, pages, page))
        for section in sections
    )


def _current(section: str, pages: Mapping[str, WebPage], page: WebPage | None) -> Literal["page", "true", ""]:
    if page is None:
        return ""
    if page.url == pages[section].url:
        return "page"
    return "true" if section in _folders(page) else ""


def _folders(page: WebPage) -> Iterable[str]:
    """The first folder of a page's address, after that of its language where it has one."""
    first, *rest = page.url.split("/")
    return rest[:1] if first == page.lang else [first]
