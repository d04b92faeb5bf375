"""The look of the search: in short windows, along one edge, with complete words."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.browser.search.asking import addresses, dialog_of, finder
from tests.support.items import SUMMARY

IS_SEEN = """(element) => [...element.getClientRects()].every(({ left, right, top, bottom }) =>
  [[left, top], [right, top], [left, bottom], [right, bottom]].every(([x, y]) =>
    element.contains(document.elementFromPoint(x + (x === left ? 2 : -2), y + (y === top ? 2 : -2)))))"""
"""Whether an element's corners are covered by nothing and cut off by nothing."""


def box(element: Locator) -> dict[str, float]:
    """Where an element is."""
    found = element.bounding_box()
    assert found is not None
    return {"x": found["x"], "y": found["y"], "width": found["width"], "height": found["height"]}


def test_focused_result_is_completely_visible(page: Page, address: str) -> None:
    for width, height in ((320, 256), (740, 360), (1280, 900)):
        page.set_viewport_size({"width": width, "height": height})
        dialog = dialog_of(page, address, "derby")
        results = dialog.locator(".nw-result")
        for index in range(results.count()):
            page.keyboard.press("ArrowDown")
            title, result = (
                box(part) for part in (results.nth(index).locator(".nw-result__title"), results.nth(index))
            )
            for part in [title, *([result] if result["height"] <= height else [])]:
                assert part["y"] >= -0.5
                assert part["y"] + part["height"] <= height + 0.5
            assert results.nth(index).locator(".nw-result__title").evaluate(IS_SEEN)
        assert dialog.evaluate("element => element.scrollWidth <= element.clientWidth")


def test_search_parts_share_the_left_edge(page: Page, address: str) -> None:
    for ask, query in ((finder, "q=coccyx"), (dialog_of, "coccyx")):
        found = ask(page, address, query)
        parts = [found.get_by_role("status"), found.get_by_role("searchbox")]
        parts += [found.locator(f".nw-result__{name}").first for name in ("title", "facts", "excerpt")]
        sections = found.locator(".nw-result__sections a")
        parts += [sections.first] if sections.count() else []
        for width in (360, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            assert len({round(box(part)["x"]) for part in parts}) == 1


def test_pictures_are_beside_results_and_equal_in_size(page: Page, address: str) -> None:
    found = finder(page, address, "q=derby")
    pictured = found.locator(".nw-result:has(img)")
    assert pictured.count() > 1
    sizes = set()
    for result in pictured.all():
        picture, title = box(result.locator("img")), box(result.locator(".nw-result__title"))
        sizes.add((picture["width"], picture["height"]))
        assert picture["x"] >= title["x"] + title["width"]
        assert abs(picture["y"] - title["y"]) < 8
    assert sizes == {(96, 64)}
    page.set_viewport_size({"width": 360, "height": 800})
    expect(pictured.first.locator("img")).to_be_hidden()


def test_link_to_all_results_is_a_large_target(page: Page, address: str) -> None:
    for query, name in (("derby", "See all results"), ("zzyzzx", "Browse all pages")):
        link = dialog_of(page, address, query).get_by_role("link", name=name)
        assert box(link)["height"] >= 24


def test_result_has_its_title_and_text_with_the_words_highlighted(page: Page, small: str) -> None:
    result = finder(page, small, "q=storm").locator(".nw-result").first
    expect(result.locator(".nw-result__title")).to_have_text("The storm")
    expect(result.locator(".nw-result__title mark")).to_have_text("storm")
    whole = finder(page, small, "q=lightning").locator(".nw-result__excerpt")
    expect(whole).to_have_text(f"{SUMMARY} Then lightning struck the old elm.")


def test_excerpt_omits_the_title_and_marks_where_it_is_cut(page: Page, address: str) -> None:
    for query in ("derby", "plan", "cushion"):
        found = finder(page, address, f"q={query}")
        assert addresses(found)
        for result in found.locator(".nw-result").all():
            title = result.locator(".nw-result__title").inner_text()
            text = result.locator(".nw-result__excerpt").inner_text()
            assert not text.startswith(title + ".")
            assert re.search(r"…$|[.?!)”\w]$", text)
    for query, cut in (("derby", r"^Derby City was .*\s…$"), ("coccyx", r"^… .*\s…$")):
        excerpt = finder(page, address, f"q={query}").locator(".nw-result__excerpt").first
        expect(excerpt).to_have_text(re.compile(cut))
