"""The search dialog: loaded on demand, used by keyboard, with links to pages."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, Request, expect

from tests.browser.search.asking import dialog_of


def test_search_loads_nothing_before_it_is_opened_and_shows_kind_date_and_words(page: Page, address: str) -> None:
    requests: list[str] = []

    def note(request: Request) -> None:
        requests.append(urlsplit(request.url).path)

    page.on("request", note)
    page.goto(address, wait_until="networkidle")
    of_search = re.compile("/(?:assets/search|search|pagefind)/")
    assert [path for path in requests if of_search.search(path)] == []
    page.keyboard.press("/")
    page.keyboard.type("cushion")
    first = page.get_by_role("dialog").locator(".nw-result").first
    expect(first.get_by_role("link")).to_have_text("Maggie’s story")
    assert any(path.endswith("/pagefind/pagefind.js") for path in requests)
    assert not any("vocabulary" in path or "/filter/" in path or "worker" in path for path in requests)
    page.remove_listener("request", note)
    expect(first).to_contain_text("Story · August 2015")
    assert {text.strip(".,").lower() for text in first.locator("mark").all_text_contents()} == {"cushion"}


def test_arrow_keys_move_through_results_and_enter_opens_one(page: Page, address: str) -> None:
    dialog = dialog_of(page, address, "maggie")
    links = dialog.locator(".nw-results a")
    for key, index in (("ArrowDown", 0), ("ArrowDown", 1), ("ArrowUp", 0)):
        page.keyboard.press(key)
        expect(links.nth(index)).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(dialog.get_by_role("searchbox")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Maggie’s story")


def test_enter_in_the_field_opens_all_results(page: Page, address: str) -> None:
    dialog_of(page, address, "network")
    page.keyboard.press("Enter")
    expect(page.locator("#NW-finder [role=status]")).to_have_text(re.compile("results"))
    assert urlsplit(page.url).path == "/search/"
    assert parse_qs(urlsplit(page.url).query) == {"q": ["network"]}


def test_opened_result_highlights_words_until_they_are_cleared(page: Page, address: str) -> None:
    dialog = dialog_of(page, address, "coccyx")
    dialog.locator(".nw-results a").first.click()
    mark = page.locator("mark.nw-found").first
    expect(mark).to_have_text("coccyx")
    expect(mark).to_be_in_viewport()
    assert page.evaluate("scrollY") > 0
    assert urlsplit(page.url).query == ""
    before = page.locator(".nw-content").inner_text()
    page.get_by_role("button", name="Clear highlighting").click()
    expect(page.locator("mark.nw-found")).to_have_count(0)
    assert page.locator(".nw-content").inner_text() == before


def test_search_reports_an_unavailable_index(page: Page, address: str) -> None:
    page.goto(address)
    page.route("**/pagefind/**", lambda route: route.abort())
    page.get_by_role("button", name="Search").click()
    page.get_by_role("searchbox").fill("story")
    expect(page.get_by_role("dialog").get_by_role("status")).to_contain_text("cannot be reached")
    page.unroute("**/pagefind/**")
    page.get_by_role("searchbox").fill("stories")
    expect(page.get_by_role("dialog").get_by_role("status")).to_contain_text("results")


@pytest.mark.parametrize("path", ["**/assets/search/dialog.js", "**/search/translations.json"])
def test_search_reports_a_file_that_does_not_load(page: Page, address: str, path: str) -> None:
    page.goto(address)
    page.route(path, lambda route: route.abort())
    page.keyboard.press("/")
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("status")).to_contain_text("cannot be reached")
    dialog.get_by_role("link", name="Browse all pages").click()
    expect(page.locator("#NW-finder").get_by_role("link", name="All stories")).to_be_visible()


def test_dialog_without_results_links_to_lists(page: Page, small: str) -> None:
    dialog = dialog_of(page, small, "Abertawe")
    expect(dialog.get_by_role("link", name="Cymraeg")).to_have_attribute("href", re.compile(r"cy/search/\?q=Abertawe$"))
    dialog.get_by_role("link", name="Browse all pages").click()
    assert urlsplit(page.url).path == "/search/"
    page.goto(f"{small}cy/cymraeg/")
    page.keyboard.press("/")
    page.keyboard.type("lightning")
    english = page.get_by_role("dialog").get_by_role("link", name="English")
    expect(english).to_have_attribute("href", re.compile(r"q=lightning$"))
    english.click()
    expect(page.locator("#NW-finder").get_by_role("status")).to_have_text("1 result")
    dialog_of(page, small, "lightning")
    expect(page.get_by_role("dialog").get_by_role("link", name="Cymraeg")).to_be_hidden()


def test_dialog_describes_itself_counts_results_and_returns_the_focus(page: Page, small: str) -> None:
    page.goto(small)
    link = page.locator("main").get_by_role("link").last
    link.focus()
    page.keyboard.press("/")
    dialog = page.get_by_role("dialog")
    field, hint = dialog.get_by_role("searchbox"), dialog.get_by_text("Search all pages")
    status, results = dialog.get_by_role("status"), dialog.locator(".nw-results")
    expect(hint).to_be_visible()
    expect(field).to_have_accessible_description(re.compile("Search all pages"))
    for query, message in (("lightning", "1 result"), ("item", re.compile(r"^\d+ results$"))):
        field.fill(query)
        expect(status).to_have_text(message)
        expect(hint).to_be_hidden()
        expect(results).to_be_visible()
    field.fill("")
    expect(status).to_have_text("")
    expect(hint).to_be_visible()
    expect(results).to_be_hidden()
    page.keyboard.type("x")
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(link).to_be_focused()
    expect(link).to_be_in_viewport()
    page.get_by_role("button", name="Search").click()
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(page.get_by_role("button", name="Search")).to_be_focused()


def test_invalid_fragment_in_an_address_raises_no_error(page: Page, small: str) -> None:
    page.goto(f"{small}stories/storm/?marks=elm#%E0%A4%A")
    expect(page.locator("mark.nw-found")).to_have_text("elm")
    expect(page.get_by_role("button", name="Clear highlighting")).to_be_visible()
