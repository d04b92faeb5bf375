"""The sender's page in a real browser: copying, one mail tool at a time, and the email as other inboxes show it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

import pytest
from jinja2 import Environment, FileSystemLoader
from playwright.sync_api import Browser, BrowserContext, FrameLocator, Page, expect

from tests.support import ROOT, SETTINGS, small_newsroom, write_files
from tests.support.browser import serve
from tests.support.images import picture
from tests.support.node import axe_violations
from tests.support.pieces import newsletter
from tests.support.rendering import published

EMAIL = "newsletters/2024-03/email/"
TOOLS = ["mailchimp", "generic", "notify"]
SELECTED = "The text is selected: press Ctrl+C, or ⌘C on a Mac."
SUBJECT = "More than a hundred and thirty neighbourhoods, looking back"
BODY = """\
## Hello

Good *morning*, see [the garden](../stories/the-garden.md). ![A bench](bench.png)

## A section with a longwordlongwordlongwordlongwordlongwordlongwordlongword

Words, “quoted” & <b>bold</b>.
"""
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
Open = Callable[..., Page]


@dataclass(frozen=True)
class Site:
    """A small newsroom's site: its folder, and the address at which it is served."""

    folder: Path
    address: str

    @property
    def url(self) -> str:
        """The address of the sender's page."""
        return f"{self.address}{EMAIL}"

    def text(self, name: str) -> str:
        """A file beside the sender's page, with line breaks as browsers have them."""
        return (self.folder / EMAIL / name).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A site with one edition, made for three mail tools, and older ones."""
    root, folder = tmp_path_factory.mktemp("newsroom"), tmp_path_factory.mktemp("site")
    files: dict[str, str | bytes] = {**small_newsroom(), "newsletters/bench.png": picture(900, 600)}
    edition = newsletter(BODY, title="News of spring", subject=SUBJECT, preheader="What grew. " * 12)
    files |= {"newsletters/2024-03.md": edition, "newsletters/2020-01.md": newsletter(date="2020-01")}
    files |= {f"newsletters/2024-0{month}.md": newsletter(date=f"2024-0{month}") for month in (1, 2)}
    write_files(folder, published(root, files, settings={**SETTINGS, "mail_tools": TOOLS}))
    (folder / "assets").mkdir(exist_ok=True)
    theme = Environment(loader=FileSystemLoader(ROOT / "overrides"), autoescape=True)
    for name in ("newsroom.css", "dark.css", "sender.css", "sender.js"):
        (folder / "assets" / name).write_text(theme.get_template(f"assets/{name}").render(), encoding="utf-8")
    (folder / "favicon.ico").write_bytes(b"")
    with serve(folder) as address:
        yield Site(folder, address)


@pytest.fixture
def open_page(browser: Browser, site: Site) -> Iterator[Open]:
    """Opens the sender's page, in a context with these options, with its frames filled."""
    contexts: list[BrowserContext] = []

    def opened(url: str = site.url, permissions: tuple[str, ...] = (), **options: object) -> Page:
        size = {"viewport": {"width": 1280, "height": 900}}
        context = browser.new_context(**{**size, **options})  # type: ignore[arg-type]
        contexts.append(context)
        context.grant_permissions(list(permissions))
        page = context.new_page()
        page.goto(url, wait_until="networkidle")
        return page

    yield opened
    for context in contexts:
        context.close()


def frame(page: Page, width: int = 600, tool: str = "Mailchimp") -> FrameLocator:
    """The frame in which an email stands."""
    return page.frame_locator(f'iframe[title="The email for {tool}, {width} pixels wide"]')


@pytest.mark.parametrize(
    ("button", "file"),
    [("Copy HTML", "mailchimp.html"), ("Copy plain text", "mailchimp.txt"), ("Copy the subject", "")],
)
def test_copying_puts_the_text_on_the_clipboard(open_page: Open, site: Site, button: str, file: str) -> None:
    page = open_page(permissions=("clipboard-read", "clipboard-write"))
    page.get_by_role("button", name=button, exact=True).click()
    expect(page.get_by_role("status")).to_contain_text("is copied.")
    assert page.evaluate("navigator.clipboard.readText()") == (site.text(file) if file else SUBJECT)


