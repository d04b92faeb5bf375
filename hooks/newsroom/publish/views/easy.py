"""The page of an Easy Read version."""

from dataclasses import dataclass
from typing import ClassVar

from newsroom.content.types.easy import EasyRead
from newsroom.publish.page import WebPage
from newsroom.publish.views.page import PageText, PageTop, page_text, page_top
from newsroom.publish.views.page_context import PageContext, document_for
from newsroom.publish.views.values import Figure, PageView


@dataclass(frozen=True)
class EasyPage(PageView):
    """What ``easy.html`` prints. ``full`` is the address of the page with all words."""

    template: ClassVar = "easy.html"

    top: PageTop
    text: PageText
    title: str
    picture: Figure | None
    full: str | None


def easy_page(page: WebPage, context: PageContext) -> EasyPage:
    """Return the value of the page of an Easy Read version."""
    document = document_for(page, EasyRead)
    full = context.library.page_of(document)
    return EasyPage(
        top=page_top(context),
        text=page_text(document, context),
        title=document.front.title,
        picture=context.figure(document, document.front.image),
        full=context.href(full.url) if full else None,
    )
