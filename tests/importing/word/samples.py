"""The bodies of small Word files with what is rare in one, by what they have."""

from tests.support.word import NUMBERING, STYLES, docx, field, halves, item, par, picture, run, style, table, text_box

_BOLD, _ITALIC, _LARGE = "<w:b/>", "<w:i/>", '<w:sz w:val="32"/>'
_BREAK = "<w:r><w:br/></w:r>"
_TEXT = "These are the words of a usual paragraph, which is long enough to be the text."
_WHITE = '<w:color w:val="FFFFFF"/>'
_LINKS = {"web": "https://example.org/", "old": " https://example.org/#old ", "disk": "file:///C:/Ann/a.docx"}
_HEIGHT = '<w:trHeight w:val="41" w:hRule="exact"/>'
_CLICK = '<a:hlinkClick r:id="{}"/>'


def _moved(text: str, left: int, attribute: str = "left") -> str:
    return par(text, properties=f'<w:ind w:{attribute}="{left}"/>')


def _line(side: str, value: str) -> str:
    return par(properties=f'<w:pBdr><w:{side} w:val="{value}"/></w:pBdr>')


def _link(content: str, attributes: str) -> str:
    return f"<w:hyperlink {attributes}>{content}</w:hyperlink>"


def _drawn(inner: str, shape: str = "shape", attributes: str = "") -> str:
    return f"<w:r><w:pict><v:{shape} {attributes}>{inner}</v:{shape}></w:pict></w:r>"


