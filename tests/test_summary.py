"""The summary of a build names what is not published yet."""

from pathlib import Path

from newsroom.open_build import open_build
from newsroom.publish.build_options import BuildOptions
from tests.support import SETTINGS, TODAY, small_newsroom, write_files
from tests.support.items import story


def test_files_that_wait_are_named_but_in_a_preview(tmp_path: Path) -> None:
    drafts = {f"stories/draft-{number:02}.md": story(draft=True) for number in range(10)}
    later = {"stories/a.md": story(date="2026-12-01"), "stories/b.md": story(date="2027-01")}
    write_files(tmp_path, {**small_newsroom(), **drafts, **later})
    lines = open_build(tmp_path, SETTINGS, BuildOptions(today=TODAY)).summary("").split("\n")
    start = lines.index("12 files not published yet, only in previews:")
    assert lines[start + 1 : start + 4] == [
        "  stories/a.md: from 1 December 2026",
        "  stories/b.md: from 1 January 2027",
        "  stories/draft-00.md: a draft",
    ]
    assert lines[start + 11] == "  and 2 more"
    preview = open_build(tmp_path, SETTINGS, BuildOptions(today=TODAY, preview=True)).summary("")
    assert "not published yet" not in preview
