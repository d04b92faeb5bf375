"""How long a page takes to read, and when a list of its sections helps."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.publish.reading_time import contents, count_words, reading_time
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
        ("<p>A<!-- note: see <b>that</b> file --> word</p><!-- the rest", 2),
        ("<style>p { color: red }</style><script>let a = 1 < 2</script><p>One</p>", 1),
        ("<p>Beth yw’r gwahaniaeth?</p>", 3),
        ("<p>5 &lt; 6, or 5 < 6</p>", 7),
    ],
)
def test_words_are_what_a_reader_sees(html: str, count: int) -> None:
    assert count_words(html) == count


@given(st.text(alphabet='<>!-/ abp&;"scripty=', max_size=60))
def test_whatever_stands_there_can_be_counted(html: str) -> None:
    assert 0 <= count_words(html) <= len(html)


@pytest.mark.parametrize("part", ["<", "<!--", "<script", "<style>", "<p", "&", "</", '<a title="', "-->"])
def test_counting_never_takes_long(part: str) -> None:
    """A hundred thousand unclosed tags would take minutes if each were looked for to the end."""
    assert count_words(part * 100_000) <= 100_001


@pytest.mark.parametrize(("words", "minutes"), [(0, 1), (100, 1), (329, 1), (331, 2), (880, 4), (2200, 10)])
def test_reading_time_is_in_whole_minutes_and_never_none(words: int, minutes: int) -> None:
    assert reading_time(f"<p>{'word ' * words}</p>") == minutes


def page(sections: int, words: int) -> tuple[str, str]:
    """A page's Markdown and its HTML."""
    titles = [f"Part {number}" for number in range(sections)]
    markdown = "\n\n".join(f"## {title}\n\n### Below {title}\n\n> ## Quoted" for title in titles)
    return markdown, f"<p>{'word ' * words}</p>"


@pytest.mark.parametrize(
    ("sections", "words", "expected"), [(4, 601, 4), (7, 2000, 7), (3, 2000, 0), (4, 600, 0), (0, 0, 0)]
)
def test_only_a_long_page_of_many_sections_has_a_list_of_them(sections: int, words: int, expected: int) -> None:
    markdown, html = page(sections, words)
    found = contents(render(markdown).outline, html)
    assert [heading.text for heading in found] == [f"Part {number}" for number in range(expected)]
