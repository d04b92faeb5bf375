"""One story with everything that editors do in Word, and everything that must not be published."""

from PIL import Image

from newsroom.importing.source import NoteKind
from newsroom.importing.word import read_docx
from tests.support.word import docx, field, halves, item, par, picture, run, table, text_box

_EMF = b"\x01\0\0\0" + b"\0" * 36 + b" EMF" + b"\0" * 60
_FOOTNOTES = "".join(
    (
        '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>',
        f'<w:footnote w:id="1">{par("<w:r><w:footnoteRef/></w:r>" + run(" The first note."))}</w:footnote>',
        f'<w:footnote w:id="2">{par("PLANTED in a note of deleted text")}</w:footnote>',
    )
)
_BODY = "".join(
    (
        par("Garddio gyda’n gilydd", "Teitl"),
        par("A year in Tŷ Gwyrdd", "Isdeitl"),
        par("By Ann Archer"),
        par(field('TOC \\o "1-3"', run("PLANTED contents") + "</w:p>" + "<w:p>" + run("PLANTED more contents"))),
        par("How it began", "berschrift1"),
        par(
            run("It was ")
            + run("very", "<w:b/>")
            + run(" wet, “but we came”, said ")
            + run("Siân", "<w:i/>")
            + run(". PLANTED hidden", "<w:vanish/>")
            + run("PLANTED by style", '<w:rStyle w:val="Secret"/>')
            + run("PLANTED white", '<w:color w:val="FFFFFF"/>')
            + run("PLANTED tiny", '<w:sz w:val="2"/>')
            + '<w:commentRangeStart w:id="0"/>'
            + run(" The sŵn grew.")
            + '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'
            + '<w:del w:author="PLANTED author"><w:r><w:delText>PLANTED deleted</w:delText>'
            + '<w:footnoteReference w:id="2"/></w:r></w:del>'
            + f'<w:ins w:author="PLANTED author">{run(" Inserted words stay.")}</w:ins>'
            + f'<w:moveFrom w:author="PLANTED author">{run("PLANTED moved")}</w:moveFrom>'
            + '<w:r><w:footnoteReference w:id="1"/></w:r>'
        ),
        par("PLANTED whole paragraph", "SecretParagraph"),
        par(run("What we grew", "<w:b/>")),
        par("We grew these things over the whole year, in the rain and in the sun."),
        item("Beans", 1),
        item("Runner beans", 1, 1),
        item("Broad beans", 1, 1),
        item("Peas", 1),
        par("•\tTyped apples"),
        par("•\tTyped pears"),
        par("1)\tDig"),
        par("2)\tSow"),
        table(("Month", "Hours"), ("May", "12"), ("Mehefin", "20")),
        par(picture("pic1", "Red beds", 'r="50000"')),
        par("The beds in May", "Caption"),
        par(picture("pic2", "A picture containing grass AI-generated content may be incorrect.")),
        par(picture("pic3", "A chart")),
        par(run("The text around the box.") + text_box(par("Come on Tuesdays"))),
        par("It changed me.", "Dyfyniad"),
        par(
            '<w:hyperlink r:id="web">'
            + run("our page")
            + '</w:hyperlink><w:hyperlink r:id="disk">'
            + run(" and a list")
            + "</w:hyperlink>"
        ),
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
        + par("PLANTED placeholder")
        + "</w:sdtContent></w:sdt>",
        '<w:sectPr><w:headerReference r:id="rheader1"/></w:sectPr>',
    )
)
_HTML = """\
<p>By Ann Archer</p>
<h1>How it began</h1>
<p>It was <strong>very</strong> wet, “but we came”, said <em>Siân</em> The sŵn grew. Inserted words stay.\
<sup><a href="#footnote-1" id="footnote-ref-1">[1]</a></sup></p>
<h2>What we grew</h2>
<p>We grew these things over the whole year, in the rain and in the sun.</p>
<ul><li>Beans<ul><li>Runner beans</li><li>Broad beans</li></ul></li><li>Peas</li><li>Typed apples</li><li>Typed pears\
</li></ul>
<ol><li>Dig</li><li>Sow</li></ol>
<table><thead><tr><th><p>Month</p></th><th><p>Hours</p></th></tr></thead><tbody><tr><td><p>May</p></td><td><p>12</p>\
</td></tr><tr><td><p>Mehefin</p></td><td><p>20</p></td></tr></tbody></table>
<figure><img src="picture-1.png" alt="Red beds"><figcaption>The beds in May</figcaption></figure>
<p><img src="picture-2.jpg" alt=""></p>
<p>The text around the box.</p>
<p>Come on Tuesdays</p>
<blockquote><p>It changed me.</p></blockquote>
<p><a href="https://example.org/">our page</a> and a list</p>
<ol><li id="footnote-1"><p>The first note. <a href="#footnote-ref-1">↑</a></p></li></ol>"""


