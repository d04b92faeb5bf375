"""The Markdown for GOV.UK Notify has the content of the page, and escapes prose that looks like markup."""

from pathlib import Path

import pytest
from lxml import html as lxml_html

from newsroom.publish.email.notify import notify_markdown
from tests.support.emails import outcome_of
from tests.support.items import newsletter
from tests.support.wordings import brief

J = "\u2060"


_TABLE = (
    "<table><caption>C</caption><tr><th>A</th><th>B</th></tr>"
    "<tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>"
)


def markdown(html: str) -> str:
    """Convert some HTML to Notify's Markdown."""
    return notify_markdown(lxml_html.fragment_fromstring(html, create_parent="div"))


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>One\n  two</p><p>Three</p>", "One two\n\nThree"),
        ("One <b>two</b><p>Three</p>four", "One two\n\nThree\n\nfour"),
        ("<p>One<br>two</p>", "One\ntwo"),
        ("<h2>One</h2><p>Two</p><h5>Three <em>four</em></h5>", "## One\n\nTwo\n\n## Three four"),
        ("<ul><li>One</li><li>Two</li></ul>", "* One\n* Two"),
        ("<ol><li>One</li><li>Two</li></ol>", "1. One\n2. Two"),
        (
            "<ul><li>One<ul><li>Two<ol><li>Three</li></ol></li></ul></li><li>Four</li></ul>",
            "* One\n  * Two\n    1. Three\n* Four",
        ),
        ("<ul><li><p>One</p><p>Two</p></li></ul>", "* One, Two"),
        ("<ul><li><p>One.</p><p>Two</p></li></ul>", "* One. Two"),
        ("<ul><li>One<br>Two<br>three</li></ul>", "* One, Two three"),
        (
            "<ol><li>One:<blockquote><p>Two.</p><ul><li>Three</li></ul></blockquote></li></ol>",
            "1. One: Two.\n  * Three",
        ),
        (
            "<ul><li>One<ul><li>Two</li></ul><div><b><ol><li>Three</li></ol></b></div></li></ul>",
            "* One\n  * Two\n  * 1: Three",
        ),
        ("<ul><li>One:<ol><li>Two</li><li>Three</li></ol><p>Four</p></li></ul>", "* One: 1. Two, 2. Three, Four"),
        ("<b><p>One</p><p>Two</p></b>", "One\n\nTwo"),
        ("<blockquote><p>One\ntwo</p><p>Three</p></blockquote>", "^ One two\n\n^ Three"),
        ('<table role="presentation"><tr><td class="note"><p>One</p></td></tr></table>', "^ One"),
        ('<table role="presentation"><tr><td><p>One</p></td><td>Two</td></tr></table>', "One\n\nTwo"),
        ("<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table>", "* A: 1, B: 2"),
        ("<table><caption>A</caption><tr><th>1</th><td>2</td></tr></table>", "A\n\n* 1, 2"),
        ("<table><tr><td>1</td><td></td><td>2</td></tr></table>", "* 1, 2"),
        (
            '<table><tr><th>A</th><th colspan="2">B</th></tr>'
            '<tr><td rowspan="2">1</td><td>2</td><td>3</td></tr><tr><td>4</td><td>5</td></tr></table>',
            "* A: 1, B: 2, B: 3\n* A: 1, B: 4, B: 5",
        ),
        ("<ul><li>One</li></ul><ol><li>Two</li></ol>", f"* One\n\n{J}\n\n1. Two"),
        ("<table><tr><td>1</td><td><ul><li>2</li><li>3</li></ul></td></tr></table>", "* 1, 2, 3"),
        ("<table><tr><td><p>a</p><p>b</p></td><td>C, <br>D</td></tr></table>", "* a, b, C, D"),
        (f"<ul><li>One {_TABLE}</li></ul>", "* One\n  * C\n  * A: 1, B: 2\n  * A: 3, B: 4"),
        (f"<ul><li>One {_TABLE} two</li></ul>", "* One, C, A: 1, B: 2, A: 3, B: 4, two"),
        ("<ul><li>One<pre>A b\n  C</pre></li></ul>", "* One, A b, C"),
        ("<blockquote><p>One<br>- two</p></blockquote>", f"^ One\n{J}- two"),
        ("<pre>a  b\n  c\n    * d</pre>", f"a  b\n{J}  c\n{J}    * d"),
        ("<pre>a\n\n</pre><p>b</p>", "a\n\nb"),
        ("<hr>", "---"),
        ('<p><img alt="An elm"> here</p>', "[An elm] here"),
        ('<p><img alt=""> here</p>', "here"),
        ("<dl><dt>Elm</dt><dd>A tree</dd></dl>", "Elm\n\nA tree"),
        ("<p><del>£10</del> £5</p><ul><li><s>Two</s></li></ul>", "~~£10~~ £5\n\n* ~~Two~~"),
        ("<p>One <!-- no --> two</p>", "One two"),
        ("<p></p><p> </p>", ""),
    ],
)
def test_page_layout_becomes_notify_markdown(html: str, expected: str) -> None:
    assert markdown(html) == expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<a href="https://e.example/">One <b>two</b></a>', "[One two](https://e.example/)"),
        ('<a href="https://e.example/">https://e.example/</a>', "https://e.example/"),
        ('<a href="mailto:a@e.example">a@e.example</a>', "a@e.example"),
        ('<a href="mailto:a@e.example">mailto:a@e.example</a>', "a@e.example"),
        ('<a href="mailto:a@e.example"></a>', "a@e.example"),
        ('<a href="mailto:a@e.example">Ash</a>', "[Ash](mailto:a@e.example)"),
        ('<a href="https://e.example/"></a>', "https://e.example/"),
        ('(<a href="https://e.example/">https://e.example/</a>).', "(https://e.example/)."),
        (
            '<del><a href="https://e.example/">https://e.example/</a></del>',
            "~~[https://e.example/](https://e.example/)~~",
        ),
        (
            '<a href="https://e.example/">https://e.example/</a>—a',
            "[https://e.example/](https://e.example/)—a",
        ),
        (
            '<a href="https://e.example/a_(b)">https://e.example/a_(b)</a>',
            "[https://e.example/a_(b)](https://e.example/a_%28b%29)",
        ),
        ('<a href="https://e.example/a_(b)">c</a>', "[c](https://e.example/a_%28b%29)"),
        ('<a href="https://e.example/"><img alt="An elm"></a>', "[An elm](https://e.example/)"),
        (
            '<ul><li><a href="https://e.example/"><ul><li>c</li><li>d</li></ul></a></li></ul>',
            "* [c d](https://e.example/)",
        ),
        ("<a>Words</a>", "Words"),
        ('<ul><li><a href="https://e.example/">c</a></li></ul>', "* [c](https://e.example/)"),
        ('<h3><a href="https://e.example/">c</a></h3>', "## [c](https://e.example/)"),
        ('<table><tr><td><a href="https://e.example/">c</a></td></tr></table>', "* [c](https://e.example/)"),
    ],
)
def test_links_become_notify_links(html: str, expected: str) -> None:
    assert markdown(html) == expected


