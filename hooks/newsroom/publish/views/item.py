"""The parts that pages of items share, like topics, and the pages of a story and of other dated items."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from newsroom.content.document import AnyDocument, Document
from newsroom.content.model import Dated
from newsroom.content.types import TOPIC_TYPES
from newsroom.content.types.story import Story
from newsroom.publish.metadata.share import ShareLink, share_links
from newsroom.publish.pages.labels import labels_of, writers_in_words
from newsroom.publish.pages.page import WebPage
from newsroom.publish.text.text_facts import reading_time
from newsroom.publish.views.card import Card, cards
from newsroom.publish.views.page import PageText, PageTop, page_text, page_top
from newsroom.publish.views.page_context import PageContext, document_for
from newsroom.publish.views.values import WIDE, Day, Fact, Figure, Link, PageView


@dataclass(frozen=True)
class Topics:
    """The areas, or the principles, that an item names: a label and links."""

    label: str
    links: tuple[Link, ...]


@dataclass(frozen=True)
class Share:
    """Links to share a page. Without ``links`` it can only be printed.

    ``address`` is the public address to copy. ``print_label`` is None if the page already has a button to print.
    """

    links: tuple[ShareLink, ...]
    address: str
    print_label: str | None


@dataclass(frozen=True)
class FurtherReading:
    """Further reading: related items, the previous and the next item by date, and the list of all."""

    related: tuple[Card, ...]
    previous: Link | None
    next: Link | None
    back: Link | None


@dataclass(frozen=True)
class ItemView(PageView):
    """What ``item.html`` prints of an item of every type. ``labels`` say what it is."""

    top: PageTop
    text: PageText
    labels: tuple[str, ...]
    title: str
    summary: str
    picture: Figure | None
    topics: tuple[Topics, ...]
    share: Share
    further_reading: FurtherReading


def topics(document: Document[Dated], context: PageContext) -> tuple[Topics, ...]:
    """Return the topics of an item that are public."""
    front, language_site, t = document.front, context.language_site, context.t
    topics_by_type = (
        Topics(t(f"topics.{field}"), tuple(_topic_links(getattr(front, field), language_site.topics[name], context)))
        for name, field in ((topic.name, topic.topic_field) for topic in TOPIC_TYPES)
    )
    return tuple(topics for topics in topics_by_type if topics.links)


def share(document: AnyDocument, context: PageContext, print_label: str | None) -> Share:
    """Return the links to share a document's page, as far as its consent allows."""
    address = f"{context.settings.site_url}{document.url}"
    is_shared = context.library.may_be_shared(document)
    links = share_links(document.front.heading, address, context.t) if is_shared else ()
    return Share(links, address, print_label)


def further_reading(document: Document[Dated], context: PageContext, back: Link | None) -> FurtherReading:
    """Return the further reading for an item."""
    neighbours = context.language_site.neighbours(document)
    previous, following = (
        context.document_link(item, item.front.heading) if item else None
        for item in (neighbours.previous, neighbours.next)
    )
    return FurtherReading(cards(context.language_site.related(document), context), previous, following, back)


def reading_time_text(context: PageContext) -> str:
    """Return the reading time of a page's text, in words."""
    return context.t.count("reading.minutes", reading_time(context.text_facts.word_count))


def _topic_links(slugs: Sequence[str], known: Mapping[str, AnyDocument], context: PageContext) -> Iterator[Link]:
    for document in (known[slug] for slug in slugs if slug in known):
        yield context.document_link(document, document.front.heading)


@dataclass(frozen=True)
class ItemPage(ItemView):
    """What ``item.html`` prints, and the templates of types that extend it. ``facts`` are defined by the type."""

    template: ClassVar = "item.html"

    day: Day
    reading_time: str
    facts: tuple[Fact, ...]


def item_page(page: WebPage, context: PageContext) -> ItemPage:
    """Return the value of the page of an item."""
    document = document_for(page, Dated)
    front, t, name = document.front, context.t, document.type.address
    return ItemPage(
        top=page_top(context),
        text=page_text(document, context),
        labels=labels_of(document, t),
        title=front.title,
        summary=front.summary,
        day=context.day(document),
        reading_time=reading_time_text(context),
        picture=context.figure(document, front.lead_image, sizes=WIDE),
        facts=tuple(Fact(t(fact), value(front, t)) for fact, value in document.type.facts.items()),
        topics=topics(document, context),
        share=share(document, context, t("share.print")),
        further_reading=further_reading(document, context, context.list_link(name, t(f"{name}.all"))),
    )


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
