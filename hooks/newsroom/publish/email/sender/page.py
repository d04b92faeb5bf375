"""The page from which an edition is copied into the mail tool: subject, preview, checks, what to paste where."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from pathlib import Path
from types import MappingProxyType

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from newsroom.problems import Problem, Severity
from newsroom.publish.email.body import EmailBody, EmailSection
from newsroom.publish.email.checks import Result, Subject
from newsroom.publish.email.checks.size import FAIL_AT, WARN_AT, kilobytes, section_sizes
from newsroom.publish.email.compose import Email
from newsroom.publish.email.sender.inbox import inbox_lines
from newsroom.publish.email.sender.steps import STEPS
from newsroom.publish.email.tools import MailTool, Part
from newsroom.settings import Settings

_PART_NAMES: Mapping[Part, str] = MappingProxyType(
    {Part.HTML: "HTML", Part.TEXT: "plain text", Part.MARKDOWN: "Markdown"}
)
_VIEWS = (
    ("sent", "As sent", "As most people see it: in light colours."),
    ("dark", "Dark", "As people see it whose device is set to dark colours."),
    ("forced", "Forced dark", "All colours turned round, as some mail apps on Android do, pictures too."),
    ("no-styles", "Without styles", "As Gmail shows it where it leaves out the style sheet: all must still be there."),
    ("no-comments", "Without comments", "As listmonk sends it, which takes out comments: all must still be there."),
)


class Verdict(StrEnum):
    """What the checks say of one mail tool's email, in a word."""

    READY = "ready"
    WARNED = "warned"
    BROKEN = "broken"
    UNCHECKED = "unchecked"


@dataclass(frozen=True)
class ToolEmail:
    """One mail tool's email, and what the checks found in it."""

    tool: MailTool
    parts: Email
    results: tuple[Result, ...] = ()


@dataclass(frozen=True)
class SizeRow:
    """A part of an email: what it is called, whether those are the edition's words, and its reckoned bytes."""

    name: str
    is_quoted: bool
    size: int


@dataclass(frozen=True)
class ToolPanel:
    """What the page has for one mail tool. ``left_out`` is what no tool's email has; ``sizes`` need HTML."""

    tool: MailTool
    parts: Email
    steps: tuple[str, str, str]
    verdict: Verdict
    results: tuple[Result, ...]
    left_out: tuple[Problem, ...]
    sizes: tuple[SizeRow, ...]

    @property
    def has_html(self) -> bool:
        """Whether there is HTML to look at."""
        return Part.HTML in self.parts

    @property
    def size(self) -> int:
        """The reckoned bytes of the HTML."""
        return sum(row.size for row in self.sizes)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All that was found."""
        return (*chain.from_iterable(result.problems for result in self.results), *self.left_out)


class SenderPages:
    """Writes senders' pages from the templates in one folder."""

    def __init__(self, templates: Path, settings: Settings) -> None:
        self._settings = settings
        self._templates = Environment(
            loader=FileSystemLoader(templates),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._templates.filters["kilobytes"] = kilobytes

    def page(
        self,
        body: EmailBody,
        emails: Sequence[ToolEmail],
        *,
        is_checked: bool,
        is_waiting: bool = False,
        date: str | None = None,
    ) -> str:
        """The page of one edition, as HTML; ``is_waiting`` where only the preview shows the edition.

        ``date`` is the edition's, in its language, where its title does not have it.

        Its links are relative to itself, so that it works from a folder too.
        """
        edition = body.edition
        return self._templates.get_template("sender.html").render(
            edition=edition,
            front=edition.front,
            edition_date=date,
            site=self._settings,
            root="../" * (edition.url.count("/") + 1),
            lines=inbox_lines(edition.front),
            panels=[_panel(body, email, is_checked=is_checked) for email in emails],
            is_waiting=is_waiting,
            part_names=_PART_NAMES,
            views=_VIEWS,
            warn_at=WARN_AT,
            fail_at=FAIL_AT,
        )


def _panel(body: EmailBody, email: ToolEmail, *, is_checked: bool) -> ToolPanel:
    problems = [*chain.from_iterable(result.problems for result in email.results), *body.problems]
    if any(problem.severity is Severity.ERROR for problem in problems):
        verdict = Verdict.BROKEN
    elif not is_checked:
        verdict = Verdict.UNCHECKED
    else:
        verdict = Verdict.WARNED if problems else Verdict.READY
    return ToolPanel(
        email.tool,
        email.parts,
        STEPS[email.tool.name],
        verdict,
        email.results,
        body.problems,
        tuple(_size_rows(body, email)),
    )


def _size_rows(body: EmailBody, email: ToolEmail) -> Iterator[SizeRow]:
    if Part.HTML not in email.parts:
        return
    for number, part in enumerate(
        section_sizes(Subject(body, email.tool, email.parts[Part.HTML], email.parts[Part.TEXT]))
    ):
        if part.section is None:
            yield SizeRow("What stands around them: masthead, contents, footer", False, part.size)
        else:
            yield SizeRow(_name(part.section, number), bool(part.section.title), part.size)


def _name(section: EmailSection, number: int) -> str:
    """A section's heading, or what it is without one."""
    return section.title or ("Footnotes" if number else "Before the first heading")
