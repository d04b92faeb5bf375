"""What Word's paragraphs become: headings, lists, quotes, tables, captions and lines."""

import pytest

from newsroom.importing.source import Note, NoteKind
from newsroom.importing.word import read_docx
from tests.support.word import docx, item, par, run, table

_BOLD = "<w:b/>"
_LARGE = '<w:sz w:val="32"/>'
_IN_LIST = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>'
_TEXT = "These are the words of a usual paragraph, which is long enough to be the text."


def _indented(text: str, left: int) -> str:
    return par(text, properties=f'<w:ind w:left="{left}"/>')


@pytest.mark.parametrize(
    ("body", "html"),
    [
        pytest.param(par("Hanes", "berschrift3"), "<h3>Hanes</h3>", id="heading whose style id is in another language"),
        pytest.param(par("Hanes", "House"), "<h2>Hanes</h2>", id="heading by the style that its own is based on"),
        pytest.param(par("Hanes", "Outlined"), "<h3>Hanes</h3>", id="heading by the outline level of its style"),
        pytest.param(
            par("Hanes", properties='<w:outlineLvl w:val="0"/>'),
            "<h1>Hanes</h1>",
            id="heading by its own outline level",
        ),
        pytest.param(par(run("Hanes", _BOLD), "berschrift1"), "<h1>Hanes</h1>", id="bold in a heading is dropped"),
        pytest.param(
            par(run("One") + "<w:r><w:br/></w:r>" + run("two"), "berschrift1"),
            "<h1>One two</h1>",
            id="break in a heading",
        ),
        pytest.param(par("", "berschrift1") + par("a"), "<p>a</p>", id="empty heading"),
        pytest.param(
            par("1", "Teitl") + par("2", "Teitl") + par("a"), "<h1>2</h1>\n<p>a</p>", id="second title is a heading"
        ),
        pytest.param(
            par(run("Our year", _BOLD)) + par(_TEXT), f"<h1>Our year</h1>\n<p>{_TEXT}</p>", id="bold line is a heading"
        ),
        pytest.param(
            par(run("Our year", _LARGE)) + par(_TEXT),
            f"<h1>Our year</h1>\n<p>{_TEXT}</p>",
            id="large line is a heading",
        ),
        pytest.param(
            par(run("Large", _BOLD + _LARGE)) + par(_TEXT) + par(run("Small", _BOLD)) + par(_TEXT),
            f"<h1>Large</h1>\n<p>{_TEXT}</p>\n<h2>Small</h2>\n<p>{_TEXT}</p>",
            id="guessed headings have levels by size",
        ),
        pytest.param(
            par(run("One", _BOLD)) + par(_TEXT) + par(run("Two", _BOLD)) + par(_TEXT),
            f"<h1>One</h1>\n<p>{_TEXT}</p>\n<h1>Two</h1>\n<p>{_TEXT}</p>",
            id="bold lines with a paragraph between are headings",
        ),
        pytest.param(
            par(run("We came.", _BOLD)) + par(_TEXT),
            f"<p><strong>We came.</strong></p>\n<p>{_TEXT}</p>",
            id="bold sentence is no heading",
        ),
        pytest.param(
            par(run("Ann", _BOLD)) + par(run("Bob", _BOLD)) + par(_TEXT),
            f"<p><strong>Ann</strong></p>\n<p><strong>Bob</strong></p>\n<p>{_TEXT}</p>",
            id="bold lines in a row are no headings",
        ),
        pytest.param(
            par("a", "Dyfyniad") + par("b", "Dyfyniad"), "<blockquote><p>a</p><p>b</p></blockquote>", id="quote"
        ),
        pytest.param(
            par("a") + par(properties='<w:pBdr><w:bottom w:val="single"/></w:pBdr>') + par("b"),
            "<p>a</p>\n<hr>\n<p>b</p>",
            id="horizontal line",
        ),
        pytest.param(
            par("a") + par('<w:r><w:pict><v:rect o:hr="t"/></w:pict></w:r>') + par("b"),
            "<p>a</p>\n<hr>\n<p>b</p>",
            id="horizontal line that is drawn",
        ),
        pytest.param(
            par("T", properties='<w:framePr w:dropCap="drop"/>') + par("he beds"),
            "<p>The beds</p>",
            id="large first letter",
        ),
        pytest.param(
            par(run("a") + '<w:r><w:br w:type="page"/></w:r>') + par(run("b") + "<w:r><w:br/></w:r>" + run("c")),
            "<p>a</p>\n<p>b<br>c</p>",
            id="page break is dropped, and a line break kept",
        ),
        pytest.param(
            par("Hours of May", "Caption"), '<p class="caption">Hours of May</p>', id="caption without picture"
        ),
        pytest.param(
            par(
                run("a", '<w:vertAlign w:val="superscript"/>')
                + run("b", "<w:strike/>")
                + run("c", '<w:u w:val="single"/>')
            ),
            "<p><sup>a</sup><del>b</del>c</p>",
            id="emphasis that Markdown has",
        ),
        pytest.param(
            par(run("JOY", "<w:caps/>") + run(" Joy", "<w:smallCaps/>")), "<p>JOY Joy</p>", id="capitals are as typed"
        ),
    ],
)
def test_paragraphs(body: str, html: str) -> None:
    assert read_docx(docx(body)).html == html


