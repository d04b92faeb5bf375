"""The page at an address where an item was taken down, or left out because of an error."""

from dataclasses import dataclass
from typing import ClassVar

from newsroom.publish.page import WebPage
from newsroom.publish.views.missing import helpful_links
from newsroom.publish.views.page import PageTop, page_top
from newsroom.publish.views.page_context import PageContext
from newsroom.publish.views.values import Link, PageView


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
