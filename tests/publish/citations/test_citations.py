"""What a publication's page shows of how to cite and get it, and the files beside it."""

from collections.abc import Mapping
from pathlib import Path

import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from lxml import html
from lxml.html import HtmlElement

from tests.support import SETTINGS, open_newsroom, small_newsroom
from tests.support.items import page, publication
from tests.support.pdfs import padded, pdf
from tests.support.rendering import page_parts, published, words

ADA = {"given": "Ada", "family": "Elm"}
REPORT = "publications/growing.md"


def shown(root: Path, files: Mapping[str, str | bytes], path: str = REPORT) -> HtmlElement:
    """The page of a publication, without what all pages have in common."""
    page = page_parts(open_newsroom(root, files, preview=True), path)
    return html.document_fromstring(f"<head>{page.more_head}</head><body>{page.body}</body>")


def tags(tree: HtmlElement) -> list[tuple[str, str]]:
    """The ``citation_…`` tags in a page's head, in order."""
    found = ((meta.get("name", ""), meta.get("content", "")) for meta in tree.iterfind(".//meta"))
    return [(name, content) for name, content in found if name.startswith("citation_")]


def test_page_shows_how_to_cite_it(tmp_path: Path) -> None:
    tree = shown(tmp_path, {REPORT: publication(title="Growing {up}", authors=[ADA])})
    section = tree.get_element_by_id("NW-cite").getparent()
    assert section.get("aria-labelledby") == "NW-cite"
    assert words(tree.get_element_by_id("NW-cite-reference")) == (
        "Elm, A. (2023) Growing {up}. Available at: https://elm.example/publications/growing/"
    )
    assert tree.get_element_by_id("NW-cite-reference").findtext("cite") == "Growing {up}"
    entry = parse_string(tree.get_element_by_id("NW-cite-bibtex").text_content()).entries[0]
    assert (entry.key, entry["author"]) == ("growing", "Elm, Ada")
    (record,) = rispy.loads(tree.get_element_by_id("NW-cite-ris").text_content())
    assert record["title"] == "Growing {up}"


def test_each_form_has_a_copy_button_that_needs_the_script(tmp_path: Path) -> None:
    tree = shown(tmp_path, {REPORT: publication()})
    section = tree.get_element_by_id("NW-cite").getparent()
    buttons = section.findall(".//button")
    assert [words(button) for button in buttons] == ["Copy the reference", "Copy the BibTeX", "Copy the RIS"]
    assert all(button.get("type") == "button" and "hidden" in button.attrib for button in buttons)
    for button in buttons:
        assert words(tree.get_element_by_id(button.get("data-copy", "").removeprefix("#")))
    (status,) = section.xpath(".//*[@role='status']")
    assert words(status) == ""
    assert status.get("data-copied") == "Copied."


def test_downloads_have_what_the_page_shows(tmp_path: Path) -> None:
    files = {REPORT: publication(title="Tŷ & gardd", authors=[{"given": "Siân", "family": "Ŵyn"}])}
    tree, written = shown(tmp_path, files), published(tmp_path, files)
    section = tree.get_element_by_id("NW-cite").getparent()
    links = {link.get("download"): link.get("href") for link in section.iterfind(".//a")}
    assert links == {
        "growing.bib": "citation.bib",
        "growing.ris": "citation.ris",
    }
    bib = written["publications/growing/citation.bib"].decode()
    assert bib == tree.get_element_by_id("NW-cite-bibtex").text_content()
    ris = written["publications/growing/citation.ris"].decode()
    assert ris.replace("\r\n", "\n") == tree.get_element_by_id("NW-cite-ris").text_content()
    assert ris.count("\r\n") == ris.count("\n")


def test_every_version_has_a_key_of_its_own(tmp_path: Path) -> None:
    files = {
        "docs/index.cy.md": page(),
        REPORT: publication(),
        "publications/growing.cy.md": publication(title="Tyfu"),
        "publications/growing-cy.md": publication(),
    }
    written = published(tmp_path, files)
    keys = {path: parse_string(data.decode()).entries[0].key for path, data in written.items() if path.endswith(".bib")}
    assert keys == {
        "publications/growing/citation.bib": "growing",
        "cy/publications/growing/citation.bib": "growing.cy",
        "publications/growing-cy/citation.bib": "growing-cy",
    }
    assert "Ar gael yn: https://elm.example/cy/publications/growing/" in words(
        shown(tmp_path, files, "publications/growing.cy.md").get_element_by_id("NW-cite-reference")
    )


