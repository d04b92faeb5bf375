"""Errors and warnings about the accessibility statement and the record of the last test."""

from datetime import date
from pathlib import Path

import pytest

from newsroom.content.accessibility import AccessibilityTest
from newsroom.problems import Problem
from tests.support import open_newsroom, problems_in, small_newsroom
from tests.support.items import CONSENT, OWN_WORDS, page, story
from tests.support.wordings import Reported, brief

PATH = "docs/accessibility.md"
RECORD = "docs/accessibility.json"
DAY = date(2026, 11, 22)
DUE = [f"{RECORD} accessibility-review-due?", f"{PATH}:5 accessibility-review-due?"]


def record(tested: date = DAY) -> str:
    """A record's file."""
    return AccessibilityTest(
        tested=tested,
        tool="axe-core",
        version="4.11.0",
        browser="Chromium 140",
        pages=("", "about/"),
        palettes=("light", "dark"),
        widths=(320, 1280),
    ).model_dump_json(indent=2)


def statement(prepared: object = "2026-11-22", reviewed: object = "2026-11-22") -> str:
    """A statement's file."""
    return page(title="Accessibility", prepared=prepared, reviewed=reviewed)


def problems(root: Path, *, today: date = DAY, **files: str | None) -> list[Problem]:
    """The errors and warnings in a newsroom with a statement, a record and perhaps a Welsh statement."""
    names = {"statement": PATH, "welsh": "docs/accessibility.cy.md", "record": RECORD}
    given = {"statement": statement(), "record": record()} | files
    content = small_newsroom() | {names[name]: text for name, text in given.items() if text is not None}
    return problems_in(root, content, today=today)


def test_site_without_statement_needs_no_record(tmp_path: Path) -> None:
    assert problems(tmp_path, statement=None, record=None, today=date(2040, 1, 1)) == []


def test_current_statement_and_record_are_valid(tmp_path: Path) -> None:
    assert problems(tmp_path, today=date(2027, 10, 22)) == []


@pytest.mark.parametrize("today", [date(2027, 10, 23), date(2027, 11, 22)])
def test_warning_starts_thirty_days_before_review_is_due(tmp_path: Path, today: date, reported: Reported) -> None:
    assert reported(problems(tmp_path, today=today)) == DUE


@pytest.mark.parametrize("today", [date(2027, 11, 23), date(2040, 1, 1)])
def test_overdue_review_is_a_warning(tmp_path: Path, today: date, reported: Reported) -> None:
    assert reported(problems(tmp_path, today=today)) == DUE


def test_story_can_be_withdrawn_with_overdue_review(tmp_path: Path) -> None:
    taken_back = story(**OWN_WORDS, consent=CONSENT | {"withdrawn": "2028-01-01"})
    files = small_newsroom() | {PATH: statement(), RECORD: record(), "stories/taken-back.md": taken_back}
    build = open_newsroom(tmp_path, files, today=date(2028, 1, 2))
    assert len(build.problems) == 2
    assert build.site.page("stories/taken-back.md").is_notice


def test_review_due_after_29_february(tmp_path: Path) -> None:
    files = {"statement": statement("2028-02-29", "2028-02-29"), "record": record(date(2028, 2, 29))}
    assert [p for p in problems(tmp_path, today=date(2029, 3, 1), **files) if "more than a year" in p.what] == []
    assert len([p for p in problems(tmp_path, today=date(2029, 3, 2), **files) if "more than a year" in p.what]) == 2


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        (statement(reviewed="2026-11-23"), ":5 statement-date-future"),
        (statement(reviewed="2026-11-21"), ":5 statement-dates-reversed"),
        (statement(reviewed="2026-11"), ":5 field-date-invalid"),
        (statement(prepared="yesterday"), ":4 field-date-invalid"),
        (statement(reviewed=None), ":1 field-missing"),
    ],
    ids=["future", "reversed", "month", "words", "missing"],
)
def test_impossible_dates_are_reported(tmp_path: Path, file: str, expected: str, reported: Reported) -> None:
    assert reported(problems(tmp_path, statement=file)) == [f"{PATH}{expected}"]


def test_welsh_statement_has_its_own_review(tmp_path: Path) -> None:
    (found,) = problems(tmp_path, welsh=statement("2020-01-01", "2020-01-01"))
    assert brief(found) == "docs/accessibility.cy.md:5 accessibility-review-due?"


def test_other_pages_have_no_review_dates(tmp_path: Path) -> None:
    (problem,) = problems_in(tmp_path, small_newsroom() | {"docs/about.md": statement(prepared=None)})
    assert brief(problem) == "docs/about.md:4 field-unknown"


def test_missing_record_is_a_warning(tmp_path: Path, reported: Reported) -> None:
    assert reported(problems(tmp_path, record=None)) == ["docs/accessibility.json accessibility-record-missing?"]


def test_future_record_is_reported(tmp_path: Path, reported: Reported) -> None:
    assert reported(problems(tmp_path, record=record(date(2026, 11, 23)))) == [
        "docs/accessibility.json accessibility-record-future"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        "[" * 100_000,
        record().replace('"violations": 0', '"violations": 1'),
        record().replace('"light"', '"sepia"'),
        record().replace("2026-11-22", "soon"),
        record().replace("320", "-1"),
        record().replace('"tool"', '"tools"'),
    ],
    ids=["empty", "broken", "a list", "null", "deep", "violations", "a palette", "no date", "no width", "a field"],
)
def test_invalid_record_is_reported(tmp_path: Path, text: str, reported: Reported) -> None:
    assert reported(problems(tmp_path, record=text)) == ["docs/accessibility.json accessibility-record-invalid"]
