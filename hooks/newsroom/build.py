"""One build, from the content folders to everything but what the engine renders: read, check, publish."""

from collections.abc import Iterator
from datetime import date
from functools import cached_property
from pathlib import Path
from urllib.parse import quote

from lxml.html import HtmlElement

from newsroom.check import check
from newsroom.check.files import check_shared_files
from newsroom.content.folders import site_path
from newsroom.content.library import Library
from newsroom.content.types import CONTENT_FOLDERS
from newsroom.markup import Location, render
from newsroom.markup.tree import parse
from newsroom.problems import ContentError, Problem
from newsroom.publish.build_context import TEMPLATES, BuildContext, build_context
from newsroom.publish.citations import Citations
from newsroom.publish.email import MAIL_TOOLS, Emails
from newsroom.publish.feeds import Feeds
from newsroom.publish.metadata import Metadata
from newsroom.publish.offline import convert_site_for_disk, email_files
from newsroom.publish.outputs import Outputs
from newsroom.publish.pictures import Pictures
from newsroom.publish.search import Index
from newsroom.publish.staging import Staging
from newsroom.publish.templates import PageParts, PageTemplates
from newsroom.publish.views import PageViews, SiteContext
from newsroom.read import read
from newsroom.settings import Settings, parse_settings
from newsroom.summary import summary
from newsroom.translations import known_languages

SITE = Path("site")
_ENGINE_FILES = ("404.html", "sitemap.xml", "sitemap.xml.gz", "pagefind/pagefind.js")


