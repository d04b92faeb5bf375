"""Pages with everything that editors may write are accessible and do not scroll sideways."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.widths import EDGES, wider_than
from tests.support.browser import text_size
from tests.support.everything import EVERYTHING
from tests.support.keyboard import faults_of_walk, small_targets
from tests.support.node import COLOURS, axe_violations
from tests.support.record import WIDTHS

HEIGHT = 900
LOOKED_AT = ("Welsh home", "story", "edition", "publication", "event", "events", "vacancy")
"""The kinds of pages that axe looks at: what others have, one of these has."""
DARK = ("Welsh home", "story", "publication", "events")
"""Those with elements that no other has: axe looks at them in the dark palette, too."""
WALKED = ("home", "story", "publication", "stories")
"""The kinds of pages that are used by keyboard: all links, buttons and fields of the others are on these, too."""
SMALL_TARGETS = {
    "<p>Words <a href='#a'>a</a> and words.</p>": [],
    "<p><a href='#a'>a</a></p>": ["a"],
    "<p>Words<br><a href='#a'>a</a></p>": ["a"],
    "<ul><li><a href='#a'>a</a><li><a href='#b'>b</a> and words</ul>": ["a"],
    "<p><a href='#a'>a</a> <a href='#b'>b</a></p>": ["a", "b"],
    "<p>Words <a href='#a' style='display: inline-block'>a</a></p>": ["a"],
    "<a href='#a' style='padding: 1em'>a</a>": [],
}
"""The links of a page that are reported as small."""
KEYBOARD_FAULTS = {
    "<a href='#a'>a</a><a href='#b' tabindex='-1'>b</a>": "not reached: ",
    "<a href='#a' tabindex='2'>a</a><a href='#b' tabindex='1'>b</a>": "not in the order of the text: [1, 0]",
    "<a href='#a' style='outline: none'>a</a>": "no ring: ",
    "<a href='#a' style='outline: none'>a</a><a href='#b'>b</a>": '''no ring: <a href="#a"''',
    "<a href='#a'>a</a><a href='#b' style='outline: none'>b</a><a href='#c'>c</a>": '''no ring: <a href="#b"''',
    "<a href='#a' onkeydown='event.stopPropagation()'>a</a><a href='#b' style='outline: none'>b</a>": "no ring: ",
    "<a href='#a'>a</a><a href='#b' style='outline: none'>b</a>": '''no ring: <a href="#b"''',
    "<a href='#a' style='position: fixed; left: 0; top: -5em'>a</a>": "out of sight: ",
    "<a href='#a'>a</a><p tabindex='1'>Words</p>": "no place to stop: ",
}
"""How the one fault that is reported of a page begins."""
_CUT = "cards => cards.filter(card => card.scrollWidth > card.clientWidth).map(card => card.innerText)"
_UNFOLD = "for (const details of document.querySelectorAll('details')) details.open = true"


@pytest.mark.parametrize("kind", EVERYTHING)
def test_page_fits_every_window_is_reached_by_keyboard_and_passes_axe(
    page: Page, everything_address: str, kind: str
) -> None:
    page.set_viewport_size({"width": WIDTHS[0], "height": HEIGHT})
    page.goto(everything_address + EVERYTHING[kind])
    faults = [f"cut off: {card}" for card in page.locator(".nw-card").evaluate_all(_CUT)]
    with text_size(page, 200):
        faults += [f"cut off in large: {card}" for card in page.locator(".nw-card").evaluate_all(_CUT)]
        faults += wider_than(page, WIDTHS[:1])
    faults += [f"small: {target}" for target in small_targets(page)]
    faults += faults_of_walk(page) if kind in WALKED else []
    faults += wider_than(page, EDGES)
    if kind in LOOKED_AT:
        page.evaluate(_UNFOLD)
        if kind in DARK:
            page.emulate_media(color_scheme="dark")
            faults += axe_violations(page, only=COLOURS)
        page.set_viewport_size({"width": WIDTHS[0], "height": HEIGHT})
        page.emulate_media(color_scheme="light")
        faults += axe_violations(page)
    assert faults == []


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


def test_small_targets_are_reported_unless_in_a_line_of_text(page: Page) -> None:
    found = {}
    for body in SMALL_TARGETS:
        page.set_content(body)
        found[body] = [target.removesuffix("</a>")[-1] for target in small_targets(page)]
    assert found == SMALL_TARGETS


def test_keyboard_faults_are_reported(page: Page) -> None:
    found = {}
    for body, fault in KEYBOARD_FAULTS.items():
        page.goto("about:blank")  # else the keyboard goes on from where it was
        page.set_content(f"<style>:focus {{ outline: 3px solid }}</style>{body}")
        found[body] = [words[: len(fault)] for words in faults_of_walk(page)]
    assert found == {body: [fault] for body, fault in KEYBOARD_FAULTS.items()}
