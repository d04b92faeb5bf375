"""Tables in which a phone would break words become lists with the same content."""

import pytest
from lxml import html as lxml_html
from lxml.html import HtmlElement

from newsroom.publish.email.tables import fit_tables, replace_table_by_list
from newsroom.publish.text.table_grid import count_columns


def table(html: str) -> HtmlElement:
    """A table in a page."""
    return lxml_html.fragment_fromstring(f"<div>Before<table>{html}</table>after</div>")


def stacked(html: str) -> str:
    """The list that replaces a table, with the content around it."""
    content = table(html)
    replace_table_by_list(content[0])
    return str(lxml_html.tostring(content, encoding="unicode")).removeprefix("<div>").removesuffix("</div>")


def row(*cells: str, tag: str = "td") -> str:
    """A row of a table."""
    return f"<tr>{''.join(f'<{tag}>{cell}</{tag}>' for cell in cells)}</tr>"


@pytest.mark.parametrize(
    ("html", "is_table"),
    [
        pytest.param(row("Date", "What", tag="th") + row("12 January", "A meeting about " * 9), True, id="two columns"),
        pytest.param(row(*"ABCDEF", tag="th") + row(*"123456"), True, id="six short columns"),
        pytest.param(row("Monday", "Tuesday", "Wednesday", "Thursday"), False, id="four long words"),
        pytest.param(row("Gloucestershire", "Northamptonshire"), False, id="two long words"),
        pytest.param(row("Glouc<b>ester</b>shire", "North<i>ampton</i>shire"), False, id="words in several elements"),
        pytest.param(row("Glouc<br>ester", "North<br>ampton", "shire"), True, id="words that line breaks divide"),
        pytest.param(row("12&nbsp;January&nbsp;2024", "3&nbsp;February"), False, id="no-break spaces"),
        pytest.param(row("well-meaning neighbour-like", "co-operative"), True, id="hyphens"),
        pytest.param(row("<code>community_2024</code>", "x"), True, id="code"),
        pytest.param(row("<code>local_area_community_catalysts_2024</code>", "x"), False, id="long code"),
        pytest.param(
            '<tr><td colspan="2">Neighbourhoods</td></tr>' + row("a", "b"), True, id="a cell over two columns"
        ),
        pytest.param("<caption>Llanfairpwllgwyngyllgogerych</caption>" + row("a"), False, id="a long caption"),
        pytest.param(row("<img>", "<img>"), True, id="two pictures"),
        pytest.param(row("<img>", "<img>", "<img>"), False, id="three pictures"),
        pytest.param(row("社区协调员", "a"), True, id="another script"),
        pytest.param(row(*"a" * 30), False, id="thirty columns"),
    ],
)
def test_table_in_which_a_phone_would_break_words_becomes_list(html: str, is_table: bool) -> None:
    content = table(html)
    fit_tables(content)
    assert [child.tag for child in content if child.tag != "p"] == ["table" if is_table else "ul"]


def test_room_in_a_container_counts() -> None:
    html = f"<table>{row('neighbourhood', 'Leicester')}</table>"
    for around, is_table in (("div", True), ("blockquote", False)):
        content = lxml_html.fragment_fromstring(f"<div><{around}>{html}</{around}></div>")
        fit_tables(content)
        assert (content.find(".//table") is not None) == is_table


@pytest.mark.parametrize(
    ("html", "columns"),
    [
        ("", 0),
        ("<tr></tr>", 0),
        ("<tr><td>a</td></tr><tr><th>b</th><td>c</td></tr>", 2),
        ("<thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td><td>c</td><td>d</td></tr></tbody>", 3),
        ('<tr><td colspan="4">a</td><td>b</td></tr>', 5),
        ('<tr><td colspan="x">a</td><td colspan="-2">b</td><td colspan="">c</td></tr>', 3),
        (f'<tr><td colspan="{"9" * 5000}">a</td></tr>', 1000),
        ("<tr><td>a<table><tr><td>1</td><td>2</td><td>3</td></tr></table></td></tr>", 1),
        ('<tr><td rowspan="2">a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr>', 3),
    ],
)
def test_columns_are_counted_as_browsers_do(html: str, columns: int) -> None:
    assert count_columns(table(html)[0]) == columns


def test_row_becomes_item_and_cell_becomes_line_with_heading() -> None:
    html = "<tr><th>Day<br>Time</th><th>Wh<b>ere</b></th></tr><tr><td>May</td><td>Hall</td></tr>"
    assert stacked(html) == (
        "Before<ul><li><strong>Day, Time:</strong> <span>May</span><br>"
        "<strong>Where:</strong> <span>Hall</span></li></ul>after"
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


def test_links_in_headings_stay() -> None:
    link = '<a href="https://e.example/">A</a>'
    assert stacked(row(link, tag="th") + row("1")) == (
        f"Before<ul><li><span>{link}</span></li><li><strong>A:</strong> <span>1</span></li></ul>after"
    )


def test_caption_is_above_the_list() -> None:
    html = "<caption>Days</caption><tr><th>A</th></tr><tr><td>1</td></tr>"
    assert stacked(html) == "Before<p>Days</p><ul><li><strong>A:</strong> <span>1</span></li></ul>after"


def test_blocks_in_cells_and_captions_stay_blocks() -> None:
    html = "<caption><p>Days</p></caption><caption>Nights</caption><tr><td><p>1</p></td><td>2</td></tr>"
    assert stacked(html) == (
        "Before<div><p>Days</p></div><p>Nights</p><ul><li><div><p>1</p></div><span>2</span></li></ul>after"
    )


def test_table_in_a_cell_stays_in_it() -> None:
    html = "<tr><th>A</th></tr><tr><td>1<table><tr><td>2</td></tr></table></td></tr>"
    assert stacked(html) == (
        "Before<ul><li><strong>A:</strong> <div>1<table><tr><td>2</td></tr></table></div></li></ul>after"
    )


def test_cells_over_several_rows_and_columns_keep_their_headings() -> None:
    html = (
        '<tr><th rowspan="2">When</th><th colspan="2">Where</th></tr><tr><th>Town</th><th>Place</th></tr>'
        '<tr><td rowspan="2">May</td><td>Derby</td><td>Hall</td></tr><tr><td>Elm</td><td>Park</td></tr>'
    )
    items = lxml_html.fragment_fromstring(stacked(html), create_parent="div").iter("li")
    assert [item.text_content() for item in items] == [
        "When: MayWhere, Town: DerbyWhere, Place: Hall",
        "When: MayWhere, Town: ElmWhere, Place: Park",
    ]


def test_table_of_headings_alone_loses_nothing() -> None:
    assert stacked(row("A", "B", tag="th")) == "Before<ul><li><span>A</span><br><span>B</span></li></ul>after"
