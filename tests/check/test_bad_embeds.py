"""What a page cannot have because readers' browsers would ask another site: editors are told, with the line."""

from pathlib import Path

import pytest

from tests.support import problems_in
from tests.support.changes import N, S, changed
from tests.support.wordings import Reported


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("![An elm](https://o.example/a.png)", ["picture-elsewhere"]),
        ('<img src="https://o.example/a.png" alt="An elm">', ["picture-elsewhere"]),
        ("![Jo](https://o.example/a.mp3)", ["recording-elsewhere"]),
        ('<iframe src="https://www.youtube.com/embed/a" title="Elms > oaks"></iframe>', ["embed-linked"]),
        ('<video src="https://o.example/a.mp4"></video>', ["embed-linked"]),
        ("<iframe srcdoc='<p>Words</p>'></iframe>", ["embed-linked"]),
        ('<script src="https://o.example/a.js"></script>', ["html-left-out"]),
        ("<style>@import 'https://o.example/a.css';</style>", ["html-left-out"]),
        ("<video controls autoplay></video>", ["autoplay-left-out"]),
        (
            '<p onclick="go()" style="background: url(//o.example/a)">Words</p>',
            ["html-attribute-left-out", "html-attribute-left-out"],
        ),
        ('<form action="https://o.example/"></form>', ["html-attribute-left-out"]),
    ],
)
def test_what_asks_another_site_is_a_warning(tmp_path: Path, written: str, told: list[str], reported: Reported) -> None:
    problems = problems_in(tmp_path, changed({S: ("A garden grew.", written)}))
    assert reported(problems) == [f"{S}:10 {code}?" for code in told]


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


def test_an_edition_says_it_once_for_page_and_email(tmp_path: Path, reported: Reported) -> None:
    problems = problems_in(tmp_path, changed({N: ("A list of events.", "![An elm](https://o.example/a.png)")}))
    assert reported(problems) == ["newsletters/2024-03.md:18 picture-elsewhere?"]
