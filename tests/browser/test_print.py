"""Printed pages have their text and their address, and no controls."""

import unicodedata
from collections.abc import Mapping
from io import BytesIO

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.support.kinds import PAGES

_PRINT = "Print or save"
_PRINT_SUMMARY = "Print this summary"
TO_CLICK_ON = (
    *("Search", "Dark colours", "Skip to", "Back to", "Share this", _PRINT, _PRINT_SUMMARY, "Copy the", "RSS feed"),
)
"""What only a screen can do, by its words."""
ON_SCREEN: Mapping[str, frozenset[str]] = {
    "story": frozenset(TO_CLICK_ON) - {"Share this", "Copy the", _PRINT_SUMMARY},
    "newsletter": frozenset(TO_CLICK_ON) - {_PRINT_SUMMARY},
    "publication": frozenset(TO_CLICK_ON) - {_PRINT},
    "area": frozenset(TO_CLICK_ON) - {"Share this", "Copy the", _PRINT, _PRINT_SUMMARY},
}
"""What of it a page of each kind has."""


def printed(page: Page) -> str:
    """The text of an open page as it is printed, each run of white space as one space."""
    return " ".join(sheets(page))


def sheets(page: Page) -> list[str]:
    """The text of each sheet on which an open page is printed, each run of white space as one space."""
    found = PdfReader(BytesIO(page.pdf(format="A4"))).pages
    return [" ".join(sheet.extract_text().split()) for sheet in found]


def squeezed(text: str) -> str:
    """A text without white space and ligatures."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def to_click_on(text: str) -> frozenset[str]:
    """The texts of ``TO_CLICK_ON`` that a text has."""
    return frozenset(words for words in TO_CLICK_ON if words in text)


@pytest.mark.parametrize("kind", ON_SCREEN)
def test_print_has_the_sites_name_and_the_address_and_no_controls(page: Page, address: str, kind: str) -> None:
    page.goto(address + PAGES[kind])
    crumbs = page.get_by_role("navigation", name="You are here")
    expect(crumbs).to_be_visible()
    assert to_click_on(page.inner_text("body")) == ON_SCREEN[kind]
    text = printed(page)
    assert text.startswith("Local Area Coordination Network")
    assert f"https://www.lacnetwork.org/{PAGES[kind]}" in text.replace("- ", "-")
    assert to_click_on(text) == frozenset()
    page.emulate_media(media="print")
    expect(crumbs).to_be_hidden()


@pytest.mark.parametrize("kind", ["story", "newsletter"])
def test_print_omits_the_reading_time(page: Page, address: str, kind: str) -> None:
    page.goto(address + PAGES[kind])
    expect(page.locator(".nw-byline .nw-screen")).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator(".nw-byline .nw-screen")).to_be_hidden()
    assert page.locator(".nw-byline").inner_text().strip()[-1] != "·"


def test_printed_controls_are_reported(page: Page, address: str) -> None:
    """But for what lies off the sheet, and what is an icon at its width."""
    page.goto(address + PAGES["newsletter"])
    page.emulate_media(media="screen")
    assert to_click_on(printed(page)) == ON_SCREEN["newsletter"] - {"Skip to", "Dark colours", "Search"}


def test_print_has_addresses_of_other_sites_and_text_that_is_folded(page: Page, address: str) -> None:
    page.goto(address + PAGES["area"])
    page.evaluate("""() => document.querySelector('.nw-body p').insertAdjacentHTML(
        'beforeend', '<a href="https://reports.example/a">Elsewhere</a>')""")
    page.evaluate("""() => document.querySelector('.nw-body p').insertAdjacentHTML(
        'afterend', '<details><summary>More</summary><p>About a walrus.</p></details>')""")
    text = printed(page).replace(" ", "")
    assert "Elsewhere(https://reports.example/a)" in text
    assert "WhichWayNext?" in text
    assert "which-way-next" not in text
    assert "Aboutawalrus." in text


def test_printed_publication_without_a_pdf_has_its_address_and_citation(page: Page, address: str) -> None:
    page.goto(address + PAGES["publication"])
    assert "BibTeX" in page.inner_text("body")
    text = printed(page)
    assert "Cite this" in text
    assert "BibTeX" not in text
    elsewhere = page.get_by_role("link", name="Find it on the web").get_attribute("href")
    assert elsewhere
    assert f"Ontheweb{elsewhere}" in squeezed(text)
    expect(page.locator(".nw-facts__paper")).to_be_hidden()


@pytest.mark.parametrize("path", ["publications/", "news/", "areas/derby/"])
def test_items_of_a_list_are_printed_whole(page: Page, address: str, path: str) -> None:
    page.goto(address + path)
    items = [item.inner_text().splitlines() for item in page.locator(".nw-card, .nw-row").all()]
    found = [squeezed(sheet) for sheet in sheets(page)]
    assert len(found) > 1
    assert [item for item in items if not any(all(squeezed(line) in sheet for line in item) for sheet in found)] == []
