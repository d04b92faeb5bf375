"""Every kind of page in a browser: nothing breaks, nothing runs over the edge, nothing is asked of another host."""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, expect

from newsroom.document import AnyDocument
from newsroom.library import Channel
from tests.support import shipped_library, small_newsroom
from tests.support.browser import serve
from tests.support.engine import build, make_repository


def _pages() -> dict[str, str]:
    """One page of each kind, by kind: those with the most to show."""
    library = shipped_library()
    longest: dict[str, AnyDocument] = {}
    for document in library.pages(Channel.WEB):
        kind = f"{document.kind}" if document.lang == "en" else f"{document.kind} in {document.lang}"
        references = len(document.outline.references)
        if kind not in longest or references > len(longest[kind].outline.references):
            longest[kind] = document
    standing = {name: f"{name}/" for name in ("areas", "principles", "subscribe", "contribute", "about")}
    lists = {name: f"{name}/" for name in ("stories", "newsletters", "publications", "news")}
    return {"home": "", "not found": "404.html", **standing, **lists, **{k: d.url for k, d in longest.items()}}


PAGES = _pages()
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


@pytest.mark.parametrize("kind", PAGES)
def test_a_page_loads_whole_and_only_from_its_own_host(browser: Browser, address: str, kind: str) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    requests: list[str] = []
    faults: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda message: faults.append(message.text) if message.type in ("error", "warning") else None)
    page.goto(address + PAGES[kind], wait_until="networkidle")
    assert faults == []
    assert {urlsplit(url).netloc for url in requests} == {urlsplit(address).netloc}
    assert context.cookies() == []
    if kind != "not found":
        assert page.locator("h1").count() == 1
    context.close()


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_no_page_runs_over_the_edge(browser: Browser, address: str, width: int) -> None:
    for scheme in SCHEMES:
        context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
        page = context.new_page()
        for kind, path in PAGES.items():
            page.goto(address + path)
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (kind, scheme)
        context.close()


@pytest.mark.parametrize("width", [360, 1280])
def test_the_tiles_of_the_areas_fill_the_column_and_stand_apart(browser: Browser, address: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(address + PAGES["areas"])
    column = page.locator(".nw-page").bounding_box()
    first, second = (page.locator(".nw-tiles a").nth(number).bounding_box() for number in (0, 1))
    assert column
    assert first
    assert second
    assert first["x"] == pytest.approx(column["x"], abs=1)
    across = second["x"] - (first["x"] + first["width"])
    down = second["y"] - (first["y"] + first["height"])
    assert max(across, down) >= 8
    page.close()


def test_the_palette_follows_the_reader(browser: Browser, address: str) -> None:
    grounds = []
    for scheme in SCHEMES:
        context = browser.new_context(color_scheme=scheme)
        page = context.new_page()
        page.goto(address)
        grounds.append(page.evaluate("getComputedStyle(document.body).backgroundColor"))
        context.close()
    brightness = [sum(int(part) for part in ground[4:-1].split(",")[:3]) for ground in grounds]
    assert brightness[0] > 600 > 200 > brightness[1]


def test_a_reader_walks_from_home_to_a_story_to_its_neighbour_and_back(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address)
    page.get_by_role("link", name="Read people’s stories").click()
    title = page.locator(".nw-card__title").first.inner_text()
    page.get_by_role("link", name=title, exact=True).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    page.get_by_role("navigation", name="Before and after").get_by_role("link").first.click()
    expect(page.get_by_role("heading", level=1)).not_to_have_text(title)
    page.get_by_role("link", name="Back to all stories").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Stories")
    page.close()


def test_in_this_edition_leads_to_each_section(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address + PAGES["newsletter"])
    links = page.get_by_role("navigation", name="In this edition").get_by_role("link")
    sections = page.locator(".nw-edition > h2").all_text_contents()
    assert links.all_text_contents() == sections
    for index in range(links.count()):
        links.nth(index).click()
        assert page.locator(":target").text_content() == sections[index]
    page.close()


def test_the_search_finds_a_story(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(address + PAGES["story"])
    title = page.get_by_role("heading", level=1).inner_text()
    page.locator(".md-search__input").click()
    page.locator(".md-search__input").press_sequentially(title.replace("’", " "))
    expect(page.locator(".md-search-result__link").first).to_contain_text(title, timeout=20_000)
    page.close()


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a small newsroom in two languages, whose repository is known."""
    files = small_newsroom()
    files["docs/areas/elmham.cy.md"] = files["docs/areas/elmham.md"].replace("name: Elmham", "name: Llwyfen")
    repository = make_repository(tmp_path_factory.mktemp("two"), files)
    outcome = build(repository, environment={"REPOSITORY_URL": "https://github.com/elm/newsroom"})
    assert outcome.code == 0, outcome.output
    with serve(repository / "site") as served:
        yield served


def test_a_welsh_page_says_that_it_is_welsh(browser: Browser, small: str) -> None:
    page = browser.new_page()
    page.goto(small + "cy/areas/elmham/")
    assert page.locator("html").get_attribute("lang") == "cy"
    expect(page.get_by_role("heading", level=1)).to_have_text("Llwyfen")
    expect(page.get_by_role("link", name="Yn ôl i’r holl ardaloedd")).to_be_visible()
    page.get_by_role("link", name="English", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Elmham")
    expect(page.get_by_role("link", name="Cymraeg")).to_have_attribute("hreflang", "cy")
    page.close()


def test_no_page_asks_the_hosting_service_for_anything(browser: Browser, small: str) -> None:
    page = browser.new_page()
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    for path in ("", "about/", "areas/elmham/", "stories/the-garden/", "newsletters/2024-03/"):
        page.goto(small + path, wait_until="networkidle")
    assert {urlsplit(url).netloc for url in requests} == {urlsplit(small).netloc}
    expect(page.get_by_role("link", name="Edit this page")).to_be_visible()
    page.close()


@pytest.mark.parametrize("width", [375, 600])
def test_the_email_fits_its_window(browser: Browser, shipped: Path, width: int) -> None:
    for scheme in SCHEMES:
        context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
        page = context.new_page()
        for email in sorted(shipped.glob("newsletters/*/email/*.html")):
            page.goto(email.as_uri())
            assert page.evaluate("document.documentElement.scrollWidth") <= width, email
        context.close()
