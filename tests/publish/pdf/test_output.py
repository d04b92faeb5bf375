"""The PDFs of pages: who has one, what is in it, and that nothing but the content decides its bytes."""

import json
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import cast

import pytest
import weasyprint
from pypdf import PdfReader
from pypdf.generic import DictionaryObject, PdfObject, StreamObject

from newsroom.pango import _LIBRARIES, pango_versions
from newsroom.publish.pdf.printed import printed_page
from newsroom.publish.pdf.render import PdfMaker, _OwnFiles
from tests.support import SETTINGS, open_newsroom, small_newsroom
from tests.support.images import SVG, picture
from tests.support.items import CONSENT, easy, event, newsletter, publication, story
from tests.support.pdfs import pdf
from tests.support.rendering import body, page_parts, published, written
from tests.support.wordings import Reported

ALL = {**SETTINGS, "pdf": ["easy", "newsletter", "publication"], "site_names": {"cy": "Rhwydwaith y Llwyf"}}
EDITION, REPORT, EASY = (
    "newsletters/2024-05/2024-05.pdf",
    "publications/elm/elm.pdf",
    "stories/jean/easy-read/jean-easy-read.pdf",
)
TEXT = """## Hello

Words, with [a story](../stories/jean.md) and [a place](https://oak.example/a).

- One
- Two

| Day | Place |
| --- | --- |
| Monday | Elm Street |

## Pictures

![A red tree](tree.png)

![Two cups](cups.svg)

## Welsh

[A fair](../docs/events/fair.md)

<span lang="cy">Bore da</span>
"""


def files(**fields: object) -> dict[str, str | bytes]:
    """An edition with all that a text can have, a report, and a story with an Easy Read version in two languages."""
    return {
        **small_newsroom(),
        "newsletters/2024-05.md": newsletter(TEXT, title="Edition of May", subject="A tree and two cups", **fields),
        "newsletters/tree.png": picture(600, 400),
        "docs/events/fair.md": event(title="Elm fair", status="postponed"),
        "newsletters/cups.svg": SVG,
        "publications/elm.md": publication(
            title="Elms",
            authors=[{"given": "Ada", "family": "Elm"}],
            updated="2024-06-01",
            findings=["Elms grow.", "They are tall."],
        ),
        "stories/jean.md": story(consent=CONSENT),
        "stories/jean.easy.md": easy("## Tea\n\n![Two cups](cups.svg)\n\nWe talk."),
        "stories/jean.cy.md": story(consent=CONSENT),
        "stories/jean.cy.easy.md": easy("![Dau gwpan](cups.svg)\n\nSgwrs ŵ ŷ.", title="Sgwrs"),
        "stories/cups.svg": SVG,
    }


def pdfs(site: Mapping[str, bytes]) -> dict[str, bytes]:
    """The PDFs among the files of a site."""
    return {path: content for path, content in site.items() if path.endswith(".pdf")}


def at(start: PdfObject, *keys: str) -> PdfObject:
    """What is in a PDF at a path of keys."""
    found = start
    for key in keys:
        found = cast("DictionaryObject", found)[key]
    return found


def elements(content: bytes) -> Iterator[tuple[str, str, str]]:
    """The tag of each element in the structure of a PDF, its alternative text and its language (ISO 32000-1, 14.7)."""

    def walk(node: object) -> Iterator[tuple[str, str, str]]:
        parent = node.get_object() if isinstance(node, PdfObject) else node
        for child in parent if isinstance(parent, list) else [parent]:
            found = child.get_object() if isinstance(child, PdfObject) else child
            if isinstance(found, dict):
                if "/S" in found:
                    yield str(found["/S"]), str(found.get("/Alt", "")), str(found.get("/Lang", ""))
                yield from walk(found.get("/K", []))

    yield from walk(at(PdfReader(BytesIO(content)).root_object, "/StructTreeRoot"))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return pdfs(published(tmp_path_factory.mktemp("site"), files(), settings=ALL))


def test_editions_publications_and_easy_read_versions_have_a_pdf(site: dict[str, bytes]) -> None:
    others = {"newsletters/2024-03/2024-03.pdf", "publications/growing/growing.pdf", f"cy/{EASY}"}
    assert site.keys() == {EDITION, REPORT, EASY, *others}


@pytest.mark.parametrize(
    ("path", "title", "lang", "day"),
    [
        (EDITION, "A tree and two cups", "en", "D:202405"),
        (REPORT, "Elms", "en", "D:2023"),
        (EASY, "An easy page", "en", None),
        (f"cy/{EASY}", "Sgwrs", "cy", None),
    ],
)
def test_pdf_names_its_standard_title_language_and_day(
    site: dict[str, bytes], path: str, title: str, lang: str, day: str | None
) -> None:
    reader = PdfReader(BytesIO(site[path]))
    root = reader.root_object
    marks = (("/MarkInfo", "/Marked"), ("/ViewerPreferences", "/DisplayDocTitle"), ("/Lang",))
    assert [str(at(root, *keys)) for keys in marks] == ["True", "True", lang]
    assert b'pdfuaid:part="1"' in cast("StreamObject", root["/Metadata"]).get_data()
    assert reader.metadata is not None
    assert reader.metadata.title == title
    assert reader.metadata.get("/CreationDate") == day
    assert reader.metadata.get("/ModDate") == ("D:20240601" if path == REPORT else None)


