"""The site's pages: which there are, at which addresses, and what they show."""

from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urljoin

import pytest

from newsroom.build import Build
from newsroom.publish.pages.page import WebPage
from newsroom.publish.views.card import Card
from newsroom.publish.views.home import HomePage
from newsroom.publish.views.missing import MissingPage
from newsroom.publish.views.text_page import ProblemsPage
from tests.support import open_newsroom, small_newsroom
from tests.support.items import CONSENT, area, event, newsletter, page, publication, stories, story

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


def home(build: Build, url: str = "") -> HomePage:
    """What the home page at an address shows."""
    found = build.views.page(build.views.context(at(build, url)))
    assert isinstance(found, HomePage)
    return found


def shown_at_home(build: Build, url: str = "") -> list[str]:
    """The titles of the story on a home page, and of what is new."""
    page = home(build, url)
    return [item.link.text for item in (page.feature, *page.latest) if item]


def titles(cards: Iterable[Card]) -> list[str]:
    """The titles on some cards."""
    return [card.link.text for card in cards]


def lists(build: Build, url: str | None) -> list[str]:
    """The addresses of the lists that the page at an address leads to; None is the page for missing addresses."""
    context = build.views.context(None if url is None else at(build, url))
    return [urljoin(f"/{url or ''}", link.href) for link in build.views.frame(context).footer.lists]


def translations(build: Build, url: str) -> dict[str, str]:
    """The other languages that the header of a page offers, each with its address."""
    frame = build.views.frame(build.views.context(at(build, url)))
    return {link.lang: urljoin(f"/{url}", link.href) for link in frame.languages if link.note is None}


def test_each_file_has_page_and_each_collection_has_list(tmp_path: Path) -> None:
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
        "newsletters/": ("newsletters/index.md", "newsletters.html"),
        "publications/": ("publications/index.md", "publications.html"),
        "stories/": ("stories/index.md", "stories.html"),
        "news/": ("news/index.md", "list.html"),
        "search/": ("search/index.md", "search.html"),
    }


def test_page_is_found_by_the_path_that_links_use(tmp_path: Path) -> None:
    site = open_newsroom(tmp_path, small_newsroom() | stories(21)).site
    assert all(site.page(page.path) is page for page in site.pages)
    with pytest.raises(KeyError):
        site.page("stories/none.md")


def test_generated_pages_have_addresses(tmp_path: Path) -> None:
    generated = open_newsroom(tmp_path, stories(21)).site.generated
    assert generated == {
        "stories/index.md": "stories/",
        "stories/page/2.md": "stories/page/2/",
        "news/index.md": "news/",
        "news/page/2.md": "news/page/2/",
        "search/index.md": "search/",
    }


def test_news_list_has_every_kind_and_each_other_list_one(tmp_path: Path) -> None:
    build = open_newsroom(tmp_path, small_newsroom())
    assert listed(at(build, "news/")) == ["Newsletter, March 2024", "The garden", "Growing"]
    assert listed(at(build, "newsletters/")) == ["Newsletter, March 2024"]
    assert listed(at(build, "publications/")) == ["Growing"]
    assert listed(at(build, "stories/")) == ["The garden"]


def test_later_pages_of_a_list_say_so_in_title_and_summary(tmp_path: Path) -> None:
    build = open_newsroom(tmp_path, stories(65))
    assert (at(build, "stories/").title, at(build, "stories/page/3/").title) == ("Stories", "Stories, page 3")
    summaries = {page.summary for page in build.site.pages if page.url.startswith("stories/") and page.listing}
    assert len(summaries) == 3


@pytest.mark.parametrize("folder", ["areas/elmham", "principles/contribution"])
def test_topic_with_many_items_has_later_pages(tmp_path: Path, folder: str) -> None:
    named = small_newsroom() | stories(65, areas=["elmham"], principles=["contribution"])
    del named["newsletters/2024-03.md"], named["stories/the-garden.md"]
    build = open_newsroom(tmp_path, named)
    first, second, third = (at(build, f"{folder}/{rest}") for rest in ("", "page/2/", "page/3/"))
    assert [len(listed(page)) for page in (first, second, third)] == [10, 40, 15]
    assert listed(third)[-1] == "Item 1"
    assert second.listing is not None
    assert (second.listing.previous_url, second.listing.next_url) == (f"{folder}/", f"{folder}/page/3/")
    assert second.title == f"{first.title}, page 2"
    assert (second.template, first.template) == ("list.html", f"{folder.split('/')[0].rstrip('s')}.html")


