"""Tables that do not fit a phone get a place to scroll in, and nothing else on the page changes."""

from pathlib import Path

import pytest

from newsroom.markup.tree import parse_html
from newsroom.publish.text.tables import align_by_class
from tests.support import small_newsroom
from tests.support.bodies import Place, shown
from tests.support.html import parse
from tests.support.items import newsletter
from tests.support.rendering import published

PLACE = '<div class="nw-table" role="group" tabindex="0" aria-label="{}">'
WIDE = "<table><tr><td>1<td>2<td>3</table>"
MARKDOWN = "## Elms\n\n| a | b | c |\n|---|---|---|\n| 1 | 2 | 3 |\n"


@pytest.mark.parametrize(
    ("table", "names"),
    [
        pytest.param(WIDE, ["Table"], id="three columns"),
        pytest.param('<TABLE class="x"><tr><td colspan=" 3 ">1</TABLE >', ["Table"], id="one cell over three columns"),
        pytest.param("<table><tr><td>1<tr><td>1<td>2<th>3</table>", ["Table"], id="a wider second row"),
        pytest.param(
            "<table><caption> Elms &amp;\n <b>“oaks”</b> </caption><tr><td>1<td>2<td>3</table>",
            ["Elms & “oaks”"],
            id="a caption",
        ),
        pytest.param('<table><caption>"&lt;E>"<tr><td>1<td>2<td>3</table>', ['"<E>"'], id="a caption without an end"),
        pytest.param(f"<table><tr><td>1<td>{WIDE}<td>3</table>", ["Table"], id="a table in it"),
        pytest.param("<table><tr><td>1<td>2<td>3", ["Table"], id="a table that nothing ends"),
        pytest.param(f"{WIDE}\n\n{WIDE}", ["Table", "Table"], id="two tables"),
        pytest.param(
            "<table><tr><td rowspan=3>1<td>2<tr><td>3<tr><td>4<td>5</table>",
            ["Table"],
            id="beside a cell over three rows",
        ),
        pytest.param(
            "<table><tr><td rowspan=3>1<td>2<tr><td>3<tr><td>4<tr><td>5<td>6</table>",
            [],
            id="below a cell over three rows",
        ),
        pytest.param("<table><tr><td>1<td>2<tr><td>1<td>2</table>", [], id="two columns"),
        pytest.param("<table><tr><td>Neighbourhoods<td>Gloucestershire</table>", ["Table"], id="two long words"),
        pytest.param("<table><tr><td>12 January<td>A meeting in the hall</table>", [], id="a date and words"),
        pytest.param("- <table><tr><td>January<td>neighbours</table>", [], id="a list"),
        pytest.param("- > <table><tr><td>Neighbours<td>Neighbours</table>", ["Table"], id="a quotation in a list"),
        pytest.param("<table><tr><td colspan='0'>1<td colspan='x'>2</table>", [], id="cells over no columns"),
        pytest.param("<table><tr><td>1<td><table><tr><td>1<td>2</table></table>", [], id="two narrow tables"),
        pytest.param(f"`{WIDE}`", [], id="code"),
    ],
)
def test_wide_table_scrolls_in_labelled_wrapper(table: str, names: list[str]) -> None:
    places = parse(shown(table)).findall(".//div[@class='nw-table']")
    assert [place.get("aria-label") for place in places] == names
    assert [[child.tag for child in place] for place in places] == [["table"]] * len(names)


def test_wrapper_is_focusable_and_labelled_in_page_language() -> None:
    for lang, name in (("en", "Table"), ("cy", "Tabl")):
        html = shown(MARKDOWN, Place(lang=lang))
        assert html.startswith(f'<h2 id="elms">Elms</h2>\n{PLACE.format(name)}<table>')
        assert html.endswith("</table></div>")


def test_feeds_and_email_have_table_without_wrapper(tmp_path: Path) -> None:
    files = published(tmp_path, small_newsroom() | {"newsletters/2024-03.md": newsletter(MARKDOWN)})
    for path in ("feed.xml", "newsletters/2024-03/email/generic.html"):
        text = files[path].decode()
        assert "<table" in text
        assert "nw-table" not in text


def test_alignment_is_a_class_of_its_own() -> None:
    root = parse_html(
        "<p class='lead' style='text-align: right;'>x</p><table><tr><td style='text-align: start;'>y</td></tr></table>"
    )
    align_by_class(root)
    assert [element.get("class") for element in root.iter("p", "td")] == ["lead nw-align-right", "nw-align-start"]
    assert [element for element in root.iter() if "style" in element.attrib] == []
