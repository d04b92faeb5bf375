"""A preview shows what it can of content with any mistake in it, and stops at none."""

from pathlib import Path

import pytest

from tests.check import test_bad_addresses, test_bad_fields, test_bad_files, test_bad_front_matter, test_bad_links
from tests.support import open_newsroom
from tests.support.changes import Changes, changed
from tests.support.rendering import published

_TABLES = (test_bad_addresses, test_bad_fields, test_bad_files, test_bad_front_matter, test_bad_links)
_CASES = [case for table in _TABLES for case in table.test_it_is_told_in_these_words.pytestmark[0].args[1]]


@pytest.mark.parametrize(("changes", "told"), _CASES)
def test_every_mistake_that_stops_a_build_leaves_a_preview(tmp_path: Path, changes: Changes, told: list[str]) -> None:
    build = open_newsroom(tmp_path / "opened", changed(changes), preview=True)
    assert {str(problem) for problem in build.problems} <= set(told)
    assert "feed.xml" in published(tmp_path / "published", changed(changes), preview=True)
    for page in build.site.pages:
        note = build.views.frame(build.views.context(page)).preview
        assert note is not None
        assert note.problems == tuple(map(str, build.problems))
