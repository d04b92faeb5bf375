"""The preview as somebody sees it who unzips it and opens it: pages from disk, in a browser, without a server."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import ConsoleMessage, Page, Request, expect

from tests.browser.sender.page import frame
from tests.support.disk import UNZIPPED

SAID = "Search works on the website, not in a preview opened from a file."
BACKGROUND = "getComputedStyle(document.body).backgroundColor"
PICTURES = """async () => {
  const all = [...document.images];
  for (const image of all) image.loading = "eager";
  await Promise.all(all.map((image) => image.decode().catch(() => null)));
  return all.map((image) => image.naturalWidth);
}"""
PAGES = (
    "index.html",
    "404.html",
    "stories/index.html",
    "stories/everything/index.html",
    "stories/draft/index.html",
    "stories/broken/index.html",
    "newsletters/2031-01/index.html",
    "publications/with-pdf/index.html",
    "areas/index.html",
    "cy/index.html",
    "search/index.html",
    "subscribe/index.html",
)


@dataclass
class Opened:
    """A window in which files are opened, and its errors."""

    page: Page
    folder: Path
    faults: list[str] = field(default_factory=list)

    def open(self, path: str) -> Page:
        self.page.goto((self.folder / path).as_uri(), wait_until="load")
        return self.page

    def path(self) -> str:
        """The path of the file that is open now."""
        return urlsplit(self.page.url).path.partition("/preview/")[2]


@pytest.fixture
def opened(page: Page, disk_preview: Path) -> Iterator[Opened]:
    """A window for the unzipped preview, which listens for faults."""
    opened = Opened(page, disk_preview / UNZIPPED / "preview")

    def note_message(message: ConsoleMessage) -> None:
        opened.faults.append(message.text)

    def failed(request: Request) -> None:
        opened.faults.append(request.url)

    page.on("console", note_message)
    page.on("requestfailed", failed)
    yield opened
    page.remove_listener("console", note_message)
    page.remove_listener("requestfailed", failed)


@pytest.mark.parametrize("path", PAGES)
def test_every_kind_of_page_is_complete(opened: Opened, path: str) -> None:
    page = opened.open(path)
    assert page.evaluate(BACKGROUND) == "rgb(253, 249, 242)"
    assert all(page.evaluate(PICTURES))
    expect(page.locator("h1")).to_be_visible()
    assert opened.faults == []


def test_menu_links_work_in_the_preview(opened: Opened) -> None:
    page = opened.open("index.html")
    menu = page.get_by_role("navigation", name="Menu")
    for name, path in (("Stories", "stories/"), ("Newsletters", "newsletters/"), ("Areas", "areas/")):
        menu.get_by_role("link", name=name).click()
        assert opened.path() == f"{path}index.html"
    page.locator(".nw-brand").click()
    assert opened.path() == "index.html"
    assert opened.faults == []


def test_draft_is_listed_and_marked(opened: Opened) -> None:
    page = opened.open("stories/index.html")
    card = page.locator(".nw-card", has_text="A draft")
    expect(card).to_contain_text("not public yet")
    card.get_by_role("link", name="A draft").click()
    assert opened.path() == "stories/draft/index.html"
    expect(page.locator(".nw-preview")).to_contain_text("Readers do not see it.")
    page.get_by_role("link", name="about", exact=True).click()
    assert opened.path() == "about/index.html"


def test_old_address_redirects(opened: Opened) -> None:
    page = opened.open("old.html")
    page.wait_for_url("**/stories/moved/index.html")
    expect(page.locator("h1")).to_have_text("A story that moved")


def test_search_says_that_it_needs_the_website(opened: Opened) -> None:
    page = opened.open("stories/index.html")
    page.keyboard.press("/")
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("status")).to_have_text(SAID)
    dialog.get_by_role("searchbox").fill("garden")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/index.html?q=garden")
    expect(page.locator(".nw-finder__status")).to_have_text(SAID)
    expect(page.locator("#NW-finder form")).to_be_hidden()
    page.get_by_role("link", name="All stories").click()
    assert opened.path() == "stories/index.html"
    assert opened.faults == []


def test_palette_is_kept_between_pages(opened: Opened) -> None:
    page = opened.open("index.html")
    page.get_by_role("button", name="Dark").click()
    dark = page.evaluate(BACKGROUND)
    assert dark != "rgb(253, 249, 242)"
    opened.open("stories/index.html")
    assert page.evaluate(BACKGROUND) == dark


@pytest.mark.parametrize("folder", ["preview/newsletters/2031-01/email", "preview-email", "preview-email/cy"])
def test_senders_page_shows_and_copies_the_email(opened: Opened, disk_preview: Path, folder: str) -> None:
    opened.folder = disk_preview / UNZIPPED
    page = opened.open(f"{folder}/index.html")
    is_welsh = folder.endswith("cy")
    assert page.evaluate(BACKGROUND) == "rgb(253, 249, 242)"
    email = frame(page)
    expect(email.locator("h1")).to_have_text("News")
    expect(email.locator(".kicker")).to_contain_text("Newyddion 2031" if is_welsh else "News of 2031")
    if not is_welsh:
        picture = email.get_by_role("img", name="A bench")
        picture.scroll_into_view_if_needed()
        page.wait_for_function("(image) => image.naturalWidth > 0", arg=picture.element_handle())
    page.get_by_role("button", name="Copy HTML").click()
    expect(page.get_by_role("status")).not_to_be_empty()
    expect(page.get_by_text("not public yet").first).to_be_visible()
    assert opened.faults == []
    if folder == "preview-email":
        links = page.locator("a[href]").evaluate_all("(links) => links.map((link) => link.href)")
        base = f"{(opened.folder / folder).as_uri()}/"
        assert links
        assert [link for link in links if not link.startswith(base)] == [], "leads out of the folder that is sent"
