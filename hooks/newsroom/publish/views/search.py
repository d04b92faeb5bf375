"""The search page: results and filters. Without JavaScript it shows links to the lists instead."""

from dataclasses import dataclass
from typing import ClassVar

from newsroom.content.types import TOPIC_TYPES
from newsroom.publish.pages.page import WebPage
from newsroom.publish.views.frame import other_searches
from newsroom.publish.views.page import PageTop, page_top
from newsroom.publish.views.page_context import PageContext
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
    filters = ("kind", *(topic.name for topic in TOPIC_TYPES), "year")
    return SearchPage(
        top=page_top(context),
        title=page.title,
        filters=tuple(SearchFilter(filter_name, t(f"search.{filter_name}")) for filter_name in filters),
        browse=context.browse_links() or (context.home_link(t("missing.home")),),
        others=other_searches(context),
    )
