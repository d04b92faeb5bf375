"""The pages by keyboard alone: everything is reached in the order of the text, seen where it is, and works."""

import pytest
from playwright.sync_api import Page, expect

from tests.support.kinds import PAGES

_GROUND = "getComputedStyle(document.body).backgroundColor"


@pytest.mark.parametrize("width", [320, 1280])
def test_header_works_by_keyboard(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(address + PAGES["story"])
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to main content")).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")
    search = page.get_by_role("button", name="Search")
    for keys in ("Enter", "/", "Control+k"):
        search.focus()
        page.keyboard.press(keys)
        expect(page.get_by_role("searchbox")).to_be_focused()
        page.keyboard.press("Escape")
        expect(page.get_by_role("dialog")).to_be_hidden()
        expect(search).to_be_focused()
    switch = page.get_by_role("button", name="Dark colours")
    before = page.evaluate(_GROUND)
    for keys, pressed in (("Space", "true"), ("Enter", "false")):
        switch.focus()
        page.keyboard.press(keys)
        expect(switch).to_have_attribute("aria-pressed", pressed)
        assert (page.evaluate(_GROUND) == before) == (pressed == "false")


def test_keyboard_reaches_and_opens_a_search_result(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 320, "height": 800})
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


@pytest.mark.parametrize("kind", ["publication", "subscribe"])
def test_folded_parts_open_by_key(page: Page, address: str, kind: str) -> None:
    page.goto(address + PAGES[kind])
    summaries = page.locator("main summary")
    assert summaries.count()
    for index in range(summaries.count()):
        summaries.nth(index).focus()
        page.keyboard.press("Enter")
        assert summaries.nth(index).evaluate("summary => summary.parentElement.open")
