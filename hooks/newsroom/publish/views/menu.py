"""The links in the header: the site's menu, and the page in the other languages of the site."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from newsroom.content.types import TYPES
from newsroom.publish.pages.page import WebPage
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


@dataclass(frozen=True)
class LanguageSwitch:
    """A link to the page in another language, in that language.

    ``note`` says that the page does not exist in that language, and that the link leads to the home page; None if it
    leads to the page itself.
    """

    href: str
    name: str
    lang: str
    note: str | None


def language_switches(context: PageContext) -> Iterator[LanguageSwitch]:
    """Yield a link for each other language that has the page, or at least a home page."""
    for lang, language_site in context.site.language_sites.items():
        page, t = _version(context, lang), language_site.t
        target = page or context.site.version("", lang)
        if lang != context.lang and target:
            note = None if page else t("languages.home")
            yield LanguageSwitch(context.href(target.url), t.native_name, lang, note)


def _version(context: PageContext, lang: str) -> WebPage | None:
    """The page in a language. A later page of a list may exist in one language only: then the list's first page."""
    page, site = context.page, context.site
    if page is None:
        return None
    return site.version(page.local_url, lang) or site.version(page.first_url.removeprefix(page.prefix), lang)
