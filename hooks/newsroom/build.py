"""One build, from the content folders to everything but what the engine renders: read, check, publish."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from newsroom.check import check
from newsroom.library import Channel, Library
from newsroom.problems import ContentError, Problem, Severity, in_order
from newsroom.publish.assets import shown_assets
from newsroom.publish.cache import Cache
from newsroom.publish.cards import Cards
from newsroom.publish.citations import Citations
from newsroom.publish.email import MAIL_TOOLS, Emails
from newsroom.publish.embeds import without_foreign_loads
from newsroom.publish.feeds import Feeds
from newsroom.publish.metadata import Robots
from newsroom.publish.output import Output
from newsroom.publish.page import WebPage
from newsroom.publish.pictures import Pictures
from newsroom.publish.pictures.markup import without_decorative
from newsroom.publish.redirects import Redirects
from newsroom.publish.rendered import Rendered
from newsroom.publish.search import FileTexts, Index, Search
from newsroom.publish.staging import Staging
from newsroom.publish.tables import with_scrolling_tables
from newsroom.publish.web import Site
from newsroom.read import Reading, read
from newsroom.read.pdf import PdfFacts
from newsroom.settings import Settings, parse_settings
from newsroom.summary import summary
from newsroom.words import Words, known_languages

TEMPLATES = "overrides"
EMAIL_TEMPLATES = "overrides/email"
CACHE = ".cache/newsroom"
SITE = Path("site")
_ENGINE_FILES = ("404.html", "sitemap.xml", "sitemap.xml.gz", "pagefind/pagefind.js")


class Build:
    """What one build knows. The engine asks it for pages, hands it their HTML, and asks it for the other files.

    ``assets`` are the pictures and PDFs of the site: paths in the repository, each with its path on the site.
    ``problems`` are what the checks found. Outside a preview there are only warnings among them.
    """

    def __init__(
        self, root: Path, settings: Settings, library: Library, reading: Reading, site_dir: Path, index: Index | None
    ) -> None:
        words = {lang: Words(lang) for lang in settings.languages}
        known = {document.path for document in reading.documents}
        unreadable = {path: url for path, url in reading.urls.items() if path not in known}
        self.root = root
        self.staging = Staging(site_dir)
        self.is_preview = library.preview
        self.problems: tuple[Problem, ...] = ()
        self._found: list[Problem] = []
        self._words = words
        self._site_url = settings.site_url
        self.assets = shown_assets(library, reading.assets)
        self.site = Site(library, settings, words, unreadable)
        self._accessibility_test = reading.accessibility_test
        self._emails = Emails(
            library,
            settings,
            words,
            root=root,
            templates=root / EMAIL_TEMPLATES,
            assets=self.assets,
            cache=Cache(root / CACHE),
            report=self._found.append,
            problems=lambda: (*self.problems, *self._found),
        )
        self._feeds = Feeds(library, settings, words, reading.assets)
        self._pictures = Pictures(
            library.pages(Channel.WEB),
            reading.sources,
            self.assets,
            root=root,
            cache=Cache(root / CACHE),
            report=self._found.append,
        )
        self._cards = Cards(self.site.pages, library, settings, words, Cache(root / CACHE))
        self._citations = Citations(library, settings, words, reading.pdfs)
        redirects = Redirects(self.site.pages, settings, words)
        readable = frozenset(path for path, found in reading.pdfs.items() if isinstance(found, PdfFacts))
        texts = FileTexts(root, readable, Cache(root / CACHE))
        self._search = Search(library, words, self.site.search_urls, self._pictures, texts, index) if index else None
        self._outputs: tuple[Output, ...] = (
            self._feeds,
            self._emails,
            redirects,
            Robots(settings),
            self._pictures,
            self._cards,
            self._citations,
            *((self._search,) if self._search else ()),
        )
        self._needed = frozenset(path for output in self._outputs for path in output.needs)
        theme = root / TEMPLATES
        self._own_templates = frozenset(path.relative_to(theme).as_posix() for path in theme.rglob("*"))
        self._bodies = dict(reading.bodies)
        self._rendered = Rendered()

    @property
    def picture_problems(self) -> tuple[Problem, ...]:
        """What the headers of the site's pictures tell at once."""
        return self._pictures.problems

    @property
    def may_be_published(self) -> bool:
        """Whether nothing was found that stops a build; nothing stops a preview."""
        return self.is_preview or all(problem.severity is not Severity.ERROR for problem in self.problems)

    def generated(self) -> dict[str, str]:
        """All that no one wrote but this build adds, so that links may lead to it: paths, each with its address."""
        theme = self.root / TEMPLATES
        styles = (path.relative_to(theme).as_posix() for path in (theme / "assets").rglob("*") if path.is_file())
        outputs = (self._feeds, self._emails, self._cards, self._citations)
        added = (*(path for output in outputs for path in output.paths), *styles, *_ENGINE_FILES)
        return self.site.generated() | {path: path for path in added}

    def escapes(self, template: str | None) -> bool:
        """Whether what a template shows is text and must be escaped. Ours show text; the theme's hold HTML."""
        return template in self._own_templates

    def context(self, page: WebPage | None) -> dict[str, object]:
        """What the template of a page is given; None for a page that is none of ours, as the 404 page."""
        more: dict[str, object] = {"problems": self.problems, "accessibility_test": self._accessibility_test}
        more["picture"] = partial(self._pictures.picture, page.url if page else urlsplit(self._site_url).path)
        return self.site.context(page) | self._feeds.context(page) | self._citations.context(page) | more

    def take_body(self, path: str) -> str:
        """The Markdown of a page, once: it is let go of, since all pages' texts together are large."""
        return self._bodies.pop(path, "")

    def add_rendered(self, path: str, html: str) -> None:
        """Hand in the HTML of a page's body, under the page's path; kept where an output will hold it."""
        if path in self._needed:
            self._rendered.add(path, without_decorative(html))

    def page_html(self, path: str, html: str) -> str:
        """Hand in the HTML of a page's body, as :meth:`add_rendered` does, and get the HTML that the page shows."""
        self.add_rendered(path, html)
        page = self.site.page(path)
        if self._search:
            self._search.add(page, html)
        words = self._words[page.lang]
        private = without_foreign_loads(without_decorative(html), self._site_url, words)
        return self._pictures.shown_on(page, with_scrolling_tables(private, words))

    def planned_files(self) -> tuple[str, ...]:
        """The paths on the site of what :meth:`files` will write, but for those that ``assets`` have already.

        The index of the search names its files by what they hold, so that they are not among them.
        """
        known = frozenset(self.assets.values())
        return tuple(path for output in self._outputs for path in output.paths if path not in known)

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Each path on the site that no page has, with its content. All pages must be rendered before.

        What is found on the way joins ``problems``. Raises ContentError at the end where that stops the build.
        """
        for output in self._outputs:
            yield from output.files(self._rendered)
        self.problems = in_order([*self.problems, *self._found])
        if not self.may_be_published:
            raise ContentError(self.problems)

    def publish(self) -> None:
        """Let the finished site take its place. A preview waits for no index: it follows as soon as it is made."""
        self.staging.publish()
        if self._search and self.is_preview:
            self._search.follow(self.staging.site)

    def summary(self, base: str) -> str:
        """What was made and where to look, in a few lines; ``base`` is what addresses begin with, with its slash."""
        pages = self.site.pages
        kinds = (page.document.kind for page in pages if page.document)
        return summary(kinds, len(pages), self.problems, self._places(), base)

    def _places(self) -> Iterator[tuple[str, str]]:
        yield "home page", "index.html"
        for folder in self._emails.folders[:1]:
            yield "newest edition", f"{folder.edition.url}index.html"
            yield "its email", f"{folder.url}index.html"
        yield from self._feeds.places


def open_build(
    root: Path,
    values: object,
    *,
    today: date,
    preview: bool = False,
    site_dir: Path = SITE,
    index: Index | None = None,
) -> Build:
    """Read and check the content below ``root``.

    ``values`` are the settings as they stand in mkdocs.yml; ``today`` decides which dates still lie ahead; the
    finished site is to stand in ``site_dir``; ``index`` is what makes the search's index: without one, there is none.
    Raises ContentError with everything that stops the build, before anything is written. A preview is stopped by
    the settings alone: it shows what it can, and all Problems with it.
    """
    settings = parse_settings(values, known_mail_tools=MAIL_TOOLS, known_languages=known_languages())
    reading = read(root, settings.languages)
    library = Library(reading.documents, today=today, preview=preview)
    build = Build(root, settings, library, reading, site_dir, index)
    build.problems = in_order((*check(library, reading, build.generated(), settings), *build.picture_problems))
    if not build.may_be_published:
        raise ContentError(build.problems)
    return build
