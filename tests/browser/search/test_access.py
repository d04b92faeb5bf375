"""The search for everyone: by axe's rules, in both palettes, narrow and wide."""

from playwright.sync_api import Page, expect

from tests.browser.search.asking import dialog_of, finder
from tests.support.node import COLOURS, axe_violations
from tests.support.record import WIDTHS

DIALOG = "dialog[open]"
FINDER = "#NW-finder"


def test_search_passes_axe(page: Page, address: str) -> None:
    """In its dialog, on its page, and with its highlighting: with all rules in one look, for colours in the other."""
    story = f"{address}stories/maggies-story/"
    page.set_viewport_size({"width": WIDTHS[0], "height": 900})
    for query in ("network", "cordination", "zzyzzx"):
        dialog_of(page, story, query)
        assert axe_violations(page, within=DIALOG) == []
    for query in ("q=network&kind=newsletter&year=2023&order=date", "q=zzyzzx"):
        finder(page, address, query)
        assert axe_violations(page, within=FINDER) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= WIDTHS[0]
    page.get_by_text("Narrow it down").click()
    assert axe_violations(page) == []
    page.goto(f"{story}?marks=cushion")
    expect(page.get_by_role("button", name="Clear highlighting")).to_be_visible()
    assert axe_violations(page) == []
    page.set_viewport_size({"width": WIDTHS[1], "height": 900})
    page.emulate_media(color_scheme="dark")
    assert axe_violations(page, only=COLOURS, within="main") == []
    dialog_of(page, page.url, "cordination")
    assert axe_violations(page, only=COLOURS, within=DIALOG) == []
    finder(page, address, "q=network&kind=newsletter&year=2023&order=date")
    assert page.get_by_label("Kind").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= WIDTHS[1]
    assert axe_violations(page, only=COLOURS, within=FINDER) == []
