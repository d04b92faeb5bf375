"""The parts that several kinds of pages share: the top of a page, and its text."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

from markupsafe import Markup

from newsroom.content.document import AnyDocument
from newsroom.content.types.page import Page
from newsroom.publish.text.text_facts import contents_list
from newsroom.publish.views.page_context import PageContext
from newsroom.publish.views.values import Figure, FileLink, Link, PageView, PlainLink


@dataclass(frozen=True)
class PageTop:
    """The top of a page: on paper the site's name and the page's address, on screens the breadcrumbs.

    ``address`` is None, and ``crumbs`` are empty, on the page for missing addresses.
    """

    site_name: str
    address: str | None
    crumbs: tuple[Link, ...]


@dataclass(frozen=True)
class PageText:
    """The text of a page that has a document.

    ``contents`` are its sections; empty if it is short. ``html`` is safe to print. ``edit_url`` is the address at which
    to edit its file. ``easy`` is the address of its Easy Read version, and ``pdf`` leads to its PDF. ``lang`` is its
    language; None for that of the page.
    """

    easy: str | None
    pdf: FileLink | None
    contents: tuple[PlainLink, ...]
    html: Markup
    edit_url: str | None
    lang: str | None


@dataclass(frozen=True)
class TextView(PageView):
    """What pages with a text, a title and a lead picture have in common."""

    top: PageTop
    text: PageText
    title: str
    picture: Figure | None


def page_top(context: PageContext) -> PageTop:
    """Return the top of a page."""
    page = context.page
    if page is None:
        return PageTop(context.site_name, None, ())
    return PageTop(context.site_name, f"{context.settings.site_url}{page.url}", tuple(_crumbs(context)))


def page_text(document: AnyDocument, context: PageContext) -> PageText:
    """Return the text of a document's page."""
    easy = context.library.easy_version(document)
    sections = contents_list(document.outline, context.text_facts.word_count)
    return PageText(
        easy=context.href(easy.url) if easy else None,
        pdf=_pdf(context),
        contents=tuple(PlainLink(f"#{quote(h.id)}", h.text) for h in sections),
        html=Markup(context.html),  # noqa: S704 - the site's own, made by the build
        edit_url=context.settings.edit_url(document.path),
        lang=document.front.language if isinstance(document.front, Page) else None,
    )


def _pdf(context: PageContext) -> FileLink | None:
    pdf, t = context.text_facts.pdf, context.t
    if pdf is None:
        return None
    size = t("publication.file", pages=t.count("publication.pages", pdf.pages), size=t.size(pdf.size))
    return FileLink(context.href(quote(pdf.path)), size)


def _crumbs(context: PageContext) -> Iterator[Link]:
    for crumb in context.metadata.crumbs:
        yield context.link_to(crumb.url, crumb.title, crumb.lang, crumb.page_lang)
