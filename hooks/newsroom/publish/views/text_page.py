"""Pages that show hardly more than their text: in docs/, the guide, Easy Read, and the accessibility statement."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar
from urllib.parse import quote

from markupsafe import Markup

from newsroom.check.placeholders import TEMPLATES
from newsroom.content.accessibility import AccessibilityTest
from newsroom.content.document import AnyDocument
from newsroom.content.folders import without_language
from newsroom.content.guide.field_guide import GUIDE
from newsroom.content.model import FrontMatter
from newsroom.content.types import TYPES, AnyType
from newsroom.content.types.easy import EasyRead
from newsroom.content.types.page import Page, Statement
from newsroom.publish.pages.page import EDITOR_URL, WebPage
from newsroom.publish.views.page import PageTop, TextView, page_text, page_top
from newsroom.publish.views.page_context import PageContext, document_for
from newsroom.publish.views.values import PageView, PlainLink, ProblemLine
from newsroom.settings import Settings


@dataclass(frozen=True)
class TextPage(TextView):
    """What ``page.html`` prints. ``write_links`` lead from the editors' guide to where an item can be written."""

    template: ClassVar = "page.html"

    write_links: tuple[PlainLink, ...]


def text_page(page: WebPage, context: PageContext) -> TextPage:
    """Return the value of a page that shows only its text."""
    document = document_for(page, FrontMatter)
    return TextPage(
        top=page_top(context),
        text=page_text(document, context),
        title=document.front.heading,
        picture=context.figure(document, document.front.image),
        write_links=tuple(write_links(document, context)),
    )


def write_links(document: AnyDocument, context: PageContext) -> Iterator[PlainLink]:
    """Yield the links of a page of the guide; none for other pages.

    A page whose ``adds`` names a type has links to an empty form, and to a new file on GitHub with the type's template
    in it. The guide's first page has a link to the editor.
    """
    settings, front = context.settings, document.front
    added = next((found for found in TYPES if isinstance(front, Page) and found.name == front.adds), None)
    is_guide = added or without_language(document.path) == GUIDE.removesuffix(".md")
    if settings.editor and is_guide:
        form = f"#/collections/{added.plural}/new" if added else ""
        yield PlainLink(f"{context.href(EDITOR_URL)}{form}", context.t("editor.link"))
    if added and (address := new_file_url(added, settings)):
        yield PlainLink(address, context.t("edit.new"))


def new_file_url(content_type: AnyType, settings: Settings) -> str | None:
    """The address at which GitHub opens its editor with a type's template in a new file; None on other hosts.

    GitHub answers long addresses with an error, so the template is short. The name of the file is not a valid one, so
    that nobody publishes it without choosing a name.
    See https://docs.github.com/en/repositories/working-with-files/managing-files/creating-new-files.
    """
    uri = settings.edit_uri
    if not settings.repository_url or not uri.startswith("edit/"):
        return None
    name = "YYYY-MM.md" if content_type.file_name.made_from == "month" else "NAME.md"
    folder = f"{settings.repository_url.rstrip('/')}/new/{uri.removeprefix('edit/')}{content_type.folder}"
    return f"{folder}?filename={name}&value={quote(TEMPLATES[content_type.name].text, safe='')}"


@dataclass(frozen=True)
class EasyPage(TextView):
    """What ``easy.html`` prints. ``full`` is the address of the page with all words."""

    template: ClassVar = "easy.html"

    full: str | None


def easy_page(page: WebPage, context: PageContext) -> EasyPage:
    """Return the value of the page of an Easy Read version."""
    document = document_for(page, EasyRead)
    full = context.library.page_of(document)
    return EasyPage(
        top=page_top(context),
        text=page_text(document, context),
        title=document.front.title,
        picture=context.figure(document, document.front.image),
        full=context.href(full.url) if full else None,
    )


@dataclass(frozen=True)
class GuidePage(PageView):
    """What ``guide.html`` prints: a text as HTML that is safe to print."""

    template: ClassVar = "guide.html"

    top: PageTop
    title: str
    summary: str
    html: Markup


def guide_page(page: WebPage, context: PageContext) -> GuidePage:
    """Return the value of a page of the guide, like the one that explains errors and warnings."""
    html = Markup(context.html)  # noqa: S704 - rendered from the package's own text
    return GuidePage(page_top(context), page.title, page.summary, html)


@dataclass(frozen=True)
class ProblemsPage(PageView):
    """What ``problems.html`` prints: the path of a file, and its errors."""

    template: ClassVar = "problems.html"

    top: PageTop
    title: str
    problems: tuple[ProblemLine, ...]


def problems_page(page: WebPage, context: PageContext) -> ProblemsPage:
    """Return the value of the page of a file with errors."""
    own = (context.problem_line(problem) for problem in context.problems if problem.path == page.path)
    return ProblemsPage(page_top(context), page.title, tuple(own))


@dataclass(frozen=True)
class LastTest:
    """The last test of the site's accessibility, in words: its day, its program and its scope."""

    day: str
    program: str
    pages: int
    colours: str
    widths: str


@dataclass(frozen=True)
class StatementPage(TextView):
    """What ``statement.html`` prints. ``prepared`` and ``reviewed`` are days, ``test`` None before the first."""

    template: ClassVar = "statement.html"

    prepared: str
    reviewed: str
    test: LastTest | None


def statement_page(page: WebPage, context: PageContext) -> StatementPage:
    """Return the value of the accessibility statement."""
    document = document_for(page, Statement)
    front, test = document.front, context.shared.build.content.accessibility_test
    return StatementPage(
        top=page_top(context),
        text=page_text(document, context),
        title=front.title,
        picture=context.figure(document, front.image),
        prepared=context.t.date(front.prepared),
        reviewed=context.t.date(front.reviewed),
        test=_last_test(test, context) if test else None,
    )


def _last_test(test: AccessibilityTest, context: PageContext) -> LastTest:
    t = context.t
    return LastTest(
        day=t.date(test.day),
        program=t("statement.program_in", tool=test.tool, version=test.version, browser=test.browser),
        pages=len(test.pages),
        colours=", ".join(t(f"statement.{palette}") for palette in test.palettes),
        widths=t("statement.pixels", widths=t.list(tuple(str(width) for width in test.widths))),
    )