class Build:
    """One build. The engine asks it for pages, hands it their HTML, and asks it for the other files.

    ``root`` is the repository's folder; ``site`` are the pages, ``assets`` the files that are published as editors
    added them: paths in the repository, each with its path on the site. ``is_served``: it is a preview that the engine
    serves, with a script in each page that shows changes.
    """

    def __init__(self, context: BuildContext, staging: Staging, *, for_disk: bool) -> None:
        self._context = context
        self._outputs = Outputs(context)
        self._for_disk = for_disk
        self.staging = staging
        self.root, self.site, self.assets = context.root, context.site, context.assets
        self.is_preview = context.library.preview
        self.is_served = self.is_preview and not for_disk
        known = {document.path for document in context.content.documents}
        self._rendered = {path: rendered for path, rendered in context.content.rendered.items() if path in known}

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What the checks found. Outside a preview there are only warnings among them, and errors in emails."""
        return self._context.log.problems

    @property
    def email_errors(self) -> tuple[Problem, ...]:
        """Why some editions' emails are not offered, while everything else is published."""
        return self._context.log.email_errors

    @property
    def watched_folders(self) -> tuple[str, ...]:
        """The folders whose changes a preview shows, as far as they are there."""
        folders = (self.root / name for name in (*CONTENT_FOLDERS, TEMPLATES))
        return tuple(str(folder) for folder in folders if folder.is_dir())

    def check(self) -> None:
        """Find all that can be found before anything is rendered: it is in ``problems`` afterwards."""
        context = self._context
        found = check(context.library, context.content, self.generated(), context.settings)
        unused = check_shared_files(context.content, self._template_texts)
        context.log.settle((*found, *unused, *self._outputs.problems))

    def require_publishable(self) -> None:
        """Raise ContentError where something was found that stops a build; nothing stops a preview."""
        if self._context.log.stops_site and not self.is_preview:
            raise ContentError(self.problems)

    def start_background_work(self) -> Path:
        """Start what takes long and needs no page; gives the folder to build the site in."""
        self._outputs.start_background_work()
        return self.staging.building

    def generated(self) -> dict[str, str]:
        """All that no one wrote but this build adds, so that links may lead to it: paths, each with its address."""
        theme = self.root / TEMPLATES
        styles = (path.relative_to(theme).as_posix() for path in (theme / "assets").rglob("*") if path.is_file())
        added = (*self._outputs.linkable_paths, *styles, *_ENGINE_FILES)
        return self.site.generated() | {path: path for path in added}

    @cached_property
    def _addresses(self) -> dict[str, str]:
        """All that a page may link to: paths in the repository, each with its address relative to the site's root.

        What is not shown yet is there too: the check of an edition's email needs it, and a link to it is an error.
        """
        content = self._context.content
        files = {path: site_path(path) for path in (*content.assets, *content.special)}
        return {path: quote(url) for path, url in {**self.generated(), **files, **content.urls}.items()}

    def _template_texts(self) -> Iterator[str]:
        """The text of each template and style sheet of the site's own."""
        for path in sorted((self.root / TEMPLATES).rglob("*")):
            if path.suffix in (".html", ".css"):
                yield path.read_text(encoding="utf-8")

    @cached_property
    def views(self) -> PageViews:
        """The values that the templates of pages are given."""
        context, site, outputs = self._context, self.site, self._outputs
        pages = {page.url: page for page in site.pages}
        return PageViews(
            SiteContext(
                library=context.library,
                settings=context.settings,
                language_sites=site.language_sites,
                pages=pages,
                lists=tuple(site.lists),
                searches=site.search_urls,
                metadata=Metadata(context.library, context.settings, site.language_sites, pages),
                feeds=outputs.find(Feeds),
                citations=outputs.find(Citations),
                pictures=outputs.find(Pictures),
                problems=lambda: self.problems,
                accessibility_test=context.content.accessibility_test,
                is_served=self.is_served,
            )
        )

    @cached_property
    def _templates(self) -> PageTemplates:
        return PageTemplates(self.root / TEMPLATES)

    def render(self, path: str | None, html: str = "", edit_url: str | None = None) -> PageParts:
        """The page with a path, from its templates; None is the page for missing addresses.

        Args:
            path: The page's path.
            html: What :meth:`page_html` gave for it.
            edit_url: Where its file is edited, if anywhere.
        """
        page = None if path is None else self.site.page(path)
        return self._templates.page_parts(
            self.views, self.views.context(page, html, edit_url, self._outputs.text_facts(path))
        )

    def sitemap(self) -> str:
        """The text of the site map."""
        settings = self._context.settings
        value = self.views.sitemap()
        return self._templates.render(value.template, value, self._context.translations[settings.default_language])

    def body(self, path: str) -> HtmlElement:
        """The tree of the text of the page with a path, with the addresses of its links; empty where it has no text."""
        page = self.site.page(path)
        words = self._context.translations[page.lang]
        rendered = render(page.text, words) if page.text else self._rendered.get(path)
        return rendered.tree(self.location(page.path, page.url).address_of) if rendered else parse("")

    def page_html(self, path: str) -> str:
        """The HTML that the page with a path shows as its body, once: it is dropped, since all together are large."""
        root = self.body(path)
        self._rendered.pop(path, None)
        return self._outputs.process_body(self.site.page(path), root)

    def location(self, path: str, url: str) -> Location:
        """Where the text with a path is, for the addresses of its links; ``url`` is its page's."""
        return Location(path, url, self._addresses, self._context.library.is_withdrawn)

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Each path on the site that no page has, with its content. All pages must be rendered before.

        What is found on the way joins ``problems``. Raises ContentError at the end where that stops the build.
        """
        yield from self._outputs.files()
        self._context.log.settle()
        self.require_publishable()

    def newest_email(self) -> Iterator[tuple[str, bytes]]:
        """The newest edition's email alone, to be opened from disk: each path with its content.

        The site must be published. The files of an edition in a second language are in a folder of that name.
        Without editions there are no files.
        """
        site_url, newest = self._context.settings.site_url, self._outputs.find(Emails).newest
        for number, (lang, paths) in enumerate(newest.items()):
            yield from email_files(self.staging.site, site_url, paths, to=f"{lang}/" if number else "")

    def publish(self) -> None:
        """Let the finished site take its place. A served preview does not wait for the search's index: it follows."""
        if self._for_disk:
            site_url, public = self._context.settings.site_url, self._outputs.html_with_public_addresses
            convert_site_for_disk(self.staging.building, site_url, except_for=public)
        self.staging.publish()
        self._outputs.publish_index(self.staging.site)

    def summary(self, base: str) -> str:
        """What was made and where to look, in a few lines; ``base`` is what addresses begin with, with its slash."""
        pages = self.site.pages
        types = (page.document.type for page in pages if page.document)
        return summary(
            types, len(pages), self.problems, (("home page", "index.html"), *self._outputs.start_links), base
        )


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

    ``values`` are the settings as they are in mkdocs.yml; ``today`` decides which dates still lie ahead; the
    finished site goes to ``staging``, else to site/ below ``root``; ``index`` is what makes the search's index:
    without one, there is none.
    A ``preview`` shows what waits, too; one ``for_disk`` works when it is opened from disk, others where they are
    served.
    Raises ContentError with everything that stops the build, before anything is written. A preview is stopped by
    the settings, and by links in the content folders, which the engine would follow: otherwise it shows what it can,
    and all Problems with it.
    """
    settings = site_settings(values)
    content = read(root, settings.languages)
    library = Library(content.documents, today=today, preview=preview, withdrawn=content.withdrawn)
    is_served = preview and not for_disk
    context = build_context(root, settings, content, library, index=index, publishes_index_later=is_served)
    build = Build(context, staging or Staging(root / SITE), for_disk=for_disk)
    build.check()
    build.require_publishable()
    if not content.is_safe:
        raise ContentError(build.problems)
    return build


def site_settings(values: object) -> Settings:
    """The settings from their values in mkdocs.yml. Raises ContentError where they cannot be used."""
    return parse_settings(values, known_mail_tools=MAIL_TOOLS, known_languages=known_languages())
