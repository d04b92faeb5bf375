"""The header fits windows of all widths in both languages, and its menu opens without a script."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support.browser import text_size
from tests.support.everything import EVERYTHING

WIDTHS = (320, 360, 480, 640, 736, 768, 960, 1024, 1280)
LARGER = (150, 200)
"""Text sizes that readers choose in their browser, in per cent. With them, the header may need more rows."""
_SEVEN_ENTRIES = """words => document.querySelector(".nw-menu ul").innerHTML = words.map(
  word => `<li><a href="#">${word}</a></li>`
).join("")"""
_ENTRIES = {
    "home": ("Stories", "Newsletters", "Publications", "Events", "Areas", "About", "Contact us"),
    "Welsh home": ("Straeon", "Cylchlythyrau", "Cyhoeddiadau", "Digwyddiadau", "Ardaloedd", "Amdanom", "Cysylltu"),
}
_FAULTS = """() => {
  const size = element => parseFloat(getComputedStyle(element).fontSize);
  const parts = [...document.querySelectorAll(".nw-header :is(a, button), .nw-brand > span")];
  const seen = parts.filter(each => each.checkVisibility());
  const inside = ({left, right}) => left >= 0 && right <= innerWidth;
  const text = size(document.querySelector("#NW-content"));
  const rows = new Set([...document.querySelectorAll(".nw-menu a")].map(each => each.getBoundingClientRect().top));
  return [
    ...seen.filter(each => !inside(each.getBoundingClientRect())).map(each => `outside: ${each.innerText}`),
    ...seen.filter(each => each.matches(".nw-menu a") && size(each) < text).map(each => `small: ${each.innerText}`),
    ...(document.querySelector(".nw-ways").getBoundingClientRect().height > 50 ? ["the switches need two rows"] : []),
    ...(innerWidth >= 960 && rows.size > 1 ? ["the menu needs two rows"] : []),
    ...(document.documentElement.scrollWidth > innerWidth ? ["the page scrolls sideways"] : []),
  ];
}"""


@pytest.mark.parametrize("kind", _ENTRIES)
def test_header_with_seven_entries_fits_every_width(page: Page, everything_address: str, kind: str) -> None:
    page.goto(everything_address + EVERYTHING[kind])
    page.evaluate(_SEVEN_ENTRIES, _ENTRIES[kind])
    found = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 600})
        found[width] = page.evaluate(_FAULTS)
        opens = page.locator(".nw-menu-button")
        assert opens.is_visible() == (width < 960)
        if opens.is_visible():
            opens.click()
            found[width] += page.evaluate(_FAULTS)
            page.keyboard.press("Escape")
    for percent in LARGER:
        with text_size(page, percent):
            for width in (320, 360, 768):
                page.set_viewport_size({"width": width, "height": 600})
                faults = page.evaluate(_FAULTS)
                found[width] += [f"{percent} %: {fault}" for fault in faults if "two rows" not in fault]
    assert {width: faults for width, faults in found.items() if faults} == {}


def test_menu_opens_and_closes_without_a_script(browser: Browser, everything_address: str) -> None:
    with browser.new_page(java_script_enabled=False, viewport={"width": 360, "height": 640}) as page:
        page.goto(everything_address + EVERYTHING["story"])
        entry = page.get_by_role("navigation", name="Main menu").get_by_role("link", name="Publications")
        opens = page.get_by_role("button", name="Menu")
        expect(entry).to_be_hidden()
        opens.click()
        expect(entry).to_be_in_viewport()
        page.get_by_role("button", name="Close").click()
        expect(entry).to_be_hidden()
        opens.focus()
        page.keyboard.press("Enter")
        page.keyboard.press("Escape")
        expect(entry).to_be_hidden()
        expect(opens).to_be_focused()
        opens.click()
        entry.click()
        expect(page).to_have_url(f"{everything_address}publications/")
