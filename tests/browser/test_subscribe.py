"""The page on which people subscribe: every feed's address can be copied, and the newest items are linked."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.widths import wider_than
from tests.support.feeds import read_feed

COPY = re.compile("^Copy the address of the ")


WIDTHS = (360, 1280)
"""Of a phone and of a desk."""


@pytest.fixture
def page(page: Page, address: str) -> Page:
    """The page, in a window that may copy."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{address}subscribe/")
    return page


def unfold(page: Page) -> None:
    """Open what is folded away."""
    for summary in page.locator("main summary").all():
        summary.click()


def box(element: Locator) -> dict[str, float]:
    """Where an element is."""
    found = element.bounding_box()
    assert found
    return {name: found[name] for name in ("x", "y", "width", "height")}


def test_address_of_every_feed_can_be_copied(page: Page) -> None:
    unfold(page)
    feeds = page.locator("a[href$='feed.xml'][aria-label], a[href$='atom.xml'], a[href$='feed.json']")
    assert page.get_by_role("button", name=COPY).count() == feeds.count()
    page.get_by_role("button", name="Copy the address of the Atom feed: Derby").click()
    expect(page.get_by_role("status")).not_to_be_empty()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == "https://www.lacnetwork.org/areas/derby/atom.xml"
    assert wider_than(page, WIDTHS) == []


@pytest.mark.parametrize("width", WIDTHS)
def test_copying_is_confirmed_visibly_and_to_screen_readers(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    unfold(page)
    status = page.locator("main").get_by_role("status")
    expect(status).to_have_attribute("role", "status")
    assert status.get_attribute("aria-live") in (None, "polite")
    before = page.evaluate("document.documentElement.scrollHeight")
    color = "element => getComputedStyle(element).backgroundColor"
    buttons = page.get_by_role("button", name=COPY)
    for button in (buttons.first, buttons.last):
        plain = button.evaluate(color)
        button.click()
        confirmation = status.get_by_text("Copied.")
        expect(confirmation).to_be_in_viewport(ratio=1)
        assert confirmation.evaluate(color) not in ("rgba(0, 0, 0, 0)", page.locator("body").evaluate(color))
        page.mouse.move(0, 0)
        expect(button).not_to_have_css("background-color", plain)
        assert page.evaluate("document.documentElement.scrollHeight") == before


def test_areas_and_principles_are_folded_at_first(page: Page) -> None:
    for width, most in zip(WIDTHS, (3500, 2300), strict=True):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollHeight") < most
    names = page.locator("main summary").get_by_role("heading", level=3)
    assert names.all_text_contents() == ["Areas", "Principles"]
    derby = page.get_by_role("link", name="RSS: Derby")
    expect(derby).to_be_hidden()
    page.locator("main summary", has_text="Areas").click()
    expect(derby).to_be_visible()


def test_feeds_are_in_rows_below_the_file_with_all_of_them(page: Page) -> None:
    unfold(page)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        rows = page.locator(".nw-feed").evaluate_all("""(rows) => rows.map((row) => {
          const boxes = (selector) => [...row.querySelectorAll(selector)].map((each) => each.getBoundingClientRect());
          return [row.getBoundingClientRect(), boxes(".nw-feed__latest")[0], boxes(".nw-feed__formats > li")];
        })""")
        assert len(rows) > 10
        for row, latest, formats in rows:
            assert len({found["y"] for found in formats}) == 1
            assert latest["width"] == pytest.approx(row["width"], abs=1)
            assert latest["y"] >= formats[0]["bottom"]
        opml = box(page.get_by_role("link", name="All feeds in one file"))
        assert opml["y"] < box(page.locator(".nw-feed").first)["y"]
        title = box(page.get_by_role("heading", level=1))
        assert box(page.get_by_role("heading", level=2).first)["y"] - title["y"] - title["height"] >= 28


def test_page_without_scripts_has_links_and_no_buttons(unscripted: Page, address: str) -> None:
    unscripted.goto(f"{address}subscribe/")
    assert unscripted.get_by_role("button", name=re.compile("^Copy")).count() == 0
    link = unscripted.get_by_role("link", name="RSS: Everything new")
    document = unscripted.request.get(f"{address}subscribe/{link.get_attribute('href')}").body()
    assert read_feed(document).version == "rss20"


def test_page_links_to_the_newest_item_of_each_feed(page: Page, address: str) -> None:
    newest = page.locator(".nw-feed__latest a")
    assert newest.count() > 10
    response = page.request.get(f"{address}subscribe/{newest.first.get_attribute('href')}")
    assert response.ok
    assert re.search(r"^Latest: .+ · .*\d{4}$", " ".join(page.locator(".nw-feed__latest").first.inner_text().split()))