def test_hidden_publication_is_not_cited(tmp_path: Path) -> None:
    written = published(tmp_path, {REPORT: publication(draft=True)})
    assert [path for path in written if "citation" in path] == []


def test_head_has_scholar_tags(tmp_path: Path) -> None:
    text = publication(
        title="Growing",
        subtitle="“The” first year",
        date="2023-08-10",
        authors=[ADA, {"organisation": "University of Elmham"}, "Elm, Bo"],
        editors=[{"given": "Wil", "family": "Rowan"}],
        publisher="Elm Trust",
        isbn="978-1-907790-71-3",
        doi="10.1234/elm",
        file="The report.pdf",
    )
    assert tags(shown(tmp_path, {REPORT: text, "publications/The report.pdf": pdf()})) == [
        ("citation_title", "Growing: “The” first year"),
        ("citation_author", "Elm, Ada"),
        ("citation_author", "University of Elmham"),
        ("citation_author", "Elm, Bo"),
        ("citation_editor", "Rowan, Wil"),
        ("citation_publication_date", "2023/08/10"),
        ("citation_technical_report_institution", "Elm Trust"),
        ("citation_isbn", "978-1-907790-71-3"),
        ("citation_doi", "10.1234/elm"),
        ("citation_language", "en"),
        ("citation_pdf_url", "https://elm.example/publications/The%20report.pdf"),
        ("citation_abstract_html_url", "https://elm.example/publications/growing/"),
    ]


def test_unknown_facts_have_no_scholar_tags(tmp_path: Path) -> None:
    found = dict(tags(shown(tmp_path / "a", {REPORT: publication(date="2023-08", kind="conference", publisher="Elm")})))
    assert found["citation_publication_date"] == "2023/08"
    assert (found["citation_publisher"], found["citation_author"]) == ("Elm", "Elm")
    unknown = publication(expected="2027"), publication(undated=True)
    for number, text in enumerate(unknown):
        found = dict(tags(shown(tmp_path / str(number), {REPORT: text})))
        assert set(found) == {"citation_title", "citation_language", "citation_abstract_html_url"}


def test_publisher_is_author_if_no_person_is_named(tmp_path: Path) -> None:
    tree = shown(tmp_path, {REPORT: publication(publisher="Elm Trust")})
    assert words(tree.get_element_by_id("NW-cite-reference")).startswith("Elm Trust (2023) A report. Available at:")


def test_download_shows_its_number_of_pages(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        REPORT: publication(file="growing.pdf", link=None),
        "publications/growing.pdf": padded(pdf(64), 1_240_000),
    }
    tree = shown(tmp_path, files)
    (get,) = tree.find_class("nw-get")
    assert words(get) == "How to get it Download the PDF PDF, 64 pages, 1.2 MB"
    assert "Length 64 pages" in " ".join(words(part) for part in tree.iterfind(".//dl/div/*"))
    assert get.find(".//button") is None


def test_page_count_in_front_matter_overrides_pdf(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        REPORT: publication(file="growing.pdf", pages="22"),
        "publications/growing.pdf": pdf(3),
    }
    tree = shown(tmp_path, files)
    assert "PDF, 22 pages, 1 kB" in words(tree)
    assert "22 pp." in words(tree.get_element_by_id("NW-cite-reference"))


def test_in_welsh_the_download_is_described_in_welsh(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "docs/index.cy.md": page(),
        "publications/growing.cy.md": publication(file="growing.pdf"),
        "publications/growing.pdf": padded(pdf(2), 640_400),
    }
    assert "PDF, 2 dudalen, 640 kB" in words(shown(tmp_path, files, "publications/growing.cy.md"))


def test_without_a_pdf_the_summary_can_be_printed(tmp_path: Path) -> None:
    tree = shown(tmp_path, {REPORT: publication()})
    (button,) = tree.xpath("//*[@class='nw-get']//button")
    assert words(button) == "Print this summary"
    assert {"data-print", "hidden"} <= set(button.attrib)
    assert tree.xpath("//*[@class='nw-get']//a/@href") == ["https://reports.example/report"]


