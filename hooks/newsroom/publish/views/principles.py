"""The page of all principles."""

from dataclasses import dataclass
from typing import ClassVar

from newsroom.content.model import FrontMatter
from newsroom.content.types.principle import PRINCIPLE
from newsroom.publish.page import WebPage
from newsroom.publish.views.page import PageText, PageTop, page_text, page_top
from newsroom.publish.views.page_context import PageContext, document_for
from newsroom.publish.views.values import Figure, Link, PageView


@dataclass(frozen=True)
class PrincipleEntry:
    """A principle in the list of all: a link to its page, and its summary."""

    link: Link
    summary: str


@dataclass(frozen=True)
class PrinciplesPage(PageView):
    """What ``principles.html`` prints."""

    template: ClassVar = "principles.html"

    top: PageTop
    text: PageText
    title: str
    picture: Figure | None
    principles: tuple[PrincipleEntry, ...]


def principles_page(page: WebPage, context: PageContext) -> PrinciplesPage:
    """Return the value of the page of all principles."""
    document = document_for(page, FrontMatter)
    known = context.language_site.topics[PRINCIPLE.name].values()
    return PrinciplesPage(
        top=page_top(context),
        text=page_text(document, context),
        title=document.front.heading,
        picture=context.figure(document, document.front.image),
        principles=tuple(
            PrincipleEntry(context.document_link(one, one.front.heading), one.front.summary) for one in known
        ),
    )
