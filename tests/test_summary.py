"""The summary of a build names what is not published yet."""

from pathlib import Path

import pytest

from newsroom.content.types.area import AREA
from newsroom.content.types.page import PAGE, STATEMENT
from newsroom.content.types.story import STORY
from newsroom.open_build import open_build
from newsroom.problems import Problem
from newsroom.publish.build_options import BuildOptions
from newsroom.summary import build_summary
from tests.support import SETTINGS, TODAY, small_newsroom, write_files
from tests.support.items import story

ERROR = Problem("link-missing", "a.md", 1, "is wrong", "fix it")
EMAIL_ERROR = Problem("email-too-large", "a.md", 4, "is large", "shorten it")
WARNING = Problem("field-length", "a.md", 3, "is long", "shorten it")

NOT_YET = "not published yet, only in previews"
DRAFTS = [f"  {number}.md: a draft" for number in range(10)]


@pytest.mark.parametrize(
    ("waiting", "problems", "lines"),
    [
        (0, [], ["No warnings."]),
        (1, [WARNING], [f"1 file {NOT_YET}:", "  0.md: a draft", "1 warning.", f"  {WARNING}"]),
        (10, [], [f"10 files {NOT_YET}:", *DRAFTS, "No warnings."]),
        (11, [], [f"11 files {NOT_YET}:", *DRAFTS, "  and 1 more", "No warnings."]),
        (0, [EMAIL_ERROR], ["1 error to fix before the email can be sent.", "No warnings.", f"  {EMAIL_ERROR}"]),
        (0, [ERROR, ERROR, EMAIL_ERROR, WARNING, WARNING], [
            *("2 errors to fix before publishing.", "1 error to fix before the email can be sent.", "2 warnings."),
            *(f"  {problem}" for problem in (ERROR, ERROR, EMAIL_ERROR, WARNING, WARNING)),
        ]),
    ],
)  # fmt: skip
def test_summary_counts_what_was_made_and_what_is_to_fix(
    waiting: int, problems: list[Problem], lines: list[str]
) -> None:
    types = (STATEMENT, STORY, PAGE, AREA, STORY)
    files = {f"{number}.md": None for number in range(waiting)}
    places = [("home page", "index.html"), ("the newest email", "email/")]
    found = build_summary(types, 9, files, problems, places, "http://elm.example/")
    made = "Made 2 stories, 1 area, 2 other pages: 9 pages."
    look = ["  home page       http://elm.example/index.html", "  the newest email http://elm.example/email/"]
    assert found.split("\n") == [made, *lines, "Where to look:", *look]


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
