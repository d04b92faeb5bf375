"""How the sections of a page begin: one sentence of each, not longer than a line."""

from collections.abc import Mapping
from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.markup.tree import parse_html
from newsroom.publish.text.sections import MAX_EXCERPT, section_excerpts, split_sections
from tests.support.markup import render

LONG = "We " + "walked on and " * 9 + "came home."


def excerpts(html: str) -> Mapping[str, str]:
    """The excerpts from a text with one section, whose id is "part"."""
    return section_excerpts(render("## Part").outline, split_sections(parse_html(html)))


def excerpt(paragraph: str) -> str | None:
    """The excerpt from a section with one paragraph."""
    return excerpts(f'<h2 id="part">Part</h2>\n{paragraph}').get("part")


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("<p>Four councils joined in 2023. They are new.</p>", "Four councils joined in 2023."),
        (
            "<p>Who walked <a href='x/'>with <b>Maggie</b></a> that day? Roger did.</p>",
            "Who walked with Maggie that day?",
        ),
        ("<p>“It was a day to remember.” So it was.</p>", "“It was a day to remember.”"),
        ("<p>Dr. Elm of Oakton spoke first. Others followed.</p>", "Dr. Elm of Oakton spoke first."),
        ("<p>Things to read, e.g. the report of 2020. More follows.</p>", "Things to read, e.g. the report of 2020."),
        ("<p>So many things to read, e.g. the report. More.</p>", "So many things to read, e.g. the report."),
        ("<p>“So many things to read”?! (And more.) Yes.</p>", "“So many things to read”?!"),
        ("<p>(There is so much to read…”) “Yes.”</p>", "(There is so much to read…”)"),
        ("<p>We read 12 of the 3.5 books. 20 more.</p>", "We read 12 of the 3.5 books."),
        ("<p>Ann &amp; Tom</p><p>More</p>", "Ann & Tom"),
        ("<p>These five were listed:</p><ul><li>One</li></ul>", "These five were listed…"),
        ("<ul><li>A walk by the river</li><li>Two</li></ul>", "A walk by the river"),
        ('<h3 id="a">A smaller heading</h3><p>Words.</p>', None),
        ("", None),
    ],
)
def test_excerpt_of_a_section_is_its_first_sentence(paragraph: str, expected: str | None) -> None:
    assert excerpt(paragraph) == expected


@pytest.mark.parametrize("heading", ["Events, Training &amp; Campaigns", "Events and training", "Swansea"])
def test_sentence_repeating_heading_is_left_out(heading: str) -> None:
    html = '<h2 id="part">{}</h2><p>This section was about events, training and campaigns. There is more.</p>'
    found = excerpts(html.format(heading))
    assert bool(found) == (heading == "Swansea")


@pytest.mark.parametrize(("more", "is_shown"), [("a b c d e", False), ("a b c d e f", True)])
def test_sentence_with_six_more_words_than_heading_is_kept(more: str, *, is_shown: bool) -> None:
    found = excerpts(f'<h2 id="part">Events</h2><p>Events {more}</p>')
    assert bool(found) == is_shown


@pytest.mark.parametrize(("length", "is_whole"), [(MAX_EXCERPT, True), (MAX_EXCERPT + 1, False)])
def test_excerpt_has_maximum_length(length: int, *, is_whole: bool) -> None:
    text = ("words " * length)[: length - 1] + "s"
    assert (excerpt(f"<p>{text}</p>") == text) == is_whole


def test_long_sentence_ends_at_a_word() -> None:
    found = excerpt(f"<p>{LONG}</p>")
    assert found
    assert found.endswith("…")
    assert 90 < len(found) <= MAX_EXCERPT
    assert LONG.startswith(found[:-1])
    assert LONG[len(found) - 1] == " "


@given(st.text(alphabet="ab A.!?:…,”&;", min_size=1, max_size=400))
def test_no_excerpt_is_longer_than_a_line(text: str) -> None:
    found = excerpt(f"<p>{escape(text)}</p>")
    assert found is None or 0 < len(found) <= MAX_EXCERPT


def test_only_sections_of_the_outline_have_an_excerpt() -> None:
    html = '<p>Above.</p><h2 id="part">Part</h2><p>One.</p><h2 id="other">Other</h2><p>Two.</p>'
    assert dict(excerpts(html)) == {"part": "One."}
