"""Asking the search something, in its dialog and on its page."""

import re
from urllib.parse import urlsplit

from playwright.sync_api import Locator, Page, expect

ANSWERED = re.compile("result|^Nothing ")


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
    """The page of the search, opened with an address's query and answered."""
    page.goto(f"{address}search/?{query}")
    found = page.locator("#NW-finder")
    expect(found.get_by_role("status")).to_have_text(ANSWERED)
    return found


def addresses(results: Locator) -> list[str]:
    """The addresses of results, relative to the site."""
    links = results.locator(".nw-result__title").all()
    return [urlsplit(link.get_attribute("href") or "").path.lstrip("/") for link in links]
