"""What the templates of pages are given."""

from collections.abc import Mapping
from functools import partial
from typing import cast

from markupsafe import Markup

from newsroom.document import AnyDocument, Document
from newsroom.library import Channel, Library
from newsroom.model import Dated
from newsroom.publish.assets import asset_url
from newsroom.publish.editions import date_beside_title
from newsroom.publish.menu import SECTIONS, menu
from newsroom.publish.metadata import Metadata
from newsroom.publish.openings import openings
from newsroom.publish.page import WebPage
from newsroom.publish.reading import contents, reading_time
from newsroom.publish.view import View, lists_of
from newsroom.settings import Settings
from newsroom.types.newsletter import NEWSLETTER
from newsroom.types.publication import PUBLICATION
from newsroom.types.story import STORY

PIECES_ON_HOME = 3


class Contexts:
    """The contexts of all pages. ``views`` and ``searches``, the search pages' addresses, are by language.

    ``pages`` are by path.
    """

    def __init__(
        self,
        library: Library,
        settings: Settings,
        views: Mapping[str, View],
        pages: Mapping[str, WebPage],
        searches: Mapping[str, str],
    ) -> None:
        self._library = library
        self._settings = settings
        self._views = views
        self._pages = pages
        by_url = {page.url: page for page in pages.values()}
        self._urls = frozenset(by_url)
        self._lists = lists_of(library)
        self._by_url = by_url
        self._searches = searches
        self._metadata = Metadata(library, settings, views, by_url)

    def of(self, page: WebPage | None) -> dict[str, object]:
        """The context of a page. None stands for a page that is none of ours, as the 404 page."""
        default = self._settings.default_language
        view = self._views[page.lang if page else default]
        lists = view if view.is_open else self._views[default]
        context: dict[str, object] = {
            "_": view.words,
            "site": self._settings,
            "lists": {name: f"{lists.prefix}{name}/" for name in self._lists},
            "is_preview": self._library.preview,
            "is_waiting": self._library.is_waiting,
            "areas": view.topics["area"],
            "principles": view.topics["principle"],
            "asset_of": asset_url,
            "in_language": partial(self._in_language, view),
            "has_page": self._urls.__contains__,
            "hreflang": partial(self._hreflang, view),
            "versions_of": self._versions,
            "language_name": self._language_name,
            "web_page": page,
            "searches": self._searches,
            "menu": menu(view.words, self._sections(view), page),
            **self._metadata.of(page),
        }
        if page and page.document:
            context |= _of_document(page.document, view)
        return context

    def _versions(self, path: str) -> tuple[AnyDocument, ...]:
        """All versions of a page, itself included, where it has more than one."""
        page = self._pages.get(path)
        versions = self._library.translations(page.document, Channel.WEB) if page and page.document else ()
        return versions if len(versions) > 1 else ()

    def _in_language(self, view: View, url: str) -> str:
        """A standing page's address in a view's language, or in the default one where it has no such version."""
        own = f"{view.prefix}{url}"
        return own if own in self._urls else url

    def _hreflang(self, view: View, url: str) -> Markup:
        """For a link's tag: the attribute that says which language an address leads to where it is not a view's."""
        page = self._by_url.get(url)
        return Markup(' hreflang="{}"').format(page.lang) if page and page.lang != view.lang else Markup()

    def _sections(self, view: View) -> dict[str, WebPage]:
        """The first page of each section that the menu leads to, in a view's language where there is one."""
        urls = {name: self._in_language(view, f"{name}/") for name in SECTIONS}
        return {name: self._by_url[url] for name, url in urls.items() if url in self._by_url}

    def _language_name(self, lang: str) -> str:
        return self._views[lang].words.own_name


def _of_document(document: AnyDocument, view: View) -> dict[str, object]:
    context: dict[str, object] = {"document": document, "front": document.front}
    context["contents_of"] = partial(contents, document.outline)
    context["openings_of"] = partial(openings, document.outline)
    if isinstance(document.front, Dated):
        piece = cast("Document[Dated]", document)
        context |= {"neighbours": view.neighbours(piece), "related": view.related(piece), "reading_time": reading_time}
    if edition := NEWSLETTER.narrow(document):
        context["edition_date"] = date_beside_title(edition, view.words)
    if document.url == view.prefix:
        context["editions"] = view.of_types((NEWSLETTER,))[:1]
        context["stories"] = view.leading(STORY)[:PIECES_ON_HOME]
        context["publications"] = view.leading(PUBLICATION)[:PIECES_ON_HOME]
    return context
