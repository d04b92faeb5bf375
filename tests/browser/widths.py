"""How wide pages are in windows of several widths, so that it shows where one runs over the edge."""

from collections.abc import Sequence

from playwright.sync_api import Page

EDGES = (320, 360, 768, 1280)
"""In CSS pixels: a computer's window at 400 %, a phone, a tablet and a computer."""


def wider_than(page: Page, widths: Sequence[int]) -> list[str]:
    """The windows that an open page is wider than, by their widths, with its own width. It scrolls sideways in them."""
    found = []
    for width in widths:
        page.set_viewport_size({"width": width, "height": 256})
        wide = page.evaluate("document.documentElement.scrollWidth")
        found += [f"{wide} pixels wide in a window of {width}"] if wide > width else []
    return found
