"""One build of the site: check its content, and write all files."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, partial
from pathlib import Path

from newsroom.check import check_library, check_pages
from newsroom.check.catalogues import check_catalogues
from newsroom.check.files import check_shared_files
from newsroom.check.links.menu import check_menu
from newsroom.content.folders import site_file
from newsroom.parallel import Parallel, in_sequence
from newsroom.problems import ContentError, Problem
from newsroom.publish.build_context import TEMPLATE_FOLDER, BuildContext, read_templates
from newsroom.publish.carried_pages import CarriedPages, PageNotes
from newsroom.publish.citations import Citations
from newsroom.publish.copies import Copies
from newsroom.publish.email import Emails
from newsroom.publish.feeds import Feeds
from newsroom.publish.hosting.content_policy import inline_scripts, page_policy
from newsroom.publish.metadata import Metadata
from newsroom.publish.offline import convert_site_for_disk, email_files
from newsroom.publish.outputs import Outputs
from newsroom.publish.page_input import PageInput
from newsroom.publish.pages.page import WebPage
from newsroom.publish.pdf import Pdfs
from newsroom.publish.pictures import Pictures
from newsroom.publish.site_folder.staging import Staging
from newsroom.publish.takedown import announce, left_out_if_broken
from newsroom.publish.templates import PageTemplates, plain_page
from newsroom.publish.text.text_facts import TextFacts
from newsroom.publish.theme.assets import ThemeAssets
from newsroom.publish.tidy_cache import tidy_cache
from newsroom.publish.views import PageValues, PageViews, SharedPageContext
from newsroom.summary import build_summary
from newsroom.translations import Translations

_MISSING = "404.html"


class Build:
    """One build, which writes the whole site.

    Attributes:
        context: The settings, the content and what outputs need.
        assets: The files that are published as editors added them, as paths in the repository with their site paths.
        staging: The folders in which the site is built and published.
        is_preview: Whether drafts and future dates are shown.
        is_served: Whether it is a preview that the engine serves, with a script in each page that shows changes.
    """

    def __init__(self, context: BuildContext, staging: Staging, *, for_disk: bool) -> None:
        self.context = context
        self._outputs = Outputs(context, lambda: self.generated)
        self._for_disk = for_disk
        self.staging = staging
        self.root, self.site, self.assets = context.root, context.site, context.assets
        self.is_preview = context.library.preview
        self.is_served = self.is_preview and not for_disk

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The errors and warnings. Outside a preview they are only warnings and errors in emails."""
        return self.context.log.problems

    @property
    def announcements(self) -> tuple[str, ...]:
        """A line about each error in spite of which the site is published; none in a preview."""
        return () if self.is_preview else announce(self.context)

    @property
    def feeds_by_item(self) -> Mapping[str, Sequence[str]]:
        """The addresses of the feeds that have an item, as RSS, by the path of the item."""
        return self._outputs.find(Feeds).by_item

    def check(self) -> None:
        """Add everything to ``problems`` that can be found before pages are rendered."""
        context = self.context
        content, values = context.content, context.value_cache
        found = check_library(context.library, content, self.generated, context.settings, values)
        unused = check_shared_files(content, partial(read_templates, self.root / TEMPLATE_FOLDER))
        addresses = (*content.urls.values(), *self.generated.values())
        withdrawn = {item.url for item in context.library.taken_down()}
        menu = check_menu(context.settings, addresses, withdrawn, self.root)
        site = (*menu, *check_catalogues(context.translations.values()))
        context.log.include_pending((*found, *unused, *site, *self._outputs.problems))

    def check_pages(self, paths: Collection[str], others: Iterable[Problem]) -> None:
        """Add to ``problems`` what can be found in some pages alone, and the ``others`` that were found before."""
        context = self.context
        found = check_pages(
            paths, context.library, context.content, self.generated, context.settings, context.value_cache
        )
        context.log.include_pending((*found, *others))

    def require_publishable(self) -> None:
        """Raise ContentError if an error stops the build; no error stops a preview."""
        if self.context.log.stops_site and not (self.is_preview or self.context.must_publish):
            raise ContentError(self.problems)

    def start_background_work(self) -> Path:
        """Start slow work that needs no page. Returns the folder in which the site is built."""
        self._outputs.start_background_work()
        return self.staging.building

    def work_ahead(self) -> None:
        """Fill the cache with what takes long in a build, for another process that is building the same site."""
        for page in reversed(self.site.pages):
            self.page_html(page.path)
        self._outputs.work_ahead()

    @cached_property
    def generated(self) -> dict[str, str]:
        """The paths of everything that this build generates, with their addresses: links may lead there."""
        added = (*self._outputs.linkable_paths, _MISSING, "pagefind/pagefind.js")
        return self.site.generated | {path: path for path in added}

    @cached_property
    def views(self) -> PageViews:
        """The values that page templates receive."""
        context, outputs = self.context, self._outputs
        return PageViews(
            SharedPageContext(
                build=context,
                metadata=Metadata(context.library, context.settings, context.site),
                feeds=outputs.find(Feeds),
                citations=outputs.find(Citations),
                pictures=outputs.find(Pictures).html,
                policy=page_policy(inline_scripts(self.root / TEMPLATE_FOLDER), self.context.settings.signup_form),
            )
        )

    @cached_property
    def templates(self) -> PageTemplates:
        """The templates of pages."""
        return PageTemplates(
            self.root / TEMPLATE_FOLDER, self.context.value_cache.files, or_plain=self.context.must_publish
        )

    def page_values(self, page: WebPage | None, html: str = "") -> tuple[PageValues, Translations]:
        """What the templates of a page print, given the HTML of its text; None is the page for missing addresses."""
        context = self.views.context(page, html, self._facts(page))
        return self.views.values(context), context.t

    def _facts(self, page: WebPage | None) -> TextFacts:
        path, items = (page.path, page.quoted) if page else ("", ())
        facts = self._outputs.texts.facts
        quoted = {item.path: facts(item.path).first_paragraphs for item in items}
        return replace(facts(path), quoted=quoted, pdf=self._outputs.find(Pdfs).file(path))

    @cached_property
    def _page_input(self) -> PageInput:
        return PageInput(self.context, self.templates.fingerprint, self._outputs.find(Pictures).html.size_of)

    @property
    def _is_ordinary(self) -> bool:
        """Whether pages depend on nothing that is found while files are written.

        A preview's show all errors, and if a build must be published, parts may be left out.
        """
        return not self.is_preview and not self.context.must_publish

    @cached_property
    def _pages(self) -> CarriedPages:
        return CarriedPages(self.staging, self.context.value_cache.files if self._is_ordinary else None)

    def _write_pages(self, texts: dict[str, str], numbers: Iterable[int]) -> PageNotes:
        """Write some of the pages. The last number is that of the page for missing addresses.

        Each of the ``texts`` is removed when it is written, to save memory.
        """
        for number in numbers:
            if number < len(self.site.pages):
                page = self.site.pages[number]
                self._write_page(page, texts.pop(page.path))
            else:
                self._write_page(None)
        self._outputs.after_pages()
        return self._pages.written

    def _write_page(self, page: WebPage | None, html: str = "") -> None:
        path = site_file(page.url) if page else _MISSING
        with left_out_if_broken(self.context, f"the page {page.path if page else _MISSING}"):
            given = self._page_input.hash(page, html, self._facts(page))
            if not self._pages.carry_over(path, given):
                values, t = self.page_values(page, html)
                key = self.templates.key(values)
                if not self._pages.carry_over(path, given, key):
                    self._pages.write(path, given, key, self.templates.page(values, t).encode())
            return
        self.staging.write(path, plain_page(page, html).encode())

    def page_alone(self, url: str) -> bytes | None:
        """The page at an address, as :meth:`write` writes it; None if there is none. No other page is rendered."""
        page = self.site.by_url.get(url)
        for item in page.quoted if page else ():
            self.page_html(item.path)
        return self._render_page(page, self.page_html(page.path)) if page else None

    def missing_page(self) -> bytes:
        """The page for missing addresses."""
        return self._render_page(None)

    def file_alone(self, path: str) -> bytes | None:
        """A file that is published as it is or made from a template, by its path on the site; None for all others."""
        file = self._outputs.find(Copies).file(path)
        if file:
            return file.read_bytes()
        if path not in ThemeAssets.paths:
            return None
        return next((content for name, content in self._outputs.find(ThemeAssets).files() if name == path), None)

    def use_templates_of(self, build: "Build") -> None:
        """Use the compiled templates of a build, if no file of the templates has changed since."""
        self.templates = build.templates

    def _render_page(self, page: WebPage | None, html: str = "") -> bytes:
        values, t = self.page_values(page, html)
        return self.templates.page(values, t).encode()

    def page_html(self, path: str) -> str:
        """The HTML of the body of the page at ``path``."""
        with left_out_if_broken(self.context, f"the text of {path}"):
            return self._outputs.texts.add(self.site.page(path))
        return ""

    def files(self) -> Iterator[tuple[str, bytes]]:
        """The path and the content of each file of the site, except pages and :meth:`late_files`.

        All texts must be made before.

        Errors found on the way are added to ``problems``. Raises ContentError at the end if one stops the build.
        """
        yield from self._outputs.files()
        self.context.log.include_pending()
        self.require_publishable()

    def late_files(self) -> Iterator[tuple[str, bytes]]:
        """The path and the content of each file that is made beside the others: PDFs and the search's index."""
        yield from self._outputs.late_files()
        self.context.log.include_pending()

    def write(self) -> None:
        """Write the whole site into the folder that ``staging.publish`` will publish.

        A copy of this process, where there is one, writes ordinary pages while this process writes all other files;
        then they share the pages that are left. Raises ContentError as :meth:`files` does.
        """
        with self.context.stages("texts"):
            texts = {page.path: self.page_html(page.path) for page in self.site.pages}
        parallel: Parallel = in_sequence
        if self._is_ordinary:
            parallel = self.context.parallel
            with self.context.stages("pictures"):
                self._outputs.finish_background_work()
        with parallel(partial(self._write_pages, texts), len(texts) + 1) as write_other_pages:
            self._outputs.start_late_work()
            for path, content in self.files():
                self.staging.write(path, content)
            with self.context.stages("pages"):
                self._pages.written = {path: note for notes in write_other_pages() for path, note in notes.items()}
        for path, content in self.late_files():
            self.staging.write(path, content)

    def newest_email(self) -> Iterator[tuple[str, bytes]]:
        """The path and the content of each file of the newest edition's email, if there is one, to be opened from disk.

        The site must be published. The files of an edition in a second language are in a folder named by its code.
        """
        site_url, newest = self.context.settings.site_url, self._outputs.find(Emails).newest
        for number, (lang, paths) in enumerate(newest.items()):
            yield from email_files(self.staging.published, site_url, paths, to=f"{lang}/" if number else "")

    def publish(self) -> None:
        """Replace the published site with the finished one. A served preview gets its search index later."""
        if self._for_disk:
            site_url, public = self.context.settings.site_url, self._outputs.html_with_public_addresses
            convert_site_for_disk(self.staging.building, site_url, except_for=public)
        with self.context.stages("publishing"):
            self.staging.publish()
        self._pages.keep_notes()
        tidy_cache(self.context)
        self._outputs.publish_index(self.staging.published)

    def summary(self, base: str) -> str:
        """A few lines on what was made and where to look. ``base`` is the start of all addresses, with its slash."""
        pages = self.site.pages
        types = (page.document.type for page in pages if page.document)
        links = (("home page", "index.html"), *self._outputs.start_links)
        return build_summary(types, len(pages), self.context.library.waiting, self.problems, links, base)
