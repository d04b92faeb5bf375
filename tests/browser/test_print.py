"""Pages on paper: what to read and where it came from, and nothing to click on."""

from io import BytesIO

import pytest
from playwright.sync_api import Browser
from pypdf import PdfReader

from tests.support.kinds import PAGES


def printed(browser: Browser, address: str, kind: str) -> str:
    """The text of a page of a kind as it is printed, each run of white space as one space."""
    page = browser.new_page()
    page.goto(address + PAGES[kind])
    text = "".join(sheet.extract_text() for sheet in PdfReader(BytesIO(page.pdf(format="A4"))).pages)
    page.close()
    return " ".join(text.split())


@pytest.mark.parametrize("kind", ["story", "newsletter", "publication", "area"])
def test_paper_says_whose_page_it_is_and_where_it_stands(browser: Browser, address: str, kind: str) -> None:
    text = printed(browser, address, kind)
    assert text.startswith("Local Area Coordination Network")
    assert f"https://www.lacnetwork.org/{PAGES[kind]}" in text.replace("- ", "-")


@pytest.mark.parametrize("kind", ["story", "newsletter", "publication", "area"])
def test_nothing_to_click_on_is_printed(browser: Browser, address: str, kind: str) -> None:
    text = printed(browser, address, kind)
    for words in (
        "Search",
        "Skip to",
        "You are here",
        "Back to",
        "Share this",
        "Print or save",
        "RSS feed",
        "Edit this",
    ):
        assert words not in text


def test_the_addresses_of_links_are_printed_whole(browser: Browser, address: str) -> None:
    text = printed(browser, address, "area").replace(" ", "")
    assert "WhichWayNext?(www.lacnetwork.org/publications/which-way-next/)" in text


def test_a_publication_without_a_pdf_is_printed_with_what_it_is_cited_by(browser: Browser, address: str) -> None:
    text = printed(browser, address, "publication")
    assert "Cite this" in text
    assert "BibTeX" not in text
