"""What stands in the head of each page."""

from pathlib import Path

import pytest

from tests.support import small_newsroom
from tests.support.items import SUMMARY, area, publication, stories, story
from tests.support.metadata import SITE, Pages

WELSH = {
    "docs/areas/elmham.cy.md": area(name="Tref y Llwyf", summary="Tref."),
    "stories/y-fainc.cy.md": story(title="Y fainc"),
}


def test_a_page_is_named_before_the_site_and_home_is_the_site(tmp_path: Path) -> None:
    pages = Pages(tmp_path, small_newsroom())
    assert pages.head("stories/the-garden/").title == "The garden · The Elm Street Network"
    assert pages.head("").title == "The Elm Street Network"


def test_a_page_says_what_it_is_about_and_where_it_is(tmp_path: Path) -> None:
    head = Pages(tmp_path, small_newsroom()).head("stories/the-garden/")
    assert (head.description, head.canonical) == (
        "How a garden came to be on Elm Street, and who made it.",
        f"{SITE}stories/the-garden/",
    )


def test_who_shows_a_link_gets_its_title_kind_and_picture(tmp_path: Path) -> None:
    text = story(title="The bench", date="2024-02-03", updated="2024-05", kind="news")
    head = Pages(tmp_path, small_newsroom() | {"stories/bench.md": text}).head("stories/bench/")
    assert head.properties == (
        ("og:type", "article"),
        ("og:title", "The bench"),
        ("og:description", SUMMARY),
        ("og:url", f"{SITE}stories/bench/"),
        ("og:site_name", "The Elm Street Network"),
        ("og:locale", "en_GB"),
        ("og:image", f"{SITE}stories/bench/card.png"),
        ("og:image:type", "image/png"),
        ("og:image:width", "1200"),
        ("og:image:height", "630"),
        ("og:image:alt", "The bench"),
        ("article:published_time", "2024-02-03"),
        ("article:modified_time", "2024-05"),
        ("article:section", "News"),
    )
    assert head.names == (("twitter:card", "summary_large_image"), ("twitter:image:alt", "The bench"))


@pytest.mark.parametrize("url", ["", "about/", "areas/elmham/", "stories/", "principles/contribution/"])
def test_what_is_no_piece_is_no_article(tmp_path: Path, url: str) -> None:
    properties = dict(Pages(tmp_path, small_newsroom()).head(url).properties)
    assert properties["og:type"] == "website"
    assert not [name for name in properties if name.startswith("article:")]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("stories/x.md", story(undated=True)),
        ("publications/x.md", publication(expected="2027")),
    ],
)
def test_no_day_is_claimed_where_none_is_known(tmp_path: Path, path: str, text: str) -> None:
    head = Pages(tmp_path, small_newsroom() | {path: text}).head(f"{path.removesuffix('.md')}/")
    assert "article:published_time" not in dict(head.properties)


def test_a_preview_shows_no_picture_since_none_is_drawn_for_it(tmp_path: Path) -> None:
    head = Pages(tmp_path, small_newsroom(), preview=True).head("stories/the-garden/")
    assert not [name for name, _ in head.properties if name.startswith("og:image")]


def test_versions_of_a_page_name_each_other_and_the_one_for_everybody_else(tmp_path: Path) -> None:
    pages = Pages(tmp_path, small_newsroom() | WELSH)
    alternates = {
        "cy": f"{SITE}cy/areas/elmham/",
        "en": f"{SITE}areas/elmham/",
        "x-default": f"{SITE}areas/elmham/",
    }
    for url, own, other in (("areas/elmham/", "en_GB", "cy_GB"), ("cy/areas/elmham/", "cy_GB", "en_GB")):
        head = pages.head(url)
        assert dict(head.alternates) == alternates
        locales = [pair for pair in head.properties if pair[0].startswith("og:locale")]
        assert locales == [("og:locale", own), ("og:locale:alternate", other)]
    assert pages.head("cy/stories/y-fainc/").alternates == ()


def test_a_version_that_is_not_shown_is_named_nowhere(tmp_path: Path) -> None:
    files = small_newsroom() | {"docs/areas/elmham.cy.md": area(draft=True)}
    assert Pages(tmp_path, files).head("areas/elmham/").alternates == ()


def test_a_site_whose_first_language_is_welsh_offers_that_to_everybody_else(tmp_path: Path) -> None:
    files = {"stories/a.md": story(), "stories/a.en.md": story(title="A bench")}
    assert dict(Pages(tmp_path, files, languages=["cy", "en"]).head("stories/a/").alternates) == {
        "cy": f"{SITE}stories/a/",
        "en": f"{SITE}en/stories/a/",
        "x-default": f"{SITE}stories/a/",
    }


def test_only_the_pages_of_a_list_have_a_page_before_and_after(tmp_path: Path) -> None:
    pages = Pages(tmp_path, small_newsroom() | stories(45))
    frames = {
        url: pages.build.views.frame(pages.context(url))
        for url in ("stories/", "stories/page/2/", "stories/page/3/", "stories/item-07/")
    }
    assert {url: (frame.previous, frame.next) for url, frame in frames.items()} == {
        "stories/": (None, "page/2/"),
        "stories/page/2/": ("../../", "../3/"),
        "stories/page/3/": ("../2/", None),
        "stories/item-07/": (None, None),
    }


def test_what_is_not_for_search_engines_says_so(tmp_path: Path) -> None:
    pages = Pages(tmp_path, small_newsroom())
    heads = {page.url: pages.head(page.url) for page in pages.build.site.pages}
    assert {url for url, head in heads.items() if not head.is_indexed} == {"search/"}
    missing = pages.head(None)
    assert (missing.is_indexed, missing.canonical) == (False, None)


def test_no_page_of_a_preview_is_for_search_engines(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {"stories/draft.md": story(draft=True), "stories/broken.md": "---\ntitle: x\n---\n"}
    pages = Pages(tmp_path, small_newsroom() | files, preview=True)
    heads = {page.url: pages.head(page.url) for page in pages.build.site.pages}
    assert {"stories/draft/", "stories/broken/", "stories/the-garden/"} <= heads.keys()
    assert not [url for url, head in heads.items() if head.is_indexed]
