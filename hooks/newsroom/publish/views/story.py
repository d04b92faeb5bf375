"""The page of a story, reflection, interview, blog, poem or piece of news."""

from dataclasses import dataclass
from typing import ClassVar

from newsroom.content.types.story import Story
from newsroom.publish.pages.labels import writers_in_words
from newsroom.publish.pages.page import WebPage
from newsroom.publish.views.item import ItemView, further_reading, reading_time_text, share, topics
from newsroom.publish.views.page import page_text, page_top
from newsroom.publish.views.page_context import PageContext, document_for
from newsroom.publish.views.values import WIDE, Day


@dataclass(frozen=True)
class StoryPage(ItemView):
    """What ``story.html`` prints.

    ``writers`` and ``reading_time`` are in words. ``source`` says where it was published before.
    """

    template: ClassVar = "story.html"

    writers: str | None
    day: Day
    reading_time: str
    source: str | None


def story_page(page: WebPage, context: PageContext) -> StoryPage:
    """Return the value of the page of a story."""
    document = document_for(page, Story)
    front, t = document.front, context.t
    return StoryPage(
        top=page_top(context),
        text=page_text(document, context),
        labels=(t(f"kind.{front.kind}"),),
        title=front.title,
        summary=front.summary,
        writers=writers_in_words(front, t),
        day=context.day(document),
        reading_time=reading_time_text(context),
        picture=context.figure(document, front.image, sizes=WIDE),
        source=front.consent.source if front.consent else None,
        topics=topics(document, context),
        share=share(document, context, t("share.print")),
        further_reading=further_reading(document, context, context.list_link("stories", t("stories.back"))),
    )
