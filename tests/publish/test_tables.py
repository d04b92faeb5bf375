"""Wide tables get a place to scroll in, and nothing else on the page changes."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.publish.tables import with_scrolling_tables
from newsroom.translations import Translations
from tests.support import open_newsroom, small_newsroom
from tests.support.html import parse
from tests.support.pieces import newsletter, page
from tests.support.rendering import published

WORDS = Translations("en")
PLACE = '<div class="nw-table" role="group" tabindex="0" aria-label="{}">'
WIDE = "<table><tr><td>1<td>2<td>3</table>"
MARKDOWN = "## Elms\n\n| a | b | c |\n|---|---|---|\n| 1 | 2 | 3 |\n"


def scrolling(html: str) -> str:
    return with_scrolling_tables(html, WORDS)


@pytest.mark.parametrize(
    ("table", "name"),
    [
        pytest.param(WIDE, "Table", id="three columns"),
        pytest.param('<TABLE class="x"><tr><td colspan=" 3 ">1</TABLE >', "Table", id="one cell over three columns"),
        pytest.param("<table><tr><td>1<tr><td>1<td>2<th>3</table>", "Table", id="a wider second row"),
        pytest.param(
            "<table><caption> Elms &amp;\n <b>“oaks”</b> </caption><tr><td>1<td>2<td>3</table>",
            "Elms &amp; “oaks”",
            id="a caption",
        ),
        pytest.param(
            '<table><caption>"&lt;Elms>"<tr><td>1<td>2<td>3</table>',
            "&quot;&lt;Elms&gt;&quot;",
            id="a caption that nothing ends",
        ),
        pytest.param(
            "<table><tr><td>1<td><table><caption>Inner</caption></table><td>3</table>", "Table", id="a table in it"
        ),
    ],
)
def test_a_wide_table_scrolls_in_a_place_with_a_name(table: str, name: str) -> None:
    assert scrolling(f"<p>Before</p>{table}<p>After") == f"<p>Before</p>{PLACE.format(name)}{table}</div><p>After"


@pytest.mark.parametrize(
    "html",
    [
        pytest.param("<p>No table</p>", id="no table"),
        pytest.param("<table><tr><td>1<td>2<tr><td>1<td>2</table>", id="two columns"),
        pytest.param("<table><tr><td colspan='0'>1<td colspan='x'>2</table>", id="cells over no columns"),
        pytest.param("<table><tr><td>1<td><table><tr><td>1<td>2</table></table>", id="two narrow tables"),
        pytest.param("<table><tr><td>1<td>2<td>3", id="a table that nothing ends"),
        pytest.param(f"<!-- {WIDE} -->", id="a comment"),
        pytest.param(f"<textarea>{WIDE}</textarea>", id="words of a field"),
        pytest.param("</table><td><td><td></table>", id="an end without a table"),
        pytest.param('<table><td><td><td a="</table>', id="a tag that nothing ends"),
    ],
)
def test_everything_else_stays(html: str) -> None:
    assert scrolling(html) == html


PIECES = st.sampled_from(
    ["<table>", "</table>", "<tr>", "<td>", "<td colspan=2>", "<caption>", "</caption>", "<!--", "-->", "<b a='", "Elm"]
)


@given(st.lists(PIECES | st.text("<>/'\"=& atble", max_size=6)))
def test_only_places_to_scroll_in_are_added(parts: list[str]) -> None:
    html = "".join(parts)
    found = scrolling(html)
    position = 0
    for char in html:
        assert position < len(found)
        while not found.startswith(char, position) or found.startswith(('<div class="nw-table"', "</div>"), position):
            assert found.startswith(('<div class="nw-table"', "</div>"), position)
            position = found.index(">", position) + 1
        position += 1
    assert found[position:] in ("", "</div>")


@given(st.lists(st.sampled_from(["<table>", "</table>", "<p>", "Elm"]) | st.just(WIDE)))
def test_no_table_scrolls_in_a_table_that_scrolls(parts: list[str]) -> None:
    places = parse(scrolling("".join(parts))).findall(".//div[@class='nw-table']")
    assert [inner for place in places for inner in place.findall(".//div[@class='nw-table']")] == []


def test_a_welsh_page_calls_it_by_its_welsh_name(tmp_path: Path) -> None:
    files = small_newsroom() | {"docs/about.cy.md": page(MARKDOWN), "docs/about.md": page(MARKDOWN)}
    build = open_newsroom(tmp_path, files)
    shown = {path: build.page_html(path) for path in files if "about" in path}
    names = {path: parse(html).find(".//div[@class='nw-table']") for path, html in shown.items()}
    assert {path: place.get("aria-label") for path, place in names.items() if place is not None} == {
        "docs/about.md": "Table",
        "docs/about.cy.md": "Tabl",
    }


def test_feeds_and_the_email_have_the_table_alone(tmp_path: Path) -> None:
    files = published(tmp_path, small_newsroom() | {"newsletters/2024-03.md": newsletter(MARKDOWN)})
    for path in ("feed.xml", "newsletters/2024-03/email/generic.html"):
        text = files[path].decode()
        assert "<table" in text
        assert "nw-table" not in text
