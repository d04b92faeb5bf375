"""One build, from the content folders to everything but what the engine renders: read, check, publish."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property
from pathlib import Path
from urllib.parse import quote

from newsroom.check import check
from newsroom.check.drawings import check_drawings
from newsroom.check.html import check_html
from newsroom.library import Library
from newsroom.markup import Location
from newsroom.places import site_path
from newsroom.problems import ContentError, Problem, as_warnings, in_order
from newsroom.publish.assets import shown_assets
from newsroom.publish.email import MAIL_TOOLS
from newsroom.publish.offline import email_files, prepare_for_disk
from newsroom.publish.outputs import Outputs
from newsroom.publish.page import WebPage
from newsroom.publish.search import Index
from newsroom.publish.staging import Staging
from newsroom.publish.web import Site
from newsroom.read import Reading, read
from newsroom.settings import Settings, parse_settings
from newsroom.summary import summary
from newsroom.types import CONTENT_FOLDERS
from newsroom.words import Words, known_languages

TEMPLATES = "overrides"
SITE = Path("site")
_ENGINE_FILES = ("404.html", "sitemap.xml", "sitemap.xml.gz", "pagefind/pagefind.js")


class Build:
    """What one build knows. The engine asks it for pages, hands it their HTML, and asks it for the other files.

    ``assets`` are the files that are published as editors added them, pictures and PDFs above all: paths in the
    repository, each with its path on the site.
    ``problems`` are what the checks found. Outside a preview there are only warnings among them. ``is_served``: it is
    a preview that the engine serves, with a script in each page that shows changes.
    """

    def __init__(
        self,
        root: Path,
        settings: Settings,
        library: Library,
        reading: Reading,
        staging: Staging,
        index: Index | None,
        *,
        for_disk: bool,
    ) -> None:
        words = {lang: Words(lang) for lang in settings.languages}
        known = {document.path for document in reading.documents}
        unreadable = {path: url for path, url in reading.urls.items() if path not in known and library.preview}
        self._site_url = settings.site_url
        self.root = root
        self.staging = staging
        self.is_preview = library.preview
        self.is_served = library.preview and not for_disk
        self._for_disk = for_disk
        self.problems: tuple[Problem, ...] = ()
        self.assets = shown_assets(library, reading.assets) | {path: site_path(path) for path in reading.special}
        self.site = Site(library, settings, words, unreadable)
        self._found: list[Problem] = []
        self._never_shown = library.hidden(reading.paths, reading.drafts)
        self._accessibility_test = reading.accessibility_test
        self._is_withdrawn = library.is_withdrawn
        self._rendered = {path: rendered for path, rendered in reading.rendered.items() if path in known}
        self._outputs = Outputs(
            library,
            reading,
            self.site,
            settings,
            words,
            self.assets,
            root=root,
            index=index,
            index_follows=self.is_served,
            report=self._found.append,
            problems=lambda: (*self.problems, *self._found),
        )
        theme = root / TEMPLATES
        self._own_templates = frozenset(path.relative_to(theme).as_posix() for path in theme.rglob("*"))

    @property
    def picture_problems(self) -> tuple[Problem, ...]:
        """What the headers of the site's pictures tell at once."""
        return self._outputs.picture_problems

    @property
    def watched_folders(self) -> tuple[str, ...]:
        """The folders whose changes a preview shows, as far as they are there."""
        folders = (self.root / name for name in (*CONTENT_FOLDERS, TEMPLATES))
        return tuple(str(folder) for folder in folders if folder.is_dir())

    @property
    def may_be_published(self) -> bool:
        """Whether nothing was found that stops a build; nothing stops a preview, and no error in an email stops it."""
        return self.is_preview or not any(problem.stops_site for problem in self.problems)

    @property
    def email_errors(self) -> tuple[Problem, ...]:
        """Why some editions' emails are not offered, while everything else is published."""
        return tuple(problem for problem in self.problems if problem.stops_email)

    def begin(self) -> Path:
        """Start what takes long and needs no page; gives the folder to build the site in."""
        self._outputs.begin()
        return self.staging.building

    def add_problems(self, problems: Iterable[Problem]) -> None:
        """Add to ``problems``, where errors in drafts and in withdrawn stories are warnings: no reader sees these."""
        self.problems = in_order((*self.problems, *as_warnings(problems, self._never_shown)))

    def generated(self) -> dict[str, str]:
        """All that no one wrote but this build adds, so that links may lead to it: paths, each with its address."""
        theme = self.root / TEMPLATES
        styles = (path.relative_to(theme).as_posix() for path in (theme / "assets").rglob("*") if path.is_file())
        added = (*self._outputs.generated, *styles, *_ENGINE_FILES)
        return self.site.generated() | {path: path for path in added}

    @cached_property
    def _addresses(self) -> dict[str, str]:
        """All that a page may link to: paths in the repository, each with its address relative to the site's root."""
        pages = {page.path: page.url for page in self.site.pages}
        files = {**self.generated(), **self.assets}
        return {path: quote(url) for path, url in (files | pages).items()}

    def escapes(self, template: str | None) -> bool:
        """Whether what a template shows is text and must be escaped. Ours show text; the theme's hold HTML."""
        return template in self._own_templates

    def template_texts(self) -> Iterator[str]:
        """The text of each template and style sheet of the site's own."""
        for path in sorted(self._own_templates):
            if path.endswith((".html", ".css")):
                yield (self.root / TEMPLATES / path).read_text(encoding="utf-8")

    def context(self, page: WebPage | None) -> dict[str, object]:
        """What the template of a page is given; None for a page that is none of ours, as the 404 page."""
        more: dict[str, object] = {"problems": self.problems, "accessibility_test": self._accessibility_test}
        more["is_served"] = self.is_served
        return self.site.context(page) | self._outputs.context(page) | more

    def body_html(self, path: str) -> str:
        """The HTML of the text of the page with a path, with the addresses of its links; "" where it has no text."""
        page, rendered = self.site.page(path), self._rendered.get(path)
        return rendered.html(self.location(page.path, page.url).address_of) if rendered else ""

    def page_html(self, path: str) -> str:
        """The HTML that the page with a path shows as its body, once: it is dropped, since all together are large."""
        page, html = self.site.page(path), self.body_html(path)
        self._rendered.pop(path, None)
        if page.document:
            self._found.extend(check_html(page.document, html))
        return self._outputs.take(page, html)

    def location(self, path: str, url: str) -> Location:
        """Where the text with a path is, for the addresses of its links; ``url`` is its page's."""
        return Location(path, url, self._addresses, self._is_withdrawn)

    def planned_files(self) -> tuple[str, ...]:
        """The paths on the site of what :meth:`files` will write, as far as they are known, without ``assets``."""
        return self._outputs.planned

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Each path on the site that no page has, with its content. All pages must be rendered before.

        What is found on the way joins ``problems``. Raises ContentError at the end where that stops the build.
        """
        yield from self._outputs.files()
        self.add_problems(self._found)
        if not self.may_be_published:
            raise ContentError(self.problems)

    def newest_email(self) -> Iterator[tuple[str, bytes]]:
        """The newest edition's email alone, to be opened from disk: each path with its content.

        The site must be published. The files of an edition in a second language are in a folder of that name.
        Without editions there are no files.
        """
        for number, (lang, paths) in enumerate(self._outputs.emails.newest.items()):
            yield from email_files(self.staging.site, self._site_url, paths, to=f"{lang}/" if number else "")

    def publish(self) -> None:
        """Let the finished site take its place. A served preview does not wait for the search's index: it follows."""
        if self._for_disk:
            prepare_for_disk(self.staging.building, self._site_url, except_for=self._outputs.emails.html_paths)
        self.staging.publish()
        if self.is_served:
            self._outputs.follow(self.staging.site)

    def summary(self, base: str) -> str:
        """What was made and where to look, in a few lines; ``base`` is what addresses begin with, with its slash."""
        pages = self.site.pages
        types = (page.document.type for page in pages if page.document)
        places = ("home page", "index.html"), *self._outputs.places
        return summary(types, len(pages), self.problems, places, base)


