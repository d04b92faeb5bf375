"""The page on which people subscribe: every feed's address can be copied, and the newest pieces are there to read."""

import re

import pytest
from playwright.sync_api import Browser, expect

from tests.support.feeds import read_feed


@pytest.fixture(params=[360, 1280])
def width(request: pytest.FixtureRequest) -> int:
    """The width of a phone and of a desk."""
    return int(request.param)


def test_the_address_of_every_feed_can_be_copied(browser: Browser, address: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800})
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{address}subscribe/")
    buttons = page.get_by_role("button", name=re.compile("^Copy the address of the "))
    assert (
        buttons.count()
        == page.locator("a[href$='feed.xml'][aria-label], a[href$='atom.xml'], a[href$='feed.json']").count()
    )
    button = page.get_by_role("button", name="Copy the address of the Atom feed: Derby")
    button.click()
    expect(page.get_by_role("status")).not_to_be_empty()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == "https://www.lacnetwork.org/areas/derby/atom.xml"
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


def test_without_scripts_the_links_are_there_and_no_button_is(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}subscribe/")
    assert page.get_by_role("button", name=re.compile("^Copy")).count() == 0
    link = page.get_by_role("link", name="RSS: Everything new")
    document = page.request.get(f"{address}subscribe/{link.get_attribute('href')}").body()
    assert read_feed(document).version == "rss20"
    context.close()


def test_the_page_leads_to_the_newest_piece_of_each_feed(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}subscribe/")
    newest = page.locator(".nw-feed__latest a")
    assert newest.count() > 10
    response = page.request.get(f"{address}subscribe/{newest.first.get_attribute('href')}")
    assert response.ok
    page.close()
