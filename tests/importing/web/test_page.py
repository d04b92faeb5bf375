"""A web page gives its text alone: no menus, comments or hidden text, and pictures only from its own folder."""

import base64
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest

from newsroom.importing.html import html_to_markdown
from newsroom.importing.plain_text import decode_html
from newsroom.importing.source import ImportRefusedError, NoteKind, SourceDocument
from newsroom.importing.web.page import read_page
from newsroom.importing.web.saved_pictures import find_beside, open_archive
from tests.support.images import picture
from tests.support.mailchimp import CLASSIC

SITE = """
<head><title>The garden | Elm council</title><meta property="article:published_time" content="2024-05-03T10:00:00Z">
<style>.off {display: none} @media print {.in-print {display: none}}</style></head>
<body><header>PLANTED header</header><nav>PLANTED menu</nav><div class="cookie-notice">PLANTED cookies</div>
<main><article><header><h1>The garden on Elm Street</h1></header><p>By Siân Elfyn</p>
<p class="in-print">A garden grew in the middle of the town, and nobody knew who had begun it.</p>
<p class="off">PLANTED hidden</p><aside>PLANTED aside</aside><h3>Later</h3><p>It grew.</p>
<div class="sharedaddy">PLANTED share</div><form>PLANTED form</form></article>
<div class="related-posts">PLANTED posts</div></main><footer>PLANTED footer</footer></body>"""
NAMES = """
<body><nav>One</nav><article><h1>Food</h1><p>They cooked together in the hall on Mill Lane, every week.</p>
<h2 id="sharing-a-meal">Sharing a meal</h2><p>They shared it.</p><section id="menu"><h2>Menu</h2><p>Soup and bread.</p>
</section><section id="cookies"><h2>Cookies</h2><p>And tea.</p></section><p class="the-menu">With cheese, always.</p>
<div class="main-menu"><a href=a>PLANTED</a></div>
<ul class=menu><li>Soup<li>Bread and cheese</ul><div id="cookie-notice">PLANTED cookies are here.</div>
<blockquote><p>We only meant to cook.</p><footer>— <cite>Jo, Derby</cite></footer></blockquote>
<section><p>A part.</p><footer>By Bo Oak.</footer></section><aside class=pull><p>The kitchen saved me.</p></aside>
<aside><a href=b>PLANTED</a> other</aside></article></body>"""
NAMES_WRITTEN = """\
They cooked together in the hall on Mill Lane, every week.

## Sharing a meal

They shared it.

## Menu

Soup and bread.

## Cookies

And tea.

With cheese, always.

- Soup
- Bread and cheese

> We only meant to cook.
>
> — *Jo, Derby*

A part.

By Bo Oak.

The kitchen saved me.
"""
WORD = """
<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name=Author content="PLANTED author">
<title>Doc1</title></head><body><div class=WordSection1><p class=MsoTitle>The bus</p><p class=MsoSubtitle>A ride</p>
<p class=MsoToc1>PLANTED contents</p><p class=MsoNormal>It was “late”.<span style='mso-hide:all'>PLANTED hidden</span>
<del cite="mailto:Bob" datetime="2024-01-01T10:00">PLANTED deleted</del>
<ins cite="mailto:PLANTED">Added.</ins><o:p></o:p></p>
<p class=MsoListParagraph><![if !supportLists]><span style='font-family:Symbol'>·&nbsp;&nbsp; </span><![endif]>One</p>
<p class=MsoListParagraph><![if !supportLists]><span style='font-family:Symbol'>·&nbsp;&nbsp; </span><![endif]>Two</p>
<p>Noted<a href="#_ftn1" name="_ftnref1">[1]</a>.<a class=msocomanchor href="#_msocom_1">[PLANTED1]</a></p></div>
<div><div id=ftn1><p><a href="#_ftnref1" name="_ftn1">[1]</a> A note.</p></div></div>
<div style='mso-element:comment-list'><p class=MsoCommentText>PLANTED comment</p></div></body></html>"""
GOOGLE = """
<html><head><style>@import url(https://PLANTED.example);.c1{font-weight:700}li:before{content:"●"}</style></head>
<body class="doc-content"><p class="c5 title"><span>A shed</span></p>
<p>In <span class="c1">March</span> it opened<sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup>, see
<a href="https://www.google.com/url?q=https://shed.example/&amp;sa=D">the page</a>.</p>
<ul class="lst-kix_a1-0 start"><li>Toys</li></ul><ul class="lst-kix_a1-1 start"><li>for children</li></ul>
<ul class="lst-kix_a1-2 start"><li>small</li></ul><ul class="lst-kix_a1-1"><li>for schools</li></ul>
<ul class="lst-kix_a1-0"><li>Boxes</li></ul>
<div><p><a href="#cmnt_ref1" id="cmnt1">[a]</a> PLANTED comment</p></div></body></html>"""
ONENOTE = """<html><head><title>Visit</title></head><body><div><div style='position:absolute'><p>Friday, 3 May 2024</p>
<p>10:32</p></div><div><p>We went to see the elms.</p></div></div></body></html>"""


