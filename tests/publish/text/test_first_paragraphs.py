"""The first paragraphs of a text: whole paragraphs, and no more than a reader wants on another page."""

import pytest

from newsroom.markup.tree import parse_html
from newsroom.publish.text.text_facts import first_paragraphs

FIFTY, LONG = " ".join(["word"] * 50), " ".join(["word"] * 120)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("", ()),
        ("<h2>Hello</h2><p>Short <em>and</em> sweet.</p><p>Also short.</p>", ("Short and sweet.", "Also short.")),
        (f"<p>{FIFTY}</p><p>Not shown.</p>", (FIFTY,)),
        (f"<p>Short.</p><p>{LONG}</p><p>Not shown.</p>", ("Short.", " ".join(["word"] * 89) + "…")),
        ("<p>A rose<br>grows.</p><figure><p>Not this.</p></figure><p>And:</p>", ("A rose grows.", "And:")),
        ("<p>Three:</p><ul><li>One</li></ul><p>Not shown.</p>", ("Three:",)),
        ("<p></p><p>Words.</p>", ("Words.",)),
    ],
)
def test_text_has_first_paragraphs_up_to_a_limit(html: str, expected: tuple[str, ...]) -> None:
    assert first_paragraphs(parse_html(html)) == expected
