"""The accessibility statement: its text, its dates and the last test."""

from dataclasses import dataclass
from typing import ClassVar

from newsroom.content.accessibility import AccessibilityTest
from newsroom.content.types.page import Statement
from newsroom.publish.pages.page import WebPage
from newsroom.publish.views.page import TextView, page_text, page_top
from newsroom.publish.views.page_context import PageContext, document_for


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
