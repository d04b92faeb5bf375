"""What is searched of a page: its words as a reader sees them, in the sections that its headings make."""

import pytest

from newsroom.markup.tree import parse_html
from newsroom.publish.text.sections import Section, split_sections


def test_headings_with_an_id_divide_a_page() -> None:
    html = '<p>First.</p><h2 id="one">One</h2><p>Second.</p><ul><li>Third</li><li>Fourth</li></ul><h3 id="two">Two</h3>'
    assert split_sections(parse_html(html)) == (
        Section("", "", ("First.",)),
        Section("one", "One", ("Second.", "Third", "Fourth")),
        Section("two", "Two", ()),
    )


def test_heading_without_id_is_a_paragraph() -> None:
    assert split_sections(parse_html("<p>First.</p><h2>One</h2><p>Second.</p>")) == (
        Section("", "", ("First.", "One", "Second.")),
    )


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<p>neigh<b>bour</b>ly</p>", "neighbourly"),
        ("<p>one<br>two</p>", "one|two"),
        ("<p>  one\n two </p>", "one two"),
        ("<p>Maggie’s &lt;b&gt; &amp; more</p>", "Maggie’s <b> & more"),
        ("<td>left</td><td>right</td>", "left|right"),
        ('<img alt="unseen" src="a.png">', ""),
        ("a &lt; b", "a < b"),
    ],
)
def test_words_are_those_that_a_reader_sees(html: str, words: str) -> None:
    found = split_sections(parse_html(html))
    assert "|".join(paragraph for section in found for paragraph in section.paragraphs) == words
