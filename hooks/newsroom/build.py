"""One build, from the content folders to everything but what the engine renders: read, check, publish."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from newsroom.check import check
from newsroom.library import Library
from newsroom.problems import ContentError, Problem, Severity, in_order
from newsroom.publish.assets import shown_assets
from newsroom.publish.cache import Cache
from newsroom.publish.email import MAIL_TOOLS, Emails
from newsroom.publish.feeds import Feeds
from newsroom.publish.output import Output
from newsroom.publish.page import WebPage
from newsroom.publish.redirects import Redirects
from newsroom.publish.staging import Staging
from newsroom.publish.web import Site
from newsroom.read import Reading, read
from newsroom.settings import Settings, parse_settings
from newsroom.summary import summary
from newsroom.words import Words, known_languages

TEMPLATES = "overrides"
EMAIL_TEMPLATES = "overrides/email"
CACHE = ".cache/newsroom"
SITE = Path("site")
_ENGINE_FILES = ("404.html", "sitemap.xml", "sitemap.xml.gz", "search/search_index.json")


class Build:
    """What one build knows. The engine asks it for pages, hands it their HTML, and asks it for the other files.

    ``assets`` are the pictures and PDFs of the site: paths in the repository, each with its path on the site.
    ``problems`` are what the checks found. Outside a preview there are only warnings among them.
    """

    def __init__(self, root: Path, settings: Settings, library: Library, reading: Reading, site_dir: Path) -> None:
        words = {lang: Words(lang) for lang in settings.languages}
        known = {document.path for document in reading.documents}
        unreadable = {path: url for path, url in reading.urls.items() if path not in known}
        self.root = root
        self.staging = Staging(site_dir)
        self.is_preview = library.preview
        self.problems: tuple[Problem, ...] = ()
        self._found: list[Problem] = []
        self.assets = shown_assets(library, reading.assets)
        self.site = Site(library, settings, words, unreadable)
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
        self._feeds = Feeds(library, settings, words[settings.languages[0]], reading.assets)
        self._outputs: tuple[Output, ...] = (self._feeds, self._emails, Redirects(self.site.pages, settings, words))
        self._needed = frozenset(path for output in self._outputs for path in output.needs)
        self._bodies = dict(reading.bodies)
        self._rendered: dict[str, str] = {}

    @property
    def may_be_published(self) -> bool:
        """Whether nothing was found that stops a build; nothing stops a preview."""
        return self.is_preview or all(problem.severity is not Severity.ERROR for problem in self.problems)

    def generated(self) -> dict[str, str]:
        """All that no one wrote but this build adds, so that links may lead to it: paths, each with its address."""
        theme = self.root / TEMPLATES
        styles = (path.relative_to(theme).as_posix() for path in (theme / "assets").rglob("*") if path.is_file())
        added = (*self._feeds.paths, *self._emails.paths, *styles, *_ENGINE_FILES)
        return self.site.generated() | {path: path for path in added}

    def escapes(self, template: str | None) -> bool:
        """Whether what a template shows is text and must be escaped. Ours show text; the theme's hold HTML."""
        return template is not None and (self.root / TEMPLATES / template).is_file()

    def context(self, page: WebPage | None) -> dict[str, object]:
        """What the template of a page is given; None for a page that is none of ours, as the 404 page."""
        return self.site.context(page) | {"problems": self.problems}

    def take_body(self, path: str) -> str:
        """The Markdown of a page, once: it is let go of, since all pages' texts together are large."""
        return self._bodies.pop(path, "")

    def add_rendered(self, path: str, html: str) -> None:
        """Hand in the HTML of a page's body, under the page's path; kept where an output will hold it."""
        if path in self._needed:
            self._rendered[path] = html

    def planned_files(self) -> tuple[str, ...]:
        """The paths on the site of all that :meth:`files` will write."""
        return tuple(path for output in self._outputs for path in output.paths)

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Feeds, emails and redirects: each path on the site with its content. All pages must be rendered before.

        What is found on the way joins ``problems``. Raises ContentError at the end where that stops the build.
        """
        for output in self._outputs:
            yield from output.files(self._rendered)
        self.problems = in_order([*self.problems, *self._found])
        if not self.may_be_published:
            raise ContentError(self.problems)

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
        for path in self._feeds.paths:
            yield "feed", path


def open_build(root: Path, values: object, *, today: date, preview: bool = False, site_dir: Path = SITE) -> Build:
    """Read and check the content below ``root``.

    ``values`` are the settings as they stand in mkdocs.yml; ``today`` decides which dates still lie ahead; the
    finished site is to stand in ``site_dir``.
    Raises ContentError with everything that stops the build, before anything is written. A preview is stopped by
    the settings alone: it shows what it can, and all Problems with it.
    """
    settings = parse_settings(values, known_mail_tools=MAIL_TOOLS, known_languages=known_languages())
    reading = read(root, settings.languages)
    library = Library(reading.documents, today=today, preview=preview)
    build = Build(root, settings, library, reading, site_dir)
    build.problems = check(library, reading, build.generated())
    if not build.may_be_published:
        raise ContentError(build.problems)
    return build
