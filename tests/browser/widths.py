"""How wide pages are in windows of several widths, so that it shows where one runs over the edge."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from playwright.sync_api import Page

from newsroom.content.accessibility import Palette
from tests.support.browser import reset_window
from tests.support.record import PALETTES


@dataclass(frozen=True)
class Look:
    """A page in a window of a width, on a device with a palette."""

    url: str
    palette: Palette
    width: int


Across = Mapping[Look, int]
"""How wide pages are, in CSS pixels, by how they were looked at."""


def widths_of(
    window: Page,
    urls: Iterable[str],
    widths: Sequence[int],
    *,
    palettes: Sequence[Palette] = PALETTES,
    height: int = 800,
) -> Across:
    """How wide pages are in windows of each width, in each palette.

    Each is opened once, in the first of the windows, which then changes.
    """
    found: dict[Look, int] = {}
    with reset_window(window) as page:
        for url in urls:
            page.set_viewport_size({"width": widths[0], "height": height})
            page.goto(url)
            for width in widths:
                page.set_viewport_size({"width": width, "height": height})
                for palette in palettes:
                    page.emulate_media(color_scheme=palette)
                    found[Look(url, palette, width)] = page.evaluate("document.documentElement.scrollWidth")
    return found
