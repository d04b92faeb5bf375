"""The value that the template of PDFs prints."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar
from urllib.parse import quote

from markupsafe import Markup

from newsroom.content.document import AnyDocument
from newsroom.content.folders import path_beside, site_path
from newsroom.content.model import Dated, FrontMatter
from newsroom.content.types.newsletter import NEWSLETTER, Newsletter
from newsroom.content.types.publication import Publication
from newsroom.content.types.story import Story
from newsroom.publish.pages.labels import (
    date_missing_in_title,
    date_of,
    labels_of,
    title_above_headline,
    writers_in_words,
)
from newsroom.publish.pages.page import WebPage
from newsroom.publish.pdf.text import PICTURE
from newsroom.publish.pictures.markup import alternative_text
from newsroom.settings import Settings
from newsroom.translations import Translations


@dataclass(frozen=True)
class PrintedPicture:
    """The lead picture: its address, its alternative text, and the texts below it."""

    src: str
    alt: str
    caption: str | None
    credit: str | None


@dataclass(frozen=True)
class PrintedPage:
    """What ``pdf/page.html`` prints.

    ``kind`` is its type's name. ``labels`` are above the title, ``byline`` below the lead. ``address`` is the page's
    own on the web, with its ``address_label``; ``source`` is that of a publication which is on another site, and
    ``findings`` are its key findings, below ``findings_label``. ``created`` and ``modified`` are ISO dates from the
    front matter, or "": a PDF has no date of the clock.
    """

    template: ClassVar = "pdf/page.html"

    lang: str
    direction: str
    kind: str
    site_name: str
    title: str
    labels: tuple[str, ...]
    lead: str | None
    byline: tuple[str, ...]
    source: str | None
    authors: tuple[str, ...]
    summary: str
    created: str
    modified: str
    picture: PrintedPicture | None
    findings_label: str
    findings: tuple[str, ...]
    html: Markup
    address: str
    address_label: str


def printed_page(page: WebPage, document: AnyDocument, html: str, settings: Settings, t: Translations) -> PrintedPage:
    """Return the value for the PDF of a document's page, given the HTML of its text."""
    front = document.front
    return PrintedPage(
        lang=t.lang,
        direction=t.direction,
        kind=document.type_name,
        site_name=settings.name_in(t.lang),
        title=front.subject if isinstance(front, Newsletter) else front.heading,
        labels=tuple(_labels(document, t, is_over=page.is_over)),
        lead=_lead(front),
        byline=tuple(_byline(front, t)),
        findings_label=t("publication.findings"),
        findings=front.findings if isinstance(front, Publication) else (),
        source=front.link if isinstance(front, Publication) else None,
        authors=front.creators if isinstance(front, Dated) else (),
        summary=front.summary,
        created=front.first_published.isoformat() if isinstance(front, Dated) and front.first_published else "",
        modified=front.updated.isoformat() if front.updated else "",
        picture=_picture(document),
        html=Markup(html),  # noqa: S704 - the site's own, made by the build
        address=f"{settings.site_url}{page.url}",
        address_label=t("pdf.address"),
    )


def _labels(document: AnyDocument, t: Translations, *, is_over: bool) -> Iterator[str]:
    front, edition = document.front, NEWSLETTER.narrow(document)
    if edition:
        yield from filter(None, (title_above_headline(edition), date_missing_in_title(edition, t)))
        return
    yield from labels_of(document, t)
    if isinstance(front, Dated):
        yield date_of(front, t, is_over=is_over)


def _lead(front: FrontMatter) -> str | None:
    if isinstance(front, Publication):
        return front.subtitle or front.summary
    return front.summary if isinstance(front, Dated) else None


def _byline(front: FrontMatter, t: Translations) -> Iterator[str]:
    if isinstance(front, Story):
        if writers := writers_in_words(front, t):
            yield f"{t('story.by')} {writers}"
        if front.consent and front.consent.source:
            yield t("story.source", source=front.consent.source)
    elif isinstance(front, Newsletter):
        yield f"{t('edition.from')} {t.list(tuple(sender.with_role for sender in front.senders))}"
    elif isinstance(front, Publication):
        people = (
            (t("publication.authors"), front.authors),
            (t("publication.editors"), front.editors),
            (t("publication.contributors"), front.contributors),
        )
        for label, found in people:
            if found:
                yield f"{label} {t.list(tuple(person.name for person in found))}"
        if front.publisher:
            yield f"{t('publication.publisher')} {front.publisher}"
        if not front.link:
            yield t("publication.not_here")


def _picture(document: AnyDocument) -> PrintedPicture | None:
    image = document.front.lead_image
    if image is None:
        return None
    src = f"{PICTURE}{quote(site_path(path_beside(document.path, image.src)))}"
    return PrintedPicture(src, alternative_text(image.alt), image.caption, image.credit)