def read(text: str) -> SourceDocument:
    """A page without pictures beside it."""
    return read_page(text, lambda _source: None)


@pytest.mark.parametrize(
    ("page", "markdown", "front"),
    [
        (
            SITE,
            "A garden grew in the middle of the town, and nobody knew who had begun it.\n\n## Later\n\nIt grew.\n",
            ("The garden on Elm Street", None, "Siân Elfyn", date(2024, 5, 3)),
        ),
        (NAMES, NAMES_WRITTEN, ("Food", None, None, None)),
        (
            WORD,
            "It was “late”. Added.\n\n- One\n- Two\n\nNoted[^1].\n\n[^1]: A note.\n",
            ("The bus", "A ride", None, None),
        ),
        (
            GOOGLE,
            "In **March** it opened, see [the page](https://shed.example/).\n\n"
            "- Toys\n  - for children\n    - small\n  - for schools\n- Boxes\n",
            ("A shed", None, None, None),
        ),
        (ONENOTE, "We went to see the elms.\n", ("Visit", None, None, date(2024, 5, 3))),
        ("<body><p class=menu>One</p><p class=menu>Two</p><nav>Not</nav></body>", "One\n\nTwo\n", (None,) * 4),
        (
            "<body><article>One</article><article>Two</article></body>",
            "One\n\nTwo\n",
            (None, None, None, None),
        ),
        (
            "<body><div class=sidebar><p>All the text is in here, whatever its name.</p></div></body>",
            "All the text is in here, whatever its name.\n",
            (None, None, None, None),
        ),
    ],
)
def test_page_gives_its_text_and_what_it_says_of_itself(
    page: str, markdown: str, front: tuple[str | None, str | None, str | None, date | None]
) -> None:
    source = read(page)
    assert html_to_markdown(source.html, first_heading=2).markdown == markdown
    assert (source.title, source.subtitle, source.author, source.day) == front
    assert "PLANTED" not in source.html


def test_what_is_left_out_is_reported() -> None:
    texts = [note.text for source in (read(SITE), read(WORD)) for note in source.notes]
    for words in ("Hidden text", "“PLANTED header”", "“PLANTED posts”", "Comments", "deleted", "list of contents"):
        assert any(words in text for text in texts), words


def test_public_copy_of_a_campaign_gives_its_text() -> None:
    bar = '<div id="awesomewrap"><ul><li><a href="https://elm.us1.list-manage.com/subscribe?u=1">PLANTED</a></li></ul></div>'
    page = CLASSIC.replace("<body>", f"<body><div>For the site, please.<p>PLANTED</p></div>{bar}")
    assert bar in page
    source = read_page(page, lambda _name: picture())
    assert "PLANTED" not in source.html
    assert 'class="button"' in source.html
    assert any("“PLANTED" in note.text and "“For the site, please.”" in note.text for note in source.notes)


@pytest.mark.parametrize("names", ['class="emoji"', 'class="an1" data-emoji="🌱"'])
def test_emoji_of_web_pages_and_mail_programs_are_written(names: str) -> None:
    source = read_page(f'<p>A <img {names} alt="🌱" src="https://s.w.org/1f331.svg"> grows.</p>', lambda _name: None)
    assert (source.html, source.notes) == ("<p>A 🌱 grows.</p>", ())


