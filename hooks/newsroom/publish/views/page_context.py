"""The context from which the value of a page is made, with methods for its links, dates and pictures."""

import posixpath
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TypeVar, cast

from markupsafe import Markup

from newsroom.content.document import AnyDocument, Document
from newsroom.content.library import Library
from newsroom.content.model import Dated, FrontMatter, Image
from newsroom.content.types import TOPIC_TYPES
from newsroom.markup.links import relative_address
from newsroom.problems import Problem
from newsroom.publish.build_context import BuildContext
from newsroom.publish.citations import Citations
from newsroom.publish.feeds import Feeds
from newsroom.publish.metadata import Metadata, PageMetadata
from newsroom.publish.pages.labels import date_of
from newsroom.publish.pages.language_site import LanguageSite
from newsroom.publish.pages.listings import Listing
from newsroom.publish.pages.page import ERRORS_URL, WebPage
from newsroom.publish.pages.web import SitePages
from newsroom.publish.pictures.markup import BODY_SIZES, PictureHtml
from newsroom.publish.text.language_marks import marked_text
from newsroom.publish.text.text_facts import NO_TEXT, TextFacts
from newsroom.publish.views.values import Day, Figure, Link, ProblemLine
from newsroom.settings import Settings
from newsroom.translations import Translations

_ModelT = TypeVar("_ModelT", bound=FrontMatter)


@dataclass(frozen=True)
class SharedPageContext:
    """The part of the context that all pages share.

    ``policy`` is the Content Security Policy of every page.
    """

    build: BuildContext
    metadata: Metadata
    feeds: Feeds
    citations: Citations
    pictures: PictureHtml
    policy: str


