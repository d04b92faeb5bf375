"""The contract between Python and the templates of pages: each template gets one typed value, ``page``.

The types are frozen dataclasses with plain fields: texts, addresses relative to the page, dates in words. The function
next to each type computes the fields. Besides ``page`` a template has ``_``, which translates a name into the page's
language, and the filter ``attributes`` for links. Any other name, and any unknown field, is an error, which
``tests/publish/views/`` finds without a build.

The parts around a page, in ``overrides/frame/``, get a :class:`PageFrame` as ``page``.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import cast
from urllib.parse import urlsplit

from newsroom.publish.pages.page import WebPage
from newsroom.publish.text.text_facts import NO_TEXT, TextFacts
from newsroom.publish.views.archive import newsletters_page, publications_page
from newsroom.publish.views.area import area_page
from newsroom.publish.views.areas import areas_page
from newsroom.publish.views.coming import coming_page
from newsroom.publish.views.frame import PageFrame, page_frame
from newsroom.publish.views.home import home_page
from newsroom.publish.views.item import item_page, story_page
from newsroom.publish.views.listing import list_page
from newsroom.publish.views.missing import missing_page, notice_page
from newsroom.publish.views.newsletter import newsletter_page
from newsroom.publish.views.page_context import PageContext, SharedPageContext
from newsroom.publish.views.principle import principle_page, principles_page
from newsroom.publish.views.publication import publication_page
from newsroom.publish.views.search import search_page
from newsroom.publish.views.stories import stories_page
from newsroom.publish.views.subscribe import subscribe_page
from newsroom.publish.views.text_page import easy_page, guide_page, problems_page, statement_page, text_page
from newsroom.publish.views.timed import event_page, vacancy_page
from newsroom.publish.views.values import PageView

__all__ = [
    "VIEWS",
    "PageContext",
    "PageFrame",
    "PageValues",
    "PageView",
    "PageViews",
    "SharedPageContext",
    "view_class",
]

View = Callable[[WebPage, PageContext], PageView]
VIEWS: tuple[View, ...] = (
    area_page,
    areas_page,
    coming_page,
    event_page,
    easy_page,
    guide_page,
    home_page,
    item_page,
    list_page,
    newsletter_page,
    newsletters_page,
    notice_page,
    principle_page,
    principles_page,
    problems_page,
    publication_page,
    publications_page,
    search_page,
    statement_page,
    stories_page,
    story_page,
    subscribe_page,
    text_page,
    vacancy_page,
)
"""The function for the value of each template. A type of content whose template is not among them has an ``ItemPage``
if it has a date, else a ``TextPage``."""


def view_class(view: View) -> type[PageView]:
    """Return the class of a function's values."""
    return cast("type[PageView]", view.__annotations__["return"])


_VIEWS_BY_TEMPLATE: Mapping[str, View] = {view_class(view).template: view for view in VIEWS}


@dataclass(frozen=True)
class PageValues:
    """Everything that the templates of a page print, in plain values: the same ``repr`` gives the same page.

    ``template`` prints the body. ``base`` is the address of the site's root on the page. ``lang`` is its language.
    """

    frame: PageFrame
    page: PageView
    template: str
    base: str
    lang: str


class PageViews:
    """Makes the values of all pages of a site."""

    def __init__(self, shared: SharedPageContext) -> None:
        self._shared = shared

    def context(self, page: WebPage | None, html: str = "", text_facts: TextFacts = NO_TEXT) -> PageContext:
        """Return the context for a page's value; None is the page for missing addresses, which is shown at any address.

        Args:
            html: The finished HTML of its text.
            text_facts: The facts about its text.
        """
        root = None if page else urlsplit(self._shared.build.settings.site_url).path
        return PageContext(
            self._shared, page, self._shared.metadata.for_page(page, text_facts.pdf), html, text_facts, root
        )

    def values(self, context: PageContext) -> PageValues:
        """Return everything that the templates of a page print."""
        page = self.page(context)
        template = context.page.template if context.page else page.template
        return PageValues(self.frame(context), page, template, context.base, context.lang)

    def page(self, context: PageContext) -> PageView:
        """Return the value for the template of a page."""
        page = context.page
        if page is None:
            return missing_page(context)
        is_dated = page.document is not None and page.document.type.is_dated
        return _VIEWS_BY_TEMPLATE.get(page.template, item_page if is_dated else text_page)(page, context)

    def frame(self, context: PageContext) -> PageFrame:
        """Return the value for the templates around a page."""
        return page_frame(context)
