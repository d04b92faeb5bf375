"""A finished email for the checks, with the lines of the edition's file that its parts come from."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import cast

from lxml.html import HtmlElement

from newsroom.content.document import KeyPath
from newsroom.mail_tools import MAIL_TOOLS, MailTool
from newsroom.markup.tree import parse_document
from newsroom.problems import Problem
from newsroom.publish.email.body import EmailBody, EmailSection

TEMPLATE = "overrides/email/layout.html"


@dataclass(frozen=True)
class CheckedEmail:
    """An edition's email for one mail tool, with both parts as they are pasted. ``text`` may be Markdown.

    ``known_tools`` are all mail tools, ``postal_address`` is that of the settings, and ``lines`` are those of the keys
    in the front matter.
    """

    body: EmailBody
    tool: MailTool
    html: str
    text: str
    known_tools: tuple[MailTool, ...] = tuple(MAIL_TOOLS.values())
    postal_address: str | None = None
    lines: Mapping[KeyPath, int] = field(default_factory=dict)

    @cached_property
    def tree(self) -> HtmlElement:
        """The HTML as a tree, with comments."""
        return parse_document(self.html)

    @cached_property
    def sections(self) -> tuple[tuple[EmailSection, HtmlElement], ...]:
        """Each section with its cell."""
        cells = [cell for cell in self.tree.iter("td") if "content" in (cell.get("class") or "").split()]
        return tuple(zip(self.body.sections, cells, strict=True))

    def problem(self, code: str, section: EmailSection | None, what: str, fix: str, line: int | None = None) -> Problem:
        """Make an error or warning that an editor can fix, on a line, or on that of the section's heading."""
        line = line or (section.line if section else None)
        return Problem(code, self.body.edition.path, line, what, fix)

    def template_problem(self, code: str, what: str, fix: str) -> Problem:
        """Make an error in the template, which no edition can fix."""
        what = f"in the email for {self.tool.label}, {what}"
        return Problem(code, TEMPLATE, None, what, fix)


@dataclass(frozen=True)
class Check:
    """One check. ``claim`` says what is true of an email in which ``find`` finds no errors or warnings."""

    claim: str | Callable[[CheckedEmail], str]
    find: Callable[[CheckedEmail], Iterator[Problem]]

    def run(self, email: CheckedEmail) -> "CheckResult":
        """Run it on an email."""
        claim = self.claim if isinstance(self.claim, str) else self.claim(email)
        return CheckResult(claim, tuple(self.find(email)))


@dataclass(frozen=True)
class CheckResult:
    """The errors and warnings that one check found in one email."""

    claim: str
    problems: tuple[Problem, ...]


def elements(root: HtmlElement, *names: str) -> Iterator[HtmlElement]:
    """Yield the elements inside ``root``, of some names or all, without comments."""
    return (cast("HtmlElement", element) for element in root.iter(*names) if isinstance(element.tag, str))


def shown_text(element: HtmlElement) -> str:
    """Get the text of an element and the alternative texts of its pictures, on one line."""
    alternatives = " ".join(image.get("alt") or "" for image in element.iter("img"))
    return " ".join(f"{element.text_content()} {alternatives}".split())
