"""What the sender's page has for one mail tool: the verdict, what to paste, the checks and the sizes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import count

from newsroom.english import day_in_words
from newsroom.problems import Problem
from newsroom.publish.email.body import EmailSection
from newsroom.publish.email.checks import Result, Subject
from newsroom.publish.email.checks.size import measured_size, section_sizes, size_when_counted
from newsroom.publish.email.compose import Email
from newsroom.publish.email.edition import ToolEmail, WrittenEdition
from newsroom.publish.email.folders import EmailFolder, Waiting
from newsroom.publish.email.sender.steps import STEPS
from newsroom.publish.email.tools import MailTool, Part

_IS_PUBLIC = "The edition is public, so that the links in the email lead to its page."


class Verdict(StrEnum):
    """Whether one mail tool's email can be sent now."""

    READY = "ready"
    NOT_YET = "not-yet"
    UNCHECKED = "unchecked"


@dataclass(frozen=True)
class Entry:
    """A Problem as the page lists it, with the id by which the verdict links to it."""

    problem: Problem
    id: str


@dataclass(frozen=True)
class CheckRow:
    """A check's claim, and what is against it."""

    claim: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class SizeRow:
    """A part of an email: what it is called, whether those are the edition's words, and its bytes."""

    name: str
    is_quoted: bool
    size: int


@dataclass(frozen=True)
class ToolPanel:
    """One mail tool's part of the page.

    ``left_out`` is what no tool's email has, and what else is wrong with the edition's file; ``is_offered``: there is
    something to copy; ``has_files``: the files of its email are there; ``sizes`` need HTML.
    """

    tool: MailTool
    parts: Email
    steps: tuple[str, str, str]
    checks: tuple[CheckRow, ...]
    left_out: tuple[Entry, ...]
    sizes: tuple[SizeRow, ...]
    is_checked: bool
    is_offered: bool
    has_files: bool

    @property
    def verdict(self) -> Verdict:
        """Whether the email can be sent."""
        if self.things:
            return Verdict.NOT_YET
        return Verdict.READY if self.is_checked else Verdict.UNCHECKED

    @property
    def has_html(self) -> bool:
        """Whether there is HTML to look at."""
        return Part.HTML in self.parts

    @property
    def size(self) -> int:
        """The measured bytes of the HTML."""
        return measured_size(self.parts[Part.HTML])

    @property
    def size_when_counted(self) -> int:
        """About how many bytes the HTML has once the mail tool counts clicks."""
        return size_when_counted(self.parts[Part.HTML], self.tool)

    @property
    def things(self) -> tuple[Entry, ...]:
        """What must be done, or waited for, before the email is sent."""
        return tuple(entry for entry in self._entries if entry.problem.is_error)

    @property
    def warnings(self) -> tuple[Entry, ...]:
        """What to look at before the email is sent."""
        return tuple(entry for entry in self._entries if not entry.problem.is_error)

    @property
    def _entries(self) -> tuple[Entry, ...]:
        return (*(entry for row in self.checks for entry in row.entries), *self.left_out)


def tool_panel(
    folder: EmailFolder, written: WrittenEdition, email: ToolEmail, others: Iterable[Problem], *, shows_blocked: bool
) -> ToolPanel:
    """The part of the page for one mail tool.

    Args:
        folder: The edition, and whether it is checked and public.
        written: Its emails.
        email: The one for this mail tool.
        others: Problems of the edition's file that no check of its email has found.
        shows_blocked: Whether the files of an email with an error are there to look at, though not to copy.
    """
    name = email.tool.name
    numbers = count(1)
    checks = (*_publicity(folder), *email.results)
    left_out = _entries(others, name, numbers)
    return ToolPanel(
        email.tool,
        email.parts,
        STEPS[name],
        tuple(CheckRow(result.claim, _entries(result.problems, name, numbers)) for result in checks),
        left_out,
        tuple(_size_rows(written, email)),
        is_checked=folder.is_checked,
        is_offered=not (email.is_blocked or any(entry.problem.is_error for entry in left_out)),
        has_files=shows_blocked or not email.is_blocked,
    )


def _publicity(folder: EmailFolder) -> Iterator[Result]:
    """Whether readers of the email can open its page, where that is checked."""
    if folder.is_checked:
        yield Result(_IS_PUBLIC, (not_public(folder.edition.path, folder.waiting),) if folder.waiting else ())


def not_public(path: str, waiting: Waiting) -> Problem:
    """The Problem that readers of the email could not open its page. ``path`` is the edition's file."""
    take_out = f"delete `draft: true` from {path}"
    if waiting.public_on is None:
        return Problem("edition-not-public", path, None, "this edition is not public yet: it is a draft", take_out)
    day = day_in_words(waiting.public_on)
    if waiting.is_draft:
        what = f"this edition is not public yet: it is a draft, and its date is {day}"
        return Problem("edition-not-public", path, None, what, f"{take_out}; it becomes public on {day}")
    what = f"this edition is not public yet: it becomes public on {day}"
    return Problem("edition-not-public", path, None, what, "wait until then, or change the `date`")


def _entries(problems: Iterable[Problem], tool: str, numbers: Iterator[int]) -> tuple[Entry, ...]:
    return tuple(Entry(problem, f"{tool}-problem-{next(numbers)}") for problem in problems)


def _size_rows(written: WrittenEdition, email: ToolEmail) -> Iterator[SizeRow]:
    if Part.HTML not in email.parts:
        return
    subject = Subject(written.body, email.tool, email.parts[Part.HTML], email.parts[Part.TEXT])
    for number, part in enumerate(section_sizes(subject)):
        if part.section is None:
            yield SizeRow("Around them: masthead, contents, footer", False, part.size)
        else:
            yield SizeRow(_name(part.section, number), bool(part.section.title), part.size)


def _name(section: EmailSection, number: int) -> str:
    """A section's heading, or what it is without one."""
    return section.title or ("Footnotes" if number else "Before the first heading")
