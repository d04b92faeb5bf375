"""Pages link to feeds in their heads, and the subscribe page lists all feeds."""

from pathlib import Path
from urllib.parse import urljoin

import pytest

from newsroom.build import Build
from newsroom.publish.views.subscribe import SubscribePage
from tests.support import open_newsroom, small_newsroom
from tests.support.items import area, page, stories, story

MAIN = ["feed.xml", "atom.xml", "feed.json"]


def build_of(root: Path, **more: str) -> Build:
    """Prepare a build of a small newsroom with more files."""
    files = small_newsroom() | {"docs/subscribe.md": page(title="Subscribe")} | more
    return open_newsroom(root, files)


def links(build: Build, url: str | None) -> list[tuple[str, str, str]]:
    """The addresses, media types and titles of the links in the head of the page at an address."""
    pages = {one.url: one for one in build.site.pages}
    frame = build.views.frame(build.views.context(pages[url] if url is not None else None))
    base = f"/{url or ''}"
    return [(urljoin(base, link.href).removeprefix("/"), link.type, link.title) for link in frame.feeds]


def rss(build: Build, url: str) -> list[str]:
    """The addresses of the RSS feeds among these links."""
    return [address for address, type_, _ in links(build, url) if "rss" in type_]


@pytest.mark.parametrize(
    ("url", "folder"),
    [
        ("stories/", "stories/"),
        ("stories/page/2/", "stories/"),
        ("stories/the-garden/", "stories/"),
        ("newsletters/2024-03/", "newsletters/"),
        ("publications/", "publications/"),
        ("publications/growing/", "publications/"),
        ("areas/elmham/", "areas/elmham/"),
        ("areas/elmham/page/2/", "areas/elmham/"),
        ("principles/contribution/", "principles/contribution/"),
    ],
)
def test_page_links_to_its_own_feed_and_the_main_feed(tmp_path: Path, url: str, folder: str) -> None:
    build = build_of(tmp_path, **stories(25, areas=["elmham"]))
    assert [address for address, _, _ in links(build, url)] == [*(f"{folder}{file}" for file in MAIN), *MAIN]


@pytest.mark.parametrize("url", ["", "about/", "news/", "subscribe/", "areas/", None])
def test_other_pages_link_to_the_main_feed(tmp_path: Path, url: str | None) -> None:
    assert links(build_of(tmp_path), url) == [
        ("feed.xml", "application/rss+xml", "The Elm Street Network (RSS)"),
        ("atom.xml", "application/atom+xml", "The Elm Street Network (Atom)"),
        ("feed.json", "application/feed+json", "The Elm Street Network (JSON)"),
    ]


def test_each_link_has_a_different_title(tmp_path: Path) -> None:
    titles = [title for _, _, title in links(build_of(tmp_path), "areas/elmham/")]
    assert titles[0] == "Elmham · The Elm Street Network (RSS)"
    assert len(set(titles)) == 6


def test_welsh_page_links_to_welsh_feeds(tmp_path: Path) -> None:
    welsh = {"docs/areas/elmham.cy.md": area(name="Tref y Llwyf"), "stories/a.cy.md": story()}
    closed = build_of(tmp_path / "closed", **welsh)
    assert [address for address, _, _ in links(closed, "cy/areas/elmham/")][::3] == [
        "areas/elmham/feed.xml",
        "feed.xml",
    ]
    assert [address for address, _, _ in links(closed, "cy/stories/a/")][::3] == ["stories/feed.xml", "feed.xml"]
    opened = build_of(tmp_path / "open", **welsh, **{"docs/index.cy.md": page(), "docs/about.cy.md": page()})
    assert rss(opened, "cy/areas/elmham/") == ["cy/areas/elmham/feed.xml", "cy/feed.xml"]
    assert rss(opened, "cy/about/") == ["cy/feed.xml"]
    assert rss(opened, "cy/stories/a/") == ["cy/stories/feed.xml", "cy/feed.xml"]


def test_every_feed_link_has_a_file(tmp_path: Path) -> None:
    build = build_of(tmp_path, **{"docs/index.cy.md": page(), "docs/areas/elmham.cy.md": area()})
    planned = set(build.generated)
    for one in build.site.pages:
        assert {address for address, _, _ in links(build, one.url)} <= planned


def test_subscribe_page_has_all_feeds_in_groups(tmp_path: Path) -> None:
    build = build_of(tmp_path, **{"docs/areas/oakham.md": area(name="Oakham")})
    pages = {one.url: one for one in build.site.pages}
    page = build.views.page(build.views.context(pages["subscribe/"]))
    assert isinstance(page, SubscribePage)
    rows = {
        group.title: [(feed.name, feed.href, feed.latest and feed.latest.link.text) for feed in group.feeds]
        for group in page.groups
    }
    assert rows == {
        "Everything": [("Everything new", "../", "Newsletter, March 2024")],
        "One kind of item": [
            ("Stories", "../stories/", "The garden"),
            ("Newsletters", "../newsletters/", "Newsletter, March 2024"),
            ("Publications", "../publications/", "Growing"),
        ],
        "Areas": [("Elmham", "../areas/elmham/", "Newsletter, March 2024"), ("Oakham", "../areas/oakham/", None)],
        "Principles": [("Contribution", "../principles/contribution/", "The garden")],
    }
    assert page.opml == "../feeds.opml"
    offered = {link.address for group in page.groups for feed in group.feeds for link in feed.addresses}
    assert offered == {f"https://elm.example/{path}" for path in build.generated if path.endswith(tuple(MAIN))}


def test_editors_can_link_to_any_feed(tmp_path: Path) -> None:
    body = "[All](../feed.xml), [of stories](../stories/atom.xml), [a list](../feeds.opml)."
    build = build_of(tmp_path, **{"docs/a.md": page(body)})
    assert build.problems == ()
