"""One build, from the content folders to everything but what the engine renders: read, check, publish."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import cast

from newsroom.check import check
from newsroom.document import Document, Kind
from newsroom.library import Channel, Library
from newsroom.model import Newsletter
from newsroom.problems import ContentError, Problem, Severity
from newsroom.publish.assets import shown_assets
from newsroom.publish.email import MAIL_TOOLS, EmailWriter
from newsroom.publish.entries import feed_documents, feed_entries
from newsroom.publish.feeds import FEED, rss
from newsroom.publish.redirects import redirect_page, redirect_path
from newsroom.publish.staging import Staging
from newsroom.publish.web import Site, WebPage
from newsroom.read import Reading, read
from newsroom.settings import Settings, parse_settings
from newsroom.words import Words, known_languages

TEMPLATES = "overrides"
EMAIL_TEMPLATES = "overrides/email"
SITE = Path("site")


class Build:
    """What one build knows. The engine asks it for pages, hands it their HTML, and asks it for the other files.

    ``assets`` are the pictures and PDFs of the site: paths in the repository, each with its path on the site.
    ``problems`` are what the checks found. Outside a preview there are only warnings among them.
    """

    def __init__(self, root: Path, settings: Settings, library: Library, reading: Reading, site_dir: Path) -> None:
        self.root = root
        self.staging = Staging(site_dir)
        self.is_preview = library.preview
        self.problems: tuple[Problem, ...] = ()
        self.assets = shown_assets(library, reading.assets)
        self._settings = settings
        self._library = library
        self._sizes = reading.assets
        self._bodies = dict(reading.bodies)
        known = {document.path for document in reading.documents}
        self.site = Site(library, settings, {path: url for path, url in reading.urls.items() if path not in known})
        self._rendered: dict[str, str] = {}
        self._wanted = frozenset(d.path for d in (*feed_documents(library, settings.languages[0]), *self._editions()))

    def generated(self) -> dict[str, str]:
        """All that no one wrote but this build adds, so that links may lead to it: paths, each with its address."""
        return self.site.generated() | {path: path for path in self.planned_files()}

    def escapes(self, template: str | None) -> bool:
        """Whether what a template shows is text and must be escaped. Ours show text; the theme's hold HTML."""
        return template is not None and (self.root / TEMPLATES / template).is_file()

    def take_body(self, path: str) -> str:
        """The Markdown of a page, once: it is let go of, since all pages' texts together are large."""
        return self._bodies.pop(path, "")

    def context(self, page: WebPage | None) -> dict[str, object]:
        """What the template of a page is given; None for a page that is none of ours, as the 404 page."""
        return self.site.context(page) | {"problems": self.problems}

    def planned_files(self) -> tuple[str, ...]:
        """The paths on the site of all that :meth:`files` will write."""
        emails = (f"{stem}.{suffix}" for stem, *_ in self._emails() for suffix in ("html", "txt"))
        return (FEED, *emails, *(path for path, _ in self._redirects()))

    def add_rendered(self, path: str, html: str) -> None:
        """Hand in the HTML of a page's body, under the page's path; kept where a feed or an email will hold it."""
        if path in self._wanted:
            self._rendered[path] = html

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Feeds, emails and redirects: each path on the site with its content. All pages must be rendered before."""
        words = {lang: Words(lang) for lang in self._settings.languages}
        default = words[self._settings.languages[0]]
        entries = feed_entries(self._library, self._settings, default, self._rendered, self._sizes)
        yield FEED, rss(tuple(entries), self._settings, default)
        writer = EmailWriter(self.root / EMAIL_TEMPLATES, self._settings)
        for stem, edition, tool in self._emails():
            email = writer.write(edition, self._rendered[edition.path], MAIL_TOOLS[tool], words[edition.lang])
            yield f"{stem}.html", email.html.encode()
            yield f"{stem}.txt", email.text.encode()
        for path, page in self._redirects():
            yield path, redirect_page(page, self._settings, words[page.lang]).encode()

    def summary(self, base: str) -> str:
        """What was made and where to look, in a few lines; ``base`` is what addresses begin with, with its slash."""
        counts = Counter(page.document.kind for page in self.site.pages if page.document)
        made = ", ".join(_count(counts[kind], _NAMES[kind]) for kind in Kind if counts[kind])
        return "\n".join(
            [
                f"Made {made}: {len(self.site.pages)} pages.",
                *self._told(),
                "Where to look:",
                *(f"  {name:<15} {base}{path}" for name, path in self._highlights()),
            ]
        )

    def _told(self) -> Iterator[str]:
        errors = sum(problem.severity is Severity.ERROR for problem in self.problems)
        if errors:
            yield f"{_count(errors, ('thing', 'things'))} to mend before this can be published:"
        yield f"{_count(len(self.problems) - errors, ('warning', 'warnings'))}."
        yield from (f"  {problem}" for problem in self.problems)

    def _highlights(self) -> Iterator[tuple[str, str]]:
        """What to look at first: its name, and its path on the site."""
        yield "home page", "index.html"
        newest = self._editions()[:1]
        for edition in newest:
            yield "newest edition", f"{edition.url}index.html"
        for stem, edition, tool in self._emails():
            if edition in newest:
                yield "its email", f"{stem}.html ({tool})"
        yield "feed", FEED

    def _editions(self) -> list[Document[Newsletter]]:
        """The editions that may be sent, in every language they have, newest first."""
        found = [document for document in self._library.pages(Channel.EMAIL) if document.kind is Kind.NEWSLETTER]
        editions = cast("list[Document[Newsletter]]", found)
        rank = self._settings.languages.index
        return sorted(editions, key=lambda edition: (-edition.front.date.first_day.toordinal(), rank(edition.lang)))

    def _emails(self) -> Iterator[tuple[str, Document[Newsletter], str]]:
        """Each email: its files' path without their suffix, its edition and its mail tool."""
        for edition in self._editions():
            for tool in self._settings.mail_tools:
                yield f"{edition.url}email/{tool}", edition, tool

    def _redirects(self) -> Iterator[tuple[str, WebPage]]:
        for page in self.site.pages:
            for address in page.document.front.redirect_from if page.document else ():
                yield redirect_path(address), page


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
    if not preview and any(problem.severity is Severity.ERROR for problem in build.problems):
        raise ContentError(build.problems)
    return build


_NAMES: Mapping[Kind, tuple[str, str]] = MappingProxyType(
    {
        Kind.NEWSLETTER: ("newsletter", "newsletters"),
        Kind.PUBLICATION: ("publication", "publications"),
        Kind.STORY: ("story", "stories"),
        Kind.AREA: ("area", "areas"),
        Kind.PRINCIPLE: ("principle", "principles"),
        Kind.PAGE: ("standing page", "standing pages"),
    }
)


def _count(number: int, names: tuple[str, str]) -> str:
    return f"{number or 'No'} {names[0] if number == 1 else names[1]}"
