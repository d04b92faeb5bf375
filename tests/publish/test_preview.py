"""A preview shows content with any error as far as possible, and never fails."""

from pathlib import Path

import pytest

from tests.check import test_bad_files
from tests.check.front_matter import test_bad_fields, test_bad_front_matter
from tests.check.links import test_bad_addresses, test_bad_links
from tests.support import SETTINGS, SHARED_VALUES, open_newsroom
from tests.support.changes import Changes, changed
from tests.support.rendering import written
from tests.support.wordings import brief
from tests.support.workers import share_cache

_TABLES = (test_bad_addresses, test_bad_fields, test_bad_files, test_bad_front_matter, test_bad_links)
_CASES = [
    case.values for table in _TABLES for case in table.test_errors_and_warnings_are_reported.pytestmark[0].args[1]
]
_FIRST_CASES = {
    ", ".join(sorted({text.split()[-1] for text in texts})): (change, texts) for change, texts in _CASES[::-1]
}
"""A case for each set of codes."""


@pytest.mark.parametrize(("changes", "expected_texts"), _FIRST_CASES.values(), ids=_FIRST_CASES)
def test_preview_is_written_and_shows_every_error_on_every_page(
    tmp_path: Path, changes: Changes, expected_texts: list[str]
) -> None:
    share_cache(tmp_path)
    settings = {**SETTINGS, "mail_tools": ["generic"]}
    build = open_newsroom(tmp_path, changed(changes), preview=True, settings=settings, values=SHARED_VALUES)
    assert [brief(problem) for problem in build.problems] == expected_texts
    for page in build.site.pages:
        note = build.views.frame(build.views.context(page)).preview
        assert note is not None
        assert [line.text for line in note.problems] == [str(problem) for problem in build.problems]
    assert "feed.xml" in dict(written(build))
