"""The search page: results and filters. Without JavaScript it shows links to the lists instead."""

from dataclasses import dataclass
from typing import ClassVar

from newsroom.publish.page import WebPage
from newsroom.publish.views.frame import other_searches
from newsroom.publish.views.page import PageTop, page_top
from newsroom.publish.views.page_context import PageContext, without_none
from newsroom.publish.views.values import Link, PageView


@dataclass(frozen=True)
class SearchFilter:
    """A filter: its name in addresses, and its label."""

    name: str
    label: str


@dataclass(frozen=True)
class SearchPage(PageView):
    """What ``search.html`` prints.

    ``browse`` are links to the lists of everything, ``others`` to the searches of the site in other languages.
    """

    template: ClassVar = "search.html"

    top: PageTop
    title: str
    filters: tuple[SearchFilter, ...]
    browse: tuple[Link, ...]
    others: tuple[Link, ...]


def search_page(page: WebPage, context: PageContext) -> SearchPage:
    """Return the value of the search page of a language."""
    t = context.t
    links = (
        *(context.list_link(name, t(f"{name}.all")) for name in context.site.lists),
        context.page_link("areas/", t("areas.all")),
        context.page_link("principles/", t("footer.principles")),
    )
    filters = (
        SearchFilter("kind", t("search.kind")),
        SearchFilter("area", t("search.area")),
        SearchFilter("principle", t("search.principle")),
        SearchFilter("year", t("search.year")),
    )
    return SearchPage(
        top=page_top(context),
        title=page.title,
        filters=filters,
        browse=without_none(links) or (context.home_link(t("missing.home")),),
        others=other_searches(context),
    )
