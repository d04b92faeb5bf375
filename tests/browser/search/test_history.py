"""The page of the search in the browser's history: a step for each question, named, and the keyboard not lost."""

import re
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.search.asking import PATIENCE, addresses, finder


def asked(page: Page, found: Locator, first: str) -> set[str]:
    """What the page asks, once this is its first result, by its field, title and address: one query if they agree."""
    expect(found.locator(".nw-result__title").first).to_have_attribute("href", re.compile(first), timeout=PATIENCE)
    title = page.title().removesuffix(" · Search · Local Area Coordination Network")
    address = urlsplit(page.url).query.removeprefix("q=")
    return {found.get_by_role("searchbox").input_value(), title, address}


def test_back_leads_to_the_question_before(page: Page, address: str) -> None:
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


def test_each_question_that_is_sent_is_a_step(page: Page, address: str) -> None:
    page.goto(f"{address}search/")
    found = page.locator("#finder")
    expect(page).to_have_title("Search · Local Area Coordination Network")
    for query in ("derby", "york"):
        found.get_by_role("searchbox").fill(query)
        page.keyboard.press("Enter")
        assert asked(page, found, f"areas/{query}") == {query}
    page.go_back()
    assert asked(page, found, "areas/derby") == {"derby"}
    page.go_back()
    expect(found.get_by_role("searchbox")).to_have_value("")
    assert urlsplit(page.url).query == ""


def test_browsers_that_do_not_count_an_addresss_parts_keep_the_address(browser: Browser, address: str) -> None:
    with browser.new_page() as page:
        page.add_init_script("delete URLSearchParams.prototype.size")
        page.goto(f"{address}search/")
        found = page.locator("#finder")
        found.get_by_role("searchbox").fill("derby")
        page.keyboard.press("Enter")
        assert asked(page, found, "areas/derby") == {"derby"}


def test_turning_a_page_by_keyboard_leads_to_its_results(page: Page, small: str) -> None:
    found = finder(page, small, "q=piece&kind=reflection&order=date")
    found.get_by_role("link", name="Next page").press("Enter")
    expect(found.get_by_role("status")).to_contain_text("Page 2 of 3", timeout=PATIENCE)
    expect(found.get_by_role("list", name="What was found")).to_be_focused()
    page.keyboard.press("Tab")
    expect(found.locator(".nw-result__title").first).to_be_focused()
    assert addresses(found)[0] == "stories/piece-15/"