def test_home_shows_the_newest_of_each(tmp_path: Path) -> None:
    files = small_newsroom() | stories(4) | {"newsletters/2024-04.md": newsletter(title="April")}
    files |= {f"publications/{y}.md": publication(title=f"Report {y}", date=y) for y in ("2024", "2025", "2026")}
    build = open_newsroom(tmp_path, files)
    page = home(build)
    assert page.edition is not None
    assert page.edition.link.text == "April"
    assert page.feature is not None
    assert page.feature.link.text == "The garden"
    assert [item.link.text for item in page.latest][:4] == [
        "Report 2026",
        "Report 2025",
        "April",
        "Newsletter, March 2024",
    ]
    assert titles(page.publications) == ["Report 2026", "Report 2025", "Report 2024"]


def test_home_shows_next_events_and_none_that_are_over(tmp_path: Path) -> None:
    over = {"docs/events/over.md": event(title="Over", date="2026-01-01", starts="2026-02-01 10:00")}
    days = {
        f"docs/events/day-{day}.md": event(title=f"Day {day}", starts=f"2026-12-{day} 10:00")
        for day in range(13, 9, -1)
    }
    assert titles(home(open_newsroom(tmp_path / "over", small_newsroom() | over)).events) == []
    coming = home(open_newsroom(tmp_path / "coming", small_newsroom() | over | days))
    assert titles(coming.events) == ["Day 10", "Day 11", "Day 12"]
    assert coming.all_events is not None
    assert "Over" not in [item.link.text for item in coming.latest]


def test_welsh_home_page_gives_the_site_welsh_lists(tmp_path: Path) -> None:
    build = open_newsroom(tmp_path, small_newsroom() | WELSH)
    assert listed(at(build, "cy/stories/")) == ["Yr ardd", "Y fainc"]
    assert listed(at(build, "stories/")) == ["The garden", "Y fainc"]
    assert at(build, "cy/news/").title == "Popeth newydd"
    assert "Y fainc" in shown_at_home(build, "cy/")
    names = ("news", "stories", "newsletters", "publications")
    assert lists(build, "cy/areas/elmham/") == [f"/cy/{name}/" for name in names]


def test_welsh_item_links_to_english_lists_without_welsh_home_page(tmp_path: Path) -> None:
    build = open_newsroom(tmp_path, small_newsroom() | {"stories/y-fainc.cy.md": story(title="Y fainc")})
    assert [page.url for page in build.site.pages if page.lang == "cy"] == ["cy/stories/y-fainc/", "cy/search/"]
    assert "/stories/" in lists(build, "cy/stories/y-fainc/")
    assert listed(at(build, "stories/")) == ["The garden", "Y fainc"]


def test_versions_of_one_page_in_other_languages_are_known_to_each(tmp_path: Path) -> None:
    build = open_newsroom(tmp_path, small_newsroom() | WELSH)
    assert translations(build, "stories/the-garden/") == {"cy": "/cy/stories/the-garden/"}
    assert translations(build, "cy/stories/the-garden/") == {"en": "/stories/the-garden/"}
    assert translations(build, "cy/stories/y-fainc/") == {}


def test_translation_that_is_a_draft_is_not_offered(tmp_path: Path) -> None:
    build = open_newsroom(tmp_path, small_newsroom() | {"stories/the-garden.cy.md": story(draft=True)})
    assert translations(build, "stories/the-garden/") == {}


@pytest.mark.parametrize("fields", HIDDEN.values(), ids=HIDDEN)
def test_hidden_items_are_on_no_page(tmp_path: Path, fields: dict[str, object]) -> None:
    files = small_newsroom() | {"stories/secret.md": story(title="Secret", areas=["elmham"], **fields)}
    build = open_newsroom(tmp_path, files)
    assert "Secret" not in {page.title for page in build.site.pages}
    assert "Secret" not in {title for page in build.site.pages if page.listing for title in listed(page)}
    assert "Secret" not in shown_at_home(build)


