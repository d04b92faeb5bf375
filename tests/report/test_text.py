"""The report for people: by file, with source lines and counts, and safe to show in a terminal."""

from dataclasses import replace

import click
import pytest

from newsroom.problems import Problem
from newsroom.report import Findings, format_text
from tests.report.findings import error, warning

LINES = {
    ("stories/a.md", 2): "title: A\x1b[31m garden\u202e",
    ("stories/a.md", 9): f"  {'long ' * 40}",
    ("b.md", 1): " ",
}


def source_line(path: str, number: int) -> str | None:
    """A line of the files of these tests."""
    return LINES.get((path, number))


def test_text_report_groups_problems_by_file_and_line() -> None:
    found = Findings.from_problems(
        [
            warning("a.md", line=1),
            warning(line=9),
            error("b.md", line=1),
            error(line=2, what="`title` is short"),
            warning(line=2, what="`title` is dull"),
            error(line=None, what="is a secret"),
        ]
    )
    assert format_text(found, source_line, colour=False, program="bin/newsroom").split("\n") == [
        "a.md",
        "  line 1, warning: is long; cut it. [field-length]",
        "",
        "b.md",
        "  line 1, error: is wrong; fix it. [link-missing]",
        "",
        "stories/a.md",
        "  error: is a secret; fix it. [link-missing]",
        "  line 2, warning: `title` is dull; cut it. [field-length]",
        "  line 2, error: `title` is short; fix it. [link-missing]",
        "    | title: A�[31m garden�",
        "  line 9, warning: is long; cut it. [field-length]",
        f"    | {('long ' * 20).rstrip()}…",
        "",
        "For help, run: bin/newsroom explain link-missing",
        "",
        "3 errors to fix before publishing, 3 warnings.",
    ]


def test_very_many_findings_are_counted_by_code_and_the_first_of_each_are_shown() -> None:
    warnings = [warning(f"stories/{number:03}.md", line=4) for number in range(100)]
    drafts = [replace(error(f"stories/{number:03}.md", line=2), is_lowered=True) for number in range(7)]
    advice = [Problem("advice-word", "z.md", number, "is hard", "use another") for number in range(1, 5)]
    found = Findings.from_problems([*warnings, *drafts, *advice, *(error(line=number) for number in range(1, 13))])
    lines = format_text(found, source_line, colour=False, is_full=False).split("\n")
    assert sum("error: " in line for line in lines) == 10
    assert sum("warning: " in line for line in lines) == 6
    assert sum("advice: " in line for line in lines) == 3
    assert lines[-11:] == [
        "",
        "19 of 123 are shown, the first of each code:",
        "   12  error link-missing",
        "  100  warning field-length",
        "    7  warning link-missing",
        "    4  advice advice-word",
        "For all of them, run: newsroom check --full",
        "",
        "For help, run: newsroom explain link-missing",
        "",
        "12 errors to fix before publishing, 107 warnings, 4 suggestions.",
    ]
    few = Findings.from_problems(warnings[:60])
    for is_full, every in ((False, few), (True, found)):
        text = format_text(every, source_line, colour=False, is_full=is_full)
        assert text.count("; ") == len(every.problems)


def test_line_with_very_private_data_is_not_quoted() -> None:
    found = [error(line=2), replace(error(line=2), code="private-nhs-number")]
    assert "garden" not in format_text(Findings.from_problems(found), source_line, colour=False)


@pytest.mark.parametrize(
    ("problems", "conclusion"),
    [
        ([], "61 pages checked, no errors."),
        ([warning()], "61 pages checked, no errors, 1 warning."),
        ([warning(line=1), warning(line=2)], "61 pages checked, no errors, 2 warnings."),
        ([error()], "1 error to fix before publishing."),
        ([error(), error(), error(line=2), warning()], "2 errors to fix before publishing, 1 warning."),
    ],
)
def test_last_line_has_counts(problems: list[Problem], conclusion: str) -> None:
    found = Findings.from_problems(problems, "61 pages checked")
    assert format_text(found, source_line, colour=False).split("\n")[-1] == conclusion


def test_colour_changes_only_styles() -> None:
    found = Findings.from_problems([error(line=2), warning(line=2, what="\x1b]0;title\x07")])
    plain, coloured = (format_text(found, source_line, colour=colour) for colour in (False, True))
    assert "\x1b" not in plain
    assert click.style("error", fg="red") in coloured
    assert click.style("warning", fg="yellow") in coloured
    assert click.unstyle(coloured) == plain
