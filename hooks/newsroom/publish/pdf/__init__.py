"""Tagged PDFs (PDF/UA-1, ISO 14289-1) of pages, for readers who print, send or keep them."""

import gc
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property, partial
from importlib.metadata import version
from typing import TYPE_CHECKING
from urllib.parse import unquote

from jinja2 import Environment
from lxml.html import HtmlElement

from newsroom.cache import digest, digest_files
from newsroom.colours import COLOURS_FILE
from newsroom.content.document import AnyDocument
from newsroom.content.types import TYPES
from newsroom.pango import pango_versions
from newsroom.problems import SETTINGS_FILE, Problem, suggest
from newsroom.publish.build_context import TEMPLATE_FOLDER, BuildContext
from newsroom.publish.output import Output
from newsroom.publish.pages.page import WebPage
from newsroom.publish.pdf.printed import PrintedPage, printed_page
from newsroom.publish.pdf.text import PICTURE, printed_text
from newsroom.publish.pictures.files import PictureFiles
from newsroom.publish.pictures.recipe import recipe
from newsroom.publish.text.link_cards import LinkCards
from newsroom.publish.text.text_facts import PdfError, PdfFile
from newsroom.publish.theme.environment import template_environment
from newsroom.read.setting_lines import setting_line

__all__ = ["Pdfs"]

if TYPE_CHECKING:
    from newsroom.publish.pdf.render import PdfMaker


_PROGRAMS = ("weasyprint", "pydyf", "fonttools", "tinycss2", "font-source-sans-pro", "font-source-serif-pro")
"""The packages that decide the bytes of a PDF."""
_STYLE_SHEET = "pdf/print.css"
_PICTURE = re.compile(rf'src="{PICTURE}([^"]+)"')


