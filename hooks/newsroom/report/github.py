"""The report for a pull request on GitHub: annotations at the lines, and everything in the job's summary.

See https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands.
"""

import hashlib
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from newsroom.codes import Severity
from newsroom.problems import Problem
from newsroom.report.findings import Findings
from newsroom.report.visible import make_visible

ANNOTATIONS = 10
"""The most errors, and the most warnings, that GitHub shows for one step. It silently drops all others."""
SUMMARY_BYTES = 1024 * 1024
"""The maximum length of the summary of one step. GitHub refuses a longer one."""

_TITLES: Mapping[Severity, str] = {
    Severity.ERROR: "Fix this before publishing",
    Severity.WARNING: "Warning (does not stop publishing)",
}
_EMAIL_TITLE = "Fix this before sending the email"
_MARKDOWN = re.compile(r"[\\`*_{}\[\]()#+\-.!|~:@$^=]")
"""ASCII punctuation that Markdown may read as a mark, as in ``*`` or the ``.`` of "1."; not ``,`` or ``'``."""


@dataclass(frozen=True)
class GitHubRun:
    """A step of a GitHub workflow.

    ``files`` is the address below which GitHub shows the files of the commit that was proposed,
    "https://github.com/elm/site/blob/1a2b3c"; "" if it is not known. ``summary`` is the file for the step's
    summary, None outside a workflow.
    """

    files: str = ""
    summary: Path | None = None


def format_commands(findings: Findings, first: Collection[str] = ()) -> str:
    """Workflow commands that show errors and warnings at their lines, errors first, at most ten of each; no advice.

    Files in ``first`` are preferred: GitHub shows an annotation in "Files changed" only for changed files.
    """
    annotated = [*_choose(findings.errors, first), *_choose(findings.warnings, first)]
    commands = [_command(problem) for problem in annotated]
    if left := len(findings.errors) + len(findings.warnings) - len(annotated):
        what = "1 more problem is" if left == 1 else f"{left} more problems are"
        commands.append(f"::notice title=More to see::{what} listed in the summary of this run and in the log")
    return "\n".join(commands)


def format_summary(findings: Findings, files: str, limit: int = SUMMARY_BYTES) -> str:
    """All errors and warnings as Markdown, grouped by file, each with a link to its line below the address ``files``.

    If ``limit`` bytes of UTF-8 are not enough, the last ones are left out and counted.
    """
    head = f"## {_escape_markdown(findings.conclusion)}\n"
    left = limit - len(head.encode()) - len(_remaining_note(len(findings.problems)).encode())
    kept: list[str] = []
    for shown, text in _entries(findings, files):
        left -= len(text.encode())
        if left < 0:
            return "".join([head, *kept, _remaining_note(len(findings.problems) - shown)])
        kept.append(text)
    return "".join([head, *kept])


def escape_commands(text: str) -> str:
    """Text for the log of a step, protected from being read as workflow commands.

    Messages quote text from pull requests by anyone. The token that ends the passage is a hash of the text, so the text
    cannot contain it.
    """
    word = hashlib.sha256(text.encode()).hexdigest()
    return f"::stop-commands::{word}\n{text}\n::{word}::"


def escape_data(text: str) -> str:
    """Escape text for the message of a workflow command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def escape_property(text: str) -> str:
    """Escape text for the value of a workflow command's property."""
    return escape_data(text).replace(":", "%3A").replace(",", "%2C")


def _choose(problems: Sequence[Problem], first: Collection[str]) -> list[Problem]:
    return sorted(problems, key=lambda problem: problem.path not in first)[:ANNOTATIONS]


def _command(problem: Problem) -> str:
    title = f"{_EMAIL_TITLE if problem.stops_email else _TITLES[problem.severity]}: {problem.code}"
    properties = {"file": problem.path, "line": str(problem.line or ""), "title": title}
    joined = ",".join(f"{name}={escape_property(value)}" for name, value in properties.items() if value)
    return f"::{problem.severity.value} {joined}::{escape_data(problem.sentence)}"


def _entries(findings: Findings, files: str) -> Iterator[tuple[int, str]]:
    """The summary's Markdown for each error or warning, with the number of those before it."""
    shown = 0
    for path, problems in findings.by_file:
        heading = f"\n### {_escape_markdown(path)}\n\n"
        for problem in problems:
            yield shown, f"{heading}{_entry(problem, files)}"
            heading = ""
            shown += 1


def _entry(problem: Problem, files: str) -> str:
    place = ""
    if problem.line:
        place = f"line {problem.line}"
        if files:  # without "plain=1" GitHub shows a Markdown file as a page, which has no lines
            place = f"[{place}]({files}/{quote(problem.path)}?plain=1#L{problem.line})"
        place = f"{place}, "
    return f"- {place}**{problem.severity.value}**: {_escape_markdown(problem.sentence)} `{problem.code}`\n"


def _remaining_note(count: int) -> str:
    return f"\n{count} more: see the log of this check.\n"


def _escape_markdown(text: str) -> str:
    """Escape text so that Markdown shows it unchanged."""
    entities = make_visible(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _MARKDOWN.sub(r"\\\g<0>", " ".join(entities.split()))
