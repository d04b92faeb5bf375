"""Errors and warnings are sorted, unique and on one line, with suggestions."""

from dataclasses import replace

import pytest

from newsroom.problems import (
    ContentError,
    Fault,
    Hints,
    Problem,
    ProblemLog,
    format_problems,
    nearest,
    shorten,
    sort_problems,
    suggest,
    suggest_file,
)

EMAIL_ERROR = Problem("email-too-large", "a.md", 4, "is large", "shorten it")
FOR_EMAIL = "to fix before the email can be sent; the site is published without that email."
WARNING = Problem("field-length", "a.md", 3, "is long", "shorten it")


def error(path: str = "a.md", line: int | None = 1, what: str = "is wrong") -> Problem:
    """An error that stops the build."""
    return Problem("link-missing", path, line, what, "fix it")


def test_problems_are_sorted_and_unique() -> None:
    ordered = (error(line=None), error(line=2), error(line=10), error(line=10, what="so"), error("b.md"))
    assert sort_problems([*reversed(ordered), *ordered]) == ordered
    assert ContentError(reversed(ordered)).problems == ordered


@pytest.mark.parametrize(
    ("problem", "expected"),
    [
        (error(), "a.md, line 1: is wrong; fix it. [link-missing]"),
        (error(line=None), "a.md: is wrong; fix it. [link-missing]"),
        (WARNING, "a.md, line 3: (warning) is long; shorten it. [field-length]"),
        (
            Problem("link-missing", "a.md", 1, "is 'x'", "did you mean 'y'?"),
            "a.md, line 1: is 'x'; did you mean 'y'? [link-missing]",
        ),
        (error(what="is 'one\ntwo\u2028three'"), "a.md, line 1: is 'one two three'; fix it. [link-missing]"),
    ],
)
def test_problem_is_one_line(problem: Problem, expected: str) -> None:
    assert str(problem) == expected


@pytest.mark.parametrize(
    ("problems", "count"),
    [
        ([error()], "1 error to fix before publishing."),
        ([error(), error()], "1 error to fix before publishing."),
        ([error("b.md"), WARNING, error()], "2 errors to fix before publishing."),
        ([EMAIL_ERROR, WARNING], f"1 error {FOR_EMAIL}"),
        ([EMAIL_ERROR, replace(EMAIL_ERROR, path="b.md")], f"2 errors {FOR_EMAIL}"),
        ([EMAIL_ERROR, error()], f"1 error to fix before publishing.\n1 error {FOR_EMAIL}"),
        ([WARNING], "1 warning; nothing stops the build."),
        ([WARNING, Problem("field-length", "b.md", 1, "x", "y")], "2 warnings; nothing stops the build."),
    ],
)
def test_report_lists_problems_and_counts(problems: list[Problem], count: str) -> None:
    assert format_problems(problems).split("\n") == [
        *(str(problem) for problem in sort_problems(problems)),
        *count.split("\n"),
    ]


def test_report_without_problems_is_empty() -> None:
    assert format_problems([]) == ""


def test_content_error_lists_all_problems() -> None:
    assert str(ContentError([error(), WARNING])) == format_problems([WARNING, error()])


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("sumary", "summary"),
        ("SUMMARY", "summary"),
        ("sumario", "summary"),
        ("wales", "Wales"),
        ("img_2034.jpg", "IMG_2034.JPG"),
        ("xyzzy", None),
        ("", None),
    ],
)
def test_nearest_ignores_case(word: str, meant: str | None) -> None:
    known = {"Wales", "IMG_2034.JPG", "summary", "subtitle"}
    assert nearest(word, known) == meant
    assert suggest(word, known, "look") == (f"did you mean '{meant}'?" if meant else "look")


@pytest.mark.parametrize(
    ("path", "meant"),
    [
        ("../stories/magies-story.md", "../stories/maggies-story.md"),
        ("../storys/trust.md", "../stories/trust.md"),
        ("../stories/nothere.md", None),  # "gatherings.md" has the same folder, ending and four letters
        ("../stories/nope.md", None),
        ("stories/trus/", "../stories/trust.md"),
    ],
)
def test_nearest_compares_the_names_of_files(path: str, meant: str | None) -> None:
    known = [f"../stories/{name}.md" for name in ("maggies-story", "gatherings", "trust", "hazels-poem")]
    assert nearest(path, known) == meant