@pytest.mark.parametrize(
    ("body", "html"),
    [
        pytest.param(
            item("a", 2) + item("b", 2) + item("c", 5) + item("d", 5),
            "<ol><li>a</li><li>b</li></ol>\n<ol><li>c</li><li>d</li></ol>",
            id="a list starts again",
        ),
        pytest.param(item("a", 4) + item("b", 4), '<ol start="5"><li>a</li><li>b</li></ol>', id="a list starts at 5"),
        pytest.param(
            item("a", 2) + par("Text") + item("b", 2),
            '<ol><li>a</li></ol>\n<p>Text</p>\n<ol start="2"><li>b</li></ol>',
            id="a list goes on after a text",
        ),
        pytest.param(
            item("a", 2) + item("b", 2, 1) + item("c", 1, 2) + item("d", 2),
            "<ol><li>a<ol><li>b<ul><li>c</li></ul></li></ol></li><li>d</li></ol>",
            id="lists in lists",
        ),
        pytest.param(
            item("a", 1, 1) + item("b", 1), "<ul><li>a</li></ul>\n<ul><li>b</li></ul>", id="a list that starts deeper"
        ),
        pytest.param(
            item("a", 1) + item("b", 1).replace("<w:pPr>", '<w:pPr><w:pStyle w:val="Deeper"/>') + item("c", 1),
            "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>",
            id="deeper by the style",
        ),
        pytest.param(
            item("Dig", 7) + item("Beds", 7, 1) + item("Paths", 7, 1),
            "<ol><li><p>Dig</p><p>Part 1.1: Beds</p><p>Part 1.2: Paths</p></li></ol>",
            id="numbers of two levels with words",
        ),
        pytest.param(par("a", "Steps") + par("b", "Steps"), "<ol><li>a</li><li>b</li></ol>", id="numbers by the style"),
        pytest.param(
            par("a", "Steps", '<w:numPr><w:numId w:val="0"/></w:numPr>'), "<p>a</p>", id="no number, against the style"
        ),
        pytest.param(
            item("Dig", 3) + item("Sow", 3), "<p>Step 1: Dig</p>\n<p>Step 2: Sow</p>", id="words in the number"
        ),
        pytest.param(
            item("a", 1) + _indented("more", 720) + item("b", 1) + par("End"),
            "<ul><li><p>a</p><p>more</p></li><li>b</li></ul>\n<p>End</p>",
            id="an item of two paragraphs",
        ),
        pytest.param(
            item("a", 1) + item("b", 1, 1) + _indented("more of b", 1440) + _indented("more of a", 720) + item("c", 1),
            "<ul><li><p>a</p><ul><li><p>b</p><p>more of b</p></li></ul><p>more of a</p></li><li>c</li></ul>",
            id="more paragraphs of two levels",
        ),
        pytest.param(
            par("· \u00a0 \u00a0One")
            + _indented("· \u00a0 \u00a0Two", 720)
            + _indented("· \u00a0 \u00a0Three", 1440)
            + par("· \u00a0 \u00a0Four"),
            "<ul><li>One<ul><li>Two<ul><li>Three</li></ul></li></ul></li><li>Four</li></ul>",
            id="typed bullets, with levels by their place",
        ),
        pytest.param(par("    * One") + par(" * Two"), "<ul><li>One</li><li>Two</li></ul>", id="space before bullets"),
        pytest.param(par("-\tOne") + par("-\tTwo"), "<ul><li>One</li><li>Two</li></ul>", id="typed hyphens"),
        pytest.param(
            par("1)\tOne", properties='<w:tabs><w:tab w:pos="9"/></w:tabs>') + par("2)\tTwo"),
            "<ol><li>One</li><li>Two</li></ol>",
            id="a typed number and stops of tabs",
        ),
        pytest.param(par("a) One") + par("b) Two"), "<ol><li>One</li><li>Two</li></ol>", id="typed letters"),
        pytest.param(
            par(run("•\t") + run("One", _BOLD)) + par("• Two"),
            "<ul><li><strong>One</strong></li><li>Two</li></ul>",
            id="bold after a typed bullet",
        ),
        pytest.param(par("– But we came."), "<p>– But we came.</p>", id="one dash is no list"),
        pytest.param(par("12. May was wet."), "<p>12. May was wet.</p>", id="a date is no list"),
        pytest.param(
            par(run("\uf0b7\t", '<w:rFonts w:ascii="Symbol"/>') + run("One")) + par("• Two"),
            "<ul><li>One</li><li>Two</li></ul>",
            id="bullets of a symbol font",
        ),
    ],
)
def test_lists(body: str, html: str) -> None:
    assert read_docx(docx(body)).html == html


