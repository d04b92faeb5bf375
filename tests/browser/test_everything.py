"""Pages with everything that editors may write are accessible and do not scroll sideways."""

import pytest
from playwright.sync_api import Page, expect

from newsroom.content.accessibility import Palette
from tests.browser.widths import Across, widths_of
from tests.support.browser import text_size
from tests.support.everything import EVERYTHING
from tests.support.keyboard import faults_of_walk, small_targets
from tests.support.node import axe_violations
from tests.support.record import PALETTES, WIDTHS

EDGES = (320, 360, 768, 1280)


@pytest.fixture(params=[*zip(PALETTES, WIDTHS, strict=True)], ids=str)
def look(page: Page, request: pytest.FixtureRequest) -> Page:
    """A window of one width, on a device with one palette."""
    palette: Palette
    palette, width = request.param
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=palette)
    return page


def test_page_passes_axe(look: Page, everything_address: str) -> None:
    found = {}
    for kind in ("Welsh home", "story", "edition", "publication", "event", "events", "vacancy"):
        look.goto(everything_address + EVERYTHING[kind])
        look.evaluate("for (const details of document.querySelectorAll('details')) details.open = true")
        found[kind] = axe_violations(look)
    assert [(kind, violation) for kind, violations in found.items() for violation in violations] == []


@pytest.fixture(scope="module")
def across(window: Page, everything_address: str) -> Across:
    """How wide each page is in windows of each width."""
    urls = [everything_address + path for path in EVERYTHING.values()]
    return widths_of(window, urls, EDGES, palettes=["light"], height=256)


@pytest.mark.parametrize("width", EDGES)
def test_nothing_causes_sideways_scrolling(across: Across, width: int) -> None:
    assert len(across) == len(EVERYTHING) * len(EDGES)
    assert {look: wide for look, wide in across.items() if look.width == width < wide} == {}


def test_phone_with_larger_text_cuts_nothing_off(page: Page, everything_address: str) -> None:
    page.set_viewport_size({"width": 320, "height": 800})
    cut = "cards => cards.filter(card => card.scrollWidth > card.clientWidth).map(card => card.innerText)"
    found = []
    for kind in ("home", "stories", "events", "vacancies", "Welsh area", "publication"):
        page.goto(everything_address + EVERYTHING[kind])
        for percent in (100, 200):
            with text_size(page, percent):
                found += page.locator(".nw-card").evaluate_all(cut)
                found += [kind] if page.evaluate("document.documentElement.scrollWidth") > 320 else []
    assert found == []


def test_keyboard_reaches_everything_and_targets_are_large(page: Page, everything_address: str) -> None:
    page.set_viewport_size({"width": 320, "height": 800})
    found = {}
    for kind in ("home", "Welsh story", "story", "edition", "publication", "stories"):
        page.goto(everything_address + EVERYTHING[kind])
        found[kind] = [*(f"small: {target}" for target in small_targets(page)), *faults_of_walk(page)]
    assert [(kind, fault) for kind, faults in found.items() for fault in faults] == []


def test_wide_table_scrolls_by_keyboard_without_breaking_words(page: Page, everything_address: str) -> None:
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(everything_address + EVERYTHING["story"])
    table = page.get_by_role("group", name="Table", exact=True).first
    cells = table.get_by_role("cell")
    heights = [cells.nth(number).evaluate("cell => cell.clientHeight") for number in (2, 6)]
    assert max(heights) == min(heights)
    assert table.evaluate("e => [...e.querySelectorAll('td')].every(cell => cell.scrollWidth <= cell.clientWidth)")
    table.focus()
    page.keyboard.press("ArrowRight")
    expect(table.locator("td").last).not_to_be_in_viewport()
    for _ in range(40):
        page.keyboard.press("ArrowRight")
    expect(table.locator("td").last).to_be_in_viewport()


@pytest.mark.parametrize(
    ("body", "small"),
    [
        ("<p>Words <a href='#a'>a</a> and words.</p>", []),
        ("<p><a href='#a'>a</a></p>", ["a"]),
        ("<p>Words<br><a href='#a'>a</a></p>", ["a"]),
        ("<ul><li><a href='#a'>a</a><li><a href='#b'>b</a> and words</ul>", ["a"]),
        ("<p><a href='#a'>a</a> <a href='#b'>b</a></p>", ["a", "b"]),
        ("<p>Words <a href='#a' style='display: inline-block'>a</a></p>", ["a"]),
        ("<a href='#a' style='padding: 1em'>a</a>", []),
    ],
)
def test_small_targets_are_reported_unless_in_a_line_of_text(page: Page, body: str, small: list[str]) -> None:
    page.set_content(body)
    assert [target.removesuffix("</a>")[-1] for target in small_targets(page)] == small


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ("<a href='#a'>a</a><a href='#b' tabindex='-1'>b</a>", "not reached: "),
        ("<a href='#a' tabindex='2'>a</a><a href='#b' tabindex='1'>b</a>", "not in the order of the text: [1, 0]"),
        ("<a href='#a' style='outline: none'>a</a>", "no ring: "),
        ("<a href='#a' style='outline: none'>a</a><a href='#b'>b</a>", """no ring: <a href="#a\""""),
        ("<a href='#a'>a</a><a href='#b' style='outline: none'>b</a><a href='#c'>c</a>", """no ring: <a href="#b\""""),
        ("<a href='#a'>a</a><a href='#b' style='outline: none'>b</a>", """no ring: <a href="#b\""""),
        ("<a href='#a' onkeydown='event.stopPropagation()'>a</a><a href='#b' style='outline: none'>b</a>", "no ring: "),
        ("<a href='#a' style='position: fixed; left: 0; top: -5em'>a</a>", "out of sight: "),
        ("<a href='#a'>a</a><p tabindex='1'>Words</p>", "no place to stop: "),
    ],
)
def test_keyboard_faults_are_reported(page: Page, body: str, fault: str) -> None:
    page.set_content(f"<style>:focus {{ outline: 3px solid }}</style>{body}")
    assert [found[: len(fault)] for found in faults_of_walk(page)] == [fault]