@pytest.mark.parametrize("name", ["draft", "tomorrow's"])
def test_preview_marks_drafts_and_does_not_index_them(tmp_path: Path, name: str) -> None:
    files = small_newsroom() | {"stories/secret.md": story(title="Secret", **HIDDEN[name])}
    build = open_newsroom(tmp_path, files, preview=True)
    secret = at(build, "stories/secret/")
    assert "Secret" in listed(at(build, "news/"))
    notes = {
        url: build.views.frame(build.views.context(at(build, url))).preview
        for url in ("stories/secret/", "stories/the-garden/")
    }
    status = {url: note and note.status for url, note in notes.items()}
    waiting = "This page is a draft, or its date is still to come. Readers do not see it."
    assert status["stories/secret/"] == waiting
    assert status["stories/the-garden/"] != waiting
    page = home(build)
    shown = (page.feature, *page.latest)
    assert [item.labels[-1] for item in shown if item and item.link.text == "Secret"] == ["not public yet"]
    assert not secret.in_search


@pytest.mark.parametrize("name", ["withdrawn"])
def test_preview_hides_stories_without_consent(tmp_path: Path, name: str) -> None:
    files = small_newsroom() | {"stories/secret.md": story(title="Secret", **HIDDEN[name])}
    build = open_newsroom(tmp_path, files, preview=True)
    assert build.site.page("stories/secret.md").is_notice
    assert "Secret" not in listed(at(build, "news/"))


def test_preview_has_page_for_file_with_errors(tmp_path: Path) -> None:
    files = small_newsroom() | {"stories/bad.md": story(kind="tale")}
    build = open_newsroom(tmp_path, files, preview=True)
    bad = at(build, "stories/bad/")
    assert (bad.path, bad.title, bad.template, bad.in_search) == ("stories/bad.md",) * 2 + ("problems.html", False)
    assert ["`kind` cannot be 'tale'" in str(problem) for problem in build.problems] == [True]
    page = build.views.page(build.views.context(bad))
    assert isinstance(page, ProblemsPage)
    assert [problem.text for problem in page.problems] == [str(problem) for problem in build.problems]
    assert listed(at(build, "stories/")) == ["The garden"]
    assert bad.path not in build.site.generated


def test_search_finds_documents_but_not_lists(tmp_path: Path) -> None:
    pages = open_newsroom(tmp_path, small_newsroom()).site.pages
    assert {page.in_search for page in pages if page.document} == {True}
    assert {page.in_search for page in pages if not page.document} == {False}


def test_page_has_last_change_of_its_content(tmp_path: Path) -> None:
    files = small_newsroom() | {"stories/a.md": story(date="2023-05", updated="2023-06-07")}
    build = open_newsroom(tmp_path, files)
    assert at(build, "stories/a/").updated == "2023-06-07"
    assert at(build, "stories/the-garden/").updated == "2024-02-03"
    assert at(build, "publications/growing/").updated == "2023-01-01"
    assert at(build, "about/").updated == at(build, "news/").updated == "2024-03-01"


def test_page_for_missing_addresses_has_a_search_and_ways_on_in_each_language(tmp_path: Path) -> None:
    build = open_newsroom(tmp_path, small_newsroom() | WELSH)
    context = build.views.context(None)
    page = build.views.page(context)
    assert isinstance(page, MissingPage)
    names = ("news", "stories", "newsletters", "publications", "areas")
    assert {text.lang: (text.title, text.search, *(link.href for link in text.links)) for text in page.texts} == {
        "en": ("This page is not here", "/search/", "/.", *(f"/{name}/" for name in names)),
        "cy": ("Nid yw’r dudalen hon yma", "/cy/search/", "/cy/", *(f"/cy/{name}/" for name in names[:4]), "/areas/"),
    }
    assert [link.hreflang for link in page.texts[1].links] == [None] * 5 + ["en"]
    assert context.metadata.head.title.startswith("This page is not here · Nid yw’r dudalen hon yma · ")
