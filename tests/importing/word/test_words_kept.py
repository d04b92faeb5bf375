"""No word that Word shows is lost; what has no place on a page is named."""

import pytest

from newsroom.importing.html import html_to_markdown
from newsroom.importing.source import Note, NoteKind
from newsroom.importing.word import read_docx
from tests.support.word import docx, field, halves, item, par, picture, rewritten, run, style, text_box

_DIAGRAM = (
    '<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><dgm:relIds r:dm="pic1"/></a:graphicData></a:graphic>'
    "</wp:inline></w:drawing></w:r>"
)
_DIAGRAM_DATA = (
    b'<dgm:dataModel xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" '
    b'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><dgm:pt><dgm:t><a:p><a:r><a:t>Plan</a:t></a:r></a:p>'
    b"</dgm:t></dgm:pt><dgm:pt><dgm:t><a:p/></dgm:t></dgm:pt><dgm:pt><dgm:t><a:p><a:r><a:t>Do</a:t></a:r></a:p></dgm:t>"
    b"</dgm:pt></dgm:dataModel>"
)


@pytest.mark.parametrize(
    ("body", "html"),
    [
        pytest.param(par(run("a") + text_box(par("b") + par("c"))), "<p>a</p>\n<p>b</p>\n<p>c</p>", id="text box"),
        pytest.param(par(text_box(par(run("a") + text_box(par("b"))))), "<p>a</p>\n<p>b</p>", id="box in a box"),
        pytest.param(par(text_box(par("only"))), "<p>only</p>", id="only a text box"),
        pytest.param(
            par('<w:r><w:pict><v:shape><v:textpath string="Come!"/></v:shape></w:pict></w:r>'),
            "<p>Come!</p>",
            id="WordArt",
        ),
        pytest.param(
            f"<w:sdt><w:sdtContent>{par('a')}<w:sdt><w:sdtContent>{par('b')}</w:sdtContent></w:sdt></w:sdtContent></w:sdt>",
            "<p>a</p>\n<p>b</p>",
            id="content controls",
        ),
        pytest.param(
            par(f"<w:smartTag>{run('a')}</w:smartTag><w:customXml>{run('b')}</w:customXml>"), "<p>ab</p>", id="tags"
        ),
        pytest.param(par(f"<w:dir>{run('a')}</w:dir><w:bdo>{run('b')}</w:bdo>"), "<p>ab</p>", id="directions"),
        pytest.param(
            par(run("co\u00ad") + "<w:r><w:softHyphen/><w:t>op</w:t><w:noBreakHyphen/><w:t>s</w:t></w:r>"),
            "<p>coop-s</p>",
            id="hyphens",
        ),
        pytest.param(
            par("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:ptab/><w:t>c</w:t></w:r>"), "<p>a\tb\tc</p>", id="tabs"
        ),
        pytest.param(par("<w:r><w:t>a</w:t><w:cr/><w:t>b</w:t></w:r>"), "<p>a<br>b</p>", id="carriage return"),
        pytest.param(
            par('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:sym w:font="Symbol" w:char="F061"/></w:r>'),
            "<p>✓α</p>",
            id="symbols",
        ),
        pytest.param(
            par(
                run("a")
                + "<m:oMath><m:f><m:num><m:r><m:t>x+1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f>"
                + "</m:oMath>"
            ),
            "<p>a(x+1)/2</p>",
            id="equation",
        ),
        pytest.param(
            f"<m:oMathPara><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath></m:oMathPara>{par('a')}",
            "<p>x</p>\n<p>a</p>",
            id="line with an equation",
        ),
        pytest.param(
            par(f"<w:r><w:ruby><w:rt>{run('kan')}</w:rt><w:rubyBase>{run('漢')}</w:rubyBase></w:ruby></w:r>"),
            "<p>漢 (kan)</p>",
            id="reading of a character",
        ),
        pytest.param(
            par(run("a") + "<w:r><w:footnoteReference w:id='7'/></w:r>"), "<p>a</p>", id="footnote that is missing"
        ),
        pytest.param(
            par("ŵ ŷ “it’s” – …\u00a0€ &"), "<p>ŵ ŷ “it’s” – …\u00a0€ &amp;</p>", id="letters and quotation marks"
        ),
        pytest.param(par(field("PAGE", run("7"))), "<p>7</p>", id="result of a field"),
        pytest.param(
            par('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + run("kept")), "<p>kept</p>", id="field without an end"
        ),
        pytest.param(
            par(
                '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData>'
                "</w:fldChar>"
                '<w:instrText>FORMCHECKBOX</w:instrText><w:fldChar w:fldCharType="separate"/>'
                '<w:fldChar w:fldCharType="end"/></w:r>' + run(" Yes")
            ),
            "<p>☒ Yes</p>",
            id="check box",
        ),
        pytest.param(
            par(
                '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/>'
                '<w:listEntry w:val="May"/>'
                '<w:listEntry w:val="June"/></w:ddList></w:ffData></w:fldChar><w:instrText>FORMDROPDOWN</w:instrText>'
                '<w:fldChar w:fldCharType="end"/></w:r>'
            ),
            "<p>June</p>",
            id="choice",
        ),
        pytest.param(par("a") + "<w:altChunk/>" + par("b"), "<p>a</p>\n<p>b</p>", id="around an embedded document"),
    ],
)
def test_words_are_kept(body: str, html: str) -> None:
    assert read_docx(docx(body)).html == html


def test_a_document_of_strict_open_xml_is_read_alike() -> None:
    data = docx(par("Hanes", "berschrift1") + par(picture("pic1", crop='r="50%"')), media={"a.png": halves()})
    strict = rewritten(
        data,
        lambda _, part: (
            part.replace(b"schemas.openxmlformats.org/wordprocessingml/2006", b"purl.oclc.org/ooxml/wordprocessingml")
            .replace(b"schemas.openxmlformats.org/drawingml/2006", b"purl.oclc.org/ooxml/drawingml")
            .replace(b"schemas.openxmlformats.org/officeDocument/2006", b"purl.oclc.org/ooxml/officeDocument")
        ),
    )
    assert strict != data
    assert read_docx(strict) == read_docx(data)


def test_footnotes_and_endnotes_are_at_the_end() -> None:
    references = (
        '<w:r><w:endnoteReference w:id="1"/><w:footnoteReference w:id="1" w:customMarkFollows="1"/><w:t>*</w:t></w:r>'
    )
    notes = {
        f"word/{name}s.xml": f'<w:{name} w:id="1">{par(run(f"In a {name}."))}{par("More")}</w:{name}>'
        for name in ("footnote", "endnote")
    }
    assert read_docx(docx(par(run("a") + references), parts=notes)).html == (
        '<p>a<sup><a href="#endnote-1" id="endnote-ref-1">[1]</a></sup><sup><a href="#footnote-1" id="footnote-ref-1">'
        "[2]"
        '</a></sup></p>\n<ol><li id="endnote-1"><p>In a endnote.</p><p>More <a href="#endnote-ref-1">↑</a></p></li>'
        '<li id="footnote-1"><p>In a footnote.</p><p>More <a href="#footnote-ref-1">↑</a></p></li></ol>'
    )


def test_footnote_with_two_references_is_there_once() -> None:
    reference = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    notes = {"word/footnotes.xml": f'<w:footnote w:id="1">{par("A note.")}</w:footnote>'}
    converted = html_to_markdown(read_docx(docx(par(run("a") + reference + run("b") + reference), parts=notes)).html)
    assert (converted.markdown, converted.notes) == ("a[^1]b[^1]\n\n[^1]: A note.\n", ())


def test_a_footnote_of_the_title_is_not_a_part_of_it() -> None:
    title = par(run("Hanes") + '<w:r><w:footnoteReference w:id="1"/></w:r>', "Teitl")
    found = read_docx(
        docx(title + par("a"), parts={"word/footnotes.xml": f'<w:footnote w:id="1">{par("b")}</w:footnote>'})
    )
    assert found.title == "Hanes"
    assert "b" in found.html


@pytest.mark.parametrize(
    ("before", "html"),
    [
        (par(run("a") + _DIAGRAM), "<p>a</p>\n<ul><li>Plan</li><li>Do</li></ul>"),
        (item("a", 1) + par(_DIAGRAM), "<ul><li>a</li><li>Plan</li><li>Do</li></ul>"),
    ],
)
def test_a_diagram_becomes_a_list(before: str, html: str) -> None:
    found = read_docx(docx(before, media={"data.xml": _DIAGRAM_DATA}))
    assert found.html == html
    assert [note.kind for note in found.notes] == [NoteKind.GUESSED]


@pytest.mark.parametrize(
    ("content", "note"),
    [
        (
            "<w:r><w:drawing><wp:inline><a:graphic><c:chart r:id='x'/></a:graphic></wp:inline></w:drawing></w:r>",
            "A chart is left out: save it as a picture and add it by hand.",
        ),
        (
            '<w:r><w:object><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>',
            "An embedded object (Excel) is left out. If its text or table is wanted, copy it into the text.",
        ),
        (
            '<w:r><w:sym w:font="Somebody" w:char="F0FF"/></w:r>',
            "A symbol of a special font is left out: look at the text around it.",
        ),
        (_DIAGRAM, "A diagram is left out: save it as a picture and add it by hand."),
    ],
)
def test_what_has_no_place_on_a_page_is_named(content: str, note: str) -> None:
    found = read_docx(docx(par(run("a") + content)))
    assert found.html == "<p>a</p>"
    assert found.notes == (Note(NoteKind.DROPPED, note),)


@pytest.mark.parametrize(
    ("body", "html"),
    [
        (
            field('HYPERLINK "https://a.example/?a=1&b=2" \\o "Tip"', run("x")),
            '<a href="https://a.example/?a=1&amp;b=2">x</a>',
        ),
        (field("HYPERLINK www.example.org", run("x")), '<a href="https://www.example.org">x</a>'),
        (field("HYPERLINK mailto:a@example.org", run("x")), '<a href="mailto:a@example.org">x</a>'),
        (
            '<w:fldSimple w:instr="HYPERLINK &quot;https://a.example&quot;">' + run("x") + "</w:fldSimple>",
            '<a href="https://a.example">x</a>',
        ),
        (
            '<w:hyperlink r:id="web" w:anchor="top">' + run("x") + "</w:hyperlink>",
            '<a href="https://example.org/#top">x</a>',
        ),
        (field('HYPERLINK "javascript:alert(1)"', run("x")), "x"),
        (field('HYPERLINK "C:\\\\Users\\\\Ann\\\\a.docx"', run("x")), "x"),
    ],
)
def test_links(body: str, html: str) -> None:
    assert read_docx(docx(par(body), links={"web": "https://example.org/"})).html == f"<p>{html}</p>"


def test_links_within_the_document_lead_to_headings() -> None:
    link = '<w:hyperlink w:anchor="_Ref1">' + run("x") + "</w:hyperlink>"
    body = par(link) + '<w:bookmarkStart w:name="_Ref1" w:id="1"/>' + par("Hanes", "berschrift1")
    assert read_docx(docx(body)).html == '<p><a href="#_Ref1">x</a></p>\n<h1 id="_Ref1">Hanes</h1>'


def test_styles_that_are_based_on_each_other_end() -> None:
    styles = style("A", "A", '<w:basedOn w:val="B"/>') + style("B", "B", '<w:basedOn w:val="A"/>')
    assert read_docx(docx(par("a", "A"), parts={"word/styles.xml": styles})).html == "<p>a</p>"


def test_a_style_without_an_id_is_not_the_style_of_other_text() -> None:
    styles = style("", "Empty cell", '<w:rPr><w:sz w:val="2"/></w:rPr>')
    assert read_docx(docx(par("a"), parts={"word/styles.xml": styles})).html == "<p>a</p>"