@pytest.mark.parametrize(
    "line",
    ["# a", "## a", "* a", "^ a", "- a", "+ a", "> a", "1. a", "12) a", "---", "*** a", "#a", "1.5 km", "9.30am", "•a"],
)
def test_prose_that_looks_like_markup_is_escaped(line: str) -> None:
    assert markdown(f"<p>{line.replace('>', '&gt;')}</p>") == f"{J}{line}"
    assert markdown(f"<p>One<br>{line.replace('>', '&gt;')}</p>") == f"One\n{J}{line}"
    assert markdown(f"<ul><li>{line.replace('>', '&gt;')}</li></ul>") == f"* {J}{line}"
    assert markdown(f"<table><tr><td>{line.replace('>', '&gt;')}</td></tr></table>") == f"* {J}{line}"


@pytest.mark.parametrize("line", ["a # b", "15 km", "2024 was", "(a) b", "a - b", "a * b"])
def test_ordinary_prose_is_not_changed(line: str) -> None:
    assert markdown(f"<p>{line}</p>") == line


def test_prose_that_looks_like_a_link_is_escaped() -> None:
    assert markdown("<p>[a](https://e.example/)</p>") == f"[a]{J}(https://e.example/)"


def test_edition_has_title_and_sections_but_no_placeholder(tmp_path: Path) -> None:
    edition = newsletter("Before ((a)).\n\n## Hello\n\nDear ((name)), [see](https://e.example/((b))).")
    outcome = outcome_of(tmp_path, edition, tools=["notify"])
    assert {brief(problem).partition(" ")[2] for problem in outcome.problems} == {"merge-tag-written?"}
    assert outcome.files["newsletters/2024-03/email/notify.txt"].decode() == (
        "March 2024\n\n"
        "# News\n\n"
        "A note from Ada Elm\n\n"
        "[Read this edition on the web](https://elm.example/newsletters/2024-03/)\n\n"
        f"Before ({J}(a)).\n\n"
        "---\n\n"
        "# Hello\n\n"
        f"Dear ({J}(name)), [see](https://e.example/%28%28b%29%29).\n\n"
        "---\n\n"
        "Did somebody forward this to you? [Sign up for the newsletter](https://elm.example/sign-up/)\n\n"
        "Questions, or something to share? Write to hello@elm.example\n\n"
        "The Elm Street Network, 1 Elm Street\n"
    )