@dataclass(frozen=True)
class PageContext:
    """The context from which the value of one page is made.

    ``page`` is None for the page for missing addresses; ``reader_lang`` is then the language of a part of it. ``html``
    is the finished HTML of the text. ``root`` is the path of the site on its host, for a page that is shown at any
    address; None for a page with an address of its own.
    """

    shared: SharedPageContext
    page: WebPage | None
    metadata: PageMetadata
    html: str = ""
    text_facts: TextFacts = NO_TEXT
    root: str | None = None
    reader_lang: str = ""

    @property
    def library(self) -> Library:
        """The library, which decides what is shown."""
        return self.shared.build.library

    @property
    def settings(self) -> Settings:
        """The site's settings."""
        return self.shared.build.settings

    @property
    def site(self) -> SitePages:
        """All pages of the site."""
        return self.shared.build.site

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The errors and warnings found so far."""
        return self.shared.build.log.problems

    @property
    def lang(self) -> str:
        """The language of the page."""
        return self.page.lang if self.page else self.reader_lang or self.settings.default_language

    @property
    def site_name(self) -> str:
        """The network's name in the language of the page."""
        return self.settings.name_in(self.lang)

    @property
    def language_site(self) -> LanguageSite:
        """The site as a reader of the page's language sees it."""
        return self.site.language_sites[self.lang]

    @property
    def t(self) -> Translations:
        """The translations in the page's language."""
        return self.language_site.t

    @property
    def base(self) -> str:
        """The address of the site's root on the page, as the start of other addresses: "", "../" or "/"."""
        return "../" * self.page.url.count("/") if self.page else self.root or ""

    def href(self, url: str) -> str:
        """Return the address, relative to the page, of a page or file; ``url`` is relative to the site's root."""
        if self.root is not None:
            return posixpath.join(self.root, url or ".")
        return relative_address(url, self.page.url if self.page else "")

    def link(self, url: str, text: str) -> Link:
        """Return a link to a page; ``url`` is relative to the site's root."""
        target = self.site.by_url.get(url)
        return self.link_to(url, text, self.lang, target.lang if target else self.lang)

    def link_to(self, url: str, text: str, lang: str, target_lang: str) -> Link:
        """Return a link whose text says in which language its target is, if that is not the page's.

        Args:
            url: The address, relative to the site's root.
            lang: The language of the text.
            target_lang: The language of the target.
        """
        words = text if target_lang == self.lang else marked_text(text, lang, target_lang, self.t)
        return Link(self.href(url), words, self.if_other_language(lang), self.if_other_language(target_lang))

    def document_link(self, document: AnyDocument, text: str, *, fragment: str = "") -> Link:
        """Return a link to a document or a section of it. The text is in the document's language."""
        link = self.link_to(document.url, text, document.lang, document.lang)
        return replace(link, href=f"{link.href}{fragment}")

    def list_link(self, name: str, text: str) -> Link | None:
        """Return a link to a list in the page's language, else in the default language; None if there is none."""
        return self.page_link(f"{name}/", text) if name in self.site.lists else None

    def find_page(self, url: str) -> str | None:
        """Return the address of a page in the page's language, else in the default language; None if there is none."""
        found = self.site.find(url, self.lang)
        return found.url if found else None

    def page_link(self, url: str, text: str) -> Link | None:
        """Return a link to a page in the page's language, else in the default language; None if there is none."""
        found = self.find_page(url)
        return None if found is None else self.link(found, text)

    def titled_link(self, url: str) -> Link | None:
        """Return a link like :meth:`page_link` with the title of its page."""
        found = self.site.find(url, self.lang)
        return self.link_to(found.url, found.title, found.lang, found.lang) if found else None

    def browse_links(self) -> tuple[Link, ...]:
        """Return links to the lists of items, and to the pages that list the topics of a type."""
        lists = (self.list_link(name, self.t(f"{name}.all")) for name in self.site.lists)
        topics = (self.page_link(f"{topic.address}/", self.t(f"{topic.address}.all")) for topic in TOPIC_TYPES)
        return without_none((*lists, *topics))

    def home_link(self, text: str) -> Link:
        """Return a link to the home page."""
        return self.page_link("", text) or Link(self.href(""), text)

    def day(self, document: Document[Dated]) -> Day:
        """Return the date of an item that readers see, as far as it is known."""
        front = document.front
        return Day(front.shown_date.isoformat(), date_of(front, self.t, is_over=self.library.is_over(document)))

    def problem_line(self, problem: Problem) -> ProblemLine:
        """Return an error or warning as a preview shows it."""
        address = self.href(f"{ERRORS_URL}#{problem.code}") if ERRORS_URL in self.site.by_url else None
        return ProblemLine(str(problem), address)

    def image(
        self,
        document: AnyDocument,
        image: Image,
        *,
        sizes: str = BODY_SIZES,
        eager: bool = False,
        alt: str | None = None,
    ) -> Markup:
        """Return the HTML of a picture that a document names, with the arguments of :meth:`PictureHtml.picture`."""
        base = self.root if self.root is not None else self.page.url if self.page else ""
        return self.shared.pictures.picture(base, document, image, sizes, eager=eager, alt=alt)

    def figure(
        self, document: AnyDocument, image: Image | None, *, sizes: str = BODY_SIZES, alt: str | None = None
    ) -> Figure | None:
        """Return the lead picture of a document; None if it has none. With another ``alt`` it is loaded lazily."""
        if image is None:
            return None
        return Figure(self.image(document, image, sizes=sizes, eager=alt is None, alt=alt), image.caption, image.credit)

    def if_other_language(self, lang: str) -> str | None:
        """Return a language if it is not the page's own; else None."""
        return lang if lang != self.lang else None


def document_for(page: WebPage, model: type[_ModelT]) -> Document[_ModelT]:
    """Return the document of a page. Raises TypeError if its template is for another model."""
    if page.document is None or not isinstance(page.document.front, model):
        raise TypeError(f"{page.path} has the template {page.template}, which is for a {model.__name__}")
    return cast("Document[_ModelT]", page.document)


def listing_for(page: WebPage) -> Listing:
    """Return the listing of a page. Raises TypeError if the page has none."""
    if page.listing is None:
        raise TypeError(f"{page.path} has the template {page.template}, which is for a list")
    return page.listing


def without_none(links: Iterable[Link | None]) -> tuple[Link, ...]:
    """Return the links that are not None."""
    return tuple(link for link in links if link)
