"""Every kind of page in a browser: tiles fill the page, and readers get from one to the next."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.widths import wider_than
from tests.support import small_newsroom
from tests.support.browser import serve
from tests.support.engine import built
from tests.support.kinds import PAGES
from tests.support.record import PALETTES
from tests.support.visits import Visitors

INBOXES = (375, 600)


def test_page_that_scrolls_sideways_is_reported(page: Page) -> None:
    rule = f"@media (width: {INBOXES[1]}px) {{ p {{ width: calc(100vw + 1px) }} }}"
    page.set_content(f"<!DOCTYPE html><style>body {{ margin: 0 }} {rule}</style><p>Words</p>")
    assert wider_than(page, INBOXES) == [f"{INBOXES[1] + 1} pixels wide in a window of {INBOXES[1]}"]


def test_map_is_beside_or_below_the_list_of_areas(page: Page, address: str) -> None:
    page.goto(address + PAGES["areas"])
    page.get_by_label("Town, neighbourhood or council").fill("huddersfield")
    links = page.locator(".nw-places__list a:visible").all_text_contents()
    assert (links, page.get_by_role("status").first.inner_text()) == (["Kirklees"], "Areas that match: 1")
    for width, is_beside in ((360, False), (1280, True)):
        page.set_viewport_size({"width": width, "height": 900})
        finder, drawing = (page.locator(f".nw-places__{part}").bounding_box() for part in ("finder", "map"))
        assert finder
        assert drawing
        assert (drawing["x"] >= finder["x"] + finder["width"]) == is_beside
        assert (drawing["y"] >= finder["y"] + finder["height"]) != is_beside


def test_palette_follows_the_readers_setting(page: Page, address: str) -> None:
    page.goto(address)
    grounds = []
    for scheme in PALETTES:
        page.emulate_media(color_scheme=scheme)
        grounds.append(page.evaluate("getComputedStyle(document.body).backgroundColor"))
    brightness = [sum(int(part) for part in ground[4:-1].split(",")[:3]) for ground in grounds]
    assert brightness[0] > 600 > 200 > brightness[1]


def test_links_lead_from_home_to_a_story_to_the_next_and_back(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("link", name="All stories", exact=True).first.click()
    title = page.locator(".nw-card__title").first.inner_text()
    page.get_by_role("link", name=title, exact=True).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    page.get_by_role("navigation", name="Before and after").get_by_role("link").first.click()
    expect(page.get_by_role("heading", level=1)).not_to_have_text(title)
    page.get_by_role("link", name="Back to all stories").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Stories")


def test_contents_of_an_edition_link_to_each_section(page: Page, address: str) -> None:
    page.goto(address + PAGES["newsletter"])
    links = page.get_by_role("navigation", name="In this edition").get_by_role("link")
    sections = page.locator(".nw-edition :is(.nw-opening, .nw-section) > h2").all_text_contents()
    assert links.all_text_contents() == sections
    for index in range(links.count()):
        links.nth(index).click()
        assert page.locator(":target").text_content() == sections[index]


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a small newsroom in two languages, whose repository is known."""
    files = small_newsroom()
    files["docs/areas/elmham.cy.md"] = files["docs/areas/elmham.md"].replace("name: Elmham", "name: Llwyfen")
    repository_url = {"REPOSITORY_URL": "https://github.com/elm/newsroom"}
    with serve(built(tmp_path_factory.mktemp("two"), files, repository_url)) as served:
        yield served


def test_welsh_page_is_marked_as_welsh(page: Page, small: str) -> None:
    page.goto(small + "cy/areas/elmham/")
    assert page.locator("html").get_attribute("lang") == "cy"
    expect(page.get_by_role("heading", level=1)).to_have_text("Llwyfen")
    expect(page.get_by_role("link", name="Yn ôl i’r holl ardaloedd")).to_be_visible()
    page.get_by_role("link", name="English", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Elmham")
    expect(page.get_by_role("link", name="Cymraeg")).to_have_attribute("hreflang", "cy")


def test_no_page_loads_from_the_hosting_service(visitors: Visitors, page: Page, small: str) -> None:
    paths = ("", "about/", "areas/elmham/", "stories/the-garden/", "newsletters/2024-03/")
    seen = visitors.visit_all([small + path for path in paths])
    assert [{request.host for request in page.requests} for page in seen] == [{urlsplit(small).netloc}] * len(paths)
    page.goto(small + paths[-1])
    link = page.get_by_role("link", name="Edit this page")
    expect(link).to_be_visible()
    page.emulate_media(media="print")
    expect(link).to_be_hidden()


def test_emails_fit_their_windows(page: Page, frozen_site: Path) -> None:
    """Those that are sent, and the pages that they are copied from."""
    found = {}
    for file in sorted(frozen_site.glob("newsletters/*/email/*.html")):
        page.goto(file.as_uri())
        found[file.relative_to(frozen_site)] = wider_than(page, INBOXES)
    assert len(found) > 1
    assert {file: wide for file, wide in found.items() if wide} == {}
