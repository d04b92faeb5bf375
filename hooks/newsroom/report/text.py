"""The report for people, in a terminal or a log."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from types import MappingProxyType

import click

from newsroom.codes import CODES, Severity
from newsroom.problems import Problem, shorten
from newsroom.report.findings import Findings
from newsroom.report.visible import make_visible

SourceLine = Callable[[str, int], str | None]
"""Returns a line of a file, by path and line number from 1; None if there is no such line."""

_MAX_LINE_LENGTH = 100
_COLOURS: Mapping[Severity, str] = MappingProxyType(
    {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.ADVICE: "cyan"}
)


def format_text(findings: Findings, source_line: SourceLine, *, colour: bool) -> str:
    """The errors and warnings by file, each with its source line, followed by a hint for help and the conclusion.

    A line that is private, because of an NHS number in it, for example, is not quoted.

    ``colour`` adds a terminal's colour codes. The text cannot contain other codes: invisible characters become "�".
    """
    blocks = [
        "\n".join([_style(make_visible(path), colour, bold=True), *_problem_lines(problems, source_line, colour)])
        for path, problems in findings.by_file
    ]
    hint = [f"For help, run: newsroom explain {findings.problems[0].code}"] if findings.problems else []
    return "\n\n".join([*blocks, *hint, _style(findings.conclusion, colour, bold=bool(findings.errors))])


def _problem_lines(problems: Iterable[Problem], source_line: SourceLine, colour: bool) -> Iterator[str]:
    for number, found in groupby(problems, key=lambda problem: problem.line):
        path, shows_line = "", True
        for problem in found:
            path, shows_line = problem.path, shows_line and CODES[problem.code].shows_line
            label = _style(problem.severity.value, colour, fg=_COLOURS[problem.severity])
            place = f"line {number}, " if number else ""
            yield f"  {place}{label}: {make_visible(problem.sentence)} [{problem.code}]"
        line = source_line(path, number) if number and shows_line else None
        if line is not None and (text := shorten(make_visible(line).strip(), _MAX_LINE_LENGTH - 1)):
            yield _style(f"    | {text}", colour, dim=True)


def _style(text: str, colour: bool, *, fg: str | None = None, bold: bool = False, dim: bool = False) -> str:
    return click.style(text, fg=fg, bold=bold or None, dim=dim or None) if colour else text
