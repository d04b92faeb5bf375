"""What a reader does not see in Word is not imported; what they see is."""

import pytest

from newsroom.importing.source import ImportRefusedError
from newsroom.importing.word import read_docx
from tests.support.word import docx, field, par, rewritten, run, table, text_box

_WHITE = '<w:color w:val="FFFFFF"/>'
_BLUE_CELL = '<w:tbl><w:tr><w:tc><w:tcPr><w:shd w:fill="1F3864"/></w:tcPr>{}</w:tc></w:tr></w:tbl>'
_SECRET = "xylophone"
_HIDDEN = {
    "hidden": par(run(_SECRET, "<w:vanish/>")),
    "hidden in the web view": par(run(_SECRET, "<w:webHidden/>")),
    "hidden by a style of characters": par(run(_SECRET, '<w:rStyle w:val="Secret"/>')),
    "hidden by a style of paragraphs": par(_SECRET, "SecretParagraph"),
    "hidden row": f"<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr><w:tc>{par(_SECRET)}</w:tc></w:tr></w:tbl>",
    "hidden anchor of a text box": par(text_box(par(_SECRET)).replace("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>", 1)),
    "hidden shape": par(text_box(par(_SECRET)).replace('name="b"', 'name="b" hidden="1"')),
    "hidden shape, said otherwise": par(text_box(par(_SECRET)).replace('name="b"', 'name="b" hidden="true"')),
    "hidden shape of new programs alone": par(
        text_box(par(_SECRET))
        .replace('name="b"', 'name="b" hidden="true"')
        .replace("<w:txbxContent>", "<w:p>", 1)
        .replace("</w:txbxContent>", "</w:p>", 1)
    ),
    "hidden text in a text box": par(text_box(par(run(_SECRET, "<w:vanish/>")))),
    "hidden old shape": par(
        f'<w:r><w:pict><v:shape style="visibility: hidden"><v:textbox><w:txbxContent>{par(_SECRET)}</w:txbxContent>'
        "</v:textbox></v:shape></w:pict></w:r>"
    ),
    "hidden shape for old programs too": par(
        text_box(par(_SECRET))
        .replace('name="b"', 'name="b" hidden="1"')
        .replace("<w:txbxContent>", "<w:p>", 1)
        .replace("</w:txbxContent>", "</w:p>", 1)
    ),
    "hidden shape in a group": par(
        text_box(par(_SECRET)).replace("<wps:wsp>", '<wps:wsp><wps:cNvPr id="2" name="s" hidden="1"/>')
    ),
    "hidden old group": par(
        f'<w:r><w:pict><v:group style="display:none"><v:shape><v:textbox><w:txbxContent>{par(_SECRET)}'
        "</w:txbxContent></v:textbox></v:shape></v:group></w:pict></w:r>"
    ),
    "hidden by a style of tables": table((par(_SECRET), "a"), properties='<w:tblStyle w:val="SecretTable"/>'),
    "row without height": (
        '<w:tbl><w:tr><w:trPr><w:trHeight w:val="4" w:hRule="exact"/></w:trPr>'
        f"<w:tc>{par(_SECRET)}</w:tc><w:tc>{par()}</w:tc></w:tr></w:tbl>"
    ),
    "line without height": par(_SECRET, properties='<w:spacing w:line="20" w:lineRule="exact"/>'),
    "deleted part of an equation": par(f"<m:oMath><m:r><w:rPr><w:del/></w:rPr><m:t>{_SECRET}</m:t></m:r></m:oMath>"),
    "hidden equation": par(f"<m:oMath><m:r><w:rPr><w:vanish/></w:rPr><m:t>{_SECRET}</m:t></m:r></m:oMath>"),
    "deleted": par(f"<w:del><w:r><w:delText>{_SECRET}</w:delText></w:r></w:del>"),
    "deleted with w:t": par(f"<w:del>{run(_SECRET)}</w:del>"),
    "moved away": par(f"<w:moveFrom>{run(_SECRET)}</w:moveFrom>"),
    "deleted row": f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>{par(_SECRET)}</w:tc></w:tr></w:tbl>",
    "deleted cell": f"<w:tbl><w:tr><w:tc><w:tcPr><w:cellDel/></w:tcPr>{par(_SECRET)}</w:tc></w:tr></w:tbl>",
    "deleted in inserted": par(f"<w:ins><w:del>{run(_SECRET)}</w:del></w:ins>"),
    "code of a field": par(field(f'INCLUDETEXT "C:/{_SECRET}"', run("kept"))),
    "code of a simple field": par(f'<w:fldSimple w:instr="DOCPROPERTY {_SECRET}">{run("kept")}</w:fldSimple>'),
    "code of an index entry": par(
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>XE "{_SECRET}"</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    ),
    "field in a field's code": par(
        field(f"IF {field('MERGEFIELD a', run(_SECRET))} x", run("kept")).replace("&lt;", "<").replace("&gt;", ">")
    ),
    "table of contents with its heading": (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
        f"<w:sdtContent>{par(_SECRET)}{par(field('TOC', run(_SECRET)))}</w:sdtContent></w:sdt>"
    ),
    "placeholder": f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{par(_SECRET)}</w:sdtContent></w:sdt>",
    "name of a content control": par(
        f'<w:sdt><w:sdtPr><w:alias w:val="{_SECRET}"/></w:sdtPr><w:sdtContent>{run("kept")}</w:sdtContent></w:sdt>'
    ),
    "white": par(run(_SECRET, _WHITE)),
    "nearly white": par(run(_SECRET, '<w:color w:val="FDFDFD"/>')),
    "white by the theme": par(run(_SECRET, '<w:color w:val="auto" w:themeColor="background1"/>')),
    "blue on a blue cell": _BLUE_CELL.format(par(run(_SECRET, '<w:color w:val="1F3864"/>'))),
    "white in a white box": par(
        text_box(par(run(_SECRET, _WHITE)), '<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>')
    ),
    "black under a black highlight": par(run(_SECRET, '<w:highlight w:val="black"/>')),
    "without a fill": par(run(_SECRET, "<w14:textFill><w14:noFill/></w14:textFill>")),
    "one point high": par(run(_SECRET, '<w:sz w:val="2"/>')),
    "custom XML's name": f'<w:customXml w:element="{_SECRET}">{par("kept")}</w:customXml>',
    "title of a picture": par(
        f'<w:r><w:drawing><wp:inline><wp:docPr id="1" name="{_SECRET}" title="{_SECRET}"/></wp:inline>'
        "</w:drawing></w:r>"
    ),
}
_SHOWN = {
    "white on a dark cell": _BLUE_CELL.format(par(run(_SECRET, _WHITE))),
    "white on a dark paragraph": par(run(_SECRET, _WHITE), properties='<w:shd w:val="clear" w:fill="000000"/>'),
    "white on a highlight": par(run(_SECRET, f'{_WHITE}<w:highlight w:val="blue"/>')),
    "white in a dark box": par(
        text_box(par(run(_SECRET, _WHITE)), '<a:solidFill><a:srgbClr val="203040"/></a:solidFill>')
    ),
    "white in a box on a picture": par(text_box(par(run(_SECRET, _WHITE)), "<a:noFill/>")),
    "automatic on black": par(run(_SECRET, '<w:shd w:val="clear" w:fill="000000"/>')),
    "hidden switched off": par(run(_SECRET, '<w:vanish w:val="0"/>')),
    "hidden style switched off": par(run(_SECRET, '<w:rStyle w:val="Secret"/><w:vanish w:val="false"/>')),
    "two styles that hide": par(run(_SECRET, '<w:rStyle w:val="Secret"/>'), "SecretParagraph"),
    "row whose hiding is switched off": (
        f'<w:tbl><w:tr><w:trPr><w:hidden w:val="0"/></w:trPr><w:tc>{par(_SECRET)}</w:tc></w:tr></w:tbl>'
    ),
    "placeholder that was replaced": (
        f'<w:sdt><w:sdtPr><w:showingPlcHdr w:val="0"/></w:sdtPr><w:sdtContent>{par(_SECRET)}</w:sdtContent></w:sdt>'
    ),
    "inserted": par(f"<w:ins>{run(_SECRET)}</w:ins>"),
    "moved here": par(f"<w:moveTo>{run(_SECRET)}</w:moveTo>"),
}