def _symbols(*codes: tuple[str, str]) -> str:
    return par("".join(f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>' for font, code in codes))


def _math(*parts: str) -> str:
    return par(f"<m:oMath>{''.join(parts)}</m:oMath>")


def _term(name: str, *operands: tuple[str, str]) -> str:
    terms = (f"<m:{each}><m:r><m:t>{text}</m:t></m:r></m:{each}>" for each, text in operands)
    return f"<m:{name}>{''.join(terms)}</m:{name}>"


def _cell(properties: str, words: str) -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{par(words)}</w:tc>"


def _row(properties: str, *cells: str) -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def _form(name: str, data: str, result: str = "") -> str:
    begin, code = f'<w:fldChar w:fldCharType="begin"><w:ffData>{data}</w:ffData></w:fldChar>', f"<w:instrText> {name} "
    separator = f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}' if result else ""
    return f'<w:r>{begin}</w:r><w:r>{code}</w:instrText></w:r>{separator}<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def _white_on(shading: str, around: str = "{}") -> str:
    return around.format(par(run("white", _WHITE), properties=f"<w:shd {shading}/>" if shading else ""))


_COLOURED_TABLE = style("Coloured", "Coloured", '<w:tcPr><w:shd w:fill="203040"/></w:tcPr>', "table")
_MORE_STYLES = "".join(
    (
        style("Contents", "TOC Heading", '<w:basedOn w:val="berschrift1"/>'),
        style("Body", "Body", '<w:pPr><w:ind w:left="700"/></w:pPr><w:rPr><w:sz w:val="30"/></w:rPr>'),
        style("Loud", "Loud", "<w:rPr><w:b/></w:rPr>", "character"),
        _COLOURED_TABLE,
        style("InList", "In list", '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="2"/></w:numPr></w:pPr>'),
        style("OfLevel", "Of level", '<w:pPr><w:numPr><w:numId w:val="8"/></w:numPr></w:pPr>'),
        style("ListStyle", "List style", '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>', "numbering"),
    )
)
_MORE_NUMBERS = (
    '<w:abstractNum w:abstractNumId="8"><w:lvl w:ilvl="1"><w:start w:val="0"/><w:pStyle w:val="OfLevel"/></w:lvl>'
    "</w:abstractNum>"
    '<w:abstractNum w:abstractNumId="9"><w:numStyleLink w:val="ListStyle"/></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="10"><w:lvl w:ilvl="0"><w:numFmt w:val="none"/></w:lvl></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="11"><w:lvl w:ilvl="0"><w:numFmt w:val="decimalZero"/>'
    '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
    + "".join(f'<w:num w:numId="{each}"><w:abstractNumId w:val="{each}"/></w:num>' for each in range(8, 12))
    + '<w:num w:numId="12"><w:abstractNumId w:val="2"/><w:lvlOverride w:ilvl="1"><w:lvl w:ilvl="1">'
    '<w:numFmt w:val="bullet"/></w:lvl></w:lvlOverride></w:num>'
)
_HIGHLIGHTS = {
    "black": "000000",
    "white": "FFFFFF",
    "darkGray": "808080",
    "lightGray": "C0C0C0",
    "red": "FF0000",
    "green": "00FF00",
    "blue": "0000FF",
    "cyan": "00FFFF",
    "magenta": "FF00FF",
    "darkRed": "800000",
    "darkGreen": "008000",
    "darkBlue": "000080",
    "darkCyan": "008080",
    "darkMagenta": "800080",
    "darkYellow": "808000",
    "yellow": "FFFF00",
}
SAMPLES = {
    "titles with pictures": par(run("Our ") + picture("pic1", "Beds") + run("year"), "Teitl")
    + par(picture("pic1", "Sub") + run("line"), "Isdeitl")
    + par(_TEXT),
    "titles in a table": table((par("In", "Teitl"), "b"), (par("Sub", "Isdeitl"), par(run("c", _BOLD), "berschrift1")))
    + par("The subtitle", "Isdeitl")
    + par("A second one", "Isdeitl"),
    "breaks at the ends": par(
        run(" ") + _BREAK * 2 + run(" a ", _BOLD) + _BREAK + run("b", _ITALIC) + run(" ") + _BREAK
    )
    + par(run("c") + f"<w:r><w:rPr>{_BOLD}</w:rPr><w:br/></w:r>"),
    "marks in several runs": par(run("1") + run(")") + run("\t") + run("One", _BOLD))
    + par(run("2") + run(") ", _BOLD) + run("Two"))
    + par("Text")
    + par(run("•", _BOLD) + run("\tA") + run("lone")),
    "typed lists": par("1. One")
    + par("")
    + par("2. Two")
    + par("Text")
    + par("1. Alone")
    + par("Text")
    + par("2. Two")
    + par("3. Three")
    + par("Text")
    + par("(a) One")
    + par("(b) Two")
    + par("Text")
    + par(run("1. Bold", _BOLD))
    + par(run("2. Bold too", _BOLD))
    + par("Text")
    + par("- Not sure")
    + par("Text")
    + par("o\tSure")
    + par("Text")
    + par("1. One")
    + par("3. Three"),
    "typed lists in lists": "".join(
        _moved(f"•\t{left}", left) for left in (0, 200, 201, 500, 800, 1100, 1400, 1700, 2000, 1600, 201, 0)
    ),
    "lines that look like headings": par(run("Our year", _BOLD))
    + par(_TEXT)
    + par("Under it", "berschrift3")
    + par(run("Large", '<w:sz w:val="28"/>'))
    + par(_TEXT)
    + par(run("Not large", '<w:sz w:val="27"/>'))
    + par(_TEXT)
    + par(run("x" * 90, _BOLD))
    + par(_TEXT)
    + par(run("y" * 91, _BOLD))
    + par(_TEXT)
    + par(run("By Ann", _BOLD))
    + par(_TEXT)
    + par(run("Small", _BOLD + '<w:sz w:val="20"/>'))
    + par(_TEXT)
    + table((par(run("In a table", _BOLD)), "b"))
    + par(run("The end", _BOLD)),
    "text that is larger than usual": par(_TEXT, "Body") + par(run("Larger", '<w:sz w:val="38"/>')) + par("a", "Body"),
    "outline levels": par("Deep", properties='<w:outlineLvl w:val="7"/>')
    + par("Text of level 9", properties='<w:outlineLvl w:val="9"/>')
    + par("x" * 201, properties='<w:outlineLvl w:val="1"/>')
    + par("y" * 200, properties='<w:outlineLvl w:val="1"/>'),
    "a paragraph that is just far enough to the right": item("a", 1) + _moved("more", 600),
    "a paragraph that is not": item("a", 1) + _moved("more", 599),
    "indents": _moved("t", 720, "start") + item("a", 1) + _moved("m", 720, "start") + par("by the style", "Body"),
    "kinds of lists in turn": item("a", 1) + item("b", 2) + item("c", 2) + item("d", 1, 1) + item("e", 1),
    "a list that a heading ends": item("a", 1) + par("Heading", "berschrift1") + _moved("not of a", 720),
    "deep lists": "".join(item(text, 2, level) for text, level in (("a", 0), ("b", 1), ("c", 2), ("d", 1), ("e", 0)))
    + item("too deep", 2, 9)
    + par("no level", properties='<w:numPr><w:ilvl w:val="many"/><w:numId w:val="2"/></w:numPr>'),
    "an item of three parts": item("a", 1) + item("b", 1, 1) + _moved("c", 720) + _moved("d", 720) + item("e", 1, 1),
    "numbers": par("a", "InList")
    + item("Zero", 8, 1)
    + par("By the level", "OfLevel")
    + item("By a list of a style", 9)
    + item("Not numbered", 10)
    + item("01", 11)
    + item("A", 12)
    + item("bullet of its own", 12, 1)
    + item("unknown", 99)
    + par("1", "berschrift2", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    + par("2", "berschrift2", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>'),
    "numbers that start again": item("a", 2) + item("b", 2, 1) + item("c", 5) + item("d", 5, 1) + item("e", 2, 1),
    "captions": par(picture("pic1", "Beds") + run("and words"))
    + par("Beside words", "Caption")
    + par(picture("pic1", "B"))
    + par(run("One ") + run("bold", _BOLD), "Caption")
    + par("Two", "Caption"),
    "quotes": par("a", "Dyfyniad") + par("x") + par("b", "Dyfyniad") + par("", "Dyfyniad") + par("c", "Dyfyniad"),
    "lines": "".join(
        par("a") + _line(side, value)
        for side, value in (("top", "single"), ("bottom", "nil"), ("bottom", "none"), ("left", "single"))
    )
    + par(run("b") + _drawn("", "rect", 'o:hr="true"'))
    + par(run("c") + _drawn("", "rect", 'o:hr="f"')),
    "heading of the contents": par("Contents", "Contents") + par("a"),
    "large first letters": par("T", properties='<w:framePr w:dropCap="margin"/>')
    + par("he beds")
    + par("N", properties='<w:framePr w:dropCap="none"/>')
    + "<w:p><w:r><w:t>o</w:t></w:r></w:p>"
    + par("L", properties='<w:framePr w:dropCap="drop"/>')
    + "<w:p><w:r><w:t>ast</w:t></w:r></w:p>"
    + par("E", properties='<w:framePr w:dropCap="drop"/>'),
    "pictures with links": par(
        picture("pic1", "A", extra=_CLICK.format("web"))
        + _link(picture("pic1", "B", extra=_CLICK.format("web")), 'r:id="old"')
        + picture("pic1", "C", extra=_CLICK.format("disk"))
        + picture("pic1", "D", extra=_CLICK.format("none"))
    ),
    "links": par(_link(run("a"), 'r:id="web" w:docLocation="x"'))
    + par(_link(run("b"), 'r:id="old" w:anchor="y"') + _link(run("c"), ""))
    + par(_link(run("d"), 'r:id="disk"') + field('hyperlink "https://a.example" \\l top \\t "_blank"', run("e")))
    + par(field('HYPERLINK "" \\o "Tip" \\s x', run("f")) + field(' HYPERLINK \\l "here" \\n', run("g") + run("h")))
    + par(_link(field("HYPERLINK https://b.example", run("i")), 'r:id="web"'))
    + par(_link(run("j"), 'w:anchor="two"') + _link(run("k"), 'w:anchor="lost"')),
    "bookmarks": par('<w:bookmarkStart w:name="a b"/>' + run("x"))
    + par('<w:bookmarkStart w:name="one"/><w:bookmarkStart w:name="two"/>' + run("H"), "berschrift1")
    + par(_link(run("l"), 'w:anchor="two"') + _link(run("m"), 'w:anchor="end"'))
    + '<w:bookmarkStart w:name="end"/>'
    + table(("a",))
    + par("H2", "berschrift2")
    + par('<w:bookmarkStart w:name="empty"/>', "berschrift2")
    + '<w:bookmarkEnd w:id="1"/><w:bookmarkStart w:name="last"/>',
    "fields": par(f'<w:fldSimple w:instr=" toc \\o">{run("contents")}</w:fldSimple>' + run("a"))
    + par(field("INDEX", run("words of the index")) + run("b") + field("EQ x", "") + run("c"))
    + par('<w:r><w:fldChar w:fldCharType="end"/></w:r>' + run("d") + field(" PAGEREF a ", run("5")))
    + par('<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("e") + field("", run("f")))
    + par(field("A", "").replace('<w:r><w:fldChar w:fldCharType="separate"/></w:r>', "") + run("g"))
    + par(field("symbol 7", "").replace('<w:r><w:fldChar w:fldCharType="separate"/></w:r>', "") + run("h")),
    "forms": par(_form("formcheckbox", "<w:checkBox><w:default/></w:checkBox>") + run("a"))
    + par(_form("FORMCHECKBOX", '<w:checkBox><w:default/><w:checked w:val="0"/></w:checkBox>') + run("b"))
    + par(_form("FORMCHECKBOX", "<w:checkBox/>") + run("c") + _form("FORMDROPDOWN", "") + run("d"))
    + par(_form("FORMDROPDOWN", '<w:ddList><w:listEntry w:val="May"/></w:ddList>'))
    + par(_form("FORMDROPDOWN", '<w:ddList><w:result w:val="1"/><w:listEntry w:val="May"/></w:ddList>') + run("e"))
    + par(_form("FORMDROPDOWN", '<w:ddList><w:listEntry w:val="May"/></w:ddList>', run("June"))),
    "runs with several parts": par(
        '<w:r><w:rPr><w:b/></w:rPr><w:t>a</w:t><w:fldChar w:fldCharType="begin"/><w:instrText>DATE</w:instrText>'
        '<w:fldChar w:fldCharType="separate"/><w:t>b</w:t><w:fldChar w:fldCharType="end"/><w:t>c</w:t></w:r>'
    ),
    "drawings": par(run("a") + _drawn('<v:textpath string="Come!"/><v:textpath string=" "/>'))
    + par(
        "<w:r><w:drawing><a:graphic><a:p><a:r><a:t>of a </a:t></a:r><a:r><a:t>drawing</a:t></a:r></a:p><a:p/>"
        "</a:graphic></w:drawing></w:r>"
    )
    + par('<w:r><w:object><o:OLEObject ProgID=""/><w:control/></w:object></w:r>' + run("b"))
    + par(run("c") + text_box(par("d") + par("e")) + text_box(par("f") + par(text_box(par("g"))) + par("h")))
    + f"<w:r><w:pict><v:shape/></w:pict></w:r>{par(text_box(par()))}",
    "old pictures": par(
        _drawn('<v:imagedata r:id="pic1" croptop="8192f"/>', attributes='style="rotation:90.4deg" alt="Beds"')
        + _drawn('<v:fill type="solid"/>', "rect")
        + _drawn('<v:fill o:relid="pic1"/>', "rect", 'alt="F" style="rotation:wide"')
        + _drawn('<v:imagedata r:id="pic1" cropleft="much" cropbottom="25%"/><v:imagedata r:id="none"/>')
        + _drawn('<v:imagedata r:id="disk"/>')
    ),
    "cut pictures": par(
        picture("pic1", "A", 'l="25000" t="50000"')
        + picture("pic1", "B", 'r="25000" b="25000"', 'flipV="1"')
        + picture("pic1", "C").replace("<a:srcRect />", '<a:stretch><a:fillRect t="-100000" r="-60000"/></a:stretch>')
        + picture("pic1", "D", 'l="50000"').replace(
            "/></pic:b", '/><a:stretch><a:fillRect b="-100000" r="50000"/></a:stretch></pic:b'
        )
        + picture("pic1", "E", 'l="50000" r="50000"')
        + picture("pic1", "F", frame='rot="-5400000"')
        + picture("pic1", "G", frame='rot="2640000"')
        + picture("pic1", " ").replace("<pic:pic>", '<pic:pic><pic:nvPicPr><pic:cNvPr descr="H"/></pic:nvPicPr>')
    ),
    "symbols": _symbols(("Wingdings", "F0FC"), ("Wingdings 2", "A7"), ("Wingdings", "F0A8"), ("Symbol", "zz"))
    + _symbols(("Somebody", "F0B7"), ("Somebody", "41"), ("Symbol", "61"), ("Somebody", "F0FF"), ("Symbol", "12345"))
    + _symbols(("Somebody", "EFFF"), ("Somebody", "F000"), ("Somebody", "F100"))
    + par(run("x\uf0b7"))
    + par(run("a\uf0b7", '<w:rFonts w:hAnsi="Symbol"/>') + run("ab", '<w:rFonts w:ascii="Symbol"/>')),
    "equations": _math(_term("f", ("num", "10"), ("den", "x+1")), _term("sSup", ("e", "a b"), ("sup", "2")))
    + _math(_term("sSub", ("e", "x"), ("sub", "i+j")), "<m:r><w:t>c</w:t></m:r>", _term("f", ("num", "1")))
    + par(f"<m:oMathPara>{'<m:oMath><m:r><m:t>d</m:t></m:r></m:oMath>'}</m:oMathPara>" + run("e"))
    + par("<w:r><w:ruby><w:rubyBase/></w:ruby></w:r>" + run("f")),
    "emphasis": par(run("a", '<w:rStyle w:val="Loud"/>') + run("b", "<w:dstrike/>") + run("c", '<w:b w:val="off"/>'))
    + par(
        run("d", '<w:vertAlign w:val="subscript"/>')
        + run("e", '<w:vertAlign w:val="baseline"/>')
        + run("f", "<w:b/><w:i/>")
    )
    + par(run("g", "<w:i/>") + run("h"), "Dyfyniad")
    + par(run("i", '<w:i w:val="0"/>') + run("j", '<w:rStyle w:val="none"/>'), "Dyfyniad"),
    "tables": table(("a",), ("b", "c"), ("d", "e"))
    .replace("<w:tr>", "<w:tr><w:trPr><w:tblHeader/></w:trPr>")
    .replace("</w:tr>", "</w:tr>", 1)
    + f"<w:tbl>{_row('', _cell('', 'a'), _cell('', 'b'))}{_row('<w:tblHeader/>', _cell('', 'c'), _cell('', 'd'))}"
    f"{_row('<w:gridBefore w:val=!1!/>', _cell('', 'e'))}{_row('<w:tblHeader/>', _cell('', 'f'))}</w:tbl>"
    f"<w:tbl>{_row('', _cell('<w:gridSpan w:val=!99!/>', 'a'), _cell('', 'b'))}</w:tbl>".replace("!", '"')
    + table((table(("b", "c")) + par("d"),))
    + table(("a", "")),
    "revisions": par("<w:ins><w:r><w:t>a</w:t></w:r></w:ins><w:r><w:lastRenderedPageBreak/><w:t>b</w:t></w:r>")
    + par("gone", properties="<w:rPr><w:moveFrom/></w:rPr>")
    + par("stays", properties="<w:rPr><w:rPrChange><w:rPr><w:b/></w:rPr></w:rPrChange></w:rPr>")
    + f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{table(('x', 'y'))}</w:sdtContent></w:sdt>"
    + f"<w:tbl>{_row('', _cell('<w:cellDel/>', 'z'), _cell('', 'kept'))}</w:tbl>"
    + par(
        "<w:r><mc:AlternateContent><mc:Choice><w:t/></mc:Choice><mc:Fallback><w:x/></mc:Fallback></mc:AlternateContent><w:t>c</w:t></w:r>"
    ),
    "placeholder of a cell": "<w:tbl><w:tr><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
    f"{_cell('', 'x')}</w:sdtContent></w:sdt>{_cell('', 'kept')}</w:tr></w:tbl>",
    "marks that show nothing": par(
        run("a")
        + "<w:proofErr/><w:permStart/><w:permEnd/><w:r><w:annotationRef/><w:pgNum/><w:separator/></w:r>"
        + run("b")
    )
    + par("12.\tTwelve")
    + par("13.\tThirteen")
    + par("a -\tb")
    + par("c - d")
    + par("e 1. f")
    + par("g 2. h"),
    "deleted table": f"{par('a')}<w:tbl>{_row('<w:del/>', _cell('', 'b'))}</w:tbl>",
    "footnote in deleted text": par("<w:del><w:r><w:t>a</w:t></w:r></w:del>" + run("b")),
    "heights": f"<w:tbl>{_row(_HEIGHT, _cell('', 'a'), _cell('', 'b'))}</w:tbl>"
    + par(run("c", '<w:sz w:val="3"/>') + run("d", '<w:sz w:val="2"/>') + run("e", '<w:sz w:val="much"/>'))
    + par("f", properties='<w:spacing w:line="40" w:lineRule="exact"/>')
    + par("g", properties='<w:spacing w:line="41" w:lineRule="exact"/>')
    + par("h", properties='<w:spacing w:line="20" w:lineRule="auto"/>'),
    "colours": par(
        run("EF ", '<w:color w:val="EFEFEF"/>')
        + run("EE ", '<w:color w:val="EEEEEE"/>')
        + run("auto ", '<w:color w:val="auto"/>')
        + run("theme ", '<w:color w:val="auto" w:themeColor="text1"/>')
        + run("word ", '<w:color w:val="white"/>')
        + run("yellow ", '<w:color w:val="FFFF00"/><w:highlight w:val="yellow"/>')
        + run("strange ", '<w:color w:val="FFFFFF"/><w:highlight w:val="strange"/>')
        + run(
            "outline ", "<w14:textFill><w14:noFill/></w14:textFill><w14:textOutline><w14:solidFill/></w14:textOutline>"
        )
    )
    + _white_on('w:val="nil" w:fill="000000"')
    + _white_on('w:val="solid" w:color="000000" w:fill="FFFFFF"')
    + _white_on('w:val="pct20" w:fill="FFFFFF"')
    + _white_on('w:fill="auto"')
    + _white_on("", "<w:tbl><w:tblPr><w:tblStyle w:val='Coloured'/></w:tblPr><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>")
    + _white_on("", "<w:tbl><w:tblPr><w:shd w:fill='203040'/></w:tblPr><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>"),
    "highlights": par(
        "".join(
            run(name, f'<w:color w:val="{colour}"/><w:highlight w:val="{name}"/>')
            + run("seen ", f'<w:color w:val="204060"/><w:highlight w:val="{name}"/>')
            for name, colour in _HIGHLIGHTS.items()
        )
    ),
    "colours of shapes": par(
        "".join(
            text_box(par(run(name, _WHITE)), shape)
            for name, shape in {
                "bg1": '<a:solidFill><a:schemeClr val="bg1"/></a:solidFill>',
                "lum": '<a:solidFill><a:schemeClr val="bg1"><a:lumMod val="5"/></a:schemeClr></a:solidFill>',
                "accent": '<a:solidFill><a:schemeClr val="accent1"/></a:solidFill>',
            }.items()
        )
        + "".join(
            _drawn(
                f"<v:textbox><w:txbxContent>{par(run(fill, _WHITE))}</w:txbxContent></v:textbox>",
                "rect",
                f'fillcolor="{fill}"',
            )
            for fill in ("white", "white [3212]", "black [3213]", "#203040", "#fefefe")
        )
        + "".join(
            _drawn(
                f"<v:textbox><w:txbxContent>{par(run(name, _WHITE))}</w:txbxContent></v:textbox>",
                name,
                'fillcolor="black"',
            )
            for name in ("shape", "rect", "roundrect", "oval", "line")
        )
    ),
    "language": par(run("Bore da", '<w:lang w:val="cy-GB"/>') + run("Good morning", '<w:lang w:val="en-GB"/>')),
    "several bodies and headers": par('<w:r><w:commentReference w:id="1"/></w:r>' * 2 + run("a"))
    + "<w:sectPr><w:footerReference/></w:sectPr><w:subDoc/></w:body><w:body>"
    + par("b"),
}


def sample_file(name: str) -> bytes:
    """One of them as a Word file."""
    parts = {"word/styles.xml": STYLES + _MORE_STYLES, "word/numbering.xml": NUMBERING + _MORE_NUMBERS}
    return docx(SAMPLES[name], links=_LINKS, media={"a.png": halves()}, parts=parts)
