"""A preview shows content with any error as far as possible, and never fails."""

from pathlib import Path

import pytest

from tests.check import test_bad_addresses, test_bad_fields, test_bad_files, test_bad_front_matter, test_bad_links
from tests.support import SETTINGS, open_newsroom
from tests.support.changes import Changes, changed
from tests.support.rendering import written
from tests.support.wordings import brief
from tests.support.workers import share_cache

_TABLES = (test_bad_addresses, test_bad_fields, test_bad_files, test_bad_front_matter, test_bad_links)
_CASES = [case for table in _TABLES for case in table.test_errors_and_warnings_are_reported.pytestmark[0].args[1]]
_WRITTEN: set[frozenset[str]] = set()
"""The codes of the errors for which files have been written: writing them takes ten times as long as reading."""


@pytest.mark.parametrize(("changes", "expected_texts"), _CASES)
def test_every_error_leaves_a_preview(tmp_path: Path, changes: Changes, expected_texts: list[str]) -> None:
    share_cache(tmp_path)
    build = open_newsroom(tmp_path, changed(changes), preview=True, settings={**SETTINGS, "mail_tools": ["generic"]})
    assert {brief(problem) for problem in build.problems} <= set(expected_texts)
    codes = frozenset(problem.code for problem in build.problems)
    if codes not in _WRITTEN:
        _WRITTEN.add(codes)
        assert "feed.xml" in dict(written(build))
    for page in build.site.pages:
        note = build.views.frame(build.views.context(page)).preview
        assert note is not None
        assert [line.text for line in note.problems] == [str(problem) for problem in build.problems]
