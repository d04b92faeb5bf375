"""The page for missing addresses."""

from dataclasses import dataclass
from typing import ClassVar

from newsroom.publish.views.page import PageTop, page_top
from newsroom.publish.views.page_context import PageContext, without_none
from newsroom.publish.views.values import Link, PageView


@dataclass(frozen=True)
class MissingPage(PageView):
    """What ``missing.html`` prints: links to other pages, and whom to contact. It is shown at any address."""

    template: ClassVar = "missing.html"

    top: PageTop
    links: tuple[Link, ...]
    contact: str


def missing_page(context: PageContext) -> MissingPage:
    """Return the value of the page for missing addresses."""
    return MissingPage(page_top(context), helpful_links(context), context.settings.contact)


def helpful_links(context: PageContext) -> tuple[Link, ...]:
    """Return links for a reader who did not find a page: home, the lists, the areas, the search."""
    t = context.t
    home = Link(context.href(""), t("missing.home"))
    search = without_none([context.page_link("search/", t("missing.search"))])
    return (home, *context.browse_links(), *search)
