"""The search for everyone: by axe's rules, in both palettes, narrow and wide."""

import pytest
from playwright.sync_api import Browser

from newsroom.accessibility import Palette
from tests.browser.search.asking import dialog_of, finder
from tests.support.node import axe_violations
from tests.support.record import PALETTES, WIDTHS


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("palette", PALETTES)
def test_nothing_in_the_search_stands_in_the_way_of_people_with_disabilities(
    browser: Browser, address: str, palette: Palette, width: int
) -> None:
    with browser.new_context(viewport={"width": width, "height": 900}, color_scheme=palette) as context:
        page = context.new_page()
        for query in ("network", "cordination", "zzyzzx"):
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
