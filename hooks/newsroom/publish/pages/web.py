"""All pages of the site, with their addresses and templates."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from newsroom.content.document import AnyDocument, Document
from newsroom.content.guide.field_guide import GUIDE, GUIDE_PAGES
from newsroom.content.library import Channel, Library
from newsroom.content.model import Dated, FrontMatter
from newsroom.content.types import LISTS, AnyType, look_for
from newsroom.content.types.base import ITEMS_PER_PAGE, Look
from newsroom.publish.pages.language_site import LanguageSite
from newsroom.publish.pages.listings import Listing, page_url, paginate
from newsroom.publish.pages.page import Notice, WebPage
from newsroom.settings import Settings
from newsroom.translations import Translations

_LIST_TEMPLATE = "list.html"


class SitePages:
    """All pages of one build.

    Args:
        library: Decides which documents have a page.
        unreadable: Maps the path of each file with errors to its address. A preview shows its errors there.
        left_out: Maps the path of each file that is left out because of its errors to its address.

    Attributes:
        language_sites: The site as readers of each language see it, by language.
        open_sites: Those that have lists and feeds of their own: the default language's, and those with a home page.
        lists: The lists that are not empty: maps the name of each to its types.
        search_urls: The address of the search page by language.
        by_url: All pages by address.
        generated: The generated pages: maps the path of each to its address.
    """

    def __init__(
        self,
        library: Library,
        settings: Settings,
        translations: Mapping[str, Translations],
        unreadable: Mapping[str, str] = {},
        left_out: Mapping[str, str] = {},
    ) -> None:
        self._library = library
        self._settings = settings
        default = settings.default_language
        self.language_sites = {
            lang: LanguageSite(library, translations[lang], "" if lang == default else f"{lang}/")
            for lang in settings.languages
        }
        shown = (*self.language_sites[default].newest, *self.language_sites[default].past)
        self._updated = max((_last_change(document.front) for document in shown), default="1970-01-01")
        sites = self.language_sites.values()
        self.open_sites = tuple(found for found in sites if found.is_open or found.lang == default)
        self.lists = _find_lists(library)
        pages = [page for document in library.pages(Channel.WEB) for page in self._document_pages(document)]
        pages += (page for language_site in self.open_sites for page in self._list_pages(language_site))
        with_pages = {lang: found for lang, found in self.language_sites.items() if found.has_pages}
        self.search_urls = {lang: f"{found.prefix}search/" for lang, found in with_pages.items()}
        pages += (self._search_page(self.language_sites[lang], url) for lang, url in self.search_urls.items())
        pages += self._guide_pages()
        pages += self._notices({page.url for page in pages})
        pages += self._notices_for_left_out(left_out, {page.url for page in pages})
        pages += (self._unreadable_page(path, url) for path, url in unreadable.items())
        self.pages = tuple(pages)
        self.by_url = {page.url: page for page in pages}
        self.generated = {page.path: page.url for page in pages if page.is_generated}
        self._by_path = {page.path: page for page in pages}

    def page(self, path: str) -> WebPage:
        """Return the page with a path. Raises KeyError if there is none."""
        return self._by_path[path]

    def find(self, local_url: str, lang: str) -> WebPage | None:
        """Return the page at an address in a language, else in the default language; None if there is none.

        ``local_url`` is the address without the start of the language's addresses: "about/" for "cy/about/".
        """
        return self.by_url.get(f"{self.language_sites[lang].prefix}{local_url}") or self.by_url.get(local_url)

    def version(self, local_url: str, lang: str) -> WebPage | None:
        """Return the page at an address in a language, as for :meth:`find`; None if the language does not have it."""
        page = self.by_url.get(f"{self.language_sites[lang].prefix}{local_url}")
        return page if page and page.lang == lang and not page.is_notice else None

    def versions(self, page: WebPage) -> tuple[WebPage, ...]:
        """Return a page in each language that has it, sorted by language."""
        found = (self.version(page.local_url, lang) for lang in sorted(self.language_sites))
        return tuple(version for version in found if version)

    def _document_pages(self, document: AnyDocument) -> Iterator[WebPage]:
        language_site = self.language_sites[document.lang]
        listing: Listing | None = None
        rest: Sequence[Listing] = ()
        if document.type.topic_field:
            listing, *rest = paginate(language_site.items_about(document), document.url)
        front, feature = document.front, language_site.feature
        look = look_for(document.type, document.url.removeprefix(language_site.prefix))
        yield WebPage(
            path=document.path,
            url=document.url,
            prefix=language_site.prefix,
            title=front.heading,
            summary=front.summary,
            lang=document.lang,
            template=look.template,
            card=look.card,
            updated=_last_change(front) or self._updated,
            document=document,
            listing=listing,
            in_search=self._library.shows(document, Channel.SEARCH),
            is_over=self._library.is_over(document),
            quoted=(feature,) if feature and document.url == language_site.prefix else (),
        )
        for page in rest:
            yield self._list_page(language_site, page, document.url, front.heading, front.summary)

    def _list_pages(self, language_site: LanguageSite) -> Iterator[WebPage]:
        for name, types in self.lists.items():
            url = f"{language_site.prefix}{name}/"
            title, summary = language_site.t(f"{name}.title"), language_site.t(f"{name}.summary")
            look = look_for(types[0], f"{name}/", Look(_LIST_TEMPLATE, types[0].card))
            per_page = types[0].items_per_page if len(types) == 1 else ITEMS_PER_PAGE
            items = language_site.listed(types)
            yield from self._pages_of_list(language_site, look, paginate(items, url, per_page), url, title, summary)
            by_kind: dict[str, list[Document[Dated]]] = {kind: [] for kind in language_site.kinds.get(name, ())}
            for item in items if by_kind else ():
                if item.genre in by_kind:
                    by_kind[item.genre].append(item)
            for kind, own in by_kind.items():
                kinds, kind_url = language_site.t(f"kinds.{kind}"), f"{url}kind/{kind}/"
                listings = paginate(own, kind_url, per_page)
                kinds_summary = language_site.t("kinds.summary", kinds=kinds)
                pages = self._pages_of_list(language_site, look, listings, kind_url, kinds, kinds_summary)
                yield from (replace(page, kind=kind) for page in pages)

    def _pages_of_list(
        self,
        language_site: LanguageSite,
        look: Look,
        listings: Iterator[Listing],
        url: str,
        title: str,
        summary: str,
    ) -> Iterator[WebPage]:
        quotes_notes = look.template != _LIST_TEMPLATE
        for listing in listings:
            page = self._list_page(language_site, listing, url, title, summary)
            quoted = tuple(item for item in listing.documents if quotes_notes and listing.is_first and item.is_brief)
            yield replace(page, card=look.card, template=look.template, quoted=quoted)

    def _list_page(self, language_site: LanguageSite, page: Listing, url: str, title: str, summary: str) -> WebPage:
        own_url = page_url(url, page.number)
        is_first = page.number == 1
        return WebPage(
            path=_index_path(own_url, language_site) if is_first else f"{own_url.rstrip('/')}.md",
            url=own_url,
            prefix=language_site.prefix,
            title=title if is_first else language_site.t("list.title_page", title=title, number=page.number),
            summary=summary if is_first else language_site.t("list.summary_page", summary=summary, number=page.number),
            lang=language_site.lang,
            template=_LIST_TEMPLATE,
            updated=self._updated,
            listing=page,
            is_generated=True,
        )

    def _search_page(self, language_site: LanguageSite, url: str) -> WebPage:
        t, prefix, path = language_site.t, language_site.prefix, _index_path(url, language_site)
        texts = (t("search.title"), t("search.summary"))
        return WebPage(path, url, *texts, t.lang, "search.html", self._updated, is_generated=True, prefix=prefix)

    def _guide_pages(self) -> Iterator[WebPage]:
        """Yield the pages about fields, errors and warnings, if the site has the editors' guide."""
        if self._library.find(GUIDE):
            for page in GUIDE_PAGES:
                yield WebPage(
                    path=page.path,
                    url=page.url,
                    title=page.title,
                    summary=page.summary,
                    lang=self._settings.default_language,
                    template="guide.html",
                    updated=self._updated,
                    is_generated=True,
                    text=page.text,
                )

    def _notices(self, taken: Collection[str]) -> Iterator[WebPage]:
        """Yield a page for the address of each withdrawn item that no other page has now."""
        for item in self._library.taken_down():
            if item.url is not None and item.url not in taken:
                yield self._notice(item.path, item.url, self.language_sites[item.lang], Notice.WITHDRAWN)

    def _notices_for_left_out(self, left_out: Mapping[str, str], taken: Collection[str]) -> Iterator[WebPage]:
        """Yield a page for the address of each file that was left out."""
        default = self.language_sites[self._settings.default_language]
        others = [found for found in self.language_sites.values() if found.prefix]
        for path, url in left_out.items():
            if url not in taken:
                language_site = next((found for found in others if url.startswith(found.prefix)), default)
                yield self._notice(path, url, language_site, Notice.LEFT_OUT)

    def _notice(self, path: str, url: str, language_site: LanguageSite, notice: Notice) -> WebPage:
        t = language_site.t
        title, text = {
            Notice.WITHDRAWN: (t("withdrawn.title"), t("withdrawn.text")),
            Notice.LEFT_OUT: (t("left_out.title"), t("left_out.text")),
        }[notice]
        return WebPage(
            path=path,
            url=url,
            prefix=language_site.prefix,
            title=title,
            summary=text,
            lang=language_site.lang,
            template="notice.html",
            updated=self._updated,
            notice=notice,
        )

    def _unreadable_page(self, path: str, url: str) -> WebPage:
        lang = self._settings.default_language
        return WebPage(path, url, title=path, summary="", lang=lang, template="problems.html", updated=self._updated)


def _index_path(url: str, language_site: LanguageSite) -> str:
    """Return the path by which content links to a generated page, like that of a file in the language.

    "stories/index.md" for "stories/", and "stories/index.cy.md" for "cy/stories/".
    """
    suffix = f".{language_site.lang}" if language_site.prefix else ""
    return f"{url.removeprefix(language_site.prefix)}index{suffix}.md"


def _find_lists(library: Library) -> Mapping[str, tuple[AnyType, ...]]:
    """Return the lists that have an item on the web: maps the name of each to its types.

    An empty list has no page, feed or link. Items taken from feeds count, since feeds say that they were taken back.
    """
    shown = {document.type for document in library.pages(Channel.WEB)}
    found = shown | {item.type for item in library.taken_from_feeds()}
    return {name: types for name, types in LISTS.items() if found.intersection(types)}


def _last_change(front: FrontMatter) -> str:
    """Return the ISO date of a page's last change from its front matter; "" if unknown. The clock is not used."""
    when = front.updated or front.published
    return when.first_day.isoformat() if when else ""
