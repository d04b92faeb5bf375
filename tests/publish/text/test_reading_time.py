"""How long a page takes to read, and when a list of its sections helps."""

import pytest

from newsroom.markup.tree import parse_html
from newsroom.publish.text.sections import split_sections
from newsroom.publish.text.text_facts import contents_list, count_words, reading_time
from tests.support.markup import render


@pytest.mark.parametrize(
    ("html", "count"),
    [
        ("", 0),
        ("<p>One two</p>\n<p>three</p>", 3),
        ("<ul>\n<li>One</li>\n<li>two</li>\n</ul>", 2),
        ("<p>Anti<em>clock</em>wise</p>", 1),
        ("<p>Maggie’s well-known garden: it’s “hers”.</p>", 5),
        ("<p>Tom &amp; Ann Elm</p>", 4),
        ('<p>A <img alt="picture of a garden" src="a.jpg"> here</p>', 2),
        ("<p>Beth yw’r gwahaniaeth?</p>", 3),
        ("<p>5 &lt; 6, or 5 &lt; 6</p>", 7),
        ("<ul><li>One</li><li>two</li></ul>", 2),
    ],
)
def test_count_words_counts_visible_words(html: str, count: int) -> None:
    assert count_words(split_sections(parse_html(html))) == count


@pytest.mark.parametrize(("words", "minutes"), [(0, 1), (100, 1), (329, 1), (331, 2), (880, 4), (2200, 10)])
def test_reading_time_is_in_whole_minutes_and_never_none(words: int, minutes: int) -> None:
    assert reading_time(words) == minutes


def markdown_with(sections: int) -> str:
    """A page's Markdown with so many sections."""
    titles = [f"Part {number}" for number in range(sections)]
    return "##\n\n" + "\n\n".join(f"## {title}\n\n### Below {title}\n\n> ## Quoted" for title in titles)


@pytest.mark.parametrize(
    ("sections", "words", "expected"), [(4, 601, 4), (7, 2000, 7), (3, 2000, 0), (4, 600, 0), (0, 0, 0)]
)
def test_only_a_long_page_of_many_sections_has_a_list_of_them(sections: int, words: int, expected: int) -> None:
    found = contents_list(render(markdown_with(sections)).outline, words)
    assert [heading.text for heading in found] == [f"Part {number}" for number in range(expected)]
