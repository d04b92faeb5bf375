"""The page of an edition of the newsletter."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar
from urllib.parse import quote

from newsroom.content.document import Document
from newsroom.content.types.newsletter import Newsletter
from newsroom.publish.editions import FEWEST_CONTENTS, date_missing_in_title, title_above_headline
from newsroom.publish.page import WebPage
from newsroom.publish.views.item import FurtherReading, Share, Topics, further_reading, reading_time_text, share, topics
from newsroom.publish.views.page import PageText, PageTop, page_text, page_top
from newsroom.publish.views.page_context import PageContext, document_for
from newsroom.publish.views.signup import Signup, signup
from newsroom.publish.views.values import WIDE, Day, Figure, PageView, SectionLink


@dataclass(frozen=True)
class NewsletterPage(PageView):
    """What ``newsletter.html`` prints.

    ``headline`` is its subject, and ``title`` is above it; None if it is the same. ``day`` is None if the title has it.
    ``senders`` are the people it is from, in words. ``sent`` says when its email was sent. ``has_email``: a preview has
    a link to the sender's page.
    """

    template: ClassVar = "newsletter.html"

    top: PageTop
    text: PageText
    title: str | None
    headline: str
    day: Day | None
    senders: str
    sent: Day | None
    reading_time: str
    has_email: bool
    picture: Figure | None
    sections: tuple[SectionLink, ...]
    signup: Signup
    topics: tuple[Topics, ...]
    share: Share
    further_reading: FurtherReading


def newsletter_page(page: WebPage, context: PageContext) -> NewsletterPage:
    """Return the value of the page of an edition."""
    document = document_for(page, Newsletter)
    front, t = document.front, context.t
    date = date_missing_in_title(document, t)
    return NewsletterPage(
        top=page_top(context),
        text=page_text(document, context),
        title=title_above_headline(document),
        headline=front.subject,
        day=Day(front.date.isoformat(), date) if date else None,
        senders=t.list(tuple(sender.with_role for sender in front.senders)),
        sent=Day(front.sent.isoformat(), t("edition.sent", day=t.date(front.sent))) if front.sent else None,
        reading_time=reading_time_text(context),
        has_email=context.library.links_to_email(document),
        picture=context.figure(document, front.image, sizes=WIDE),
        sections=tuple(_sections(document, context)),
        signup=signup(context),
        topics=topics(document, context),
        share=share(document, context, t("share.print")),
        further_reading=further_reading(document, context, context.list_link("newsletters", t("newsletters.back"))),
    )


def _sections(document: Document[Newsletter], context: PageContext) -> Iterator[SectionLink]:
    excerpts = context.text_facts.excerpts
    if len(document.outline.sections) < FEWEST_CONTENTS:
        return
    for section in document.outline.sections:
        yield SectionLink(f"#{quote(section.id)}", section.text, excerpts.get(section.id))
