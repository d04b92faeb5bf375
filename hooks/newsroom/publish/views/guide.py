"""Pages of the editors' guide that are made from the code, and the page of a file that has errors, in a preview."""

from dataclasses import dataclass
from typing import ClassVar

from markupsafe import Markup

from newsroom.publish.pages.page import WebPage
from newsroom.publish.views.page import PageTop, page_top
from newsroom.publish.views.page_context import PageContext
from newsroom.publish.views.values import PageView, ProblemLine


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
