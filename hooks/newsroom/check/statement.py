"""Checks that the accessibility statement, and the test that it quotes, are less than a year old.

An overdue date is only a warning: otherwise a site could suddenly not even withdraw a story.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from newsroom.content.accessibility import MAKE_RECORD, RECORD
from newsroom.content.dates import year_after
from newsroom.content.document import AnyDocument, Source
from newsroom.content.loaded import LoadedContent
from newsroom.content.types.page import STATEMENT
from newsroom.problems import Problem

_NOTICE = timedelta(days=30)


def check_statement(document: AnyDocument, source: Source, today: date) -> Iterator[Problem]:
    """Errors and warnings about the dates of an accessibility statement; none for other pages."""
    statement = STATEMENT.narrow(document)
    if statement is None:
        return
    front = statement.front
    reviewed = front.reviewed.first_day
    if reviewed > today:
        what = f"`reviewed` is {reviewed}, which is in the future"
        fix = "set it to the day on which the statement was last read and corrected"
        yield source.field_problem("statement-date-future", "reviewed", what, fix)
    elif reviewed < front.prepared.first_day:
        what = f"`reviewed` is {reviewed}, before the day on which the statement was prepared"
        fix = "correct `prepared` or `reviewed`"
        yield source.field_problem("statement-dates-reversed", "reviewed", what, fix)
    else:
        fix = f"read the page again, test the site with `make record`, then set `reviewed` to {today}"
        what, line = "the statement was last reviewed", source.line("reviewed")
        yield from _check_age(source.path, line, what, reviewed, today, fix)


def check_record(content: LoadedContent, today: date) -> Iterator[Problem]:
    """Warnings about the record of the last test, for a site with a statement."""
    record = content.accessibility_test
    if RECORD not in content.files.refused:
        what = "there is no record of an accessibility test, so the statement says that the site is untested"
        yield Problem("accessibility-record-missing", RECORD, None, what, MAKE_RECORD)
    elif record and record.tested > today:
        what = f"`tested` is {record.tested}, which is in the future"
        yield Problem("accessibility-record-future", RECORD, None, what, MAKE_RECORD)
    elif record:
        yield from _check_age(RECORD, None, "accessibility was last tested", record.tested, today, MAKE_RECORD)


def _check_age(path: str, line: int | None, what: str, day: date, today: date, fix: str) -> Iterator[Problem]:
    due = year_after(day)
    if today > due:
        outdated = f"{what} on {day}, more than a year ago: what the site says about its accessibility is out of date"
        yield Problem("accessibility-review-due", path, line, outdated, f"please do this now: {fix}")
    elif today >= due - _NOTICE:
        soon = f"{what} on {day}, and must be again by {due}"
        yield Problem("accessibility-review-due", path, line, soon, fix)
