"""The sender's page for everyone: by keyboard, on a phone, by axe's rules."""

import re

from playwright.sync_api import expect

from tests.browser.sender.page import EMAIL, Open, Site, frame
from tests.browser.widths import EDGES, wider_than
from tests.support.node import COLOURS, axe_violations


def test_keyboard_reaches_everything_with_an_outline_in_two_colours(open_page: Open) -> None:
    page = open_page()
    name = """() => {
        const at = document.activeElement;
        return at.tagName === "IFRAME" ? at.title : at.ariaLabel || (at.labels?.[0] ?? at).textContent.trim();
    }"""
    reached: list[str] = []
    for _ in range(80):
        page.keyboard.press("Tab")
        now = str(page.evaluate(name))
        if not reached or reached[-1] != now:
            reached.append(now)
        if "375 pixels" in now and "The email" in now:
            break
    assert [words.split("\n")[0] for words in reached] == [
        "Skip to the email",
        "← The edition’s page",
        "Mailchimp",
        "Subject",
        "Copy the subject",
        "Preheader",
        "Copy the preheader",
        "Copy HTML",
        "Copy plain text",
        "Download .eml",
        "Download the HTML",
        "The HTML",
        "The plain text",
        "Skip the preview",
        "As sent",
        "",
        "The email for Mailchimp, 600 pixels wide",
        "",
        "The email for Mailchimp, 375 pixels wide",
    ]
    page.locator("#subject").focus()
    page.keyboard.press("Tab")
    style = page.evaluate("(({outline, boxShadow}) => [outline, boxShadow])(getComputedStyle(document.activeElement))")
    assert style == ["rgb(242, 179, 61) solid 3px", "rgb(29, 42, 43) 0px 0px 0px 5px"]


def test_page_does_not_scroll_sideways(open_page: Open, site: Site) -> None:
    for path in (EMAIL, "newsletters/2020-01/email/"):
        page = open_page(site.address + path)
        for is_open in (False, True):
            page.evaluate("(is) => document.querySelectorAll('details.text').forEach((e) => { e.open = is; })", is_open)
            assert wider_than(page, EDGES) == []


def test_wide_frame_scrolls_with_the_keyboard_on_a_phone(open_page: Open) -> None:
    page = open_page(size=(360, 800))
    scroller = page.locator(".frame:visible").last  # the phone's is first
    scroller.focus()
    assert scroller.evaluate("frame => [frame === document.activeElement, frame.scrollLeft]") == [True, 0]
    for _ in range(20):
        page.keyboard.press("ArrowRight")
    assert scroller.evaluate("frame => frame.scrollWidth - frame.clientWidth") > 200
    at_the_end = "frame => frame.scrollLeft >= frame.scrollWidth - frame.clientWidth - 1"
    page.wait_for_function(at_the_end, arg=scroller.element_handle())


def test_page_passes_axe(open_page: Open, site: Site) -> None:
    page = open_page(size=(360, 900))
    for text in page.locator("details.text:visible").all():
        text.locator("summary").click()
    page.get_by_role("button", name="Copy HTML").click()
    expect(page.get_by_role("status")).not_to_be_empty()
    expect(frame(page, 375).locator("h1")).to_be_visible()
    assert axe_violations(page) == []
    page.set_viewport_size({"width": 1280, "height": 900})
    page.emulate_media(color_scheme="dark")
    page.get_by_role("radio", name="Dark", exact=True).check()
    expect(frame(page, 375).locator(".outer").first).to_have_css("background-color", "rgb(14, 23, 22)")
    assert axe_violations(page, only=COLOURS) == []
    page.get_by_role("radio", name="GOV.UK Notify").check()
    assert axe_violations(page, within="[data-tool=notify]:not([hidden])") == []
    assert axe_violations(open_page(f"{site.address}newsletters/2020-01/email/")) == []


def test_blocked_email_links_to_its_errors(open_page: Open, site: Site) -> None:
    page = open_page(f"{site.address}newsletters/2027-01/email/", size=(360, 900))
    expect(page.get_by_role("heading", level=2).first).to_have_text(re.compile(r"Mailchimp: ✗ Not yet: 2 errors"))
    expect(page.get_by_role("button", name="Copy HTML")).to_have_count(0)
    expect(frame(page).locator("h1")).to_have_text("News")
    assert axe_violations(page) == []
    page.emulate_media(color_scheme="dark")
    assert axe_violations(page, only=COLOURS, within=".verdict, .checks") == []
    for begins in ("This edition is not public yet: it becomes public on 1 January 2027", "The email measures 1"):
        page.get_by_role("link", name=begins).locator("visible=true").click()
        focused = page.evaluate("document.activeElement.textContent")
        assert begins[1:] in focused
    page.get_by_role("radio", name="GOV.UK Notify").check()
    expect(page.get_by_role("heading", level=2).locator("visible=true").first).to_contain_text("Not yet: 1 error")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
