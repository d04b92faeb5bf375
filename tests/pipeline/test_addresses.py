"""Addresses: where the site is, where a page is edited, where a page was before."""

import re
from pathlib import Path

import pytest

from tests.support import small_newsroom
from tests.support.engine import build, built, contents, make_repository


def test_no_edit_links_without_a_repository(frozen_site: Path) -> None:
    assert not [path for path in frozen_site.rglob("*.html") if "Edit this page" in path.read_text()]


@pytest.mark.parametrize(
    ("page", "source"),
    [
        ("", "docs/index.md"),
        ("about/", "docs/about.md"),
        ("areas/elmham/", "docs/areas/elmham.md"),
        ("principles/contribution/", "docs/principles/contribution.md"),
        ("newsletters/2024-03/", "newsletters/2024-03.md"),
        ("publications/growing/", "publications/growing.md"),
        ("stories/the-garden/", "stories/the-garden.md"),
    ],
)
def test_edit_links_lead_to_the_files(edited: Path, page: str, source: str) -> None:
    link = re.search(r'<a href="([^"]+)">Edit this page</a>', (edited / page / "index.html").read_text())
    assert link
    assert link[1] == f"https://code.example/elm/newsroom/edit/main/{source}"


def test_generated_pages_have_no_edit_link(edited: Path) -> None:
    assert "Edit this page" not in (edited / "stories/index.html").read_text()


@pytest.fixture(scope="module")
def edited(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site whose repository is known."""
    return built(
        tmp_path_factory.mktemp("edited"), small_newsroom(), {"REPOSITORY_URL": "https://code.example/elm/newsroom"}
    )


def test_site_works_below_a_path(tmp_path: Path) -> None:
    site = contents(built(tmp_path, small_newsroom(), {"SITE_URL": "https://pages.example/newsroom/"}))
    assert b"https://pages.example/newsroom/stories/the-garden/" in site["feed.xml"]
    assert b"https://pages.example/newsroom/assets/email/logo.png" in site["newsletters/2024-03/email/generic.html"]
    assert not [path for path, data in site.items() if b"www.lacnetwork.org" in data]
    pages = {path: data for path, data in site.items() if path.endswith("index.html")}
    assert not [path for path, data in pages.items() if re.search(rb'(?:href|src)="/', data)]


def test_site_url_without_slash_is_an_error(tmp_path: Path) -> None:
    outcome = build(make_repository(tmp_path, small_newsroom()), environment={"SITE_URL": "https://pages.example"})
    assert outcome.code == 1
    assert "site_url" in outcome.output
    assert "Traceback" not in outcome.output


def test_old_address_redirects_to_the_page(tmp_path: Path) -> None:
    files = small_newsroom()
    files["stories/the-garden.md"] = files["stories/the-garden.md"].replace(
        "kind:", "redirect_from: [/blog/garden/, /old/]\nkind:"
    )
    repository = make_repository(tmp_path, files)
    assert build(repository).code == 0
    for old in ("blog/garden", "old"):
        page = (repository / "site" / old / "index.html").read_text()
        assert 'content="0; url=https://www.lacnetwork.org/stories/the-garden/"' in page
        assert '<link rel="canonical" href="https://www.lacnetwork.org/stories/the-garden/">' in page
        assert "noindex" in page
    assert "blog/garden" not in (repository / "site/sitemap.xml").read_text()
