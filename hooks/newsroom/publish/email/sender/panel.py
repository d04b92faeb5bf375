"""The part of the sender's page for one mail tool: verdict, preview, texts to paste, checks and sizes."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import count

from markupsafe import Markup

from newsroom.english import count_things, format_day
from newsroom.mail_tools import SAMPLE_NAME, EmailForm, MailTool, Sample
from newsroom.problems import Problem
from newsroom.publish.email.checks import CheckResult
from newsroom.publish.email.edition import ToolEmail, WrittenEdition
from newsroom.publish.email.folders import EmailFolder, PendingPublication
from newsroom.publish.email.sender.sizes import SizePanel, size_panel

_PART_LABELS: Mapping[EmailForm, str] = {
    EmailForm.HTML: "HTML",
    EmailForm.TEXT: "plain text",
    EmailForm.MARKDOWN: "Markdown",
}
_UNCHECKED = Markup(
    "It is older than the newest three editions, and only those are checked each time. To have it checked, ask "
    "someone who builds the site to run <code>make check CHECK=--all-email</code>."
)
_ERROR, _WARNING = "Error", "Warning"
_IS_PUBLIC = "The edition is public, so that the links in the email lead to its page."


@dataclass(frozen=True)
class ViewChoice:
    """A view of the email in the preview: its name in sender.js, its label, and its meaning."""

    name: str
    label: str
    meaning: str


@dataclass(frozen=True)
class Preview:
    """The views of an email, and the samples in the places of its tags, the longest tag first.

    ``sample_name`` is the sample of a first name; None if no greeting has one.
    """

    views: tuple[ViewChoice, ...]
    samples: tuple[Sample, ...]
    sample_name: str | None


_VIEWS = (
    ViewChoice("sent", "As sent", "As most people see it: in light colours."),
    ViewChoice("dark", "Dark", "On a device that is set to dark colours."),
    ViewChoice("no-pictures", "Without pictures", "As many inboxes show it first: the words must be enough."),
    ViewChoice("forced", "Forced dark", "All colours inverted, pictures too, as in some mail apps on Android."),
    ViewChoice(
        "no-styles", "Without styles", "As Gmail shows it when it removes the style sheet: nothing may be missing."
    ),
    ViewChoice("no-comments", "Without comments", "As listmonk sends it, without comments: nothing may be missing."),
)
_NO_NAME = ViewChoice("no-name", "Without a name", "As readers get it whose first name is not known.")


def _preview_of(tool: MailTool, fallbacks: tuple[str, ...]) -> Preview:
    """Make the preview for a mail tool. ``fallbacks`` are those of the greetings in the edition."""
    samples = sorted(tool.samples(fallbacks), key=lambda sample: (-len(sample.tag), sample.tag))
    can_be_unknown = any(sample.unknown for sample in samples)
    has_name = any(sample.value == SAMPLE_NAME for sample in samples)
    views = (*_VIEWS, _NO_NAME) if can_be_unknown else _VIEWS
    return Preview(views, tuple(samples), SAMPLE_NAME if has_name else None)


@dataclass(frozen=True)
class ProblemEntry:
    """An error or warning as the page lists it.

    The verdict links to ``id``. ``severity`` is "Error" or "Warning", and ``place`` is like "newsletters/2024-03.md,
    line 4". ``line_note``, like " (line 4)", follows the link. ``what`` and ``fix`` are HTML, with text in backticks as
    code. ``sentence`` is ``what`` with a capital letter. ``stop`` is the full stop that ``fix`` needs, or empty.
    """

    id: str
    severity: str
    place: str
    line_note: str
    what: Markup
    sentence: Markup
    fix: Markup
    stop: str


@dataclass(frozen=True)
class CheckRow:
    """A check: its claim, its result as a class name, a sign and text, and its errors and warnings."""

    claim: str
    style: str
    sign: str
    result: str
    entries: tuple[ProblemEntry, ...]


@dataclass(frozen=True)
class Verdict:
    """Whether the email for one mail tool can be sent, as a class name, a sign and text.

    ``advice`` is a sentence of HTML that says what to do. ``errors`` and ``warnings`` are listed below it, with
    ``warnings_intro`` between them.
    """

    style: str
    sign: str
    words: str
    advice: Markup
    errors: tuple[ProblemEntry, ...]
    warnings_intro: str | None
    warnings: tuple[ProblemEntry, ...]


@dataclass(frozen=True)
class PartText:
    """A text to paste, with its id on the page and its label."""

    id: str
    label: str
    text: str


@dataclass(frozen=True)
class ToolPanel:
    """One mail tool's part of the page.

    ``name`` is for addresses, and ``label`` for people. ``fills_in``: the tool fills in links or names when it sends.
    ``is_generic``: the panel is for any mail program. ``checks`` are empty if the edition was not checked. ``left_out``
    are warnings about parts that were left out, and errors in the edition's file. ``is_offered``: there is something to
    copy. ``note`` says what to do so that every greeting has a name. ``has_preview``: the files of the email exist.
    ``size`` is None without HTML.
    """

    name: str
    label: str
    is_generic: bool
    verdict: Verdict
    steps: tuple[str, ...]
    parts: tuple[PartText, ...]
    is_offered: bool
    note: str | None
    preview: Preview | None
    size: SizePanel | None
    checks: tuple[CheckRow, ...]
    left_out: tuple[ProblemEntry, ...]


def tool_panel(
    folder: EmailFolder, written: WrittenEdition, email: ToolEmail, others: Iterable[Problem], *, shows_blocked: bool
) -> ToolPanel:
    """Make the part of the page for one mail tool.

    Args:
        folder: The edition, and whether it is checked and public.
        written: Its emails.
        email: The one for this mail tool.
        others: Errors and warnings of the edition's file that no check of its email has found.
        shows_blocked: Whether an email with an error can be viewed. It can never be copied.
    """
    tool, numbers = email.tool, count(1)
    results = (*_check_is_public(folder), *email.results)
    left_out = _entries(others, tool.name, numbers)
    checks = tuple(_check_row(result, _entries(result.problems, tool.name, numbers)) for result in results)
    is_offered = not (email.is_blocked or any(entry.severity == _ERROR for entry in left_out))
    has_html = EmailForm.HTML in tool.parts
    shows_preview = has_html and (shows_blocked or not email.is_blocked)
    return ToolPanel(
        name=tool.name,
        label=tool.label,
        is_generic=tool.name == "generic",
        verdict=_verdict(checks, left_out, is_checked=folder.is_checked, is_offered=is_offered),
        steps=tool.steps or _steps(tool),
        parts=tuple(PartText(f"{tool.name}-{part}", _PART_LABELS[part], text) for part, text in email.parts.items()),
        is_offered=is_offered,
        note=tool.note if written.body.fallbacks and tool.note else None,
        preview=_preview_of(tool, written.body.fallbacks) if shows_preview else None,
        size=size_panel(written.body, email.tool, email.parts) if has_html else None,
        checks=checks,
        left_out=left_out,
    )


def _steps(tool: MailTool) -> tuple[str, ...]:
    """The steps for a tool whose definition has none."""
    return (
        f"In {tool.label}, create an email and paste the subject. Leave the preview text empty: the HTML has it.",
        "Choose to use your own HTML. Put the HTML in place of everything there, and save.",
        "Where there is a place for the plain-text version, paste the plain text. Send yourself a test, look at it, "
        "then send.",
    )


def _verdict(
    checks: tuple[CheckRow, ...], left_out: tuple[ProblemEntry, ...], *, is_checked: bool, is_offered: bool
) -> Verdict:
    entries = (*(entry for row in checks for entry in row.entries), *left_out)
    errors = tuple(entry for entry in entries if entry.severity == _ERROR)
    warnings = tuple(entry for entry in entries if entry.severity == _WARNING)
    counted = count_things(len(warnings), "warning")
    if errors:
        copy_note = "" if is_offered else ": there is nothing to copy until this is fixed"
        words = f"Not yet: {count_things(len(errors), 'error')}"
        intro = f"And {counted}:" if warnings else None
        return Verdict(
            "not-yet", "✗", words, Markup("Do not send it yet{}.").format(copy_note), errors, intro, warnings
        )
    if not is_checked:
        return Verdict("unchecked", "?", "Not checked", _UNCHECKED, (), None, ())
    if warnings:
        advice = Markup("It can be sent, but look first:")
        return Verdict("warned", "!", f"Ready to send, with {counted}", advice, (), None, warnings)
    return Verdict("ready", "✓", "Ready to send", Markup("All {} checks passed.").format(len(checks)), (), None, ())


def _check_row(result: CheckResult, entries: tuple[ProblemEntry, ...]) -> CheckRow:
    if any(entry.severity == _ERROR for entry in entries):
        return CheckRow(result.claim, "failed", "✗", "Not yet", entries)
    if entries:
        return CheckRow(result.claim, "warned", "!", "Look at this", entries)
    return CheckRow(result.claim, "passed", "✓", "Passed", entries)


def _check_is_public(folder: EmailFolder) -> Iterator[CheckResult]:
    """Check that readers of the email can open its page, if the edition is checked."""
    if folder.is_checked:
        yield CheckResult(
            _IS_PUBLIC, (not_public_problem(folder.edition.path, folder.pending),) if folder.pending else ()
        )


def not_public_problem(path: str, waiting: PendingPublication) -> Problem:
    """Make the error that readers of the email could not open its page. ``path`` is the edition's file."""
    take_out = f"delete `draft: true` from {path}"
    if waiting.public_on is None:
        return Problem("edition-not-public", path, None, "this edition is not public yet: it is a draft", take_out)
    day = format_day(waiting.public_on)
    if waiting.is_draft:
        what = f"this edition is not public yet: it is a draft, and its date is {day}"
        return Problem("edition-not-public", path, None, what, f"{take_out}; it becomes public on {day}")
    what = f"this edition is not public yet: it becomes public on {day}"
    return Problem("edition-not-public", path, None, what, "wait until then, or change the `date`")


def _entries(problems: Iterable[Problem], tool: str, numbers: Iterator[int]) -> tuple[ProblemEntry, ...]:
    return tuple(_entry(problem, f"{tool}-problem-{next(numbers)}") for problem in problems)


def _entry(problem: Problem, id_: str) -> ProblemEntry:
    what = _with_code(problem.what)
    return ProblemEntry(
        id=id_,
        severity=_ERROR if problem.is_error else _WARNING,
        place=f"{problem.path}, line {problem.line}" if problem.line else problem.path,
        line_note=f" (line {problem.line})" if problem.line else "",
        what=what,
        sentence=what[:1].upper() + what[1:],
        fix=_with_code(problem.fix),
        stop="" if problem.fix.endswith(("?", ".")) else ".",
    )


def _with_code(text: str) -> Markup:
    """Convert a message to HTML, with text in backticks as code."""
    parts = enumerate(text.split("`"))
    return Markup().join(Markup("<code>{}</code>").format(part) if number % 2 else part for number, part in parts)
