"""The report for people, in a terminal or a log."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby

import click

from newsroom.codes import CODES, Severity
from newsroom.problems import Problem, shorten
from newsroom.report.findings import Findings
from newsroom.report.visible import make_visible

SourceLine = Callable[[str, int], str | None]
"""Returns a line of a file, by path and line number from 1; None if there is no such line."""

_MAX_LINE_LENGTH = 100
_COLOURS: Mapping[Severity, str] = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.ADVICE: "cyan"}


def format_text(
    findings: Findings, source_line: SourceLine, *, colour: bool, is_full: bool = True, program: str = "newsroom"
) -> str:
    """The errors and warnings by file, each with its source line, followed by a hint for help and the conclusion.

    A line that is private, because of an NHS number in it, for example, is not quoted.

    Args:
        source_line: Gives the lines.
        colour: Adds a terminal's colour codes. The text has no others: invisible characters become "�".
        is_full: Shows all, even if there are very many. Else the first of each code are shown, and counted.
        program: What to type for the ``newsroom`` command.
    """
    shown = findings if is_full else findings.first_of_each
    blocks = [
        "\n".join([_style(make_visible(path), colour, bold=True), *_problem_lines(problems, source_line, colour)])
        for path, problems in shown.by_file
    ]
    worst = min(findings.problems, key=lambda problem: not problem.is_error, default=None)
    hint = [f"For help, run: {program} explain {worst.code}"] if worst else []
    counts = [] if shown is findings else ["\n".join(_count_lines(findings, shown, program))]
    return "\n\n".join([*blocks, *counts, *hint, _style(findings.conclusion, colour, bold=bool(findings.errors))])


def _count_lines(findings: Findings, shown: Findings, program: str) -> Iterator[str]:
    """How often each code was found, the most frequent first, errors before warnings."""
    counts = Counter((not problem.is_error, problem.severity.value, problem.code) for problem in findings.problems)
    width = len(str(max(counts.values())))
    yield f"{len(shown.problems)} of {len(findings.problems)} are shown, the first of each code:"
    for (_, severity, code), count in sorted(counts.items(), key=lambda item: (item[0][0], -item[1], item[0])):
        yield f"  {count:>{width}}  {severity} {code}"
    yield f"For all of them, run: {program} check --full"


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
