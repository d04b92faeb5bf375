"""Copying a publication's citation in a browser."""

import pytest
from playwright.sync_api import Page, expect

from tests.support.kinds import PAGES

COPIED = "Copied."


@pytest.fixture
def page(page: Page, address: str) -> Page:
    """The page of a publication, which may write to the clipboard."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(address + PAGES["publication"])
    return page


def test_copy_buttons_copy_the_shown_text(page: Page) -> None:
    status = page.locator(".nw-cite").get_by_role("status")
    for folded in page.locator(".nw-cite summary").all():
        folded.click()
    for name, text in (("reference", "#NW-cite-reference"), ("BibTeX", "#NW-cite-bibtex"), ("RIS", "#NW-cite-ris")):
        button = page.get_by_role("button", name=f"Copy the {name}")
        button.click()
        expect(button).to_have_attribute("data-done", "")
        expect(status).to_have_text(COPIED)
        assert page.evaluate("navigator.clipboard.readText()") == page.locator(text).text_content()


def test_quick_clicks_show_one_message(page: Page) -> None:
    """The second message replaces the first, although both are added only after 50 milliseconds."""
    page.evaluate("document.querySelectorAll('.nw-cite [data-copy]').forEach((button) => button.click())")
    expect(page.locator(".nw-cite [data-copy]:not([data-done])")).to_have_count(0)
    expect(page.locator(".nw-cite").get_by_role("status")).to_have_text(COPIED)


def test_downloads_are_named_after_the_publication(page: Page) -> None:
    page.locator(".nw-cite summary", has_text="BibTeX").click()
    with page.expect_download() as arriving:
        page.get_by_role("link", name="Download as BibTeX").click()
    slug = PAGES["publication"].rstrip("/").split("/")[-1]
    assert arriving.value.suggested_filename == f"{slug}.bib"
    assert arriving.value.path().read_text(encoding="utf-8") == page.locator("#NW-cite-bibtex").text_content()


def test_citation_without_scripts_is_text_without_buttons(unscripted: Page, address: str) -> None:
    unscripted.goto(address + PAGES["publication"])
    expect(unscripted.locator(".nw-cite button:visible, [data-print]:visible")).to_have_count(0)
    unscripted.locator(".nw-cite summary", has_text="RIS").click()
    expect(unscripted.locator("#NW-cite-ris")).to_be_visible()
