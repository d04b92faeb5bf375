"""An edition's HTML is split into sections, and its links become absolute."""

import pytest

from newsroom.content.outline import Reference
from tests.support.emails import body_of

PAGE = "https://elm.example/newsletters/2024-03/"


def sections(html: str, ids: str = "a b hello events") -> list[tuple[str, str, str]]:
    """Title, id and HTML of each section."""
    found = body_of(html, dict.fromkeys(ids.split(), 10)).sections
    return [(section.title, section.id, section.html.strip()) for section in found]


def test_each_second_level_heading_begins_a_section() -> None:
    html = '<h2 id="hello">Hello</h2>\n<p>One</p><h3 id="more">More</h3><p>Two</p>\n<h2 id="events">Events</h2><p>3</p>'
    assert sections(html) == [
        ("Hello", "hello", "<p>One</p><h3>More</h3><p>Two</p>"),
        ("Events", "events", "<p>3</p>"),
    ]


def test_heading_outside_the_outline_begins_no_section() -> None:
    html = '<h2 id="a">A</h2><h2 id="raw">Raw</h2><p>Words</p>'
    assert sections(html) == [("A", "a", "<h2>Raw</h2><p>Words</p>")]


@pytest.mark.parametrize("opening", ["<p>Before</p>", "Before", "<em>Be</em>fore"])
def test_content_before_the_first_heading_has_no_title(opening: str) -> None:
    assert sections(f'{opening}<h2 id="a">A</h2><p>Words</p>') == [("", "", opening), ("A", "a", "<p>Words</p>")]


def test_blank_space_before_the_first_heading_is_ignored() -> None:
    assert [title for title, *_ in sections('\n  <h2 id="a">A</h2><p>Words</p>')] == ["A"]


def test_text_right_after_a_heading_is_kept() -> None:
    assert sections('<h2 id="a">A</h2>Loose <b>words</b> here<p>Words</p>') == [
        ("A", "a", "Loose <b>words</b> here<p>Words</p>")
    ]


def test_markup_of_a_heading_is_not_part_of_its_title() -> None:
    html = '<h2 id="a">Ham &amp; <em>eggs</em>\n for <a href="x">two</a></h2><p>Words</p>'
    assert sections(html) == [("Ham & eggs for two", "a", "<p>Words</p>")]


def test_title_shows_line_breaks_and_what_is_struck_through() -> None:
    html = '<h2 id="a"><s>Tuesday</s> Wednesday,<br>noon<br>2<sup>3</sup></h2>'
    assert sections(html) == [("~~Tuesday~~ Wednesday, noon, 2^3", "a", "")]


def test_section_with_nothing_in_it_keeps_its_heading() -> None:
    assert sections('<h2 id="a">A</h2><h2 id="b">B</h2><p>Words</p>')[0] == ("A", "a", "")


@pytest.mark.parametrize(
    ("address", "absolute"),
    [
        ("../../stories/the-garden/", "https://elm.example/stories/the-garden/"),
        ("../../stories/the-garden/#end", "https://elm.example/stories/the-garden/#end"),
        ("#hello", f"{PAGE}#hello"),
        ("https://other.example/x?a=1", "https://other.example/x?a=1"),
        ("mailto:a@elm.example", "mailto:a@elm.example"),
    ],
)
def test_links_have_absolute_addresses(address: str, absolute: str) -> None:
    html = f'<h2 id="a">A</h2><ul><li><a href="{address}">x</a></li></ul>'
    [(_, _, content)] = sections(html)
    assert content == f'<ul><li><a href="{absolute}">x</a></li></ul>'


def test_warning_has_the_line_of_its_link_or_of_the_section() -> None:
    html = '<h2 id="a">A</h2><p><a href="https://e.example/a"></a><a>The words</a><a>d</a><img src="/c.png"></p>'
    references = (Reference("https://e.example/a", "", 12, False), Reference("x", "The words", 14, False))
    problems = body_of(html, {"a": 10}, references=references).problems
    assert [(problem.code, problem.line) for problem in problems] == [
        ("email-link-text-left-out", 12),
        ("email-link-empty", 14),
        ("email-link-empty", 10),
    ]


def test_special_html_characters_are_escaped() -> None:
    [(_, _, content)] = sections('<h2 id="a">A</h2><p>1 &lt; 2 &amp; “ŵ” £5 🌳</p>')
    assert content == "<p>1 &lt; 2 &amp; “ŵ” £5 🌳</p>"
