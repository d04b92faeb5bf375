"""Widths of text are those of the widest fonts of inboxes; an element needs the width of its widest word."""

import pytest

from newsroom.markup.tree import parse_html
from newsroom.publish.text.text_width import BoxWidths, Font, min_width

BOXES = BoxWidths(text=10, sizes={"h2": 20}, indents={"ul": 30, "blockquote": 7}, cell=12, min_cell=25)
CELL = "<td>a</td>"


@pytest.mark.parametrize(
    ("characters", "width"),
    [
        ("ijl'’‘ ", 33),
        ('.,:;!|()[]{}/\\-fIJtr"“”`·\u00a0', 46),
        ("w+=<>#~&^", 84),
        ("mMW%@—…", 108),
        ("aéz09ɏ", 64),
        ("AÉZ", 79),
        ("ɐ木", 110),
    ],
)
def test_character_has_the_width_of_its_kind(characters: str, width: int) -> None:
    for character in characters:
        assert Font(100).width(character) == pytest.approx(width)
        assert Font(100, is_bold=True).width(character) == pytest.approx(width * 1.05 + 7)
        assert Font(100).widest(character) == Font(100, is_bold=True).widest(character) == pytest.approx(123)
        for is_bold in (False, True):
            assert Font(100, is_bold, is_code=True).width(character) == pytest.approx(61)


@pytest.mark.parametrize(
    ("html", "width"),
    [
        ("aa bbbb a", 25.6),
        ("aa<b>bb</b>b a", 34.04),
        ("aa<!-- words -->bb", 25.6),
        ("aa<br>bb", 12.8),
        ("aa<wbr>bb", 12.8),
        ("<p>aa</p>bb", 12.8),
        ("well-being 2024-03", 43.0),
        ("<h2>aaaa</h2>", 59.36),
        *((f"<{tag}>mmmm</{tag}>", 24.4) for tag in ("code", "kbd", "samp", "pre")),
        *((f"<{tag}>aaaa</{tag}>", 29.68) for tag in ("b", "strong", "dt", "h3", "h6")),
        ("<ul><li>aaaa</li></ul>", 55.6),
        ("<ul><li>aaaa</li></ul>aaaa", 55.6),
        ("a<img>", 86.4),
        ("<blockquote>a<img>aa</blockquote>", 106.2),
        (f"<table><tr>{CELL}<td>bbbbbb</td></tr></table>", 88.4),
        (f"<table><tr>{CELL}<th>bbbbbb</th></tr></table>", 94.52),
        (f"<table><tr><td colspan='2'>{'a' * 15}</td></tr><tr>{CELL}<td>bbbbbb</td></tr></table>", 109),
        (f"<table><caption>{'a' * 20}</caption><tr>{CELL}</tr></table>", 128),
        (f"<ul><li><table><tr>{CELL}</tr></table></li></ul>", 68),
        (f"<table><tr>{CELL * 20}</tr></table>", 741),
        (f"<table><tr>{CELL * 21}</tr></table>", float("inf")),
        ("<table></table>", 1),
    ],
)
def test_element_needs_the_width_of_its_widest_word(html: str, width: float) -> None:
    assert min_width(parse_html(html), BOXES) == pytest.approx(width)