@pytest.mark.parametrize(
    ("word", "known", "meant"),
    [
        ("abcde", "abcxx", "abcxx"),  # 0.6 alike
        ("abcde", "abxyz", None),
        ("ab/abcde.md", "ab/abcxx.md", "ab/abcxx.md"),
        ("a/.md", "a/.md", "a/.md"),
        ("Straße", "STRASSE", "STRASSE"),
    ],
)
def test_nearest_is_similar_by_three_fifths(word: str, known: str, meant: str | None) -> None:
    assert nearest(word, [known, "zzzzzz"]) == meant


def test_hints_end_after_so_many() -> None:
    hints = Hints(2)
    found = [hints.nearest("sumary", lambda: ["summary"]), hints.suggest("sumary", lambda: ["summary"], "look")]
    assert found == ["summary", "did you mean 'summary'?"]
    assert (hints.nearest("sumary", list), hints.suggest("sumary", list, "look")) == (None, "look")
    default = Hints()
    assert [default.nearest("sumary", lambda: ["summary"]) for _ in range(21)] == ["summary"] * 20 + [None]


@pytest.mark.parametrize(
    ("text", "length", "short"), [("abc d", 5, "abc d"), ("abc d", 4, "abc…"), ("abc", 0, "…"), ("abc", -1, "…")]
)
def test_long_text_is_quoted_without_its_end(text: str, length: int, short: str) -> None:
    assert shorten(text, length) == short
    assert (shorten("x" * 80), shorten("x" * 81)) == ("x" * 80, f"{'x' * 80}…")


def test_log_includes_pending_problems_and_lowers_those_that_nobody_sees() -> None:
    log = ProblemLog({"a.md"})
    log.add_pending(error("b.md"))
    assert (log.problems, log.so_far, log.stops_site) == ((), (error("b.md"),), False)
    log.include_pending([error(), EMAIL_ERROR, replace(EMAIL_ERROR, path="c.md")])
    assert log.problems == (replace(error(), is_lowered=True), replace(EMAIL_ERROR, is_lowered=True), *log.problems[2:])
    assert [problem.path for problem in log.problems] == ["a.md", "a.md", "b.md", "c.md"]
    assert (log.so_far, log.stops_site, log.email_errors) == (log.problems, True, log.problems[3:])
    log.include_pending()
    assert len(log.problems) == 4


def test_fault_is_filled_and_placed() -> None:
    fault = Fault("link-missing", "has {what}", "write {fix}").filled(what="a link", fix="no link")
    assert fault.at("a.md", 3) == Problem("link-missing", "a.md", 3, "has a link", "write no link")
    assert fault.at("a.md", None, "this file").what == "this file has a link"


def test_nearest_without_known_words_is_none() -> None:
    assert nearest("word", []) is None


@pytest.mark.parametrize(
    ("problem", "stops"),
    [
        (error(), ("site",)),
        (EMAIL_ERROR, ("email",)),
        (WARNING, ()),
        (replace(EMAIL_ERROR, is_lowered=True), ()),
    ],
)
def test_error_stops_site_or_only_email(problem: Problem, stops: tuple[str, ...]) -> None:
    assert (problem.stops_site, problem.stops_email) == ("site" in stops, "email" in stops)
    assert problem.is_error == bool(stops)


@pytest.mark.parametrize(
    ("word", "count", "fix"),
    [
        ("area-33x", 50, "did you mean 'area-33'?"),
        ("elmham", 2, "the areas are area-10, area-11"),
        ("elmham", 12, f"the areas are {', '.join(f'area-{number}' for number in range(10, 22))}"),
        ("elmham", 50, "the 50 areas are the files in docs/areas/"),
        ("ann-3", 50, "the 50 areas are the files in docs/areas/, like area-53, area-43, area-39"),
        ("elmham", 0, "docs/areas/ has no file yet: remove the name, or add a file for it"),
    ],
)
def test_few_of_many_files_are_listed(word: str, count: int, fix: str) -> None:
    known = [f"area-{number}" for number in range(10, 10 + count)]
    assert suggest_file(word, known, "areas", "docs/areas") == fix
