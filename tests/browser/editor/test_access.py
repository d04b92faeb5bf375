"""The browser editor can be used with a screen reader and on a phone, and says what it needs."""

from playwright.sync_api import BrowserContext

from tests.browser.editor.page import open_editor
from tests.support import small_newsroom
from tests.support.node import axe_violations

ACCEPTED = {"list": {"region"}, "form": {"region"}}
"""The rules of axe that each view of Sveltia CMS breaks: best practice, not in WCAG."""


def test_views_pass_axe_and_fit_a_phone(new_window: BrowserContext, editor_address: str) -> None:
    editor = open_editor(new_window, editor_address, small_newsroom())
    page, broken, widths = editor.page, {}, {}
    for view in ("list", "form"):
        if view == "form":
            editor.go("collections/stories/new")
        broken[view] = {violation.partition(":")[0] for violation in axe_violations(page)}
        page.set_viewport_size({"width": 360, "height": 800})
        widths[view] = page.evaluate("document.documentElement.scrollWidth")
        page.set_viewport_size({"width": 1280, "height": 900})
    assert widths == {"list": 360, "form": 360}
    assert broken == ACCEPTED