def test_everything_in_a_text_is_tagged(site: dict[str, bytes]) -> None:
    found = list(elements(site[EDITION]))
    tags = [tag for tag, _, _ in found]
    assert {"/Document", "/H1", "/H2", "/P", "/L", "/LI", "/Table", "/TR", "/TH", "/TD", "/Figure", "/Link"} <= {*tags}
    assert tags.count("/H2") == 3
    assert tags.count("/LI") == 2
    assert [alt for tag, alt, _ in found if tag == "/Figure"] == ["A red tree", "Two cups"]
    assert [alt for tag, alt, _ in elements(site[EASY]) if tag == "/Figure"] == ["Two cups"]


def test_key_findings_are_a_list(site: dict[str, bytes]) -> None:
    assert [tag for tag, _, _ in elements(site[REPORT])].count("/LI") == 2
    text = " ".join(PdfReader(BytesIO(site[REPORT])).pages[0].extract_text().split())
    assert "Key findings Elms grow. They are tall." in text


def test_card_of_an_event_says_what_when_and_where(site: dict[str, bytes]) -> None:
    text = " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(site[EDITION])).pages).split())
    assert "Event · Postponed Elm fair Thursday 10 December 2026, 10am Elm House, Elmham" in text


def test_network_has_its_name_in_the_language_of_the_page(site: dict[str, bytes]) -> None:
    for path, name in ((EASY, SETTINGS["site_name"]), (f"cy/{EASY}", "Rhwydwaith y Llwyf")):
        assert PdfReader(BytesIO(site[path])).pages[0].extract_text().startswith(f"{name}\n")


def test_pdf_of_a_story_says_who_wrote_it_and_where_it_was_published_before(tmp_path: Path) -> None:
    told = story(author="Hazel", consent=CONSENT | {"source": "The Elm Post"})
    build = open_newsroom(tmp_path, {**small_newsroom(), "stories/told.md": told})
    page, t = build.site.page("stories/told.md"), build.context.translations["en"]
    assert page.document
    printed = printed_page(page, page.document, "", build.context.settings, t)
    assert printed.byline == ("By Hazel", "Published before in: The Elm Post.")


def test_links_lead_to_the_website(site: dict[str, bytes]) -> None:
    pages = PdfReader(BytesIO(site[EDITION])).pages
    notes = [note.get_object() for page in pages for note in page.get("/Annots", [])]
    assert {str(note["/A"]["/URI"]) for note in notes} == {
        "https://elm.example/stories/jean/",
        "https://elm.example/events/fair/",
        "https://oak.example/a",
        "https://elm.example/newsletters/2024-05/",
    }


def test_letters_are_those_of_the_bundled_fonts(site: dict[str, bytes]) -> None:
    for path in (EDITION, f"cy/{EASY}"):
        pages = PdfReader(BytesIO(site[path])).pages
        found = [cast("DictionaryObject", at(page, "/Resources", "/Font")).values() for page in pages]
        fonts = {str(at(font.get_object(), "/BaseFont")) for values in found for font in values}
        assert all("Source-S" in font or "SourceS" in font for font in fonts), fonts
    assert "ŵ ŷ" in pages[0].extract_text()


def test_same_content_has_the_same_bytes(tmp_path: Path, site: dict[str, bytes]) -> None:
    (tmp_path / "apart").mkdir()
    html, maker = "<html lang=en><title>A</title><p>One</p></html>", PdfMaker("")
    again = maker.make(html, {})
    maker.make("<html lang=en><title>B</title><p>Two <b>more</b></p></html>", {})
    assert again == maker.make(html, {}) == PdfMaker("").make(html, {})
    build = open_newsroom(tmp_path, files(), settings=ALL)  # has no cache yet
    assert pdfs(dict(written(build))) == site


def test_unchanged_pdf_is_not_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = pdfs(dict(written(open_newsroom(tmp_path, files(), settings=ALL))))
    monkeypatch.delattr("newsroom.publish.pdf.render.PdfMaker")
    assert pdfs(dict(written(open_newsroom(tmp_path, files(), settings=ALL)))) == first != {}


