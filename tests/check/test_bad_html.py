"""HTML tags in a text that do not fit together on the page."""

from pathlib import Path

import pytest

import newsroom.check.html
from newsroom.check.html import check_html
from tests.support import ROOT, open_newsroom, small_newsroom
from tests.support.pieces import story

PATH = "stories/raw.md"
FIRST_LINE = 8
"""Where a text begins in its file."""


def told(root: Path, body: str) -> list[str]:
    """What is said about the HTML in the text of a story, without the story's name."""
    build = open_newsroom(root, small_newsroom() | {PATH: story(body)})
    page = build.site.page(PATH)
    assert page.document
    return [
        str(problem).removeprefix(PATH).removeprefix(f", line {FIRST_LINE}").removeprefix(": (warning) ")
        for problem in check_html(page.document, build.body_html(page.path))
    ]


@pytest.mark.parametrize(
    ("body", "faults"),
    [
        pytest.param(
            "<div class='box'>\n\nWords.\n\nMore.",
            ["`<div>` is never closed, so that it takes in what follows; write </div> where it ends."],
            id="a block that is not closed",
        ),
        pytest.param(
            "Some <span>words.\n\nMore.",
            ["`<span>` is never closed, so that it takes in what follows; write </span> where it ends."],
            id="words that are not closed",
        ),
        pytest.param(
            "<DIV/>\n\nWords.",
            ["`<div>` is never closed, so that it takes in what follows; write </div> where it ends."],
            id="a block that looks closed and is not",
        ),
        pytest.param(
            "Some <b><i>words</b></i> here.",
            ["`<i>` is closed after the element around it; close first what was opened last: <b><i>words</i></b>."],
            id="tags that overlap",
        ),
        pytest.param(
            "Words.\n\n</div>\n\nMore.",
            [f", line {FIRST_LINE + 2}: (warning) `</div>` closes nothing; delete it, or write <div> where it begins."],
            id="an end without a beginning",
        ),
        pytest.param(
            "Some <div>words</div> here.",
            ["`<div>` is inside a paragraph, where HTML does not allow it; put a blank line before it and after it."],
            id="a block in a paragraph",
        ),
        pytest.param(
            "<table><p>Words</p><tr><td>A</td></tr></table>",
            [
                "its HTML tags do not fit together at `<p>`; close each tag, and inside the element in which it was opened."
            ],
            id="a paragraph in a table, outside its cells",
        ),
        pytest.param(
            "<div id='a'>A</div>\n\n<div id='a'>B</div>",
            [
                "the id 'a' is on this page 2 times, and a link to it leads only to the first; "
                "give each element an id of its own."
            ],
            id="an id twice",
        ),
        pytest.param(
            "<div id='tea'>A</div>\n\n## Tea {#tea}",
            [
                "the id 'tea' is on this page 2 times, and a link to it leads only to the first; "
                "give each element an id of its own."
            ],
            id="a heading's id",
        ),
        pytest.param("A <https://example.org/> and <jo@example.org>.", [], id="addresses in angle brackets"),
        pytest.param("One<br>two<br/>threethree", [], id="tags that need no end"),
        pytest.param("<ul><li>One<li>Two</ul>\n\n<table><tr><td>A<td>B</table>", [], id="ends that may be left out"),
        pytest.param("<p>One\n<p>Two</p>", [], id="a paragraph that the next one ends"),
        pytest.param(
            "<details markdown>\n<summary>More</summary>\n\nSome **bold** words.\n\n- A list\n\n</details>",
            [],
            id="Markdown inside HTML",
        ),
        pytest.param("A & B &nosuch; <b>x</b>", [], id="what every browser reads in the same way"),
        pytest.param("`<div>` and\n\n```\n<div>\n```\n", [], id="code"),
        pytest.param("Words <svg viewBox='0 0 1 1'><path d='M0 0'/></svg>", [], id="a drawing"),
    ],
)
def test_each_fault_is_a_warning(tmp_path: Path, body: str, faults: list[str]) -> None:
    (tmp_path / "a.png").touch()
    assert told(tmp_path, body) == faults


def test_the_line_is_that_of_the_tag(tmp_path: Path) -> None:
    body = "<div>A</div>\n\n<div>\n\nB\n\n<div>C</div>\n\nD"
    assert told(tmp_path, body)[0].startswith(f", line {FIRST_LINE + 2}: (warning) `<div>` is never closed")


def test_a_text_without_html_costs_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(newsroom.check.html, "html5lib")
    assert told(tmp_path, "Some **words** and <https://example.org/>.") == []


def test_the_build_reports_it_and_goes_on(tmp_path: Path) -> None:
    build = open_newsroom(tmp_path, small_newsroom() | {PATH: story("<div>\n\nWords.")})
    (tmp_path / "overrides").symlink_to(ROOT / "overrides")
    for page in build.site.pages:
        build.page_html(page.path)
    assert dict(build.files())
    (problem,) = build.problems
    assert str(problem).startswith(f"{PATH}, line {FIRST_LINE}: (warning) `<div>` is never closed")
