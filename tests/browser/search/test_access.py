"""The search for everyone: by axe's rules, in both palettes, narrow and wide."""

import pytest
from playwright.sync_api import Page

from newsroom.content.accessibility import Palette
from tests.browser.search.asking import dialog_of, finder
from tests.support.node import axe_violations
from tests.support.record import PALETTES, WIDTHS


@pytest.mark.parametrize(("palette", "width"), [*zip(PALETTES, WIDTHS, strict=True)])
def test_search_passes_axe(page: Page, address: str, palette: Palette, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=palette)
    for query in ("network", "cordination", "zzyzzx")[: 3 if palette == "light" else 1]:
        dialog_of(page, address, query)
        assert axe_violations(page) == []
    for asked in ("q=network&kind=newsletter&year=2023&order=date", "q=zzyzzx"):
        finder(page, address, asked)
        assert axe_violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        if not page.get_by_label("Kind").is_visible():
            page.get_by_text("Narrow it down").click()
            assert axe_violations(page) == []
    page.goto(f"{address}stories/maggies-story/?marks=cushion")
    assert axe_violations(page) == []