_ALONE = (
    *(f"{bullet} " for bullet in "•·●○◦▪■□►➢➤‣∙"),
    *(f"{sign}{gap}" for sign in "*–—-" for gap in ("\t", "  ", "\u00a0")),
    "o\t",
    "o  ",
)
_COUNTED = ("1.\t", "1)\t", "(1)\t", "a)\t", "a.\t", "(a)  ")
_NO_ITEM = (
    "✓ ",
    "✔ ",
    *(f"{sign} " for sign in "*–—-o"),
    "A)\t",
    "o\u00a0",
    "b)\t",
    "2)\t",
    "1. ",
    "a) ",
    "1\t",
    "100.\t",
    "aa)\t",
    "1.",
)


@pytest.mark.parametrize("mark", (*_ALONE, *_COUNTED, *_NO_ITEM))
def test_one_typed_mark_is_an_item_where_it_is_sure(mark: str) -> None:
    html = read_docx(docx(par(f"{mark}One"))).html
    assert html.startswith("<p>" if mark in _NO_ITEM else "<ol>" if mark in _COUNTED else "<ul>")


@pytest.mark.parametrize(
    ("line", "is_heading"),
    [
        *((f"What happened{sign}", False) for sign in ".,;:…"),
        *((f"What happened{sign}", False) for sign in (".”", ";)")),
        *((line, False) for line in ("By Ann", "gan Siân", "GAN\tSiân", "***", "–", "x" * 91)),
        *(
            (line, True)
            for line in ("What happened?", "What happened!", "Bygones", "Garden", "Standing by us", "x" * 90)
        ),
    ],
)
def test_short_line_in_bold_is_a_heading_unless_it_ends_like_a_sentence(line: str, *, is_heading: bool) -> None:
    html = read_docx(docx(par("a") + par(run(line, _BOLD)) + par("b"))).html
    assert ("<h" in html) == is_heading


@pytest.mark.parametrize(
    ("body", "html"),
    [
        pytest.param(
            '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>'
            f'{par("A")}</w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>{par("b")}</w:tc><w:tc>'
            f"{par('c')}"
            f"</w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>{par()}</w:tc><w:tc>{par('d')}</w:tc></w:tr></w:tbl>",
            '<table><thead><tr><th colspan="2"><p>A</p></th></tr></thead><tbody><tr><td rowspan="2"><p>b</p></td>'
            "<td><p>c</p></td></tr><tr><td><p>d</p></td></tr></tbody></table>",
            id="merged cells",
        ),
        pytest.param(
            table(("a", "b")).replace("<w:tc>", '<w:tc><w:tcPr><w:gridSpan w:val="many"/></w:tcPr>', 1),
            "<table><tr><td><p>a</p></td><td><p>b</p></td></tr></table>",
            id="damaged width",
        ),
        pytest.param(table(("a", "b")), "<table><tr><td><p>a</p></td><td><p>b</p></td></tr></table>", id="one row"),
        pytest.param(table((par("In a box", "berschrift2") + par("a"),)), "<h2>In a box</h2>\n<p>a</p>", id="one cell"),
        pytest.param(
            table(("a", table(("b", "c"), ("d", "e")) + par()), ("f", "g")),
            "<p>a</p>\n<table><thead><tr><th><p>b</p></th><th><p>c</p></th></tr></thead><tbody><tr><td><p>d</p></td><td>"
            "<p>e</p></td></tr></tbody></table>\n<p>f</p>\n<p>g</p>",
            id="a table of tables",
        ),
        pytest.param(
            table((par("Month", "berschrift1"), "a"), ("b", item("c", 1))),
            "<table><thead><tr><th><p><strong>Month</strong></p></th><th><p>a</p></th></tr></thead><tbody><tr><td><p>b</p>"
            "</td><td><ul><li>c</li></ul></td></tr></tbody></table>",
            id="a heading and a list in cells",
        ),
        pytest.param(
            table(("a", "b"), properties='<w:tblStyle w:val="BoldTable"/>'),
            "<table><tr><td><p>a</p></td><td><p>b</p></td></tr></table>",
            id="bold by the style of the table",
        ),
    ],
)
def test_tables(body: str, html: str) -> None:
    assert read_docx(docx(body)).html == html


@pytest.mark.parametrize(
    ("body", "kind", "note"),
    [
        (par("a", "berschrift1", _IN_LIST), NoteKind.DROPPED, "The automatic numbers of headings are left out."),
        (
            item("a", 6),
            NoteKind.GUESSED,
            "A list with letters or Roman numbers has usual numbers now: check the text for references to them.",
        ),
    ],
)
def test_numbers_that_change_are_noted(body: str, kind: NoteKind, note: str) -> None:
    assert read_docx(docx(body)).notes == (Note(kind, note),)


def test_welsh_by_words_own_setting_is_noted() -> None:
    found = read_docx(docx(par(run("Bore da", '<w:lang w:val="cy-GB"/>'))))
    assert [note.text for note in found.notes if note.kind is NoteKind.GUESSED] == [
        "Most of the text is marked as Welsh in Word: its file ends in .cy.md."
    ]
