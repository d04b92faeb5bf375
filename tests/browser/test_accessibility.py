"""Every kind of page as people with disabilities meet it: axe's rules, in both palettes, narrow and wide.

The run of these tests is what the accessibility statement tells of: ``make record`` keeps the record.
"""

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from newsroom.accessibility import Palette
from tests.support import ROOT
from tests.support.kinds import PAGES
from tests.support.node import axe_violations
from tests.support.record import PALETTES, WIDTHS, Judge, Recorder

LOOKS = [(palette, width) for palette in PALETTES for width in WIDTHS]


@pytest.fixture(scope="module")
def judge(browser: Browser) -> Judge:
    """axe and the browser that it runs in, by their versions."""
    package = json.loads((ROOT / "tests/node/node_modules/axe-core/package.json").read_text(encoding="utf-8"))
    return Judge("axe-core", package["version"], f"Chromium {browser.version.split('.')[0]}")


@pytest.fixture(scope="module", params=LOOKS, ids=[f"{palette}-{width}" for palette, width in LOOKS])
def look(request: pytest.FixtureRequest) -> tuple[Palette, int]:
    """One palette and width."""
    palette, width = request.param
    return palette, width


@pytest.fixture(scope="module")
def page(browser: Browser, look: tuple[Palette, int]) -> Iterator[Page]:
    """A window of one width, on a device with one palette."""
    palette, width = look
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=palette)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("kind", PAGES)
def test_nothing_stands_in_the_way_of_people_with_disabilities(
    page: Page, look: tuple[Palette, int], address: str, kind: str, judge: Judge, accessibility_record: Recorder
) -> None:
    page.goto(address + PAGES[kind])
    page.evaluate("for (const details of document.querySelectorAll('details')) details.open = true")
    violations = axe_violations(page)
    accessibility_record.expect(PAGES)
    accessibility_record.saw(kind, PAGES[kind], *look, violations, judge)
    assert violations == []


def test_nor_in_the_search_with_its_results(page: Page, address: str) -> None:
    page.goto(address + PAGES["story"])
    page.get_by_role("button", name="Search").click()
    page.get_by_role("searchbox").press_sequentially("neighbour")
    expect(page.get_by_role("dialog").get_by_role("link").first).to_be_visible(timeout=20_000)
    assert axe_violations(page) == []


def test_nor_in_the_colours_that_a_reader_chose(page: Page, address: str) -> None:
    page.goto(address)
    switch = page.get_by_role("button", name="Dark colours")
    was_dark = switch.get_attribute("aria-pressed")
    switch.click()
    assert switch.get_attribute("aria-pressed") != was_dark
    assert axe_violations(page) == []
    page.evaluate("localStorage.clear()")


def test_at_four_hundred_per_cent_the_text_runs_down_and_not_across(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": max(WIDTHS) // 4, "height": 256})
    page = context.new_page()
    for kind, path in PAGES.items():
        page.goto(address + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= max(WIDTHS) // 4, kind
    context.close()
