"""The entries of the site's menu, in the language of the page that shows it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from newsroom.content.types import TYPES
from newsroom.publish.views.page_context import PageContext
from newsroom.publish.views.values import Link

SECTIONS = (*(found.address for found in TYPES if found.in_menu), "about")


@dataclass(frozen=True)
class MenuEntry:
    """An entry of the menu.

    ``current`` is the value of ``aria-current`` (WAI-ARIA 1.2): "page" on the section's page, "true" on pages below it.
    """

    link: Link
    current: Literal["page", "true", ""]


def menu(context: PageContext) -> Iterator[MenuEntry]:
    """Yield the entries for a page. A section without a page has no entry."""
    for section in SECTIONS:
        url = context.find_page(f"{section}/")
        if url is not None:
            yield MenuEntry(context.link(url, context.t(f"{section}.title")), _current(section, url, context))


def _current(section: str, url: str, context: PageContext) -> Literal["page", "true", ""]:
    page = context.page
    if page is None:
        return ""
    if page.url == url:
        return "page"
    first = page.local_url.partition("/")[0]
    return "true" if first == section else ""
