"""What a page cannot have because readers' browsers would ask another site: editors are told, with the line."""

from pathlib import Path

import pytest

from tests.support import problems_in
from tests.support.changes import N, S, changed

LINE = "stories/the-garden.md, line 10: (warning) "
TOLD = "is hosted on another site, which would learn about every visitor: the page has a link to it instead"
OUT = "could make readers' browsers ask another site, and is left out"
SAY = "delete it, or say the same in words, a link or a picture."


@pytest.mark.parametrize(
    ("written", "told"),
    [
        (
            "![An elm](https://o.example/a.png)",
            [f"the picture 'https://o.example/a.png' {TOLD}; save the picture beside this file and write its name."],
        ),
        (
            '<img src="https://o.example/a.png" alt="An elm">',
            [f"the picture 'https://o.example/a.png' {TOLD}; save the picture beside this file and write its name."],
        ),
        (
            '<iframe src="https://www.youtube.com/embed/a" title="Elms > oaks"></iframe>',
            [
                f"what the <iframe> shows ('https://www.youtube.com/embed/a') {TOLD}; write a link with words of your own."
            ],
        ),
        (
            '<video src="https://o.example/a.mp4"></video>',
            [f"the video 'https://o.example/a.mp4' {TOLD}; write a link with words of your own."],
        ),
        (
            "<iframe srcdoc='<p>Words</p>'></iframe>",
            [f"the <iframe> cannot be on a page: the page has a link in its place at most; {SAY}"],
        ),
        ('<script src="https://o.example/a.js"></script>', [f"`<script>` {OUT} of the page; {SAY}"]),
        ("<style>@import 'https://o.example/a.css';</style>", [f"`<style>` {OUT} of the page; {SAY}"]),
        (
            '<p onclick="go()" style="background: url(//o.example/a)">Words</p>',
            [
                f"`onclick` in the <p> {OUT}; delete it, or name a file beside this one.",
                f"`style` in the <p> {OUT}; delete it, or name a file beside this one.",
            ],
        ),
        (
            '<form action="https://o.example/"></form>',
            [
                "the <form> would send what readers write to 'https://o.example/', and that address is left out; "
                "write a link to a page there."
            ],
        ),
    ],
)
def test_it_is_told_in_these_words(tmp_path: Path, written: str, told: list[str]) -> None:
    problems = problems_in(tmp_path, changed({S: ("A garden grew.", written)}))
    assert [str(problem) for problem in problems] == [LINE + words for words in told]


@pytest.mark.parametrize(
    "written",
    [
        "`<script src='https://o.example/a.js'>` and <https://o.example/> and <a@o.example>",
        "```\n<img src='https://o.example/a.png'>\n```",
        "<!-- <img src='https://o.example/a.png'> -->",
        '<a href="https://o.example/">Words</a> and [An elm](https://o.example/a.png)',
        '<span style="color: red" title="https://o.example/">1 < 2</span>',
    ],
)
def test_what_asks_no_other_site_is_no_problem(tmp_path: Path, written: str) -> None:
    assert problems_in(tmp_path, changed({S: ("A garden grew.", written)})) == []


def test_an_edition_says_it_once_for_page_and_email(tmp_path: Path) -> None:
    problems = problems_in(tmp_path, changed({N: ("A list of events.", "![An elm](https://o.example/a.png)")}))
    assert [str(problem) for problem in problems] == [
        "newsletters/2024-03.md, line 18: (warning) the picture 'https://o.example/a.png' is hosted on another site, "
        "which would learn about every visitor: the page and its email have a link to it instead; save the picture "
        "beside this file and write its name."
    ]
