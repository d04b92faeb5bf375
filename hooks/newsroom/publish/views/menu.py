"""The entries of the site's menu, in the language of the page that shows it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from newsroom.content.types import TYPES
from newsroom.publish.page import WebPage
from newsroom.publish.views.page_context import PageContext
from newsroom.publish.views.values import Link
from newsroom.setting_values import MenuItem, text_in

SECTIONS = (*(found.address for found in TYPES if found.in_menu), "about")
"""The addresses in the menu of a site whose settings have none; their words are in the catalogues."""
_DEFAULT = tuple(MenuItem(address=f"{section}/") for section in SECTIONS)


@dataclass(frozen=True)
class MenuEntry:
    """An entry of the menu.

    ``current`` is the value of ``aria-current`` (WAI-ARIA 1.2): "page" on the section's page, "true" on pages below it.
    """

    link: Link
    current: Literal["page", "true", ""]


def menu(context: PageContext) -> Iterator[MenuEntry]:
    """Yield the entries for a page. A section without a page, or whose page was taken down, has no entry."""
    for item in context.settings.menu or _DEFAULT:
        found = context.site.find(item.address, context.lang)
        if found is not None and not found.is_notice:
            link = context.link(found.url, _words(item, found, context))
            yield MenuEntry(link, _current(item.address, found.url, context))


def _words(item: MenuItem, page: WebPage, context: PageContext) -> str:
    section = item.address.rstrip("/")
    if words := text_in(item.title, context.lang):
        return words
    return context.t(f"{section}.title") if section in SECTIONS else page.title


def _current(address: str, url: str, context: PageContext) -> Literal["page", "true", ""]:
    page = context.page
    if page is None:
        return ""
    if page.url == url:
        return "page"
    return "true" if page.local_url.startswith(address) else ""
