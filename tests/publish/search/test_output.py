"""The records for the index of the search, and the files next to it."""

import json
from collections import deque
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import pytest

from newsroom.build import Build
from newsroom.cache import Cache
from newsroom.open_build import open_build
from newsroom.publish.build_options import BuildOptions
from newsroom.value_cache import ValueCache
from tests.support import SETTINGS, TODAY, small_newsroom, write_files
from tests.support.engine import contents
from tests.support.images import picture
from tests.support.items import CONSENT, area, event, page, publication, stories, story, vacancy
from tests.support.pdfs import pdf, pdf_of
from tests.support.rendering import published
from tests.support.theme import THEME


class Noted:
    """An engine that only notes what it is given."""

    def __init__(self) -> None:
        self.pages: dict[str, str] = {}
        self.followed: list[tuple[Path, str]] = []

    def add(self, url: str, page: str) -> None:
        """Note a page."""
        self.pages[url] = page

    def files(self) -> Iterator[tuple[str, bytes]]:
        """One file."""
        yield "index.bin", str(len(self.pages)).encode()

    def publish_when_finished(self, site: Path, folder: str) -> None:
        """Note the place."""
        self.followed.append((site, folder))


class Facts(HTMLParser):
    """The content of a page for the index: its facts, and its text by weight."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.facts: list[tuple[str, str, str]] = []
        self.words: dict[str, str] = {}
        self.ids: list[str] = []
        self.lang = ""
        self._weight = "1"
        self.feed(source)

    def handle_starttag(self, _tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        self._weight = found.get("data-pagefind-weight", "0.5" if self._weight == "0.5" else "1")
        self.lang = found.get("lang", self.lang)
        self.ids += [found["id"]] if "id" in found else []
        for sort in ("filter", "meta", "sort"):
            if found.get(f"data-pagefind-{sort}", "").endswith("[data-value]"):
                name = found[f"data-pagefind-{sort}"].removesuffix("[data-value]")
                self.facts.append((sort, name, found["data-value"]))

    def handle_data(self, data: str) -> None:
        self.words[self._weight] = f"{self.words.get(self._weight, '')} {data}".strip()


def opened(root: Path, files: dict[str, str | bytes], *, preview: bool = False) -> tuple[Build, Noted]:
    """A build of the files whose texts are all rendered, and the engine that noted those in the index."""
    write_files(root, files)
    (root / "overrides").symlink_to(THEME)
    noted = Noted()
    build = open_build(root, SETTINGS, BuildOptions(today=TODAY, preview=preview, index=noted))
    for web_page in build.site.pages:
        build.page_html(web_page.path)
    build._outputs.start_late_work()
    deque(build._outputs.late_files(), maxlen=0)
    build._outputs.publish_index(build.staging.published)
    noted.followed.clear()
    return build, noted


def written(build: Build) -> dict[str, bytes]:
    """The files of the search, besides its pages."""
    build.write()
    made = contents(build.staging.building)
    names = {
        path
        for path in made
        if path.startswith("pagefind/") or path.endswith(("search/translations.json", "search/vocabulary.json"))
    }
    return {path: made[path] for path in names}


def test_index_gets_documents_but_not_lists(tmp_path: Path) -> None:
    _, noted = opened(tmp_path, {**small_newsroom(), **stories(25)})
    assert {"", "about/", "areas/", "areas/elmham/", "stories/the-garden/", "stories/item-01/"} <= set(noted.pages)
    assert not {"stories/", "news/", "stories/page/2/", "search/"} & set(noted.pages)
    assert not [url for url in noted.pages if "email" in url]


@pytest.mark.parametrize("preview", [False, True])
def test_hidden_pages_are_not_indexed(tmp_path: Path, preview: bool) -> None:
    withdrawn = {**CONSENT, "withdrawn": "2024-05-05"}
    files: dict[str, str | bytes] = {
        **small_newsroom(),
        "stories/draft.md": story(draft=True),
        "stories/later.md": story(date="2031-01-01"),
        "stories/gone.md": story(consent=withdrawn),
    }
    _, noted = opened(tmp_path, files, preview=preview)
    assert [url for url in noted.pages if url.startswith("stories/")] == ["stories/the-garden/"]


def test_item_is_indexed_with_facts(tmp_path: Path) -> None:
    _, noted = opened(tmp_path, {**small_newsroom()})
    garden = Facts(noted.pages["stories/the-garden/"])
    assert garden.lang == "en"
    assert garden.words == {
        "10": "The garden",
        "5": "How a garden came to be on Elm Street, and who made it.",
        "1": "A garden grew. Read about us.",
    }
    assert set(garden.facts) == {
        ("filter", "kind", "reflection"),
        ("filter", "area", "elmham"),
        ("filter", "principle", "contribution"),
        ("filter", "year", "2024"),
        ("meta", "date", "3 February 2024"),
        ("sort", "date", "2024-02-03 stories/the-garden/"),
    }


def test_undated_item_has_no_year(tmp_path: Path) -> None:
    _, noted = opened(tmp_path, {**small_newsroom(), "stories/old.md": story(date="2026-11-22", undated=True)})
    facts = Facts(noted.pages["stories/old/"]).facts
    assert ("meta", "date", "On this site since 22 November 2026") in facts
    assert [value for _, name, value in facts if name == "year"] == []


@pytest.mark.parametrize(
    ("item", "shown", "day"),
    [
        (event(date="2026-11-01", starts="2027-06-01 14:00"), {"date": "1 June 2027"}, "2027-06-01"),
        (event(starts="2025-09-10", date="2026-11-01", undated=True), {"date": "10 September 2025"}, "2025-09-10"),
        (event(status="cancelled"), {"state": "Cancelled", "date": "10 December 2026"}, "2026-12-10"),
        (event(status="postponed"), {"state": "Postponed", "date": "10 December 2026"}, "2026-12-10"),
        (vacancy(closes=TODAY.isoformat()), {"date": "closes on 22 November 2026"}, "2026-11-22"),
        (vacancy(closes="2026-11-21"), {"date": "closed on 21 November 2026"}, "2026-11-21"),
    ],
)
def test_event_or_vacancy_is_found_by_the_day_and_state_that_its_result_shows(
    tmp_path: Path, item: str, shown: dict[str, str], day: str
) -> None:
    folder = "vacancies" if "closes:" in item else "events"
    _, noted = opened(tmp_path, {**small_newsroom(), f"docs/{folder}/a.md": item})
    facts = Facts(noted.pages[f"{folder}/a/"]).facts
    assert {name: value for sort, name, value in facts if sort == "meta"} == shown
    assert [value for _, name, value in facts if name == "year"] == [day[:4]]
    assert ("sort", "date", f"{day} {folder}/a/") in facts


def test_forthcoming_item_shows_expected_date_and_has_no_year(tmp_path: Path) -> None:
    soon = publication(added="2024-01-01", expected="2027")
    _, noted = opened(tmp_path, {**small_newsroom(), "publications/soon.md": soon})
    facts = Facts(noted.pages["publications/soon/"]).facts
    assert {("meta", "state", "Forthcoming"), ("meta", "date", "Expected: 2027")} <= set(facts)
    assert [value for _, name, value in facts if name == "year"] == []
    assert [value for sort, _, value in facts if sort == "sort"] == ["2024-01-01 publications/soon/"]


def test_areas_and_other_pages_have_a_kind_and_no_date(tmp_path: Path) -> None:
    _, noted = opened(tmp_path, {**small_newsroom()})
    assert Facts(noted.pages["areas/elmham/"]).facts == [
        ("filter", "kind", "area"),
        ("filter", "area", "elmham"),
        ("sort", "date", "0000-00-00 areas/elmham/"),
    ]
    assert ("filter", "kind", "page") in Facts(noted.pages["about/"]).facts


def test_page_content_is_escaped_in_index(tmp_path: Path) -> None:
    title = '"><script>window.x=1</script><i data-pagefind-filter="kind[data-value]" data-value="poem">'
    _, noted = opened(tmp_path, {**small_newsroom(), "stories/odd.md": story("&lt;i&gt; words", title=title)})
    odd = Facts(noted.pages["stories/odd/"])
    assert odd.words["10"] == title
    assert odd.words["1"] == "<i> words"
    assert [value for _, name, value in odd.facts if name == "kind"] == ["news"]


def test_results_can_link_to_sections(tmp_path: Path) -> None:
    files = {**small_newsroom(), "stories/long.md": story("Words.\n\n## In spring\n\nMore words.")}
    _, noted = opened(tmp_path, {**files})
    assert Facts(noted.pages["stories/long/"]).ids == ["in-spring"]


def test_search_has_the_text_of_a_publications_pdf_page_by_page(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        **small_newsroom(),
        "publications/deep.md": publication("Words.", file="deep.pdf", link=None),
        "publications/deep.pdf": pdf_of("The first page.", "", "A quagga (extinct)."),
    }
    _, noted = opened(tmp_path, files)
    deep = Facts(noted.pages["publications/deep/"])
    assert deep.ids == ["file-page-1", "file-page-3"]
    assert deep.words["0.5"] == "Page 1 of the PDF The first page. Page 3 of the PDF A quagga (extinct)."
    assert ("meta", "file", "publications/deep.pdf") in deep.facts


def test_result_shows_smallest_picture(tmp_path: Path) -> None:
    image = {"src": "my tree.png", "alt": "A tree"}
    files: dict[str, str | bytes] = {
        **small_newsroom(),
        "stories/told.md": story(image=image),
        "stories/my tree.png": picture(900, 600),
    }
    _, noted = opened(tmp_path, files)
    (shown,) = (value for _, name, value in Facts(noted.pages["stories/told/"]).facts if name == "picture")
    assert shown == "stories/my%20tree.png.320.webp"
    assert unquote(shown) in published(tmp_path / "published", files)


def test_item_is_found_by_its_creators(tmp_path: Path) -> None:
    _, noted = opened(tmp_path, {**small_newsroom(), "stories/told.md": story(author={"name": "Bea Ash"})})
    assert "Ada Elm" in Facts(noted.pages["publications/growing/"]).words["1"]
    assert "Bea Ash" in Facts(noted.pages["stories/told/"]).words["1"]
    assert "Ada Elm (Editor)" in Facts(noted.pages["newsletters/2024-03/"]).words["1"]


def test_pdf_without_words_adds_none(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        **small_newsroom(),
        "publications/scan.md": publication("Words.", file="scan.pdf", link=None),
        "publications/scan.pdf": pdf(2),
    }
    _, noted = opened(tmp_path, files)
    assert "0.5" not in Facts(noted.pages["publications/scan/"]).words


def test_texts_for_the_script_are_in_the_language_of_the_page(tmp_path: Path) -> None:
    files = {
        **small_newsroom(),
        "docs/areas/elmham.cy.md": area(name="Llwyfen"),
        "docs/cy.cy.md": page(title="Tŷ Ceredig Mawr"),
    }
    build, _ = opened(tmp_path, {**files})
    made = written(build)
    english, welsh = (json.loads(made[f"{folder}search/translations.json"]) for folder in ("", "cy/"))
    assert english["results"] == {"one": "{number} result", "other": "{number} results"}
    assert welsh["results"]["two"] == "{number} ganlyniad"
    assert (english["values"]["area"], welsh["values"]["area"]) == ({"elmham": "Elmham"}, {"elmham": "Llwyfen"})
    assert english["values"]["kind"]["newsletter"] == "Newsletter"
    assert welsh["values"]["kind"]["newsletter"] == "Cylchlythyr"
    assert (english["numbers"][8], welsh["numbers"][8]) == ("ten", "deg")
    assert "garden" in json.loads(made["search/vocabulary.json"])
    assert "garden" not in json.loads(made["cy/search/vocabulary.json"])
    assert "ceredig mawr" in json.loads(made["cy/search/vocabulary.json"])


def test_language_without_pages_has_no_search(tmp_path: Path) -> None:
    build, _ = opened(tmp_path, {**small_newsroom()})
    made = [path for path in sorted(written(build)) if not path.endswith(".png")]
    assert made == ["pagefind/index.bin", "search/translations.json", "search/vocabulary.json"]


def test_index_of_preview_is_published_later(tmp_path: Path) -> None:
    build, noted = opened(tmp_path, {**small_newsroom()}, preview=True)
    assert "pagefind/index.bin" not in written(build)
    build.publish()
    assert noted.followed == [(build.staging.published, "pagefind")]


def test_page_can_be_ranked_low_or_left_out_of_the_search(tmp_path: Path) -> None:
    files = {**small_newsroom(), "docs/low.md": page(search="low"), "docs/none.md": page(search="none")}
    build, noted = opened(tmp_path, {**files})
    assert "none/" not in noted.pages
    lows = {url for url, text in noted.pages.items() if ("sort", "low", url) in Facts(text).facts}
    assert lows == {"low/"}
    assert json.loads(written(build)["search/translations.json"])["low"] is True


def test_numbers_of_a_publication_are_indexed_as_one_word_too(tmp_path: Path) -> None:
    numbers = {"isbn": "978-1-907790-71-3", "doi": "10.1234/elm-5"}
    text = publication("Ring 01792 636519.", title="Deep", summary="Short.", **numbers)
    _, noted = opened(tmp_path, {**small_newsroom(), "publications/deep.md": text})
    deep = Facts(noted.pages["publications/deep/"])
    words = "9781907790713 101234elm5 01792636519"
    assert deep.words["1"] == f"{words} 978-1-907790-71-3 10.1234/elm-5 Ring 01792 636519."
    assert ("meta", "joined", "2 3") in deep.facts


def test_texts_for_the_script_have_the_synonyms_of_the_language(tmp_path: Path) -> None:
    build, _ = opened(tmp_path, {**small_newsroom(), "docs/synonyms.yml": "lonely: alone, isolated\n"})
    said = json.loads(written(build)["search/translations.json"])
    assert (said["synonyms"], said["low"]) == ([["lonely", "alone", "isolated"]], False)


def test_index_is_made_again_only_if_a_page_in_it_has_changed(tmp_path: Path) -> None:
    write_files(tmp_path, small_newsroom())
    (tmp_path / "overrides").symlink_to(THEME)
    values = ValueCache(Cache(tmp_path / ".cache"))
    site: dict[str, bytes] = {}
    changes: tuple[tuple[dict[str, str | bytes], bool], ...] = (
        ({}, True),
        ({"docs/assets/unused.png": picture()}, False),
        ({"stories/more.md": story()}, True),
        ({"stories/more.md": story("Other words.")}, True),
        ({}, False),
    )
    for changed, is_made in changes:
        write_files(tmp_path, changed)
        noted = Noted()
        before, site = (
            site,
            written(open_build(tmp_path, SETTINGS, BuildOptions(today=TODAY, index=noted, value_cache=values))),
        )
        assert bool(noted.pages) == is_made
        assert site["pagefind/index.bin"] == (
            str(len(noted.pages)).encode() if is_made else before["pagefind/index.bin"]
        )