def test_texts_that_are_left_out_are_all_named() -> None:
    menus = "".join(f"<nav><a href=a>Menu {number}</a></nav>" for number in range(7))
    boxes = "".join(f"<div class=sidebar>Box {number}</div>" for number in range(7))
    page = f"{menus}{boxes}<article><h1>Tea</h1><p>A <b>kitchen</b> in *York* was made.</p>"
    page += "<div class=sharedaddy><h3>Share</h3><p>Tell all of your friends about it!</p></div>"
    page += "<dialog open>Ask before you come, please.</dialog><p>Its door is open.</p>"
    page += "<p>Everybody who lives here may come to tea.</p><dialog open>Ring the bell, please.</dialog></article>"
    share, inside, last, around = [note for note in read(page).notes if "left out" in note.text]
    assert all(f"“Box {number}”" in around.text for number in range(7))
    assert "and 7 more, which are only links." in around.text
    assert "“Share Tell all of your friends about it!”" in share.text and share.excerpt == "was made."
    assert "“Ask before you come, please.”" in inside.text and inside.excerpt == "was made."
    assert last.excerpt == "who lives here may come to tea."


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("<p>Tŷ</p>".encode(), "Tŷ"),
        ("\ufeff<p>Tŷ</p>".encode("utf-16"), "Tŷ"),
        ("<meta charset=utf-8><p>Tŷ</p>".encode(), "Tŷ"),
        ("<meta charset='iso-8859-1'><p>“Sî”</p>".encode("cp1252"), "“Sî”"),
        ("<p>“Sî”</p>".encode("cp1252"), "“Sî”"),
        ("<meta charset=utf-16><p>Tŷ</p>".encode(), "Tŷ"),
        ("<meta charset=nonsense><p>Tŷ</p>".encode(), "Tŷ"),
        (
            "<meta http-equiv=content-type content='text/html; charset=iso-8859-14'><p>Tŷ</p>".encode("iso-8859-14"),
            "Tŷ",
        ),
    ],
)
def test_bytes_are_decoded_as_browsers_do(data: bytes, text: str) -> None:
    assert html_to_markdown(read(decode_html(data)).html).markdown == f"{text}\n"


def test_pictures_are_read_from_the_page_and_its_folder_alone(tmp_path: Path) -> None:
    folder, data = tmp_path / "saved", picture()
    (folder / "garden_files").mkdir(parents=True)
    (folder / "garden_files/a b.png").write_bytes(data)
    (tmp_path / "secret.png").write_bytes(data)
    (folder / "link.png").symlink_to(tmp_path / "secret.png")
    inline = f"data:image/png;base64,{base64.b64encode(data).decode()}"
    sources = ["garden_files/a%20b.png", inline, "../secret.png", f"{tmp_path}/secret.png", "link.png"]
    sources += [f"file://{tmp_path}/secret.png", "missing.png", "https://elm.example/x.png", "garden_files"]
    images = "".join(f'<img src="{source}">' for source in sources)
    source = read_page(f"<body><p>Text.</p>{images}</body>", find_beside(folder / "garden.html"))
    assert source.pictures == {"garden_files/a%20b.png": data, "picture-2": data}
    assert [note.text.endswith("was not saved with the file: add it by hand.") for note in source.notes] == [True] * 4
    assert source.html.count("<img") == 3  # the one on the web is reported when the draft is made


def archive(path: Path, *names: str) -> bytes:
    """A zip file with these files."""
    with ZipFile(path, "w") as opened:
        for name in names:
            opened.writestr(name, picture() if name.endswith(".png") else "<p>Text.</p><img src='images/a.png'>")
    return path.read_bytes()


def test_archive_with_one_page_is_read(tmp_path: Path) -> None:
    page, find = open_archive(archive(tmp_path / "a.zip", "in/Doc.html", "in/images/a.png"), "a.zip")
    assert read_page(page.decode(), find).pictures == {"images/a.png": picture()}
    assert find("../../etc/passwd") is None


