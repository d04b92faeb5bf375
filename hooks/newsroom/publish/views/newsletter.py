"""The page of an edition of the newsletter."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar
from urllib.parse import quote

from markupsafe import Markup

from newsroom.content.document import AnyDocument, Document
from newsroom.content.outline import Heading
from newsroom.content.types.newsletter import Newsletter
from newsroom.publish.pages.labels import date_missing_in_title, section_parts, title_above_headline
from newsroom.publish.pages.page import WebPage
from newsroom.publish.text.edition_layout import split_opening
from newsroom.publish.views.item import FurtherReading, Share, Topics, further_reading, reading_time_text, share, topics
from newsroom.publish.views.page import PageText, PageTop, page_text, page_top
from newsroom.publish.views.page_context import PageContext, document_for
from newsroom.publish.views.subscribe import Signup, signup
from newsroom.publish.views.values import Day, Figure, Link, PageView, PlainLink

_FEWEST_ENTRIES = 3
"""The smallest number of headings for which the page has a list of contents."""
_SIZES = "(min-width: 60em) 400px, 92vw"


@dataclass(frozen=True)
class EditionSection:
    """A section in the list of contents: its address, its heading, its first sentence, if known, and its parts.

    A section that is opened by the page, or has parts, needs no first sentence.
    """

    href: str
    text: str
    excerpt: str | None
    parts: tuple[PlainLink, ...]


@dataclass(frozen=True)
class NewsletterPage(PageView):
    """What ``newsletter.html`` prints.

    ``headline`` is its subject, and ``title`` is above it; None if it is the same. ``day`` is None if the title has it.
    ``senders`` are the people it is from, in words. ``sent`` says when its email was sent. ``has_email``: a preview has
    a link to the sender's page. ``text`` has the HTML of the opening section, and ``rest`` is that of the others.
    """

    template: ClassVar = "newsletter.html"

    top: PageTop
    text: PageText
    rest: Markup
    title: str | None
    headline: str
    day: Day | None
    senders: str
    sent: Day | None
    reading_time: str
    has_email: bool
    picture: Figure | None
    sections: tuple[EditionSection, ...]
    signup: Signup
    topics: tuple[Topics, ...]
    share: Share
    further_reading: FurtherReading


def newsletter_page(page: WebPage, context: PageContext) -> NewsletterPage:
    """Return the value of the page of an edition."""
    document = document_for(page, Newsletter)
    front, t = document.front, context.t
    date = date_missing_in_title(document, t)
    opening, rest = split_opening(context.html)
    return NewsletterPage(
        top=page_top(context),
        text=replace(page_text(document, context), html=opening),
        rest=rest,
        title=title_above_headline(document),
        headline=front.subject,
        day=Day(front.date.isoformat(), date) if date else None,
        senders=t.list(tuple(sender.with_role for sender in front.senders)),
        sent=Day(front.sent.isoformat(), t("edition.sent", day=t.date(front.sent))) if front.sent else None,
        reading_time=reading_time_text(context),
        has_email=context.library.links_to_email(document),
        picture=context.figure(document, front.image, sizes=_SIZES),
        sections=tuple(_sections(document, context)),
        signup=signup(context),
        topics=topics(document, context),
        share=share(document, context, t("share.print")),
        further_reading=further_reading(document, context, context.list_link("newsletters", t("newsletters.back"))),
    )


def first_sections(
    edition: AnyDocument, headings: Sequence[Heading], most: int, context: PageContext
) -> tuple[tuple[Link, ...], str | None]:
    """Return links to the first sections of an edition, for a page that leads to it.

    Args:
        headings: The headings of its sections.
        most: The number of links at most.

    Returns:
        The links, and how many more sections there are, in words; None if there are no more.
    """
    links = (
        context.document_link(edition, heading.text, fragment=f"#{quote(heading.id)}") for heading in headings[:most]
    )
    more = len(headings[most:])
    return tuple(links), context.t.count("home.more_sections", more) if more else None


def _sections(document: Document[Newsletter], context: PageContext) -> Iterator[EditionSection]:
    excerpts = context.text_facts.excerpts
    sections = section_parts(document.outline)
    if sum(1 + len(parts) for _, parts in sections) < _FEWEST_ENTRIES:
        return
    for number, (section, parts) in enumerate(sections):
        excerpt = excerpts.get(section.id) if number and not parts else None
        yield EditionSection(f"#{quote(section.id)}", section.text, excerpt, tuple(map(_link, parts)))


def _link(heading: Heading) -> PlainLink:
    return PlainLink(f"#{quote(heading.id)}", heading.text)
