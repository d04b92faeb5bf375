"""The site map, and the rules for crawlers."""

from datetime import date
from pathlib import Path
from urllib.robotparser import RobotFileParser

from newsroom.publish.metadata import Metadata
from newsroom.publish.metadata.sitemap import SitemapEntry
from tests.support import small_newsroom
from tests.support.items import area, page, publication, story
from tests.support.metadata import SITE, Pages
from tests.support.rendering import published


def entries(root: Path, files: dict[str, str], *, preview: bool = False) -> dict[str, SitemapEntry]:
    """The site map's entries by the rest of their addresses."""
    context = Pages(root, files, preview=preview).build.context
    found = Metadata(context.library, context.settings, context.site).sitemap()
    return {entry.location.removeprefix(SITE): entry for entry in found.entries}


def test_sitemap_lists_every_indexed_page_once(tmp_path: Path) -> None:
    pages = Pages(tmp_path, small_newsroom()).build.site.pages
    assert sorted(entries(tmp_path, small_newsroom())) == sorted({page.url for page in pages} - {"search/"})


def test_sitemap_leaves_out_unpublished_pages(tmp_path: Path) -> None:
    found = entries(tmp_path, small_newsroom() | {"stories/draft.md": story(draft=True)})
    assert "stories/the-garden/" in found
    assert "stories/draft/" not in found


def test_sitemap_of_preview_is_empty(tmp_path: Path) -> None:
    assert entries(tmp_path, small_newsroom(), preview=True) == {}


def test_last_change_is_that_of_text_or_listed_items(tmp_path: Path) -> None:
    files = {
        "docs/about.md": page(updated="2024-07"),
        "docs/areas/elmham.md": area(),
        "stories/old.md": story(date="2023", areas=["elmham"]),
        "stories/fixed.md": story(date="2022-01-01", updated="2024-03-02", areas=["elmham"]),
        "docs/privacy.md": page(),
        "publications/soon.md": publication(added="2024-05-01", expected="2027"),
    }
    updated = {url: entry.updated for url, entry in entries(tmp_path, files).items()}
    assert updated == {
        "about/": date(2024, 7, 1),
        "areas/elmham/": date(2024, 3, 2),
        "stories/old/": date(2023, 1, 1),
        "stories/fixed/": date(2024, 3, 2),
        "stories/": date(2024, 3, 2),
        "news/": date(2024, 5, 1),
        "privacy/": None,
        "publications/": date(2024, 5, 1),
        "publications/soon/": date(2024, 5, 1),
    }


def test_sitemap_names_language_versions(tmp_path: Path) -> None:
    found = entries(tmp_path, small_newsroom() | {"docs/areas/elmham.cy.md": area()})
    versions = {"cy": f"{SITE}cy/areas/elmham/", "en": f"{SITE}areas/elmham/", "x-default": f"{SITE}areas/elmham/"}
    assert dict(found["areas/elmham/"].alternates) == dict(found["cy/areas/elmham/"].alternates) == versions
    assert found["about/"].alternates == ()


def test_robots_allows_all_and_names_sitemap(tmp_path: Path) -> None:
    robots = RobotFileParser()
    robots.parse(published(tmp_path, {"stories/a.md": story()})["robots.txt"].decode().splitlines())
    assert robots.site_maps() == [f"{SITE}sitemap.xml"]
    assert all(robots.can_fetch("Anybody", f"{SITE}{path}") for path in ("", "stories/a/", "feed.xml", "card.png"))


def test_robots_disallows_preview(tmp_path: Path) -> None:
    robots = RobotFileParser()
    robots.parse(published(tmp_path, {"stories/a.md": story()}, preview=True)["robots.txt"].decode().splitlines())
    assert robots.site_maps() is None
    assert not any(robots.can_fetch("Anybody", f"{SITE}{path}") for path in ("", "stories/a/", "feed.xml"))
