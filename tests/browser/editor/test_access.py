"""The browser editor can be used with a screen reader and on a phone, and says what it needs."""

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.editor.page import EditorPage, new_window
from tests.support.node import axe_violations

BEST_PRACTICE = {"region", "landmark-one-main", "page-has-heading-one"}
"""The rules of axe that views of Sveltia CMS may break: they are advice, and none is in WCAG."""


def test_views_pass_axe_and_fit_a_phone(editor: EditorPage) -> None:
    page, broken, widths = editor.page, {}, {}
    for view in ("list", "form"):
        if view == "list":
            page.evaluate("location.hash = '#/collections/stories'")
            expect(page.get_by_role("button", name="Create New Entry").first).to_be_visible()
        else:
            editor.go("collections/stories/new")
        broken[view] = {violation.partition(":")[0] for violation in axe_violations(page)} - BEST_PRACTICE
        page.set_viewport_size({"width": 360, "height": 800})
        widths[view] = page.evaluate("document.documentElement.scrollWidth")
        page.set_viewport_size({"width": 1280, "height": 900})
    assert widths == {"list": 360, "form": 360}
    assert broken == {"list": set(), "form": set()}


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A window in which nobody has signed in."""
    with new_window(browser) as opened:
        yield opened


def test_people_sign_in_at_github_or_open_a_folder(page: Page, editor_address: str) -> None:
    faults, requests = list[str](), list[str]()
    page.on("console", lambda message: faults.append(message.text) if message.type in ("error", "warning") else None)
    page.on("request", lambda request: requests.append(request.url))
    page.goto(f"{editor_address}edit/")
    expect(page.get_by_role("button", name="Work with Local Repository")).to_be_visible(timeout=30_000)
    assert {violation.partition(":")[0] for violation in axe_violations(page)} <= BEST_PRACTICE
    page.get_by_role("button", name="Sign In Using Access Token").click()
    expect(page.get_by_text("It must have read/write access to the repository content.")).to_be_visible()
    assert faults == []
    assert {urlsplit(url).netloc for url in requests} <= {urlsplit(editor_address).netloc, ""}