class Pdfs(Output):
    """Makes the PDF of each page whose type has one (`pdf` in mkdocs.yml), unless the page offers a PDF of its own.

    A preview has none, since they take long to make. If Pango is missing, a warning says so, and no page has a link.

    Args:
        pictures: Makes the files of pictures.
    """

    def __init__(self, context: BuildContext, pictures: PictureFiles) -> None:
        super().__init__(context)
        self._pictures = pictures
        self._cards = LinkCards(context)
        wanted = () if context.library.preview else context.settings.pdf
        pages = {page.path: page for page in context.site.pages if _has_pdf(page, wanted)}
        self._versions = pango_versions() if pages else None
        self._pages = pages if self._versions else {}
        self._texts: dict[str, str] = {}
        self._made: dict[str, PdfFile] = {}
        self._maker: PdfMaker | None = None
        self.paths = tuple(map(_pdf_path, self._pages.values()))
        self.problems = (
            *_wrong_types(context),
            *([_pango_missing()] if pages and not self.paths else []),
        )

    def text_need(self, page: WebPage) -> str | None:
        """Return "" for a page that has a PDF."""
        return "" if page.path in self._pages else None

    def show_text(self, page: WebPage, root: HtmlElement) -> str:
        """Return the HTML of the text for the PDF."""
        return printed_text(page, root, self._context.settings.site_url, partial(self._cards.card_at, page.lang))

    def add_text(self, page: WebPage, shown: str) -> None:
        """Keep the HTML of a text until its PDF is made."""
        self._texts[page.path] = shown

    def work_ahead(self) -> None:
        """Make the PDFs, the last ones first."""
        for page in reversed(self._pages.values()):
            self._content(page)
        self.after_pages()

    def file(self, path: str) -> PdfFile | None:
        """Return the PDF of the page with a path, whose text has been added; None if it has none.

        It is made for the page, which shows its length, and kept in the cache for :meth:`late_files`: the page may be
        written by another process.
        """
        page = self._pages.get(path)
        if page and path not in self._made and (found := self._content(page)):
            self._made[path] = PdfFile(_pdf_path(page), found[0], len(found[1]))
        return self._made.get(path)

    def after_pages(self) -> None:
        """Remove temporary files, which would stay if a process ends without cleaning up.

        WeasyPrint removes them with its objects, which refer to each other, so only the garbage collector finds them.
        """
        if self._maker:
            self._maker = None
            gc.collect()

    def late_files(self) -> Iterator[tuple[str, bytes]]:
        """Yield each PDF, from the cache."""
        for page in self._pages.values():
            if content := self._content(page):
                yield _pdf_path(page), content[1]
        self.after_pages()

    def _content(self, page: WebPage) -> tuple[int, bytes] | None:
        """Return the number of pages and the content of a PDF; None if its text is not known, or it cannot be made."""
        if page.path not in self._texts or page.document is None:
            return None
        context = self._context
        t = context.translations[page.lang]
        value = printed_page(page, page.document, self._texts[page.path], context.settings, t)
        try:
            entry = context.cache.get(self._task, self._key(value), lambda _: self._render(value))
        except PdfError as error:
            what = f"the PDF of this page cannot be made, so the page has no link to it ({error})"
            context.log.add_pending(Problem("pdf-not-made", page.path, None, what, "ask a maintainer"))
            return None
        count, _, content = entry.partition(b"\n")
        return int(count), content

    def _key(self, value: PrintedPage) -> bytes:
        pictures = self._pictures_of(value)
        return digest(repr(value), *(part for path, (name, _) in sorted(pictures.items()) for part in (path, name)))

    def _pictures_of(self, value: PrintedPage) -> Mapping[str, tuple[bytes, Callable[[], bytes]]]:
        """Return a hash of each picture of a page, and what makes its file, by its path on the site."""
        lead = [value.picture.src.removeprefix(PICTURE)] if value.picture else []
        paths = (unquote(path) for path in (*lead, *_PICTURE.findall(value.html)))
        return {path: found for path in paths if (found := self._pictures.for_print(path))}

    def _render(self, value: PrintedPage) -> bytes:
        from newsroom.publish.pdf.render import PdfMaker  # imports WeasyPrint, which takes a second

        self._maker = self._maker or PdfMaker(self._templates.get_template(_STYLE_SHEET).render())
        html = self._templates.get_template(PrintedPage.template).render(page=value)
        pictures = {path: make for path, (_, make) in self._pictures_of(value).items()}
        pages, content = self._maker.make(html, pictures)
        return b"%d\n%s" % (pages, content)

    @cached_property
    def _templates(self) -> Environment:
        return template_environment(self._context.root / TEMPLATE_FOLDER)

    @cached_property
    def _task(self) -> str:
        """What decides the bytes of every PDF: the program, its fonts, the templates and the colours."""
        theme = self._context.root / TEMPLATE_FOLDER
        templates = digest_files(theme, (theme / COLOURS_FILE, *(theme / "pdf").iterdir(), theme / "parts/mark.svg"))
        programs = " ".join(f"{name} {version(name)}" for name in _PROGRAMS)
        return f"pdf {self._versions} {programs} {recipe('newsroom.publish.pdf')} {templates.hex()}"


def _pdf_path(page: WebPage) -> str:
    """Return the path on the site of a page's PDF: "stories/x/x.pdf", "about/easy-read/about-easy-read.pdf"."""
    names = [name for name in page.local_url.split("/") if name]
    is_version = page.document is not None and page.document.type.is_version
    return f"{page.url}{'-'.join(names[-2:] if is_version else names[-1:]) or 'home'}.pdf"


def _has_pdf(page: WebPage, wanted: Iterable[str]) -> bool:
    document: AnyDocument | None = page.document
    if document is None or page.is_notice or document.type_name not in wanted:
        return False
    return document.front.attachment is None and not getattr(document.front, "is_forthcoming", False)


def _wrong_types(context: BuildContext) -> Iterator[Problem]:
    known = [found.name for found in TYPES if found.may_have_pdf]
    others = [found.name for found in TYPES if not found.may_have_pdf]
    for position, name in enumerate(context.settings.pdf):
        if name not in known:
            line = setting_line(context.root, "pdf", position)
            reason = (
                "whose PDF would not have all facts of its page" if name in others else "which is not a type of content"
            )
            what = f"`extra: newsroom: pdf` names '{name}', {reason}"
            fix = f"use some of {', '.join(known)}"
            fix = fix if name in others else suggest(name, known, fix)
            yield Problem("setting-invalid", SETTINGS_FILE, line, what, fix)


def _pango_missing() -> Problem:
    what = "PDFs are left out, because the library Pango is missing on this computer"
    fix = (
        "install it (Debian or Ubuntu: sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0; "
        "macOS: brew install pango), or write `pdf: []` in mkdocs.yml"
    )
    return Problem("pdf-library-missing", SETTINGS_FILE, None, what, fix)
