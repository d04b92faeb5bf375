"""All that a build writes besides its pages, and what these outputs add to the pages themselves."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from importlib.metadata import version
from itertools import chain
from pathlib import Path
from urllib.parse import urlsplit

from newsroom.library import Channel, Library
from newsroom.problems import Problem
from newsroom.publish.body import plain_body, shown_body
from newsroom.publish.cache import Cache
from newsroom.publish.cards import Cards
from newsroom.publish.citations import Citations
from newsroom.publish.email import Emails
from newsroom.publish.feeds import Feeds
from newsroom.publish.metadata import Robots
from newsroom.publish.output import Output
from newsroom.publish.page import WebPage
from newsroom.publish.pictures import Pictures
from newsroom.publish.players import Players, with_links
from newsroom.publish.redirects import Redirects
from newsroom.publish.rendered import Rendered
from newsroom.publish.search import FileTexts, Index, Search, search_files
from newsroom.publish.web import Site
from newsroom.read import Reading
from newsroom.read.pdf import PdfFacts
from newsroom.settings import Settings
from newsroom.words import Words

EMAIL_TEMPLATES = "overrides/email"
CACHE = ".cache/newsroom"
_MAKERS = ("pillow", "pypdf", "font-source-serif-pro")
"""The packages that make what is kept between builds."""


class Outputs:
    """The outputs of one build. They are handed the HTML of every page, then asked for their files.

    ``words`` are by language; ``assets`` are the site's pictures and PDFs, paths below ``root``, each with its path
    on the site. Without an ``index`` there is no search; ``index_follows`` where :meth:`follow` is called for it.
    ``report`` gets what is found while the files are made; ``problems`` says what has been found so far, by others too.
    """

    def __init__(
        self,
        library: Library,
        reading: Reading,
        site: Site,
        settings: Settings,
        words: Mapping[str, Words],
        assets: Mapping[str, str],
        *,
        root: Path,
        index: Index | None,
        index_follows: bool,
        report: Callable[[Problem], None],
        problems: Callable[[], Iterable[Problem]],
    ) -> None:
        cache = open_cache(root)
        self._settings = settings
        self._words = words
        self._assets = assets
        self._search_urls = site.search_urls
        self._feeds = Feeds(library, settings, words, reading.assets)
        self._emails = Emails(
            library,
            settings,
            words,
            root=root,
            templates=root / EMAIL_TEMPLATES,
            assets=assets,
            cache=cache,
            report=report,
            problems=problems,
        )
        self._pictures = Pictures(
            library.pages(Channel.WEB), reading.sources, assets, root=root, cache=cache, report=report
        )
        self._players = Players(assets)
        self._cards = Cards(site.pages, library, settings, words, cache)
        self._citations = Citations(library, settings, words, reading.pdfs)
        made = frozenset(self._pictures.paths)
        self._redirects = Redirects(site.pages, settings, words, root=root, assets=assets, made=made)
        readable = frozenset(path for path, found in reading.pdfs.items() if isinstance(found, PdfFacts))
        texts = FileTexts(root, readable, cache)
        self._search = (
            Search(
                library,
                words,
                site.search_urls,
                self._pictures,
                texts,
                index,
                reading.synonyms,
                index_follows=index_follows,
            )
            if index
            else None
        )
        self._outputs: tuple[Output, ...] = (
            self._feeds,
            self._emails,
            self._redirects,
            Robots(settings, is_preview=library.preview),
            self._pictures,
            self._cards,
            self._citations,
            *((self._search,) if self._search else ()),
        )
        self._needed = frozenset(chain.from_iterable(output.needs for output in self._outputs))
        self._rendered = Rendered()

    @property
    def picture_problems(self) -> tuple[Problem, ...]:
        """What the headers of the site's pictures tell at once."""
        return self._pictures.problems

    @property
    def generated(self) -> tuple[str, ...]:
        """The paths on the site of what nobody wrote: links may lead there, and no one's file may stand there.

        Without redirects, which each answer for themselves, and pictures, which stand where their originals would;
        with the search's, also where no index is made.
        """
        others = (self._redirects, self._pictures, self._search)
        known = (path for output in self._outputs if output not in others for path in output.paths)
        return (*known, *chain.from_iterable(search_files(url) for url in self._search_urls.values()))

    @property
    def planned(self) -> tuple[str, ...]:
        """The paths on the site of what :meth:`files` will write, but for those that the assets have already.

        The index of the search names its files by what they hold, so that they are not among them.
        """
        known = frozenset(self._assets.values())
        return tuple(path for output in self._outputs for path in output.paths if path not in known)

    @property
    def emails(self) -> Emails:
        """The email of every edition."""
        return self._emails

    @property
    def places(self) -> Iterator[tuple[str, str]]:
        """Where to look first: what stands there, and its path on the site."""
        for folder in self._emails.folders[:1]:
            yield "newest edition", f"{folder.edition.url}index.html"
            yield "its email", f"{folder.url}index.html"
        yield from self._feeds.places

    def begin(self) -> None:
        """Start what takes long and needs no page, while others go on."""
        self._pictures.begin()

    def context(self, page: WebPage | None) -> dict[str, object]:
        """What they give to the template of a page; None for a page that is none of ours, as the 404 page."""
        url = page.url if page else urlsplit(self._settings.site_url).path
        picture = {"picture": partial(self._pictures.picture, url)}
        return self._feeds.context(page) | self._citations.context(page) | picture

    def take(self, page: WebPage, html: str) -> str:
        """Take the HTML of a page's body, as far as files are made from it, and give the HTML that the page shows."""
        plain = self._players.in_body(plain_body(html), page)
        if page.path in self._needed:
            self._rendered.add(page.path, plain)
        if self._search:
            self._search.add(page, with_links(plain, self._words[page.lang]))
        return shown_body(plain, page, self._pictures, self._settings.site_url, self._words[page.lang])

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Each path on the site that no page has, with its content. All pages must have been handed in before."""
        for output in self._outputs:
            for path, content in output.files(self._rendered):
                yield path, content
                yield from ((again, content) for again in self._redirects.again(path))

    def follow(self, site: Path) -> None:
        """Have the search's index put into the folder of the published site as soon as it is made."""
        if self._search:
            self._search.follow(site)


def open_cache(root: Path) -> Cache:
    """What is kept between builds of the repository in ``root``."""
    made_with = ", ".join(f"{name} {version(name)}" for name in _MAKERS)
    return Cache(root / CACHE, made_with)
