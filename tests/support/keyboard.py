"""An open page by keyboard, and by a finger that cannot aim well."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page

_LISTEN = """() => {
  const stops = [...document.querySelectorAll("a[href], button, input, summary, select, textarea, [tabindex='0']")]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.disabled);
  const look = () => {
    const element = document.activeElement;
    if (element === document.body) return null;
    const styles = [getComputedStyle(element), getComputedStyle(element, "::after")];
    const box = element.getBoundingClientRect();
    return {
      number: stops.indexOf(element),
      html: element.outerHTML.slice(0, 120),
      ring: Math.max(...styles.map((style) => (style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth)))),
      seen: box.bottom > 0 && box.top < innerHeight && box.width > 0 && box.height > 0,
    };
  };
  const looks = [];
  window.walked = () => [...looks.slice(1), look()];
  addEventListener("keydown", () => looks.push(look()), true);
  return stops.map((element) => element.outerHTML.slice(0, 120));
}"""
"""Gives the places to stop, and from now on looks where the keyboard is before it goes on: a key costs no question."""
_MORE_STOPS = 50
"""How many stops besides those that are expected a walk may have."""
_SMALL = """() => {
  const targets = "a[href], button, input, select, summary";
  const isInline = (element) => ["inline", "contents"].includes(getComputedStyle(element).display);
  const isInLine = (element) => {
    let block = element.parentElement;
    while (isInline(block)) block = block.parentElement;
    const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT), lines = [...element.getClientRects()];
    const range = document.createRange();
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      if (!text.data.trim() || text.parentElement.closest(targets)) continue;
      range.selectNodeContents(text);
      const rects = [...range.getClientRects()].filter((rect) => rect.width > 1);
      const meets = (line) => rects.some((rect) => rect.top < line.bottom - 4 && rect.bottom > line.top + 4);
      if (lines.some(meets)) return true;
    }
    return false;
  };
  return [...document.querySelectorAll(targets)]
    .filter((element) => element.checkVisibility() && !element.matches(".nw-skip"))
    .filter((element) => { const box = element.getBoundingClientRect(); return box.width < 24 || box.height < 24; })
    .filter((element) => !isInline(element) || !isInLine(element))
    .map((element) => element.outerHTML.slice(0, 120));
}"""


@dataclass(frozen=True)
class Stop:
    """Where the keyboard is: the element, by its number in the text's order (-1: no place to stop) and its HTML, the
    width of the ring around it in CSS pixels, and whether it is in the window.
    """

    number: int
    html: str
    ring: float
    seen: bool


def faults_of_walk(page: Page) -> list[str]:
    """What is wrong with the stops of the Tab key, from the start of an open page to its end: each of the page's
    links, buttons and fields is one, in the order of the text, with a ring to be seen around it.
    """
    expected: list[str] = page.evaluate(_LISTEN)
    stops = _walk(page, len(expected))
    order = [stop.number for stop in stops]
    return [
        *(f"no place to stop: {stop.html}" for stop in stops if stop.number < 0),
        *(f"not reached: {html}" for number, html in enumerate(expected) if number not in order),
        *([] if order == sorted(order) else [f"not in the order of the text: {order}"]),
        *(f"no ring: {stop.html}" for stop in stops if stop.ring < 2),
        *(f"out of sight: {stop.html}" for stop in stops if not stop.seen),
    ]


def small_targets(page: Page) -> list[str]:
    """The HTML of links, buttons and fields of an open page less than 24 CSS pixels wide or high, but for links with
    other words beside them in their line (WCAG 2.2, 2.5.8).
    """
    found: list[str] = page.evaluate(_SMALL)
    return found


def _walk(page: Page, expected: int) -> list[Stop]:
    """The stops up to where the keyboard leaves the page, or comes round to one where it has been."""
    stops: list[Stop] = []
    for presses in (expected + 1, _MORE_STOPS):
        for _ in range(presses):
            page.keyboard.down("Tab")
        page.keyboard.up("Tab")
        looks = page.evaluate("walked()")
        stops = list(_until_it_ends(looks))
        if len(stops) < len(looks):
            break
    return stops


def _until_it_ends(looks: Iterable[Mapping[str, Any] | None]) -> Iterator[Stop]:
    seen: set[tuple[int, str]] = set()
    for found in looks:
        if not found or (found["number"], found["html"]) in seen:
            return
        stop = Stop(**found)
        seen.add((stop.number, stop.html))
        yield stop
