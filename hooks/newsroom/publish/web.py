"""The site's pages: which there are, at which addresses, with which templates."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from newsroom.codes import guide
from newsroom.document import AnyDocument
from newsroom.library import Channel, Library
from newsroom.model import FrontMatter
from newsroom.publish.listings import Listing, list_pages, page_url
from newsroom.publish.page import ERRORS_URL, WebPage
from newsroom.publish.view import View, lists_of
from newsroom.settings import Settings
from newsroom.types import STANDING_PAGES, look_of
from newsroom.words import Words

_GUIDE = f"{STANDING_PAGES}/contribute.md"


class Site:
    """All pages of one build. ``views`` are the site as readers of each language see it, ``lists`` the lists there are.

    ``unreadable`` maps the paths of files that are no documents yet to their addresses: a preview shows there what
    is wrong with them.
    """

    def __init__(
        self,
        library: Library,
        settings: Settings,
        words: Mapping[str, Words],
        unreadable: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self._library = library
        self._settings = settings
        default = settings.default_language
        self.views = {
            lang: View(library, words[lang], "" if lang == default else f"{lang}/") for lang in settings.languages
        }
        newest = self.views[default].newest
        self._updated = max((_updated(document.front) for document in newest), default="1970-01-01")
        self.lists = lists_of(library)
        pages = [page for document in library.pages(Channel.WEB) for page in self._document_pages(document)]
        for view in self.views.values():
            pages += self._list_pages(view) if view.is_open or view.lang == default else ()
        self.search_urls = {lang: f"{view.prefix}search/" for lang, view in self.views.items() if view.has_pages}
        pages += (self._search_page(self.views[lang], url) for lang, url in self.search_urls.items())
        pages += self._errors_page()
        pages += (self._unreadable_page(path, url) for path, url in unreadable.items())
        self.pages = tuple(pages)
        self._by_path = {page.path: page for page in pages}

    def page(self, path: str) -> WebPage:
        """The page that links call ``path``. Raises KeyError where there is none."""
        return self._by_path[path]

    def generated(self) -> dict[str, str]:
        """The pages that no one wrote: their paths, each with its address."""
        return {page.path: page.url for page in self.pages if page.is_generated}

    def _document_pages(self, document: AnyDocument) -> Iterator[WebPage]:
        view = self.views[document.lang]
        listing: Listing | None = None
        rest: Sequence[Listing] = ()
        if document.type.topic_field:
            listing, *rest = list_pages(view.about(document), document.url)
        front, look = document.front, look_of(document.type, document.url.removeprefix(view.prefix))
        yield WebPage(
            path=document.path,
            url=document.url,
            title=front.heading,
            summary=front.summary,
            lang=document.lang,
            template=look.template,
            card=look.card,
            updated=_updated(front) or self._updated,
            document=document,
            listing=listing,
            in_search=self._library.shows(document, Channel.SEARCH) and front.search_rank != "none",
        )
        for page in rest:
            yield self._list_page(view, page, document.url, front.heading, front.summary)

    def _list_pages(self, view: View) -> Iterator[WebPage]:
        for name, types in self.lists.items():
            url = f"{view.prefix}{name}/"
            title, summary = view.words(f"{name}.title"), view.words(f"{name}.summary")
            for page in list_pages(view.of_types(types), url):
                yield replace(self._list_page(view, page, url, title, summary), card=types[0].card)

    def _list_page(self, view: View, page: Listing, url: str, title: str, summary: str) -> WebPage:
        own_url = page_url(url, page.number)
        is_first = page.number == 1
        return WebPage(
            path=f"{own_url}index.md" if is_first else f"{own_url.rstrip('/')}.md",
            url=own_url,
            title=title if is_first else view.words("list.title_page", title=title, number=page.number),
            summary=summary if is_first else view.words("list.summary_page", summary=summary, number=page.number),
            lang=view.lang,
            template="list.html",
            updated=self._updated,
            listing=page,
            is_generated=True,
        )

    def _search_page(self, view: View, url: str) -> WebPage:
        title, summary = view.words("search.title"), view.words("search.summary")
        path = f"{url}index.md"
        return WebPage(path, url, title, summary, view.lang, "search.html", self._updated, is_generated=True)

    def _errors_page(self) -> Iterator[WebPage]:
        """The page that explains errors and warnings, on a site that has the editors' guide."""
        if self._library.find(_GUIDE):
            title, summary, text = guide()
            lang, url = self._settings.default_language, ERRORS_URL
            path = f"{STANDING_PAGES}/{url.rstrip('/')}.md"
            yield WebPage(path, url, title, summary, lang, "errors.html", self._updated, is_generated=True, text=text)

    def _unreadable_page(self, path: str, url: str) -> WebPage:
        lang = self._settings.default_language
        return WebPage(path, url, title=path, summary="", lang=lang, template="problems.html", updated=self._updated)


def _updated(front: FrontMatter) -> str:
    """When a page last changed, as an ISO date, as far as its front matter says; never the clock."""
    when = front.updated or front.published
    return when.first_day.isoformat() if when else ""
