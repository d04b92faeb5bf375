"""HTML tags in a text that do not match."""

from pathlib import Path

import pytest

import newsroom.markup.raw_html
from newsroom.check.text.html import check_html
from newsroom.content.document import Source
from newsroom.content.types.story import STORY
from newsroom.markup import render_markdown
from newsroom.problems import Problem
from newsroom.translations import Translations
from tests.support import problems_in, small_newsroom
from tests.support.items import newsletter, story
from tests.support.wordings import Reported, brief

PATH = "stories/raw.md"
WORDS = Translations("en")


def problems(body: str) -> list[Problem]:
    """The warnings about the HTML in the text of a story."""
    return list(check_html(Source(STORY, PATH, "raw/", "en", {}, {}, body, render_markdown(body, WORDS, 8))))


@pytest.mark.parametrize(
    ("body", "faults"),
    [
        pytest.param(
            "<div class='box'>\n\nWords.\n\nMore.",
            [":8 html-tag-unclosed?"],
            id="a block that is not closed",
        ),
        pytest.param(
            "<iframe src='https://www.youtube.com/embed/abc' title='Our film'>\n\nWords.\n\n## Events",
            [":8 html-hides-rest"],
            id="a frame that is not closed",
        ),
        pytest.param(
            "A <select>choice.\n\nMore.",
            [":8 html-hides-rest"],
            id="a field that is not closed",
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
            [":8 html-misnested?"],
            id="a paragraph in a table, outside its cells",
        ),
        pytest.param(
            "<div id='a'>A</div>\n\n<div id='a'>B</div>",
            [":10 html-id-repeated?"],
            id="an id twice",
        ),
        pytest.param(
            "<div id='tea'>A</div>\n\n## Tea {#tea}",
            [":10 html-id-repeated?"],
            id="a heading's id",
        ),
        pytest.param("## Tea {#tea}\n\n## Cake {#tea}", [":10 html-id-repeated?"], id="an id without any HTML"),
        pytest.param("<a name='a'></a>\n\n<p id='a'>A</p>", [":10 html-id-repeated?"], id="an id as in old HTML"),
        pytest.param("Words\n\n<b><p>words</b></p>", [":10 html-block-in-paragraph?"], id="a paragraph in bold words"),
        pytest.param(
            "A <isindex> <font> <nobr> <keygen> <basefont> <frame> <frameset> b.\n\nC", [], id="tags left out"
        ),
        pytest.param("A </isindex> b.", [":8 html-tag-unopened?"], id="the end of a tag that is left out"),
        pytest.param("A <plaintext> b.", [":8 html-hides-rest"], id="a tag that nothing ends"),
        pytest.param("A <xmp>word</xmp> <nobr>or two</nobr>", [], id="elements that are left out"),
        pytest.param("<div>" * 101 + "</div>" * 101, [" html-too-deep"], id="too deep"),
        pytest.param("A <https://example.org/> and <hello@example.org>.", [], id="addresses in angle brackets"),
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
def test_html_faults_are_reported(body: str, faults: list[str], reported: Reported) -> None:
    assert reported(problems(body)) == [f"{PATH}{fault}" for fault in faults]


def test_fault_has_line_of_tag(reported: Reported) -> None:
    body = "<div>A</div>\n\n<div>\n\nB\n\n<div>C</div>\n\nD <b\nid=x>e\n\n```\n<div>\n```\n\n</section>"
    assert reported(problems(body)) == [
        f"{PATH}:16 html-tag-unclosed?",
        f"{PATH}:10 html-tag-unclosed?",
        f"{PATH}:23 html-tag-unopened?",
    ]


def test_text_without_html_is_not_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(newsroom.markup.raw_html, "_Parser")
    assert problems("Some **words** and <https://example.org/>.") == []


@pytest.mark.parametrize("body", ["<b>" * 200, "<a " + " ".join(f"b{n}" for n in range(200)) + ">x</a>"])
def test_unintended_html_is_shown_as_text(body: str) -> None:
    assert [problem.code for problem in problems(body)] == ["html-too-deep"]
    assert "&lt;" in render_markdown(body, WORDS).marked


def test_check_reports_html_faults(tmp_path: Path) -> None:
    (problem,) = problems_in(tmp_path, small_newsroom() | {PATH: story("<div>\n\nWords.")})
    assert brief(problem) == f"{PATH}:8 html-tag-unclosed?"


@pytest.mark.parametrize("text", ["<div>\n\n## In a box\n\nWords\n\n</div>", "- ## In a box\n\n  Words"])
def test_heading_in_box_does_not_begin_section(tmp_path: Path, text: str, reported: Reported) -> None:
    edition = newsletter(f"## Hello\n\nWords.\n\n{text}")
    found = reported(problems_in(tmp_path, small_newsroom() | {"newsletters/2024-03.md": edition}))
    assert [text.partition(" ")[2] for text in found] == ["section-boxed"]
