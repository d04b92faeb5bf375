"""The metadata in the head of each page."""

from pathlib import Path

import pytest

from newsroom.translations import Translations
from tests.support import small_newsroom
from tests.support.items import SUMMARY, area, publication, stories, story
from tests.support.metadata import SITE, Pages

WELSH = {
    "docs/areas/elmham.cy.md": area(name="Tref y Llwyf", summary="Tref."),
    "stories/y-fainc.cy.md": story(title="Y fainc"),
}


def test_title_names_page_then_site(tmp_path: Path) -> None:
    pages = Pages(tmp_path, small_newsroom())
    assert pages.head("stories/the-garden/").title == "The garden · The Elm Street Network"
    assert pages.head("").title == "The Elm Street Network"


def test_head_has_description_and_canonical_address(tmp_path: Path) -> None:
    head = Pages(tmp_path, small_newsroom()).head("stories/the-garden/")
    assert (head.description, head.canonical) == (
        "How a garden came to be on Elm Street, and who made it.",
        f"{SITE}stories/the-garden/",
    )


def test_open_graph_has_title_kind_and_picture(tmp_path: Path) -> None:
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
def test_undated_page_is_not_an_article(tmp_path: Path, url: str) -> None:
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
def test_unknown_date_is_left_out(tmp_path: Path, path: str, text: str) -> None:
    head = Pages(tmp_path, small_newsroom() | {path: text}).head(f"{path.removesuffix('.md')}/")
    assert "article:published_time" not in dict(head.properties)


def test_preview_has_no_card_in_head(tmp_path: Path) -> None:
    head = Pages(tmp_path, small_newsroom(), preview=True).head("stories/the-garden/")
    assert not [name for name, _ in head.properties if name.startswith("og:image")]


def test_language_versions_name_each_other_and_default(tmp_path: Path) -> None:
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


def test_language_without_a_country_is_no_locale(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Translations, "locale", property(lambda t: "cy" if t.lang == "cy" else "en_GB"))
    pages = Pages(tmp_path, small_newsroom() | WELSH)
    for url, name in (("areas/elmham/", "og:locale"), ("cy/areas/elmham/", "og:locale:alternate")):
        locales = [pair for pair in pages.head(url).properties if pair[0].startswith("og:locale")]
        assert locales == [(name, "en_GB")]


def test_hidden_language_version_is_not_named(tmp_path: Path) -> None:
    files = small_newsroom() | {"docs/areas/elmham.cy.md": area(draft=True)}
    assert Pages(tmp_path, files).head("areas/elmham/").alternates == ()


def test_default_language_can_be_welsh(tmp_path: Path) -> None:
    files = {"stories/a.md": story(), "stories/a.en.md": story(title="A bench")}
    assert dict(Pages(tmp_path, files, languages=["cy", "en"]).head("stories/a/").alternates) == {
        "cy": f"{SITE}stories/a/",
        "en": f"{SITE}en/stories/a/",
        "x-default": f"{SITE}stories/a/",
    }


def test_only_list_pages_have_previous_and_next(tmp_path: Path) -> None:
    pages = Pages(tmp_path, small_newsroom() | stories(64))
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


def test_unindexed_page_has_noindex(tmp_path: Path) -> None:
    pages = Pages(tmp_path, small_newsroom())
    heads = {page.url: pages.head(page.url) for page in pages.build.site.pages}
    assert {url for url, head in heads.items() if not head.is_indexed} == {"search/"}
    missing = pages.head(None)
    assert (missing.is_indexed, missing.canonical) == (False, None)


def test_preview_pages_are_not_indexed(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {"stories/draft.md": story(draft=True), "stories/broken.md": "---\ntitle: x\n---\n"}
    pages = Pages(tmp_path, small_newsroom() | files, preview=True)
    heads = {page.url: pages.head(page.url) for page in pages.build.site.pages}
    assert {"stories/draft/", "stories/broken/", "stories/the-garden/"} <= heads.keys()
    assert not [url for url, head in heads.items() if head.is_indexed]