def story_file() -> bytes:
    """A Word file with all that a draft must keep, and PLANTED words in all that Word does not show."""
    exif = Image.Exif()
    exif.get_ifd(0x8825)[1] = "N"
    return docx(
        _BODY,
        links={"web": "https://example.org/", "disk": "file:///C:/Users/PLANTED/list.xlsx"},
        media={"image1.png": halves(), "image2.jpeg": halves("JPEG", exif=exif), "image3.emf": _EMF},
        parts={
            "word/footnotes.xml": _FOOTNOTES,
            "word/comments.xml": f'<w:comment w:id="0" w:author="PLANTED author">{par("PLANTED comment")}</w:comment>',
            "word/header1.xml": par("PLANTED header"),
            "docProps/core.xml": "<x>PLANTED property</x>",
            "customXml/item1.xml": "<x>PLANTED custom</x>",
            "word/settings.xml": '<w:docVars><w:docVar w:name="a" w:val="PLANTED variable"/></w:docVars>',
        },
    )


def test_story_becomes_this_html() -> None:
    found = read_docx(story_file())
    assert found.html == _HTML
    assert (found.title, found.subtitle) == ("Garddio gyda’n gilydd", "A year in Tŷ Gwyrdd")


def test_nothing_that_word_does_not_show_gets_through() -> None:
    found = read_docx(story_file())
    everything = (found.html, found.title, found.subtitle, *(f"{note.text} {note.excerpt}" for note in found.notes))
    assert not [text for text in everything if text and "PLANTED" in text]
    assert not [name for name, data in found.pictures.items() if b"PLANTED" in data]


def test_notes_name_what_was_left_out_and_guessed() -> None:
    notes = read_docx(story_file()).notes
    assert {note.text for note in notes if note.kind is NoteKind.DROPPED} == {
        "Comments are left out (1).",
        "The headers and footers of the pages are left out.",
        "Text that was deleted with tracked changes is left out.",
        "The table of contents, or the index, is left out: page numbers have no meaning on a website.",
        "Text that is hidden in Word is left out.",
        "Text that nobody can see is left out: it is at most 1 point high, or has the colour of its background. "
        "If it is wanted, give it the normal size and colour in Word, and import the file again.",
        "A link to a file on a computer is left out: put the file online and link to it there.",
        "The picture image3.emf is left out, because it is in the format EMF, which browsers do not show: save it as "
        "PNG and add it by hand.",
    }
    assert [(note.text, note.excerpt) for note in notes if note.kind is NoteKind.GUESSED] == [
        ("A text box became part of the text: check its place.", "Come on Tuesdays"),
        ("Lines with typed bullets or numbers became a list.", "Typed apples"),
        ("A short line in bold or large letters became a heading.", "What we grew"),
    ]


def test_same_file_gives_the_same_document() -> None:
    assert read_docx(story_file()) == read_docx(story_file())
