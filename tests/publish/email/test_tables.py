"""Tables that are too wide for a phone become lists with the same content."""

import pytest
from lxml import html as lxml_html
from lxml.html import HtmlElement

from newsroom.publish.email.tables import replace_table_by_list
from newsroom.publish.tables import count_columns


def table(html: str) -> HtmlElement:
    """A table in a page."""
    return lxml_html.fragment_fromstring(f"<div>Before<table>{html}</table>after</div>")


def stacked(html: str) -> str:
    """The list that replaces a table, with the content around it."""
    content = table(html)
    replace_table_by_list(content[0])
    return str(lxml_html.tostring(content, encoding="unicode")).removeprefix("<div>").removesuffix("</div>")


@pytest.mark.parametrize(
    ("html", "columns"),
    [
        ("", 0),
        ("<tr></tr>", 0),
        ("<tr><td>a</td></tr><tr><th>b</th><td>c</td></tr>", 2),
        ("<thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td><td>c</td><td>d</td></tr></tbody>", 3),
        ('<tr><td colspan="4">a</td><td>b</td></tr>', 5),
        ('<tr><td colspan="x">a</td><td colspan="-2">b</td><td colspan="">c</td></tr>', 3),
        ('<tr><td colspan="99999999999">a</td></tr>', 1000),
        ("<tr><td>a<table><tr><td>1</td><td>2</td><td>3</td></tr></table></td></tr>", 1),
    ],
)
def test_columns_are_counted_as_browsers_do(html: str, columns: int) -> None:
    assert count_columns(table(html)[0]) == columns


def test_row_becomes_item_and_cell_becomes_line_with_heading() -> None:
    html = "<thead><tr><th>When</th><th>Wh<b>ere</b></th></tr></thead><tbody><tr><td>May</td><td>Hall</td></tr></tbody>"
    assert stacked(html) == (
        "Before<ul><li><strong>When:</strong> <span>May</span><br><strong>Where:</strong> <span>Hall</span></li></ul>"
        "after"
    )


def test_cell_without_a_heading_has_no_label() -> None:
    html = "<tr><th>When</th><th></th></tr><tr><td>May</td><td>Hall</td><td>Tea</td></tr>"
    assert "<strong>When:</strong> <span>May</span>" in stacked(html)
    assert "".join(lxml_html.fragment_fromstring(stacked(html), create_parent="div").itertext()) == (
        "BeforeWhen: MayHallTeaafter"
    )


def test_empty_cell_is_left_out_and_markup_kept() -> None:
    html = '<tr><th>A</th><th>B</th></tr><tr><td> </td><td><a href="https://e.example/">x</a></td></tr>'
    assert stacked(html) == (
        'Before<ul><li><strong>B:</strong> <span><a href="https://e.example/">x</a></span></li></ul>after'
    )


def test_caption_is_above_the_list() -> None:
    html = "<caption>Days</caption><tr><th>A</th></tr><tr><td>1</td></tr>"
    assert stacked(html) == "Before<p>Days</p><ul><li><strong>A:</strong> <span>1</span></li></ul>after"


def test_table_in_a_cell_stays_in_it() -> None:
    html = "<tr><th>A</th></tr><tr><td>1<table><tr><td>2</td></tr></table></td></tr>"
    assert stacked(html) == (
        "Before<ul><li><strong>A:</strong> <span>1<table><tr><td>2</td></tr></table></span></li></ul>after"
    )
