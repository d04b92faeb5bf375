"""A preview shows content with any error as far as possible, and never fails."""

from pathlib import Path

import pytest

from newsroom.build import Build
from tests.check import test_bad_addresses, test_bad_fields, test_bad_files, test_bad_front_matter, test_bad_links
from tests.support import SETTINGS, open_newsroom
from tests.support.changes import Changes, changed
from tests.support.rendering import SHARED_VALUES, written
from tests.support.wordings import brief
from tests.support.workers import share_cache

_TABLES = (test_bad_addresses, test_bad_fields, test_bad_files, test_bad_front_matter, test_bad_links)
_CASES = [case for table in _TABLES for case in table.test_errors_and_warnings_are_reported.pytestmark[0].args[1]]
_FIRST_CASES = {frozenset(text.split()[-1] for text in case.values[1]): case.values[0] for case in reversed(_CASES)}
"""A case for each set of codes: to write a preview takes ten times as long as to open it."""


def preview(root: Path, changes: Changes) -> Build:
    """Open a preview of the small newsroom with changes."""
    share_cache(root)
    settings = {**SETTINGS, "mail_tools": ["generic"]}
    return open_newsroom(root, changed(changes), preview=True, settings=settings, values=SHARED_VALUES)


@pytest.mark.parametrize(("changes", "expected_texts"), _CASES)
def test_preview_shows_every_error_on_every_page(tmp_path: Path, changes: Changes, expected_texts: list[str]) -> None:
    build = preview(tmp_path, changes)
    assert [brief(problem) for problem in build.problems] == expected_texts
    for page in build.site.pages:
        note = build.views.frame(build.views.context(page)).preview
        assert note is not None
        assert [line.text for line in note.problems] == [str(problem) for problem in build.problems]


@pytest.mark.parametrize("changes", _FIRST_CASES.values(), ids=map(", ".join, map(sorted, _FIRST_CASES)))
def test_preview_is_written_despite_errors(tmp_path: Path, changes: Changes) -> None:
    assert "feed.xml" in dict(written(preview(tmp_path, changes)))
