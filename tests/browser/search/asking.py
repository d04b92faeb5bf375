"""Asking the search something, in its dialog and on its page."""

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from playwright.sync_api import Locator, Page, expect

ANSWERED = re.compile("result|canlyniad|^Nothing ")
_ASK = """(query) => {
  document.querySelector("#NW-finder [role=status]").textContent = "";
  history.pushState(null, "", `?${query}`);
  dispatchEvent(new PopStateEvent("popstate"));
}"""
_FIND = """async (query) => {
  const { find } = await import("/assets/search/engine.js");
  const { results } = await find(query);
  return Promise.all(results.slice(0, 3).map(async (result) => (await result.data()).raw_url.slice(1)));
}"""


def dialog_of(page: Page, address: str, query: str) -> Locator:
    """The search's dialog on a page, opened if it is not open, with a query typed into it and answered."""
    dialog = page.get_by_role("dialog")
    if page.url != address or dialog.is_hidden():
        page.goto(address)
        page.get_by_role("button", name="Search").click()
    dialog.get_by_role("searchbox").fill("")
    expect(dialog.get_by_role("status")).to_have_text("")
    dialog.get_by_role("searchbox").fill(query)
    expect(dialog.get_by_role("status")).to_have_text(ANSWERED)
    return dialog


def finder(page: Page, address: str, query: str) -> Locator:
    """The page of the search with an address's query, answered. If it is open, it is not loaded again."""
    if page.url.startswith(f"{address}search/"):
        page.evaluate(_ASK, query)
    else:
        page.goto(f"{address}search/?{query}")
    found = page.locator("#NW-finder")
    expect(found.get_by_role("status")).to_have_text(ANSWERED)
    return found


def addresses(results: Locator) -> list[str]:
    """The addresses of results, relative to the site."""
    links = results.locator(".nw-result__title").all()
    return [urlsplit(link.get_attribute("href") or "").path.lstrip("/") for link in links]


def found_for(page: Page, queries: Iterable[str]) -> dict[str, list[str]]:
    """The addresses of the first three pages that the search's script finds for each query, on an open page."""
    return {query: page.evaluate(_FIND, query) for query in queries}
