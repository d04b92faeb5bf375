"""A page in docs/ that is not about an area or a principle."""

from dataclasses import dataclass
from typing import ClassVar

from newsroom.content.model import FrontMatter
from newsroom.publish.page import WebPage
from newsroom.publish.views.page import PageText, PageTop, page_text, page_top
from newsroom.publish.views.page_context import PageContext, document_of
from newsroom.publish.views.values import Figure


@dataclass(frozen=True)
class StandingPage:
    """What ``page.html`` prints."""

    template: ClassVar = "page.html"

    top: PageTop
    text: PageText
    title: str
    picture: Figure | None


def standing_page(page: WebPage, context: PageContext) -> StandingPage:
    """A standing page."""
    document = document_of(page, FrontMatter)
    return StandingPage(
        top=page_top(context),
        text=page_text(document, context),
        title=document.front.heading,
        picture=context.figure(document, document.front.image),
    )