@pytest.mark.parametrize(
    "forbid",
    [
        "() => { navigator.clipboard.writeText = () => Promise.reject(new DOMException('', 'NotAllowedError')); }",
        "() => { Object.defineProperty(navigator, 'clipboard', {value: undefined}); }",
    ],
    ids=["not allowed", "not there"],
)
def test_where_copying_is_not_allowed_the_text_is_selected(open_page: Open, site: Site, forbid: str) -> None:
    page = open_page()
    page.evaluate(forbid)
    expect(page.locator("#mailchimp-html")).to_be_hidden()
    page.get_by_role("button", name="Copy HTML").click()
    expect(page.get_by_role("status")).to_have_text(SELECTED)
    expect(page.locator("#mailchimp-html")).to_be_visible()
    expect(page.locator("#mailchimp-html")).to_be_focused()
    assert page.evaluate("getSelection().toString()") == site.text("mailchimp.html")


def test_the_draft_and_the_html_are_downloaded(open_page: Open, site: Site) -> None:
    page = open_page()
    for link, name, file in (
        ("Download .eml", "2024-03.eml", "newsletter.eml"),
        ("Download the HTML", "2024-03-mailchimp.html", "mailchimp.html"),
    ):
        with page.expect_download() as download:
            page.get_by_role("link", name=link).click()
        assert download.value.suggested_filename == name
        assert download.value.path().read_bytes() == (site.folder / EMAIL / file).read_bytes()


def test_everything_is_reached_with_the_keyboard_alone(open_page: Open) -> None:
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


def test_the_focus_is_a_ring_of_marigold_with_an_edge_of_ink(open_page: Open) -> None:
    page = open_page()
    page.locator("#subject").focus()
    page.keyboard.press("Tab")
    style = page.evaluate("(({outline, boxShadow}) => [outline, boxShadow])(getComputedStyle(document.activeElement))")
    assert style == ["rgb(242, 179, 61) solid 3px", "rgb(29, 42, 43) 0px 0px 0px 5px"]


def test_arrows_change_the_mail_tool(open_page: Open, site: Site) -> None:
    page = open_page(permissions=("clipboard-read", "clipboard-write"))
    expect(page.locator(".tool:visible")).to_have_count(1)
    page.get_by_role("radio", name="Mailchimp").focus()
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("heading", name="The email for Outlook")).to_be_visible()
    expect(page.get_by_role("heading", name="The email for Mailchimp")).to_be_hidden()
    page.get_by_role("button", name="Copy HTML").click()
    expect(page.get_by_role("status")).to_contain_text("is copied.")
    assert page.evaluate("navigator.clipboard.readText()") == site.text("generic.html")
    expect(frame(page, tool="Outlook, Gmail or another mail program").locator("h1")).to_have_text("News of spring")
    page.get_by_role("radio", name="Outlook").focus()
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("button", name="Copy Markdown")).to_be_visible()
    expect(page.locator("iframe:visible")).to_have_count(0)


def test_the_choice_is_not_remembered(open_page: Open) -> None:
    page = open_page()
    page.get_by_role("radio", name="GOV.UK Notify").check()
    page.reload()
    expect(page.get_by_role("heading", name="The email for Mailchimp")).to_be_visible()
    assert page.evaluate("localStorage.length + sessionStorage.length + document.cookie.length") == 0


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_views_show_the_email_as_inboxes_do(open_page: Open, scheme: str) -> None:
    page = open_page(color_scheme=scheme)
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
            expect(email.locator("h1")).to_have_text("News of spring")
            expect(email.locator(".outer").first).to_have_css("background-color", ground)
            has = email.locator("html").evaluate("html => html.outerHTML.includes('<!--')")
            assert has == comments, view
        turned = page.locator("iframe:visible").first.evaluate("frame => getComputedStyle(frame).filter")
        assert ("invert(1)" in turned) == is_turned, view
        expect(page.locator("[data-means]:visible")).to_have_count(1)


