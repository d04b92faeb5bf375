"""A page in docs/ that is not about an area or a principle."""

from dataclasses import dataclass
from typing import ClassVar

from newsroom.content.model import FrontMatter
from newsroom.publish.page import WebPage
from newsroom.publish.views.page import PageText, PageTop, page_text, page_top
from newsroom.publish.views.page_context import PageContext, document_for
from newsroom.publish.views.values import Figure, PageView, PlainLink
from newsroom.publish.views.write_links import write_links


@dataclass(frozen=True)
class TextPage(PageView):
    """What ``page.html`` prints. ``write_links`` lead from the editors' guide to where an item can be written."""

    template: ClassVar = "page.html"

    top: PageTop
    text: PageText
    title: str
    picture: Figure | None
    write_links: tuple[PlainLink, ...]


def text_page(page: WebPage, context: PageContext) -> TextPage:
    """Return the value of a page that shows only its text."""
    document = document_for(page, FrontMatter)
    return TextPage(
        top=page_top(context),
        text=page_text(document, context),
        title=document.front.heading,
        picture=context.figure(document, document.front.image),
        write_links=tuple(write_links(document, context)),
    )
