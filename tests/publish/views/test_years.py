"""The years of lists of several pages: links that lead to the first item of each year, on every kind of list."""

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urldefrag, urljoin

from lxml.html import HtmlElement

from newsroom.build import Build
from tests.support import open_newsroom, small_newsroom
from tests.support.items import event, newsletter, page, publication, stories, story
from tests.support.rendering import body, words

YEARS = range(2010, 2026)
NAMED = {"areas": ["elmham"], "principles": ["contribution"]}
ITEMS: Mapping[str, str | bytes] = {
    **small_newsroom(),
    **{f"stories/news-{year}.md": story(title=f"News {year}", date=f"{year}", **NAMED) for year in YEARS},
    **{f"stories/note-{year}.md": story(title=f"Note {year}", date=f"{year}", kind="note") for year in YEARS},
    **{f"newsletters/{year}-05.md": newsletter(subject=f"May {year}", title=f"May {year}") for year in YEARS},
    **{f"publications/in-{year}.md": publication(title=f"Report {year}", date=f"{year}") for year in YEARS},
    **{f"docs/events/in-{year}.md": event(title=f"Event {year}", starts=f"{year}-05-04") for year in YEARS},
    "docs/index.cy.md": page(title="Cartref"),
}
LISTS = {
    "stories/",
    "stories/kind/news/",
    "stories/kind/note/",
    "news/",
    "newsletters/",
    "publications/",
    "events/",
    "areas/elmham/",
    "principles/contribution/",
    "cy/stories/",
}


def years_of(root: HtmlElement) -> list[HtmlElement]:
    """The links to years on a page."""
    return [link for nav in root.find_class("nw-years") for link in nav.iter("a")]


def read_lists(build: Build) -> dict[str, HtmlElement]:
    """What each page of a list of several pages shows, by its address."""
    lists = [found for found in build.site.pages if found.listing and found.listing.count > 1]
    for item in (item for found in lists for item in found.quoted):
        build.page_html(item.path)
    return {found.url: body(build, found.path) for found in lists}


def test_each_year_of_each_long_list_leads_to_its_first_item(tmp_path: Path) -> None:
    build = open_newsroom(tmp_path, ITEMS)
    pages = read_lists(build)
    assert {build.site.by_url[url].first_url for url in pages} >= LISTS
    for url, root in pages.items():
        links = years_of(root)
        assert [int(words(link)) for link in links] == sorted({int(words(link)) for link in links}, reverse=True), url
        assert {str(year) for year in YEARS} <= {words(link) for link in links} | {"2025"}, url
        assert [link.get("aria-current") for link in links if link.get("aria-current")] == ["true"], url
        ids = root.xpath(".//@id")
        assert len(ids) == len(set(ids)), url
        for link in links:
            target, fragment = urldefrag(urljoin(f"/{url}", link.get("href")))
            assert target.lstrip("/") in pages, (url, target)
            (shown,) = pages[target.lstrip("/")].xpath(f".//*[@id='{fragment}']")
            assert words(link) in words(shown), (url, link.get("href"))


def test_links_to_years_and_pages_are_in_landmarks_with_names(tmp_path: Path) -> None:
    root = body(open_newsroom(tmp_path, stories(400)), "stories/page/3.md")
    (years,), (pager,) = root.find_class("nw-years"), root.find_class("nw-pager")
    assert [(nav.tag, nav.get("aria-label")) for nav in (years, pager)] == [
        ("nav", "By year"),
        ("nav", "Pages of this list"),
    ]
    assert [(words(link), link.get("aria-current")) for link in years_of(root)] == [("2025", None), ("2024", "true")]
    assert [words(place) for place in pager.xpath(".//*[@aria-current='page']")] == ["Page 3 of 11"]


def test_list_of_one_page_or_one_year_has_no_links_to_years(tmp_path: Path) -> None:
    several_years = {f"stories/of-{year}.md": story(title=f"Of {year}", date=f"{year}") for year in range(2010, 2024)}
    for name, files in {"one page": several_years, "one year": stories(25)}.items():
        root = body(open_newsroom(tmp_path / name, files), "stories/index.md")
        assert (years_of(root), root.xpath(".//@id[starts-with(., 'NW-year')]")) == ([], []), name
        assert len(root.find_class("nw-pager")) == (name == "one year")
