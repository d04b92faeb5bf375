"""The home page: what the network is, a story, what is new, events, help, the newest edition, publications, areas."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

from newsroom.content.document import Document
from newsroom.content.model import Dated, FrontMatter
from newsroom.content.types.area import AREA
from newsroom.content.types.event import EVENT
from newsroom.content.types.newsletter import NEWSLETTER
from newsroom.content.types.publication import PUBLICATION
from newsroom.publish.pages.language_site import Items, LanguageSite
from newsroom.publish.pages.page import WebPage
from newsroom.publish.views.card import Card, card, cards
from newsroom.publish.views.coming import coming_cards
from newsroom.publish.views.newsletter import first_sections
from newsroom.publish.views.page import PageText, PageTop, page_text, page_top
from newsroom.publish.views.page_context import PageContext, document_for
from newsroom.publish.views.subscribe import Signup, signup
from newsroom.publish.views.values import Day, Link, PageView

_SECTIONS = 7
"""How many sections of the newest edition are listed."""
_PUBLICATIONS = 3
_EVENTS = 3
_SIZES = "(min-width: 60em) 600px, (min-width: 45em) 42vw, 92vw"
_FEATURE_SIZES = "(min-width: 60em) 680px, 92vw"


@dataclass(frozen=True)
class Feature:
    """A story in words. ``paragraphs`` are its first ones as plain text; the other fields are those of a card."""

    labels: tuple[str, ...]
    link: Link
    summary: str
    paragraphs: tuple[str, ...]
    picture: Markup | None
    day: Day | None


@dataclass(frozen=True)
class RecentItem:
    """An item that came to the site lately: what it is, and when it first appeared or came to the site."""

    labels: tuple[str, ...]
    link: Link
    day: Day


@dataclass(frozen=True)
class NewestEdition:
    """The newest edition. ``more`` says how many sections it has besides those in ``sections``."""

    day: str
    link: Link
    summary: str
    sections: tuple[Link, ...]
    more: str | None


@dataclass(frozen=True)
class HomePage(PageView):
    """What ``home.html`` prints. Links are None, and groups of items are empty, if there is nothing to show yet.

    ``find`` leads to the areas, ``contact`` to the contact page, or to an email address if there is none.
    """

    template: ClassVar = "home.html"

    top: PageTop
    text: PageText
    title: str
    summary: str
    picture: Markup | None
    find: Link | None
    about: Link | None
    contact: Link
    feature: Feature | None
    all_stories: Link | None
    latest: tuple[RecentItem, ...]
    all_news: Link | None
    events: tuple[Card, ...]
    all_events: Link | None
    edition: NewestEdition | None
    all_newsletters: Link | None
    signup: Signup
    publications: tuple[Card, ...]
    all_publications: Link | None
    areas: tuple[Link, ...]
    all_areas: Link | None


def home_page(page: WebPage, context: PageContext) -> HomePage:
    """Return the value of the home page of a language."""
    document = document_for(page, FrontMatter)
    front, language_site, t = document.front, context.language_site, context.t
    mail = Link(f"mailto:{context.settings.contact}", t("home.contact"))
    return HomePage(
        top=page_top(context),
        text=page_text(document, context),
        title=front.heading,
        summary=front.summary,
        picture=context.image(document, front.image, sizes=_SIZES, eager=True) if front.image else None,
        find=context.page_link("areas/", t("areas.coordinator")),
        about=context.titled_link("about/"),
        contact=context.page_link("contact/", t("home.contact")) or mail,
        feature=_feature(context),
        all_stories=context.list_link("stories", t("stories.all")),
        latest=tuple(_latest_item(item, context) for item in language_site.latest),
        all_news=context.list_link("news", t("news.all")),
        events=coming_cards(context, EVENT, most=_EVENTS),
        all_events=context.list_link(EVENT.address, t("events.all")),
        edition=_newest_edition(context),
        all_newsletters=context.list_link("newsletters", t("newsletters.all")),
        signup=signup(context),
        publications=cards(_publications(language_site), context),
        all_publications=context.list_link("publications", t("publications.all")),
        areas=tuple(
            context.document_link(area, area.front.heading) for area in language_site.topics[AREA.name].values()
        ),
        all_areas=context.page_link("areas/", t("areas.all")),
    )


def home_page_items(language_site: LanguageSite) -> Iterator[Document[Dated]]:
    """Yield the items that the home page of a language shows."""
    if language_site.feature:
        yield language_site.feature
    events = language_site.coming(EVENT)[:_EVENTS]
    yield from dict.fromkeys((*language_site.latest, *events, *_publications(language_site)))


def _feature(context: PageContext) -> Feature | None:
    item = context.language_site.feature
    if item is None:
        return None
    shown, paragraphs = card(item, context, _FEATURE_SIZES), context.text_facts.quoted.get(item.path, ())
    return Feature(shown.labels, shown.link, shown.summary, paragraphs, shown.picture, shown.day)


def _latest_item(item: Document[Dated], context: PageContext) -> RecentItem:
    shown, front = card(item, context), item.front
    day = context.day(item)
    if front.published != front.date:
        day = Day(front.published.isoformat(), context.t("date.added", date=context.t.date(front.published)))
    return RecentItem(shown.labels, shown.link, day)


def _publications(language_site: LanguageSite) -> Items:
    return language_site.items_of_types((PUBLICATION,))[:_PUBLICATIONS]


def _newest_edition(context: PageContext) -> NewestEdition | None:
    edition = next(iter(context.language_site.items_of_types((NEWSLETTER,))), None)
    if edition is None:
        return None
    sections, more = first_sections(edition, edition.outline.named_sections, _SECTIONS, context)
    return NewestEdition(
        day=context.t.date(edition.front.date),
        link=context.document_link(edition, edition.front.title),
        summary=edition.front.summary,
        sections=sections,
        more=more,
    )