def test_page_links_to_its_pdf(tmp_path: Path) -> None:
    build = open_newsroom(tmp_path, files(), settings=ALL)
    for path, file, pages in (("newsletters/2024-05.md", EDITION, "2 pages"), ("stories/jean.easy.md", EASY, "1 page")):
        (link,) = body(build, path).xpath(".//p[contains(@class, 'nw-pdf')]")
        assert link.find("a").get("href") == f"/{file}"
        assert f"PDF, {pages}, " in link.text_content()
        data = json.loads(page_parts(build, path).structured_data.split(">", 1)[1].rsplit("<", 1)[0])
        encodings = [node["encoding"]["contentUrl"] for node in data["@graph"] if "encoding" in node]
        assert encodings == [f"https://elm.example/{file}"]


@pytest.mark.parametrize(
    ("path", "text", "more"),
    [
        ("publications/own.md", publication(file="own.pdf"), {"publications/own.pdf": pdf()}),
        ("publications/soon.md", publication(added="2024-01-01", expected="2031-05"), {}),
        ("stories/no-type-of-the-setting.md", story(), {}),
        ("newsletters/2024-06.md", newsletter(draft=True), {}),
        ("stories/gone.easy.md", easy(), {"stories/gone.md": story(consent=CONSENT | {"withdrawn": "2026-01-01"})}),
    ],
)
def test_page_without_a_pdf(tmp_path: Path, path: str, text: str, more: dict[str, str | bytes]) -> None:
    before = {"newsletters/2024-03/2024-03.pdf", "publications/growing/growing.pdf"}
    made = pdfs(published(tmp_path, {**small_newsroom(), path: text, **more}, settings=ALL))
    assert made.keys() - {"publications/own.pdf"} == before


def test_preview_has_no_pdf(tmp_path: Path) -> None:
    build = open_newsroom(tmp_path, files(), settings=ALL, preview=True)
    assert body(build, "newsletters/2024-05.md").xpath(".//p[contains(@class, 'nw-pdf')]") == []
    assert pdfs(dict(written(build))) == {}


def test_site_is_published_without_pdfs_where_pango_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reported: Reported
) -> None:
    def missing(name: str) -> None:
        raise OSError(name)

    assert pango_versions(missing) is None  # type: ignore[arg-type]
    monkeypatch.setattr("newsroom.publish.pdf.pango_versions", lambda: None)
    build = open_newsroom(tmp_path, files(), settings=ALL)
    assert reported([found for found in build.problems if "pdf" in found.code]) == ["mkdocs.yml pdf-library-missing?"]
    assert body(build, "newsletters/2024-05.md").xpath(".//p[contains(@class, 'nw-pdf')]") == []
    assert pdfs(dict(written(build))) == {}


@pytest.mark.parametrize("name", ["newsletters", "event"])
def test_type_without_pdfs_in_the_setting_is_an_error(tmp_path: Path, reported: Reported, name: str) -> None:
    lines = {"mkdocs.yml": f"extra:\n  newsroom:\n    pdf:\n      - easy\n      - {name}\n"}
    with pytest.raises(Exception, match="setting-invalid") as caught:
        open_newsroom(tmp_path, {**files(), **lines}, settings={**SETTINGS, "pdf": ["easy", name]})
    assert reported(caught.value.problems) == ["mkdocs.yml:5 setting-invalid"]  # type: ignore[attr-defined]


def test_page_that_cannot_be_set_has_no_pdf(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reported: Reported
) -> None:
    def fail(*_: object, **_options: object) -> None:
        raise ValueError("no room")

    monkeypatch.setattr("weasyprint.HTML.render", fail)
    build = open_newsroom(tmp_path, files(), settings=ALL)
    assert body(build, "publications/elm.md").xpath(".//p[contains(@class, 'nw-pdf')]") == []
    build.context.log.include_pending()
    assert reported([found for found in build.problems if found.code == "pdf-not-made"]) == [
        "publications/elm.md pdf-not-made?"
    ]


@pytest.mark.parametrize(
    "address", ["https://elm.example/a.png", "file:///etc/passwd", "picture:/b.png", "font:/../a.ttf"]
)
def test_nothing_but_given_pictures_and_fonts_is_read(address: str) -> None:
    fetcher = _OwnFiles({"an elm.png": picture})
    assert fetcher.fetch("picture:/an%20elm.png").read() == picture()
    with pytest.raises(ValueError, match="not a picture"):
        fetcher.fetch(address)


@pytest.mark.parametrize("family", ["Sans", "Serif"])
@pytest.mark.parametrize("name", ["Regular", "It", "Semibold", "SemiboldIt"])
def test_fonts_of_the_style_sheet_are_read(family: str, name: str) -> None:
    assert _OwnFiles({}).fetch(f"font:/Source{family}Pro-{name}.ttf").read()[:4] == b"\0\1\0\0"


def test_libraries_are_those_that_weasyprint_loads() -> None:
    source = (Path(weasyprint.__file__).parent / "text" / "ffi.py").read_text(encoding="utf-8")
    assert [name for names in _LIBRARIES for name in names if f"'{name}'" not in source] == []
    assert pango_versions()
