"""The contract between Python and the templates of pages: each template gets one typed value, ``page``.

The types are frozen dataclasses with plain fields: texts, addresses relative to the page, dates in words. The function
next to each type computes the fields. Besides ``page`` a template has ``_``, which translates a name into the page's
language. Any other name, and any unknown field, is an error, which ``tests/publish/views/`` finds without a build.

The parts around a page, in ``overrides/frame/``, get a :class:`PageFrame` as ``page``.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from urllib.parse import urlsplit

from newsroom.publish.page import WebPage
from newsroom.publish.text_facts import NO_TEXT, TextFacts
from newsroom.publish.views.area import AreaPage, area_page
from newsroom.publish.views.areas import AreasPage, areas_page
from newsroom.publish.views.errors import ErrorsPage, errors_page
from newsroom.publish.views.frame import PageFrame, page_frame
from newsroom.publish.views.home import HomePage, home_page
from newsroom.publish.views.item_page import ItemPage, item_page
from newsroom.publish.views.listing import ListPage, list_page
from newsroom.publish.views.missing import MissingPage, missing_page
from newsroom.publish.views.newsletter import NewsletterPage, newsletter_page
from newsroom.publish.views.page_context import PageContext, SharedPageContext
from newsroom.publish.views.principle import PrinciplePage, principle_page
from newsroom.publish.views.principles import PrinciplesPage, principles_page
from newsroom.publish.views.problems import ProblemsPage, problems_page
from newsroom.publish.views.publication import PublicationPage, publication_page
from newsroom.publish.views.search import SearchPage, search_page
from newsroom.publish.views.sitemap import Sitemap, sitemap
from newsroom.publish.views.statement import StatementPage, statement_page
from newsroom.publish.views.story import StoryPage, story_page
from newsroom.publish.views.subscribe import SubscribePage, subscribe_page
from newsroom.publish.views.text_page import TextPage, text_page

__all__ = ["Page", "PageContext", "PageFrame", "PageViews", "SharedPageContext", "Sitemap"]

Page = (
    AreaPage
    | AreasPage
    | ErrorsPage
    | HomePage
    | ItemPage
    | ListPage
    | MissingPage
    | NewsletterPage
    | PrinciplePage
    | PrinciplesPage
    | ProblemsPage
    | PublicationPage
    | SearchPage
    | TextPage
    | StatementPage
    | StoryPage
    | SubscribePage
)
"""The value of any page: its ``template`` is the file in ``overrides/`` that prints it.

A type of content without a type here has an ``ItemPage`` if it has a date, else a ``TextPage``.
"""

_PAGE_FUNCTIONS: Mapping[str, Callable[[WebPage, PageContext], Page]] = MappingProxyType(
    {
        AreaPage.template: area_page,
        AreasPage.template: areas_page,
        ErrorsPage.template: errors_page,
        HomePage.template: home_page,
        ListPage.template: list_page,
        NewsletterPage.template: newsletter_page,
        PrinciplePage.template: principle_page,
        PrinciplesPage.template: principles_page,
        ProblemsPage.template: problems_page,
        PublicationPage.template: publication_page,
        SearchPage.template: search_page,
        TextPage.template: text_page,
        StatementPage.template: statement_page,
        StoryPage.template: story_page,
        SubscribePage.template: subscribe_page,
    }
)


class PageViews:
    """Makes the values of all pages of a site."""

    def __init__(self, site: SharedPageContext) -> None:
        self._site = site

    def context(
        self,
        page: WebPage | None,
        html: str = "",
        edit_url: str | None = None,
        text_facts: TextFacts = NO_TEXT,
    ) -> PageContext:
        """Return the context for a page's value; None is the page for missing addresses, which is shown at any address.

        Args:
            page: The page.
            html: The finished HTML of its text.
            edit_url: Where its file is edited, if anywhere.
            text_facts: The facts about its text.
        """
        root = None if page else urlsplit(self._site.settings.site_url).path
        return PageContext(self._site, page, self._site.metadata.for_page(page), html, edit_url, text_facts, root)

    def page(self, context: PageContext) -> Page:
        """Return the value for the template of a page."""
        page = context.page
        if page is None:
            return missing_page(context)
        is_dated = page.document is not None and page.document.type.is_dated
        return _PAGE_FUNCTIONS.get(page.template, item_page if is_dated else text_page)(page, context)

    def frame(self, context: PageContext) -> PageFrame:
        """Return the value for the templates around a page."""
        return page_frame(context)

    def sitemap(self) -> Sitemap:
        """Return the value for the template of the site map."""
        return sitemap(self._site.metadata)
