"""The email on the sender's page, as inboxes show it: safe, complete, and without foreign requests."""

from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, expect

from tests.browser.sender.page import SUBJECT, TOOLS, Open, Site, frame
from tests.support.record import PALETTES


def test_previews_show_the_email_as_inboxes_do(open_page: Open) -> None:
    """Whatever palette the sender's device has."""
    page = open_page()
    light, dark = "rgb(243, 237, 226)", "rgb(14, 23, 22)"
    for view, ground, styles, comments, is_turned in (
        ("Dark", dark, 2, True, False),
        ("Forced dark", light, 2, True, True),
        ("Without styles", light, 0, True, False),
        ("Without comments", light, 2, False, False),
        ("As sent", light, 2, True, False),
    ):
        page.get_by_role("radio", name=view, exact=True).check()
        for width in (600, 375):
            email = frame(page, width)
            expect(email.locator("style")).to_have_count(styles)
            expect(email.locator("h1")).to_contain_text(SUBJECT[:20])
            for scheme in PALETTES:
                page.emulate_media(color_scheme=scheme)
                expect(email.locator(".outer").first).to_have_css("background-color", ground)
            has = email.locator("html").evaluate("html => html.outerHTML.includes('<!--')")
            assert has == comments, view
        turned = page.locator("iframe:visible").first.evaluate("frame => getComputedStyle(frame).filter")
        assert ("invert(1)" in turned) == is_turned, view
        expect(page.locator("[data-means]:visible")).to_have_count(1)


def test_frames_have_the_height_of_the_email_and_run_no_script(open_page: Open) -> None:
    page = open_page()
    sandboxes = page.locator("iframe").evaluate_all("frames => frames.map((frame) => frame.sandbox.value)")
    assert all("allow-scripts" not in str(value) for value in sandboxes)
    for width in (600, 375):
        expect(frame(page, width).locator("h1")).to_be_visible()
        email = frame(page, width).locator("html")
        page.wait_for_function("width => document.querySelector(`iframe[width='${width}']`).style.height", arg=width)
        assert email.evaluate("html => html.scrollHeight - innerHeight") == 0
        assert email.evaluate("() => innerWidth") == width
        assert email.evaluate("html => html.scrollWidth") <= width


def test_page_without_scripts_shows_everything(unscripted: Page, site: Site) -> None:
    page = unscripted
    page.goto(site.url, wait_until="load")
    expect(page.locator(".tool:visible")).to_have_count(len(TOOLS))
    expect(page.locator("textarea:visible")).to_have_count(7)
    expect(page.locator("button:visible")).to_have_count(0)
    expect(page.get_by_role("radio")).to_have_count(0)
    page.locator("iframe").first.scroll_into_view_if_needed()
    expect(frame(page).locator("h1")).to_contain_text(SUBJECT[:20])


def test_page_loads_nothing_from_other_hosts(browser: Browser, site: Site) -> None:
    page = browser.new_page()
    asked: list[str] = []
    faults: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: faults.append(message.text))
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(site.url, wait_until="networkidle")
    for radio in page.locator(".preview:visible").get_by_role("radio").all():
        radio.check()
        page.wait_for_load_state("networkidle")
    assert frame(page).locator("img").first.evaluate("image => image.naturalWidth") > 0
    assert {urlsplit(url).netloc for url in asked if not url.startswith("about:")} == {urlsplit(site.url).netloc}
    assert faults == []
    page.close()
