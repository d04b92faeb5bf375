"""The lists of newsletters and of publications: rows by year, and the newest edition above those of editions."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import ClassVar

from markupsafe import Markup

from newsroom.content.document import Document
from newsroom.content.model import Dated
from newsroom.content.types.newsletter import NEWSLETTER, Newsletter
from newsroom.content.types.publication import PUBLICATION, Publication
from newsroom.publish.pages.labels import section_parts
from newsroom.publish.pages.listings import Listing
from newsroom.publish.pages.page import WebPage
from newsroom.publish.views.card import Row, waiting_label
from newsroom.publish.views.cover import cover
from newsroom.publish.views.listing import Pager, pager, year_id, year_ids
from newsroom.publish.views.newsletter import first_sections
from newsroom.publish.views.page import PageTop, page_top
from newsroom.publish.views.page_context import PageContext, listing_for
from newsroom.publish.views.publication import pdf_words
from newsroom.publish.views.values import Day, Link, PageView

_FEATURE_SIZES = "(min-width: 60em) 560px, 92vw"
_COVER_SIZES = "140px"
_SECTIONS = 8


@dataclass(frozen=True)
class RowGroup:
    """The items of a year, those that are forthcoming, or those without a date: a title, its id, and the rows."""

    id: str
    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class LeadEdition:
    """The newest edition: its headline as the text of ``link``, its first words, and links to its sections.

    ``id`` is that of its year, unless a group below it has the same; None if no link leads to it.
    """

    id: str | None
    link: Link
    day: Day
    first_words: str
    action: Link
    picture: Markup | None
    sections: tuple[Link, ...]
    more: str | None


@dataclass(frozen=True)
class _ArchivePage(PageView):
    """A page of a list by year. ``summary`` is None on the later pages."""

    top: PageTop
    title: str
    summary: str | None
    groups: tuple[RowGroup, ...]
    pager: Pager | None


@dataclass(frozen=True)
class PublicationsPage(_ArchivePage):
    """What ``publications.html`` prints."""

    template: ClassVar = "publications.html"


@dataclass(frozen=True)
class NewslettersPage(_ArchivePage):
    """What ``newsletters.html`` prints. ``newest`` is None on the later pages."""

    template: ClassVar = "newsletters.html"

    newest: LeadEdition | None


def newsletters_page(page: WebPage, context: PageContext) -> NewslettersPage:
    """Return the value of a page of the list of editions."""
    listing = listing_for(page)
    editions = list(listing.documents)
    newest = NEWSLETTER.narrow(editions.pop(0)) if listing.is_first and editions else None
    groups = _groups(editions, listing, context)
    return NewslettersPage(
        top=page_top(context),
        title=page.title,
        summary=page.summary if listing.is_first else None,
        newest=_lead_edition(newest, _newest_id(newest, listing, groups), context) if newest else None,
        groups=groups,
        pager=pager(listing, context),
    )


def publications_page(page: WebPage, context: PageContext) -> PublicationsPage:
    """Return the value of a page of the list of publications."""
    listing = listing_for(page)
    return PublicationsPage(
        top=page_top(context),
        title=page.title,
        summary=page.summary if listing.is_first else None,
        groups=_groups(listing.documents, listing, context),
        pager=pager(listing, context),
    )


def _newest_id(edition: Document[Newsletter], listing: Listing, groups: Sequence[RowGroup]) -> str | None:
    id_ = year_ids(listing, [edition]).get(edition.path)
    return None if id_ in {group.id for group in groups} else id_


def _lead_edition(edition: Document[Newsletter], id_: str | None, context: PageContext) -> LeadEdition:
    front = edition.front
    headings = [heading for section, parts in section_parts(edition.outline) for heading in (section, *parts)]
    sections, more = first_sections(edition, headings, _SECTIONS, context)
    return LeadEdition(
        id=id_,
        link=context.document_link(edition, front.subject),
        day=context.day(edition),
        first_words=edition.outline.first_words or front.summary,
        action=context.link_to(edition.url, context.t("card.newsletter"), context.lang, edition.lang),
        picture=context.image(edition, front.image, sizes=_FEATURE_SIZES, eager=True, alt="") if front.image else None,
        sections=sections,
        more=more,
    )


def _groups(documents: Sequence[Document[Dated]], listing: Listing, context: PageContext) -> tuple[RowGroup, ...]:
    """Group items of a page by year: what is forthcoming first, what has no known date last."""
    ordered = sorted(documents, key=lambda item: (item.front.undated, not item.front.is_forthcoming))
    titled = groupby(ordered, key=lambda item: _group_title(item, context))
    row = _row if listing.is_first else _short_row
    return tuple(RowGroup(id_, title, tuple(row(item, context) for item in items)) for (id_, title), items in titled)


def _group_title(document: Document[Dated], context: PageContext) -> tuple[str, str]:
    front = document.front
    if front.undated:
        return "undated", context.t("list.undated")
    if front.is_forthcoming:
        return "forthcoming", context.t("publication.forthcoming")
    return year_id(front.date.year), str(front.date.year)


def _row(document: Document[Dated], context: PageContext) -> Row:
    publication = PUBLICATION.narrow(document)
    return replace(
        _short_row(document, context),
        subtitle=publication.front.subtitle if publication else None,
        summary=document.front.summary,
        details=" · ".join(_details(publication, context)) if publication else "",
        cover=cover(publication, context, sizes=_COVER_SIZES, alt="") if publication else None,
    )


def _short_row(document: Document[Dated], context: PageContext) -> Row:
    front, mark = document.front, waiting_label(document, context)
    edition = NEWSLETTER.narrow(document)
    return Row(
        labels=tuple(filter(None, (None if edition else context.t(f"kind.{document.genre}"), mark))),
        link=context.document_link(document, edition.front.subject if edition else front.heading),
        day=None if front.undated else context.day(document),
    )


def _details(publication: Document[Publication], context: PageContext) -> Iterator[str]:
    """Yield the length of a publication, and the size of its PDF."""
    words = pdf_words(publication, context)
    pages = publication.front.pages
    if words:
        yield words
    elif pages:
        yield context.t.count("publication.pages", pages)
