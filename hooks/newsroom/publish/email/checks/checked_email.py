"""What the checks look at: one finished email, and where in the edition's file each part of it comes from."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import cast

from lxml import html as lxml_html
from lxml.html import HtmlElement

from newsroom.codes import Code
from newsroom.problems import Problem
from newsroom.publish.email.body import EmailBody, EmailSection
from newsroom.publish.email.tools import MailTool

TEMPLATE = "overrides/email/layout.html"


@dataclass(frozen=True)
class CheckedEmail:
    """An edition's email for one mail tool, both parts as they are pasted; a tool's Markdown is its text.

    ``vague`` are the words of links that do not say where they lead.
    """

    body: EmailBody
    tool: MailTool
    html: str
    text: str
    vague: frozenset[str] = frozenset()

    @cached_property
    def tree(self) -> HtmlElement:
        """The HTML as a tree, comments among it."""
        return cast("HtmlElement", lxml_html.document_fromstring(self.html))

    @cached_property
    def sections(self) -> tuple[tuple[EmailSection, HtmlElement], ...]:
        """Each section with the cell in which it stands."""
        cells = [cell for cell in self.tree.iter("td") if "content" in (cell.get("class") or "").split()]
        return tuple(zip(self.body.sections, cells, strict=True))

    def problem(self, code: Code, section: EmailSection | None, what: str, fix: str) -> Problem:
        """Something an editor can fix, on the line of its section's heading."""
        line = section.line if section else None
        return Problem(code, self.body.edition.path, line, what, fix)

    def template_problem(self, code: Code, what: str, fix: str) -> Problem:
        """Something wrong in the template, whatever the edition."""
        what = f"in the email for {self.tool.label}, {what}"
        return Problem(code, TEMPLATE, None, what, fix)


@dataclass(frozen=True)
class Check:
    """One check. ``claim`` says in plain English what holds where ``find`` finds nothing."""

    claim: str
    find: Callable[[CheckedEmail], Iterator[Problem]]


@dataclass(frozen=True)
class CheckResult:
    """What one check found in one email."""

    claim: str
    problems: tuple[Problem, ...]


def elements(root: HtmlElement, *names: str) -> Iterator[HtmlElement]:
    """The elements of some names, or all, inside one; comments are not among them."""
    return (cast("HtmlElement", element) for element in root.iter(*names) if isinstance(element.tag, str))


def visible_text(element: HtmlElement) -> str:
    """The words inside an element, with pictures' alternative texts, on one line."""
    alternatives = " ".join(image.get("alt") or "" for image in element.iter("img"))
    return " ".join(f"{element.text_content()} {alternatives}".split())
