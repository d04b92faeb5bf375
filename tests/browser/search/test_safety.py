"""Queries and results are text, never HTML."""

from urllib.parse import quote

from playwright.sync_api import Page, expect

from tests.browser.search.asking import dialog_of, finder
from tests.browser.search.conftest import HOSTILE_TITLE

HOSTILE = (
    "<img src=x onerror=window.broken=1>",
    '"><script>window.broken=1</script>',
    "<mark>story</mark><img src=x onerror=window.broken=1>",
    "x" * 10_000,
    "story " * 2_000,
    "\U0001f600 story \U0001f468‍\U0001f469‍\U0001f467",
    "‮story‬ ‏",
    "\"'`(){}[]\\%00&lt;",
    "{query} $& {number}",
    "constructor __proto__ toString",
)


def test_query_is_not_interpreted_as_html(page: Page, small: str) -> None:
    for query in HOSTILE:
        finder(page, small, f"q={quote(query[:3_000])}")
        assert_harmless(page, query)
    for query in HOSTILE:
        dialog = dialog_of(page, small, query)
        assert_harmless(page, query)
        assert dialog.evaluate("element => element.scrollWidth <= element.clientWidth"), query


def assert_harmless(page: Page, query: str) -> None:
    """Nothing of a query has run or is an element."""
    assert page.evaluate("window.broken") is None, query
    assert page.locator("img[src=x], dialog script, #NW-finder script").count() == 0, query


def test_page_text_in_results_is_not_interpreted_as_html(page: Page, small: str) -> None:
    dialog = dialog_of(page, small, "gargoyle")
    expect(dialog.locator(".nw-result__title")).to_have_text(HOSTILE_TITLE)
    expect(dialog.locator(".nw-result__excerpt")).to_contain_text("<script>window.broken=1</script>")
    dialog.locator(".nw-result__title").click()
    expect(page.locator("mark.nw-found").first).to_have_text("gargoyle")
    page.goto(f"{small}stories/storm/?marks={quote('<img src=x onerror=window.broken=1>')}&marks=((&marks=elm")
    expect(page.locator("mark.nw-found")).to_have_text("elm")
    assert page.evaluate("window.broken") is None
