"""The site's pages: which there are, at which addresses, and what their templates are given."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import cast

import pytest

from newsroom.build import Build
from newsroom.document import AnyDocument, Document
from newsroom.model import Dated
from newsroom.publish.page import WebPage
from tests.support import open_newsroom, small_newsroom
from tests.support.pieces import CONSENT, area, newsletter, page, publication, stories, story

WELSH = {
    "docs/index.cy.md": page(title="Cartref"),
    "docs/areas/elmham.cy.md": area(name="Tref y Llwyf"),
    "stories/the-garden.cy.md": story(title="Yr ardd", date="2024-02-03"),
    "stories/y-fainc.cy.md": story(title="Y fainc"),
}
HIDDEN: dict[str, dict[str, object]] = {
    "draft": {"draft": True},
    "tomorrow's": {"date": "2026-11-23"},
    "withdrawn": {"consent": CONSENT | {"withdrawn": "2024-05-01"}},
}


def at(build: Build, url: str) -> WebPage:
    """The page at an address."""
    (found,) = (page for page in build.site.pages if page.url == url)
    return found


def listed(page: WebPage) -> list[str]:
    """The titles on a page of a list."""
    assert page.listing is not None
    return [document.front.title for document in page.listing.documents]


def titles(context: dict[str, object], name: str) -> list[str]:
    """The titles of the pieces that a template is given under a name."""
    return [document.front.title for document in cast("Sequence[Document[Dated]]", context[name])]


def test_every_file_has_its_page_and_every_collection_its_list(tmp_path: Path) -> None:
    site = open_newsroom(tmp_path, small_newsroom()).site
    assert {page.url: (page.path, page.template) for page in site.pages} == {
        "": ("docs/index.md", "home.html"),
        "about/": ("docs/about.md", "page.html"),
        "areas/": ("docs/areas/index.md", "areas.html"),
        "areas/elmham/": ("docs/areas/elmham.md", "area.html"),
        "principles/contribution/": ("docs/principles/contribution.md", "principle.html"),
        "newsletters/2024-03/": ("newsletters/2024-03.md", "newsletter.html"),
        "publications/growing/": ("publications/growing.md", "publication.html"),
        "stories/the-garden/": ("stories/the-garden.md", "story.html"),
        "newsletters/": ("newsletters/index.md", "list.html"),
        "publications/": ("publications/index.md", "list.html"),
        "stories/": ("stories/index.md", "list.html"),
        "news/": ("news/index.md", "list.html"),
        "search/": ("search/index.md", "search.html"),
    }


def test_a_page_is_found_by_the_path_that_links_call_it(tmp_path: Path) -> None:
    site = open_newsroom(tmp_path, small_newsroom() | stories(21)).site
    assert all(site.page(page.path) is page for page in site.pages)
    with pytest.raises(KeyError):
        site.page("stories/none.md")


def test_what_nobody_wrote_is_named_with_its_address(tmp_path: Path) -> None:
    generated = open_newsroom(tmp_path, stories(21)).site.generated()
    assert generated == {
        "stories/index.md": "stories/",
        "stories/page/2.md": "stories/page/2/",
        "news/index.md": "news/",
        "news/page/2.md": "news/page/2/",
        "search/index.md": "search/",
    }


def test_the_news_list_holds_every_kind_and_the_others_one(tmp_path: Path) -> None:
    build = open_newsroom(tmp_path, small_newsroom())
    assert listed(at(build, "news/")) == ["Newsletter, March 2024", "The garden", "Growing"]
    assert listed(at(build, "newsletters/")) == ["Newsletter, March 2024"]
    assert listed(at(build, "publications/")) == ["Growing"]
    assert listed(at(build, "stories/")) == ["The garden"]


def test_later_pages_of_a_list_say_so_in_title_and_summary(tmp_path: Path) -> None:
    build = open_newsroom(tmp_path, stories(45))
    assert (at(build, "stories/").title, at(build, "stories/page/3/").title) == ("Stories", "Stories, page 3")
    summaries = {page.summary for page in build.site.pages if page.url.startswith("stories/") and page.listing}
    assert len(summaries) == 3


@pytest.mark.parametrize("folder", ["areas/elmham", "principles/contribution"])
def test_an_area_or_principle_that_gathers_much_has_later_pages(tmp_path: Path, folder: str) -> None:
    named = small_newsroom() | stories(45, areas=["elmham"], principles=["contribution"])
    del named["newsletters/2024-03.md"], named["stories/the-garden.md"]
    build = open_newsroom(tmp_path, named)
    first, second, third = (at(build, f"{folder}/{rest}") for rest in ("", "page/2/", "page/3/"))
    assert [len(listed(page)) for page in (first, second, third)] == [20, 20, 5]
    assert listed(third)[-1] == "Piece 1"
    assert second.listing is not None
    assert (second.listing.previous_url, second.listing.next_url) == (f"{folder}/", f"{folder}/page/3/")
    assert second.title == f"{first.title}, page 2"
    assert (second.template, first.template) == ("list.html", f"{folder.split('/')[0].rstrip('s')}.html")


def test_home_shows_the_newest_of_each(tmp_path: Path) -> None:
    files = small_newsroom() | stories(4) | {"newsletters/2024-04.md": newsletter(title="April")}
    files |= {f"publications/{y}.md": publication(title=f"Report {y}", date=y) for y in ("2024", "2025", "2026")}
    build = open_newsroom(tmp_path, files)
    home = build.site.context(at(build, ""))
    assert titles(home, "editions") == ["April"]
    assert titles(home, "stories") == ["The garden", "Piece 4", "Piece 3"]
    assert titles(home, "publications") == ["Report 2026", "Report 2025", "Report 2024"]


def test_a_home_page_in_welsh_opens_lists_in_welsh(tmp_path: Path) -> None:
    build = open_newsroom(tmp_path, small_newsroom() | WELSH)
    assert listed(at(build, "cy/stories/")) == ["Yr ardd", "Y fainc"]
    assert listed(at(build, "stories/")) == ["The garden", "Y fainc"]
    assert at(build, "cy/news/").title == "Popeth newydd"
    assert titles(build.site.context(at(build, "cy/")), "stories") == ["Yr ardd", "Y fainc"]
    assert build.site.context(at(build, "cy/areas/elmham/"))["lists"] == {
        "newsletters": "cy/newsletters/",
        "publications": "cy/publications/",
        "stories": "cy/stories/",
        "news": "cy/news/",
    }


def test_without_a_home_page_in_welsh_a_welsh_piece_leads_to_the_lists_there_are(tmp_path: Path) -> None:
    build = open_newsroom(tmp_path, small_newsroom() | {"stories/y-fainc.cy.md": story(title="Y fainc")})
    assert [page.url for page in build.site.pages if page.lang == "cy"] == ["cy/stories/y-fainc/", "cy/search/"]
    context = build.site.context(at(build, "cy/stories/y-fainc/"))
    assert "stories/" in cast("dict[str, str]", context["lists"]).values()
    assert listed(at(build, "stories/")) == ["The garden", "Y fainc"]


def test_versions_of_one_page_in_other_languages_are_known_to_each(tmp_path: Path) -> None:
    build = open_newsroom(tmp_path, small_newsroom() | WELSH)
    context = build.site.context(at(build, "stories/the-garden/"))
    versions_of = cast("Callable[[str], Sequence[AnyDocument]]", context["versions_of"])
    for path in ("stories/the-garden.md", "stories/the-garden.cy.md"):
        assert {version.lang: version.url for version in versions_of(path)} == {
            "en": "stories/the-garden/",
            "cy": "cy/stories/the-garden/",
        }
    assert list(versions_of("stories/y-fainc.cy.md")) == []
    assert list(versions_of("stories/index.md")) == []


def test_a_translation_that_is_a_draft_is_not_offered(tmp_path: Path) -> None:
    build = open_newsroom(tmp_path, small_newsroom() | {"stories/the-garden.cy.md": story(draft=True)})
    versions_of = cast("Callable[[str], Sequence[AnyDocument]]", build.site.context(None)["versions_of"])
    assert list(versions_of("stories/the-garden.md")) == []


@pytest.mark.parametrize("fields", HIDDEN.values(), ids=HIDDEN)
def test_what_readers_may_not_see_is_on_no_page(tmp_path: Path, fields: dict[str, object]) -> None:
    files = small_newsroom() | {"stories/secret.md": story(title="Secret", areas=["elmham"], **fields)}
    build = open_newsroom(tmp_path, files)
    assert "stories/secret.md" not in {page.path for page in build.site.pages}
    assert "Secret" not in {title for page in build.site.pages if page.listing for title in listed(page)}
    assert "Secret" not in titles(build.site.context(at(build, "")), "stories")


@pytest.mark.parametrize("name", ["draft", "tomorrow's"])
def test_drafts_and_dates_to_come_are_in_the_preview_marked_and_not_searched(tmp_path: Path, name: str) -> None:
    files = small_newsroom() | {"stories/secret.md": story(title="Secret", **HIDDEN[name])}
    build = open_newsroom(tmp_path, files, preview=True)
    secret = at(build, "stories/secret/")
    context = build.site.context(secret)
    is_waiting = cast("Callable[[AnyDocument], bool]", context["is_waiting"])
    assert "Secret" in listed(at(build, "news/"))
    assert context["is_preview"]
    assert is_waiting(cast("AnyDocument", context["document"]))
    assert not is_waiting(cast("AnyDocument", build.site.context(at(build, "stories/the-garden/"))["document"]))
    assert not secret.in_search


@pytest.mark.parametrize("name", ["withdrawn"])
def test_not_even_the_preview_shows_what_a_person_has_not_agreed_to(tmp_path: Path, name: str) -> None:
    files = small_newsroom() | {"stories/secret.md": story(title="Secret", **HIDDEN[name])}
    build = open_newsroom(tmp_path, files, preview=True)
    assert "stories/secret.md" not in {page.path for page in build.site.pages}
    assert "Secret" not in listed(at(build, "news/"))


def test_in_the_preview_a_file_with_problems_has_a_page_that_says_so_and_is_in_no_list(tmp_path: Path) -> None:
    files = small_newsroom() | {"stories/bad.md": story(kind="tale")}
    build = open_newsroom(tmp_path, files, preview=True)
    bad = at(build, "stories/bad/")
    assert (bad.path, bad.title, bad.template, bad.in_search) == ("stories/bad.md",) * 2 + ("problems.html", False)
    assert ["`kind` cannot be 'tale'" in str(problem) for problem in build.problems] == [True]
    assert build.context(bad)["problems"] == build.problems
    assert listed(at(build, "stories/")) == ["The garden"]
    assert bad.path not in build.site.generated()


def test_search_finds_pages_that_somebody_wrote_and_no_lists(tmp_path: Path) -> None:
    pages = open_newsroom(tmp_path, small_newsroom()).site.pages
    assert {page.in_search for page in pages if page.document} == {True}
    assert {page.in_search for page in pages if not page.document} == {False}


def test_a_page_says_when_it_changed_as_far_as_its_content_tells(tmp_path: Path) -> None:
    files = small_newsroom() | {"stories/a.md": story(date="2023-05", updated="2023-06-07")}
    build = open_newsroom(tmp_path, files)
    assert at(build, "stories/a/").updated == "2023-06-07"
    assert at(build, "stories/the-garden/").updated == "2024-02-03"
    assert at(build, "publications/growing/").updated == "2023-01-01"
    assert at(build, "about/").updated == at(build, "news/").updated == "2024-03-01"


def test_a_page_that_is_none_of_ours_still_has_its_words_and_lists(tmp_path: Path) -> None:
    context = open_newsroom(tmp_path, small_newsroom()).site.context(None)
    assert cast("dict[str, str]", context["lists"])["news"] == "news/"
    assert context["web_page"] is None
    assert "document" not in context