@pytest.mark.parametrize("names", [("a.html", "b.html"), ("a.docx",), ()])
def test_other_archives_are_refused(tmp_path: Path, names: tuple[str, ...]) -> None:
    with pytest.raises(ImportRefusedError, match="Unpack it, and import one of the documents"):
        open_archive(archive(tmp_path / "a.zip", *names), "a.zip")


def test_archive_of_mailchimp_is_for_another_command(tmp_path: Path) -> None:
    data = archive(tmp_path / "a.zip", "x/campaigns.csv", "x/campaigns_content/a.html")
    with pytest.raises(ImportRefusedError, match=r"'\.venv/bin/newsroom import mailchimp'"):
        open_archive(data, "a.zip")


def test_archive_that_unpacks_to_too_much_is_refused(tmp_path: Path) -> None:
    with ZipFile(tmp_path / "a.zip", "w", compression=8, compresslevel=1) as opened:
        opened.writestr("a.html", "<p>x</p>")
        for number in range(21):
            opened.writestr(f"{number}.png", bytes(10_000_000))
    with pytest.raises(ImportRefusedError, match="too large when it is unpacked"):
        open_archive((tmp_path / "a.zip").read_bytes(), "a.zip")


@pytest.mark.parametrize(
    "style",
    [
        *("color: transparent", "color:#fff; background:#fff", "font-size:0", "font-size: 1px", "opacity: 0"),
        *("position:absolute; left:-9999px", "text-indent: -9999px", "clip-path: inset(50%)", "clip: rect(0,0,0,0)"),
        *("max-height:0; overflow:hidden", "mso-hide: all", "display:none !important"),
    ],
)
def test_text_that_a_style_hides_is_left_out(style: str) -> None:
    page = (
        f'<body><p>Seen.</p><p style="{style}">PLANTED</p><p style="height:1em; overflow:hidden">Also seen.</p></body>'
    )
    assert html_to_markdown(read(page).html).markdown == "Seen.\n\nAlso seen.\n"
    assert html_to_markdown(page).markdown == "Seen.\n\nAlso seen.\n"


@pytest.mark.parametrize(
    ("around", "own", "is_noted"),
    [("", "", True), ("background: #203040", "", False), ("", "background-color: #203040", False)],
)
def test_white_text_on_an_unknown_background_is_to_be_checked(around: str, own: str, is_noted: bool) -> None:
    source = read(f'<body><div style="{around}"><p style="color: #FFF; {own}">White words</p></div></body>')
    assert "White words" in source.html
    assert [note.excerpt for note in source.notes if note.kind is NoteKind.TO_DO] == ["White words"] * is_noted


@pytest.mark.parametrize(
    ("head", "href", "written"),
    [
        ("", "/about", "About"),
        ("", "\\\\server\\PLANTED", "About"),
        ("", "file:///C:/PLANTED/a.doc", "About"),
        ("", "//elm.example/a", "[About](https://elm.example/a)"),
        ("<link rel=canonical href='https://elm.example/news/1'>", "../about", "[About](https://elm.example/about)"),
        ("<base href='https://elm.example/'>", "about", "[About](https://elm.example/about)"),
        ("", "mailto:hello@elm.example", "[About](mailto:hello@elm.example)"),
    ],
)
def test_links_within_a_website_are_completed_or_removed(head: str, href: str, written: str) -> None:
    source = read(f'<head>{head}</head><body><p><a href="{href}">About</a></p></body>')
    converted = html_to_markdown(source.html)
    assert converted.markdown == f"{written}\n"
    assert ("removed" in f"{source.notes}{converted.notes}") == (written == "About")
    assert "PLANTED" not in f"{source.notes}{converted.notes}"


def test_page_that_is_nested_too_deeply_says_so() -> None:
    with pytest.raises(ImportRefusedError, match="nested too deeply"):
        read("<body>" + "<div>" * 3000 + "Text")


@pytest.mark.parametrize("text", ["", "<html></html>", "<p> </p><nav>x</nav>", "<p hidden>x</p>"])
def test_page_without_text_is_refused(text: str) -> None:
    with pytest.raises(ImportRefusedError, match="is it the right one"):
        read(text)