def open_build(
    root: Path,
    values: object,
    *,
    today: date,
    preview: bool = False,
    for_disk: bool = False,
    staging: Staging | None = None,
    index: Index | None = None,
) -> Build:
    """Read and check the content below ``root``.

    ``values`` are the settings as they stand in mkdocs.yml; ``today`` decides which dates still lie ahead; the
    finished site goes to ``staging``, else to site/ below ``root``; ``index`` is what makes the search's index:
    without one, there is none.
    A ``preview`` shows what waits, too; one ``for_disk`` works when it is opened from disk, others where they are
    served.
    Raises ContentError with everything that stops the build, before anything is written. A preview is stopped by
    the settings, and by links in the content folders, which the engine would follow: otherwise it shows what it can,
    and all Problems with it.
    """
    settings = site_settings(values)
    reading = read(root, settings.languages)
    library = Library(reading.documents, today=today, preview=preview, withdrawn=reading.withdrawn)
    build = checked_build(root, settings, reading, library, staging, index, for_disk=for_disk)
    if not build.may_be_published or not reading.is_safe:
        raise ContentError(build.problems)
    return build


def site_settings(values: object) -> Settings:
    """The settings from their values in mkdocs.yml. Raises ContentError where they cannot be used."""
    return parse_settings(values, known_mail_tools=MAIL_TOOLS, known_languages=known_languages())


def checked_build(
    root: Path,
    settings: Settings,
    reading: Reading,
    library: Library,
    staging: Staging | None = None,
    index: Index | None = None,
    *,
    for_disk: bool = False,
) -> Build:
    """A build of what was read, with all Problems that can be found before anything is rendered."""
    build = Build(root, settings, library, reading, staging or Staging(root / SITE), index, for_disk=for_disk)
    found = (*check(library, reading, build.generated(), settings), *check_drawings(reading, build.template_texts))
    build.add_problems((*found, *build.picture_problems))
    return build
