"""The page of the search in the browser's history: a step for each question, named, and the keyboard not lost."""

import re
from urllib.parse import urlsplit

from playwright.sync_api import Locator, Page, expect

from tests.browser.search.asking import addresses, finder


def asked(page: Page, found: Locator, first: str) -> set[str]:
    """What the page asks, once this is its first result, by its field, title and address: one query if they agree."""
    expect(found.locator(".nw-result__title").first).to_have_attribute("href", re.compile(first))
    title = page.title().removesuffix(" · Search · Local Area Coordination Network")
    address = urlsplit(page.url).query.removeprefix("q=")
    return {found.get_by_role("searchbox").input_value(), title, address}


def test_back_button_returns_to_the_previous_query(page: Page, address: str) -> None:
    found = finder(page, address, "q=derby")
    assert asked(page, found, "areas/derby") == {"derby"}
    field = found.get_by_role("searchbox")
    field.fill("yor")
    assert asked(page, found, "areas/york") == {"yor"}
    field.fill("york")
    page.keyboard.press("Enter")
    assert asked(page, found, "areas/york") == {"york"}
    page.keyboard.press("Enter")
    page.go_back()
    assert asked(page, found, "areas/derby") == {"derby"}
    page.go_forward()
    assert asked(page, found, "areas/york") == {"york"}


def test_next_page_by_keyboard_focuses_its_results(page: Page, small: str) -> None:
    found = finder(page, small, "q=item&kind=reflection&order=date")
    found.get_by_role("link", name="Next page").press("Enter")
    expect(found.get_by_role("status")).to_contain_text("Page 2 of 3")
    expect(found.get_by_role("list", name="Search results")).to_be_focused()
    page.keyboard.press("Tab")
    expect(found.locator(".nw-result__title").first).to_be_focused()
    assert addresses(found)[0] == "stories/item-15/"
