"""A type of content that is added in one file, with a template and content, is everywhere on the site."""

import json
import shutil
from pathlib import Path

import pytest
from lxml import html
from lxml.html import HtmlElement

from newsroom.publish.search.compact_index import decode_file
from tests.support import ROOT, small_newsroom
from tests.support.engine import build, make_repository

TOY = ROOT / "tests/toy"
"""The toy type's files, as they would be added to the repository."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a small newsroom to which the toy type was added."""
    repository = make_repository(tmp_path_factory.mktemp("toy"), small_newsroom(), has_own_code=True)
    shutil.copytree(TOY, repository, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__"))
    outcome = build(repository, environment={"PYTHONPATH": str(repository / "hooks")})
    assert outcome.code == 0, outcome.output
    assert "1 recipe, " in outcome.output
    return repository / "site"


def tree(site: Path, page: str) -> HtmlElement:
    """A page."""
    return html.document_fromstring((site / page).read_text(encoding="utf-8"))


def links(site: Path, page: str, part: str) -> dict[str, str]:
    """The texts and addresses of the links in a part of a page."""
    return {link.text_content(): link.get("href", "") for link in tree(site, page).find_class(part)[0].iter("a")}


def test_toy_type_has_three_files() -> None:
    files = [path for path in TOY.rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    assert len(files) == 3


def test_toy_type_has_pages_with_its_template(site: Path) -> None:
    page = tree(site, "recipes/lemon-cake/index.html")
    assert [element.text for element in page.find_class("nw-serves")] == ["8"]
    assert [heading.text for heading in page.iter("h1")] == ["Lemon cake"]


def test_toy_type_has_a_linked_list(site: Path) -> None:
    assert links(site, "recipes/index.html", "nw-cards") == {"Lemon cake": "lemon-cake/"}
    assert "Lemon cake" in links(site, "news/index.html", "nw-cards")
    assert links(site, "index.html", "nw-menu")["Recipes"] == "recipes/"
    assert links(site, "index.html", "nw-footer")["Recipes"] == "recipes/"
    assert links(site, "404.html", "nw-column")["All recipes"] == "/recipes/"


@pytest.mark.parametrize("feed", ["recipes/feed.json", "feed.json"])
def test_toy_type_is_in_feeds(site: Path, feed: str) -> None:
    entries = json.loads((site / feed).read_text(encoding="utf-8"))["items"]
    assert {entry["id"]: entry["tags"] for entry in entries}["tag:lacnetwork.org,2026:recipe/lemon-cake"] == ["Recipe"]


def test_toy_type_is_a_search_filter(site: Path) -> None:
    assert (
        json.loads((site / "search/translations.json").read_text(encoding="utf-8"))["values"]["kind"]["recipe"]
        == "Recipe"
    )
    filters = [decode_file(file.read_bytes()) for file in (site / "pagefind/filter").iterdir()]
    assert ["'recipe'" in str(found) for found in filters if str(found).startswith("['kind'")] == [True]


def test_toy_type_and_its_list_are_in_the_site_map(site: Path) -> None:
    sitemap = (site / "sitemap.xml").read_text(encoding="utf-8")
    assert "<loc>https://www.lacnetwork.org/recipes/</loc>" in sitemap
    assert "<loc>https://www.lacnetwork.org/recipes/lemon-cake/</loc>\n    <lastmod>2026-05-04</lastmod>" in sitemap


def test_toy_type_has_cards_and_structured_data(site: Path) -> None:
    assert all((site / "recipes" / path).stat().st_size for path in ("card.png", "lemon-cake/card.png"))
    scripts = tree(site, "recipes/lemon-cake/index.html").iter("script")
    (data,) = (script.text for script in scripts if script.get("type") == "application/ld+json")
    works = [node for node in json.loads(data or "")["@graph"] if node["@type"] == "CreativeWork"]
    assert [(work["headline"], work["genre"]) for work in works] == [("Lemon cake", "Recipe")]
