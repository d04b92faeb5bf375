"""HTML tags in a text that do not fit together on the page."""

from pathlib import Path

import pytest

import newsroom.check.html
from newsroom.check.html import check_html
from newsroom.problems import Problem
from tests.support import ROOT, open_newsroom, small_newsroom
from tests.support.pieces import story
from tests.support.wordings import Reported, brief

PATH = "stories/raw.md"


def problems(root: Path, body: str) -> list[Problem]:
    """What is wrong with the HTML in the text of a story."""
    build = open_newsroom(root, small_newsroom() | {PATH: story(body)})
    page = build.site.page(PATH)
    assert page.document
    return list(check_html(page.document, build.body_html(page.path)))


@pytest.mark.parametrize(
    ("body", "faults"),
    [
        pytest.param(
            "<div class='box'>\n\nWords.\n\nMore.",
            [":8 html-tag-unclosed?"],
            id="a block that is not closed",
        ),
        pytest.param(
            "Some <span>words.\n\nMore.",
            [":8 html-tag-unclosed?"],
            id="words that are not closed",
        ),
        pytest.param(
            "<DIV/>\n\nWords.",
            [":8 html-tag-unclosed?"],
            id="a block that looks closed and is not",
        ),
        pytest.param(
            "Some <b><i>words</b></i> here.",
            [":8 html-misnested?"],
            id="tags that overlap",
        ),
        pytest.param(
            "Words.\n\n</div>\n\nMore.",
            [":10 html-tag-unopened?"],
            id="an end without a beginning",
        ),
        pytest.param(
            "Some <div>words</div> here.",
            [":8 html-block-in-paragraph?"],
            id="a block in a paragraph",
        ),
        pytest.param(
            "<table><p>Words</p><tr><td>A</td></tr></table>",
            [" html-misnested?"],
            id="a paragraph in a table, outside its cells",
        ),
        pytest.param(
            "<div id='a'>A</div>\n\n<div id='a'>B</div>",
            [" html-id-repeated?"],
            id="an id twice",
        ),
        pytest.param(
            "<div id='tea'>A</div>\n\n## Tea {#tea}",
            [" html-id-repeated?"],
            id="a heading's id",
        ),
        pytest.param("<div>" * 101 + "</div>" * 101, [" html-too-deep?"], id="too deep"),
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
def test_each_fault_is_a_warning(tmp_path: Path, body: str, faults: list[str], reported: Reported) -> None:
    (tmp_path / "a.png").touch()
    assert reported(problems(tmp_path, body)) == [f"{PATH}{fault}" for fault in faults]


def test_the_line_is_that_of_the_tag(tmp_path: Path) -> None:
    body = "<div>A</div>\n\n<div>\n\nB\n\n<div>C</div>\n\nD"
    assert brief(problems(tmp_path, body)[0]) == f"{PATH}:10 html-tag-unclosed?"


def test_a_text_without_html_costs_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(newsroom.check.html, "html5lib")
    assert problems(tmp_path, "Some **words** and <https://example.org/>.") == []


def test_the_build_reports_it_and_goes_on(tmp_path: Path) -> None:
    build = open_newsroom(tmp_path, small_newsroom() | {PATH: story("<div>\n\nWords.")})
    (tmp_path / "overrides").symlink_to(ROOT / "overrides")
    for page in build.site.pages:
        build.page_html(page.path)
    assert dict(build.files())
    (problem,) = build.problems
    assert brief(problem) == f"{PATH}:8 html-tag-unclosed?"