def test_frames_are_as_high_as_the_email(open_page: Open) -> None:
    page = open_page()
    for width in (600, 375):
        expect(frame(page, width).locator("h1")).to_be_visible()
        email = frame(page, width).locator("html")
        page.wait_for_function("width => document.querySelector(`iframe[width='${width}']`).style.height", arg=width)
        assert email.evaluate("html => html.scrollHeight - innerHeight") == 0
        assert email.evaluate("() => innerWidth") == width
        assert email.evaluate("html => html.scrollWidth") <= width


def test_the_preview_runs_no_script(open_page: Open) -> None:
    page = open_page()
    assert all("allow-scripts" not in str(value) for value in page.locator("iframe").evaluate_all(
        "frames => frames.map((frame) => frame.sandbox.value)"
    ))  # fmt: skip


def test_without_a_script_everything_is_there(open_page: Open) -> None:
    page = open_page(java_script_enabled=False)
    expect(page.locator(".tool:visible")).to_have_count(len(TOOLS))
    expect(page.locator("textarea:visible")).to_have_count(7)
    expect(page.locator("button:visible")).to_have_count(0)
    expect(page.get_by_role("radio")).to_have_count(0)
    page.locator("iframe").first.scroll_into_view_if_needed()
    expect(frame(page).locator("h1")).to_have_text("News of spring")


def test_the_page_works_from_a_folder(open_page: Open, site: Site) -> None:
    page = open_page((site.folder / EMAIL / "index.html").as_uri())
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    expect(frame(page).locator("h1")).to_have_text("News of spring")
    page.get_by_role("radio", name="Dark", exact=True).check()
    expect(frame(page).locator(".outer").first).to_have_css("background-color", "rgb(14, 23, 22)")
    page.get_by_role("button", name="Copy HTML").click()
    expect(page.get_by_role("status")).not_to_be_empty()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(253, 249, 242)"
    assert faults == []


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_the_page_does_not_run_over_the_edge(open_page: Open, site: Site, width: int) -> None:
    for path in (EMAIL, "newsletters/2020-01/email/"):
        page = open_page(site.address + path, viewport={"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        for text in page.locator("details.text:visible").all():
            text.locator("summary").click()
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_wide_frame_is_scrolled_with_the_keyboard_on_a_phone(open_page: Open) -> None:
    page = open_page(viewport={"width": 360, "height": 800})
    scroller = page.locator(".frame:visible").first
    scroller.focus()
    assert scroller.evaluate("frame => [frame === document.activeElement, frame.scrollLeft]") == [True, 0]
    for _ in range(20):
        page.keyboard.press("ArrowRight")
    page.wait_for_timeout(500)
    left, most = scroller.evaluate("frame => [frame.scrollLeft, frame.scrollWidth - frame.clientWidth]")
    assert most > 200
    assert left == pytest.approx(most, abs=1)


def test_nothing_is_asked_of_another_host(browser: Browser, site: Site) -> None:
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


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("scheme", SCHEMES)
def test_nothing_stands_in_the_way_of_people_with_disabilities(open_page: Open, width: int, scheme: str) -> None:
    page = open_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    for text in page.locator("details.text:visible").all():
        text.locator("summary").click()
    page.get_by_role("button", name="Copy HTML").click()
    expect(page.get_by_role("status")).not_to_be_empty()
    expect(frame(page, 375).locator("h1")).to_be_visible()
    assert axe_violations(page) == []


def test_nothing_stands_in_the_way_in_other_states_either(open_page: Open, site: Site) -> None:
    page = open_page(viewport={"width": 360, "height": 900})
    page.get_by_role("radio", name="Dark", exact=True).check()
    expect(frame(page, 375).locator(".outer").first).to_have_css("background-color", "rgb(14, 23, 22)")
    assert axe_violations(page) == []
    page.get_by_role("radio", name="GOV.UK Notify").check()
    assert axe_violations(page) == []
    assert axe_violations(open_page(f"{site.address}newsletters/2020-01/email/")) == []
