"""The home page: an introduction, stories, the newest edition, publications and areas."""

from dataclasses import dataclass
from typing import ClassVar
from urllib.parse import quote

from markupsafe import Markup

from newsroom.content.model import FrontMatter
from newsroom.content.types.area import AREA
from newsroom.content.types.newsletter import NEWSLETTER
from newsroom.content.types.publication import PUBLICATION
from newsroom.content.types.story import STORY
from newsroom.publish.page import WebPage
from newsroom.publish.views.card import Card, cards
from newsroom.publish.views.page import PageText, PageTop, page_text, page_top
from newsroom.publish.views.page_context import PageContext, document_for
from newsroom.publish.views.signup import Signup, signup
from newsroom.publish.views.values import Link, PageView

_SECTIONS = 7
"""How many sections of the newest edition are listed."""
_SIZES = "(min-width: 45em) 640px, 92vw"


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
    """What ``home.html`` prints. Links are None, and groups of items are empty, if there is nothing to show yet."""

    template: ClassVar = "home.html"

    top: PageTop
    text: PageText
    title: str
    summary: str
    picture: Markup | None
    read_stories: Link | None
    about: Link | None
    stories: tuple[Card, ...]
    all_stories: Link | None
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
    return HomePage(
        top=page_top(context),
        text=page_text(document, context),
        title=front.heading,
        summary=front.summary,
        picture=context.image(document, front.image, sizes=_SIZES, eager=True) if front.image else None,
        read_stories=context.list_link("stories", t("home.read_stories")),
        about=context.page_link("about/", t("home.about")),
        stories=cards(language_site.items_for_home_page(STORY), context),
        all_stories=context.list_link("stories", t("stories.all")),
        edition=_newest_edition(context),
        all_newsletters=context.list_link("newsletters", t("newsletters.all")),
        signup=signup(context),
        publications=cards(language_site.items_for_home_page(PUBLICATION), context),
        all_publications=context.list_link("publications", t("publications.all")),
        areas=tuple(
            context.document_link(area, area.front.heading) for area in language_site.topics[AREA.name].values()
        ),
        all_areas=context.page_link("areas/", t("areas.all")),
    )


def _newest_edition(context: PageContext) -> NewestEdition | None:
    edition = next(iter(context.language_site.items_of_types((NEWSLETTER,))), None)
    if edition is None:
        return None
    sections = edition.outline.sections
    links = (
        context.document_link(edition, section.text, fragment=f"#{quote(section.id)}")
        for section in sections[:_SECTIONS]
    )
    more = len(sections[_SECTIONS:])
    return NewestEdition(
        day=context.t.date(edition.front.date),
        link=context.document_link(edition, edition.front.title),
        summary=edition.front.summary,
        sections=tuple(links),
        more=context.t.count("home.more_sections", more) if more else None,
    )
