"""The pages for addresses without a page: missing ones, and those where an item was taken down or left out."""

from dataclasses import dataclass, replace
from typing import ClassVar

from newsroom.publish.pages.page import WebPage
from newsroom.publish.views.frame import search_link
from newsroom.publish.views.page import PageTop, page_top
from newsroom.publish.views.page_context import PageContext
from newsroom.publish.views.values import Link, PageView


@dataclass(frozen=True)
class MissingText:
    """The text in one language.

    ``lang`` is its code. ``search`` is the address of the search page, which the form submits to.
    """

    lang: str
    title: str
    text: str
    search: str
    search_label: str
    submit: str
    ways: str
    links: tuple[Link, ...]
    report: str
    contact: str


@dataclass(frozen=True)
class MissingPage(PageView):
    """What ``missing.html`` prints: the text in each language, first in the site's own. It is shown at any address."""

    template: ClassVar = "missing.html"

    top: PageTop
    texts: tuple[MissingText, ...]


def missing_page(context: PageContext) -> MissingPage:
    """Return the value of the page for missing addresses."""
    texts = (_text(replace(context, reader_lang=lang)) for lang in context.settings.languages)
    return MissingPage(page_top(context), tuple(texts))


def _text(context: PageContext) -> MissingText:
    t = context.t
    return MissingText(
        lang=context.lang,
        title=t("missing.title"),
        text=t("missing.text"),
        search=search_link(context).href,
        search_label=t("search.label"),
        submit=t("search.submit"),
        ways=t("missing.ways"),
        links=helpful_links(context),
        report=t("missing.report"),
        contact=context.settings.contact,
    )


def helpful_links(context: PageContext) -> tuple[Link, ...]:
    """Return links for a reader who did not find a page: home, the lists, the areas."""
    return (context.home_link(context.t("missing.home")), *context.browse_links())


@dataclass(frozen=True)
class NoticePage(PageView):
    """What ``notice.html`` prints: why the page is not there, and nothing of what was on it."""

    template: ClassVar = "notice.html"

    top: PageTop
    notice: str
    title: str
    text: str
    links: tuple[Link, ...]


def notice_page(page: WebPage, context: PageContext) -> NoticePage:
    """Return the value of a page that only has a notice."""
    return NoticePage(page_top(context), page.notice or "", page.title, page.summary, helpful_links(context))