@pytest.mark.parametrize("body", [pytest.param(body, id=name) for name, body in _HIDDEN.items()])
def test_what_word_does_not_show_is_not_imported(body: str) -> None:
    found = read_docx(docx(par("Before") + body + par("After")))
    assert _SECRET not in f"{found.html} {found.title} {found.notes}"
    assert "Before" in found.html
    assert "After" in found.html


@pytest.mark.parametrize("body", [pytest.param(body, id=name) for name, body in _SHOWN.items()])
def test_what_word_shows_is_imported(body: str) -> None:
    assert _SECRET in read_docx(docx(par("Before") + body)).html


def test_paragraphs_join_where_the_end_of_one_is_deleted_or_hidden() -> None:
    deleted, hidden = (
        par("One ", properties="<w:rPr><w:del/></w:rPr>"),
        par("two ", properties="<w:rPr><w:vanish/></w:rPr>"),
    )
    assert read_docx(docx(deleted + hidden + par("three"))).html == "<p>One two three</p>"


def test_a_heading_on_the_line_of_its_text_stays_a_heading() -> None:
    heading = par("Hanes", "berschrift1", "<w:rPr><w:vanish/><w:specVanish/></w:rPr>")
    assert read_docx(docx(heading + par("Text"))).html == "<h1>Hanes</h1>\n<p>Text</p>"


def test_white_text_on_a_coloured_page_is_kept() -> None:
    body = par("Text") + par(run(_SECRET, _WHITE))
    data = rewritten(docx(body), lambda _, part: part.replace(b"<w:body>", b'<w:background w:color="203040"/><w:body>'))
    assert _SECRET in read_docx(data).html


def test_white_text_on_an_unknown_background_is_to_be_checked() -> None:
    found = read_docx(docx(par(text_box(par(run("Come", _WHITE)), "<a:noFill/>"))))
    assert "Some text is white in Word. Check that readers were meant to see it." in [note.text for note in found.notes]


def test_a_document_that_shows_nothing_is_refused() -> None:
    with pytest.raises(ImportRefusedError, match="no text that can be seen"):
        read_docx(docx(par(run("a", "<w:vanish/>")) + table()))