@pytest.mark.parametrize("fields", [{}, {"file": "growing.pdf"}, {"expected": "2027"}, {"draft": True}], ids=str)
def test_publication_page_has_one_print_button(tmp_path: Path, fields: dict[str, object]) -> None:
    tree = shown(tmp_path, {REPORT: publication(**fields), "publications/growing.pdf": pdf()})
    assert [words(button) for button in tree.xpath("//*[@data-print]")] == ["Print this summary"]


@pytest.mark.parametrize(
    ("path", "fields", "expected"),
    [
        (
            REPORT,
            {"link": None},
            "The document itself is not available on this site. To ask for a copy, write to hello@elm.example",
        ),
        (
            "publications/growing.cy.md",
            {"link": None},
            "Nid yw’r ddogfen ei hun ar gael ar y wefan hon. I ofyn am gopi, ysgrifennwch at hello@elm.example",
        ),
        (REPORT, {"link": None, "expected": "2027"}, "For news of it, write to hello@elm.example"),
        (REPORT, {"link": None, "file": "growing.pdf"}, None),
        (REPORT, {}, None),
    ],
    ids=str,
)
def test_page_says_whom_to_ask_for_what_is_not_here(
    tmp_path: Path, path: str, fields: dict[str, object], expected: str | None
) -> None:
    tree = shown(tmp_path, {path: publication(**fields), "publications/growing.pdf": pdf()}, path)
    (get,) = tree.find_class("nw-get")
    links = [str(link) for link in get.xpath(".//a/@href") if link.startswith("mailto:")]
    assert links == (["mailto:hello@elm.example?subject=A%20report"] if expected else [])
    assert expected is None or expected in words(get)
    if expected:
        assert tree.find_class("nw-facts__paper") == []
        assert [content for name, content in tags(tree) if name == "citation_pdf_url"] == []


def test_forthcoming_publication_has_no_download(tmp_path: Path) -> None:
    tree = shown(tmp_path, {REPORT: publication(expected="2027", authors=[ADA])})
    assert words(tree.find(".//header")).endswith("Expected: 2027. This publication is forthcoming: it is not out yet.")
    (get,) = tree.find_class("nw-get")
    assert words(get) == "How to get it More about it on the web"
    assert words(tree.get_element_by_id("NW-cite-reference")).startswith("Elm, A. (forthcoming) A report. ")
    assert "is forthcoming" not in words(shown(tmp_path / "out", {REPORT: publication()}))


def test_preview_continues_with_damaged_pdf(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {REPORT: publication(file="growing.pdf"), "publications/growing.pdf": b"%PDF-1.7"}
    assert "Download the PDF" in words(shown(tmp_path, files))


def test_unusual_line_ends_do_not_end_fields(tmp_path: Path) -> None:
    title = "Growing\u2028ER  - \u2028TY  - JOUR\u0085AU  - Nobody,\tNo"
    written = published(
        tmp_path, {REPORT: publication(title=title, authors=[{"given": "Ada\u2028", "family": "El\u2028m"}])}
    )
    (record,) = rispy.loads(written["publications/growing/citation.ris"].decode())
    assert record["title"] == "Growing ER - TY - JOUR AU - Nobody, No"
    assert record["authors"] == ["El m, Ada"]
    (entry,) = parse_string(written["publications/growing/citation.bib"].decode()).entries
    assert (entry["title"], entry["author"]) == ("{Growing ER - TY - JOUR AU - Nobody, No}", "El m, Ada")


def test_address_of_a_site_is_safe_in_bibtex_and_otherwise_not_changed(tmp_path: Path) -> None:
    kept = "https://elm.example:80/a;b@c!d$e&f'g(h)i*j+k,l=m%20n~o_p.q-"
    written = published(tmp_path, small_newsroom(), settings={**SETTINGS, "site_url": f"{kept}{{r}}/"})
    assert f"url = {{{kept}%7Br%7D/publications/growing/}}," in written["publications/growing/citation.bib"].decode()
