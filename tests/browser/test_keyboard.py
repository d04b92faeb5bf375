"""The pages by keyboard alone: everything is reached in the order of the text, seen where it is, and works."""

import pytest
from playwright.sync_api import Page, expect

from tests.support.keyboard import faults_of_walk
from tests.support.kinds import PAGES

WALKED = ("home", "stories", "search", "subscribe", "area", "newsletter", "publication")
"""The kinds of pages with links, buttons or fields that no other kind has."""


@pytest.fixture(params=[320, 1280])
def page(page: Page, request: pytest.FixtureRequest) -> Page:
    """A narrow or a wide window."""
    page.set_viewport_size({"width": request.param, "height": 800})
    page.context.grant_permissions(["clipboard-write"])
    return page


@pytest.mark.parametrize("kind", WALKED)
def test_tab_key_reaches_everything_in_order_with_visible_focus(window: Page, address: str, kind: str) -> None:
    """In wide windows; in narrow ones pages of the site with everything are walked."""
    window.set_viewport_size({"width": 1280, "height": 800})
    window.goto(address + PAGES[kind])
    if kind == "search":  # its script is loaded after the page, and shows the form
        expect(window.get_by_role("searchbox")).to_be_visible()
    assert faults_of_walk(window) == []


def test_first_tab_stop_skips_to_the_main_content(page: Page, address: str) -> None:
    page.goto(address + PAGES["story"])
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to main content")).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_search_opens_by_key_and_returns_the_focus(page: Page, address: str) -> None:
    page.goto(address + PAGES["story"])
    button = page.get_by_role("button", name="Search")
    button.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(button).to_be_focused()
    for keys in ("/", "Control+k"):
        page.keyboard.press(keys)
        expect(page.get_by_role("searchbox")).to_be_focused()
        page.keyboard.press("Escape")
        expect(page.get_by_role("dialog")).to_be_hidden()


def test_keyboard_reaches_and_opens_a_search_result(page: Page, address: str) -> None:
    page.goto(address + PAGES["about"])
    page.keyboard.press("/")
    page.keyboard.type("ring cushion")
    result = page.get_by_role("dialog").get_by_role("link").first
    expect(result).to_be_visible()
    for _ in range(10):
        if result.evaluate("element => element === document.activeElement"):
            break
        page.keyboard.press("Tab")
    expect(result).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Maggie’s story")


def test_colours_switch_by_key_and_stay_as_chosen(page: Page, address: str) -> None:
    page.goto(address)
    before = page.evaluate("getComputedStyle(document.body).backgroundColor")
    switch = page.get_by_role("button", name="Dark colours")
    expect(switch).to_have_attribute("aria-pressed", "false")
    switch.focus()
    page.keyboard.press("Space")
    expect(switch).to_have_attribute("aria-pressed", "true")
    chosen = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert chosen != before
    page.goto(address + PAGES["story"])
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == chosen
    page.get_by_role("button", name="Dark colours").press("Enter")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == before


@pytest.mark.parametrize("kind", ["publication", "subscribe"])
def test_folded_parts_open_by_key(page: Page, address: str, kind: str) -> None:
    page.goto(address + PAGES[kind])
    summaries = page.locator("main summary")
    assert summaries.count()
    for index in range(summaries.count()):
        summaries.nth(index).focus()
        page.keyboard.press("Enter")
        assert summaries.nth(index).evaluate("summary => summary.parentElement.open")
