"""The page of a publication: its facts, its creators, its files, and how to cite it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar
from urllib.parse import quote

from newsroom.content.document import Document
from newsroom.content.types.publication import Publication
from newsroom.publish.assets import asset_url
from newsroom.publish.citations import Citation
from newsroom.publish.citations.harvard import HarvardReference
from newsroom.publish.pages.labels import labels_of
from newsroom.publish.pages.page import WebPage
from newsroom.publish.views.cover import Cover, cover
from newsroom.publish.views.item import FurtherReading, Share, Topics, further_reading, share, topics
from newsroom.publish.views.page import PageText, PageTop, page_text, page_top
from newsroom.publish.views.page_context import PageContext, document_for
from newsroom.publish.views.values import Day, Fact, Link, PageView

_COVER_WIDTH = "(min-width: 45em) 300px, 45vw"


@dataclass(frozen=True)
class CitationFile:
    """A citation in one format: the format's name, the id and the text of the citation, and the file to download."""

    format: str
    id: str
    text: str
    href: str
    name: str


@dataclass(frozen=True)
class Download:
    """How to get a publication.

    ``file`` is the address of its PDF, and ``file_size`` its number of pages and bytes in words. ``link`` leads to
    another site, with the text ``link_label``. ``has_pdf``: there is a PDF besides ``link``. ``is_missing``: it is
    published, but this site has neither a file nor a link. ``may_print``: readers can only print its page. ``ask`` is
    the network's email address, for those who ask for a copy or for news of it; None if there is a file or a link.
    """

    file: str | None
    file_size: str | None
    link: str | None
    link_label: str
    has_pdf: bool
    is_missing: bool
    may_print: bool
    ask: Link | None


@dataclass(frozen=True)
class PublicationPage(PageView):
    """What ``publication.html`` prints, and ``frame/citation.html``: ``tags``, for reference managers.

    ``labels`` say what it is. ``people`` are its creators by role. ``due`` is the label of ``day``. ``address`` is its
    address on the web, for printed pages.
    """

    template: ClassVar = "publication.html"
    head_template: ClassVar = "frame/citation.html"

    top: PageTop
    text: PageText
    labels: tuple[str, ...]
    title: str
    subtitle: str | None
    summary: str
    is_forthcoming: bool
    cover: Cover
    findings: tuple[str, ...]
    people: tuple[Fact, ...]
    publisher: str | None
    due: str
    day: Day
    pages: str | None
    isbn: str | None
    address: str | None
    doi: Link | None
    download: Download
    reference: HarvardReference
    citation_files: tuple[CitationFile, ...]
    tags: tuple[tuple[str, str], ...]
    topics: tuple[Topics, ...]
    share: Share
    further_reading: FurtherReading


def publication_page(page: WebPage, context: PageContext) -> PublicationPage:
    """Return the value of the page of a publication."""
    document = document_for(page, Publication)
    front, t = document.front, context.t
    is_out = not front.is_forthcoming
    citation = context.shared.citations.citation(document)
    download = _download(document, context, is_out=is_out)
    print_label = None if download.may_print else t("publication.print")
    return PublicationPage(
        top=page_top(context),
        text=page_text(document, context),
        labels=labels_of(document, t),
        title=front.title,
        subtitle=front.subtitle,
        summary=front.summary,
        is_forthcoming=not is_out,
        cover=cover(document, context, sizes=_COVER_WIDTH),
        findings=front.findings,
        people=tuple(_creators(front, context)),
        publisher=front.publisher,
        due=t("publication.date") if is_out else t("publication.due"),
        day=context.day(document) if is_out else Day(front.shown_date.isoformat(), t.date(front.shown_date)),
        pages=t.count("publication.pages", front.pages) if front.pages else None,
        isbn=front.isbn,
        address=_address(document, context) if is_out else front.link,
        doi=Link(front.doi_url, front.doi) if front.doi and front.doi_url else None,
        download=download,
        reference=citation.reference,
        citation_files=_citation_files(citation, context),
        tags=citation.tags,
        topics=topics(document, context),
        share=share(document, context, print_label),
        further_reading=further_reading(document, context, context.list_link("publications", t("publications.back"))),
    )


def _address(document: Document[Publication], context: PageContext) -> str | None:
    """Return the address of a published publication, for readers of the printed page."""
    file = document.front.file
    return f"{context.settings.site_url}{asset_url(document, file)}" if file else document.front.link


def _creators(front: Publication, context: PageContext) -> Iterator[Fact]:
    t = context.t
    rows = (
        (t("publication.authors"), front.authors),
        (t("publication.editors"), front.editors),
        (t("publication.contributors"), front.contributors),
    )
    yield from (Fact(label, t.list(tuple(person.name for person in people))) for label, people in rows if people)


def _download(document: Document[Publication], context: PageContext, *, is_out: bool) -> Download:
    front, t = document.front, context.t
    return Download(
        file=context.href(asset_url(document, front.file)) if front.file and is_out else None,
        file_size=pdf_words(document, context) if is_out else None,
        link=front.link,
        link_label=t("publication.link") if is_out else t("publication.link_forthcoming"),
        has_pdf=front.file is not None,
        is_missing=is_out and not front.file and not front.link,
        may_print=is_out and not front.file,
        ask=None if front.file or front.link else _ask(document, context),
    )


def _ask(document: Document[Publication], context: PageContext) -> Link:
    """Return a link that writes to the network about a publication."""
    contact = context.settings.contact
    return Link(f"mailto:{contact}?subject={quote(document.front.title, safe='')}", contact)


def pdf_words(document: Document[Publication], context: PageContext) -> str | None:
    """Return the number of pages and bytes of a publication's PDF, in words; None if it has none."""
    front, t = document.front, context.t
    size = context.shared.citations.pdf_size(document)
    if not size or not front.pages or front.is_forthcoming:
        return None
    pages = t.count("publication.pages", front.pages)
    return t("publication.file", pages=pages, size=t.size(size))


def _citation_files(citation: Citation, context: PageContext) -> tuple[CitationFile, ...]:
    bibtex, ris = context.href(citation.bibtex_url), context.href(citation.ris_url)
    return (
        CitationFile("BibTeX", "cite-bibtex", citation.bibtex, bibtex, f"{citation.name}.bib"),
        CitationFile("RIS", "cite-ris", citation.ris, ris, f"{citation.name}.ris"),
    )
