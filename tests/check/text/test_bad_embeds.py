"""Content from other sites, which pages cannot have, is reported with its line."""

from pathlib import Path

import pytest

from tests.support import problems_in
from tests.support.changes import N, S, changed
from tests.support.wordings import Reported


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("![An elm](https://o.example/a.png)", ["picture-elsewhere"]),
        ('<img src="https://o.example/a.png" alt="An elm">', ["picture-elsewhere"]),
        ("![Jo](https://o.example/a.mp3)", ["recording-elsewhere"]),
        ('<iframe src="https://www.youtube.com/embed/a"></iframe>', ["embed-linked"]),
        ('<iframe src="https://o.example/embed/a" title="Elms"></iframe>', ["embed-linked"]),
        ('<video src="https://o.example/a.mp4"></video>', ["embed-linked"]),
        ("<iframe srcdoc='<p>Words</p>'></iframe>", ["html-left-out"]),
        ('<iframe src="javascript:alert(1)"></iframe>', ["html-left-out"]),
        ('<audio controls><source src="https://o.example/a.mp3"><track src="a.vtt"></audio>', ["embed-linked"]),
        ('<audio><source src="//o.example/a.mp3"><source src="a.mp3"></audio>', ["html-attribute-left-out"]),
        ("<xmp>x</xmp>", ["html-left-out"]),
        ("<nobr>x</nobr>", ["html-left-out"]),
        ('<iframe src="https://elm.example/feed.xml"></iframe>', ["embed-linked"]),
        ('<script src="//o.example/a.js"></script>', ["html-left-out"]),
        *((f"<{name}>x</{name}>", ["html-left-out"]) for name in ("script", "style", "svg", "dialog", "template")),
        *((f"<{name}>x</{name}>", ["html-left-out"]) for name in ("form", "button", "body", "my-card")),
        ("<body hidden>", ["html-left-out"]),
        ('<img src="https://elm.example/feed.xml" alt="A" align="left">', ["html-attribute-left-out"]),
        ("<p align=middle>Words</p>", ["html-attribute-left-out"]),
        ('<blockquote cite="https://elm.example/stories/gone/">Words</blockquote>', ["html-attribute-left-out"]),
        ("<svg><g><path d='M0 0'/><a href='x'>y</a></g></svg>", ["html-left-out"]),
        ("<input name=x>", ["html-left-out"]),
        *(
            (html, ["html-hidden"])
            for html in ("<b hidden>x</b>", "<b popover=auto>x <i>y</i></b>", "<b style='x:y;display: none'>x</b>")
        ),
        ("[Us](../docs/about.md){ name=currentScript .nw-x }", ["html-attribute-left-out"] * 2),
        ('<p class="lead md-x">Words</p>', ["html-attribute-left-out"]),
        ('<p id="NW-search">Words</p> <p id="search">Words</p>', ["html-attribute-left-out"]),
        ('<img src="https://elm.example/feed.xml" srcset="//o.example/b.png 2x" alt="A">', ["html-attribute-left-out"]),
        ("<video controls autoplay></video>", ["autoplay-left-out"]),
        (
            '<p onclick="go()" style="background: url(//o.example/a)">Words</p>',
            ["html-attribute-left-out", "html-attribute-left-out"],
        ),
    ],
)
def test_content_from_other_site_is_a_warning(
    tmp_path: Path, written: str, expected: list[str], reported: Reported
) -> None:
    problems = problems_in(tmp_path, changed({S: ("A garden grew.", f"{written}\n\n")}))
    assert [text for text in reported(problems) if text.endswith("?")] == [f"{S}:10 {code}?" for code in expected]


@pytest.mark.parametrize(
    "written",
    [
        '<a name="elms"></a>Elms. See [elms](#elms).',
        '<iframe src="https://www.youtube.com/embed/a" title="Elms > oaks"></iframe>',
        '<center>x</center> <p align="right">y</p>',
        "`<script src='https://o.example/a.js'>` and <https://o.example/> and <a@o.example>",
        "```\n<img src='https://o.example/a.png'>\n```",
        "<!-- <img src='https://o.example/a.png'> -->",
        '<a href="https://o.example/">Words</a> and [An elm](https://o.example/a.png)',
        '<span style="text-align: right" title="https://o.example/" class="lead">1 < 2</span>',
    ],
)
def test_own_content_is_not_reported(tmp_path: Path, written: str) -> None:
    assert problems_in(tmp_path, changed({S: ("A garden grew.", f"{written}\n\n")})) == []


@pytest.mark.parametrize(
    ("written", "codes"),
    [
        ("![An elm](https://o.example/a.png)", ["picture-elsewhere"]),
        ('<iframe src="https://o.example/map"></iframe>', ["embed-linked", "email-recording-title-missing"]),
        ('<iframe src="https://www.youtube.com/embed/a" title="Elms"></iframe>', []),
    ],
)
def test_edition_reports_embed_once(tmp_path: Path, written: str, codes: list[str], reported: Reported) -> None:
    problems = problems_in(tmp_path, changed({N: ("A list of events.", written)}))
    assert sorted(reported(problems)) == sorted(f"newsletters/2024-03.md:18 {code}?" for code in codes)
