"""Everyday queries, and the page that is to be first: on a newsroom made for them."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.search.asking import addresses, dialog_of, finder
from tests.support.browser import serve
from tests.support.engine import built
from tests.support.items import area, newsletter, page, publication, story
from tests.support.workers import fill_once, shared_folder

SYNONYMS = """\
lonely: loneliness, isolated, on my own
jobs: vacancies, vacancy, employment, recruitment
contact: email, get in touch, phone
annual report: yearly review
depression: mental health
"""
GUIDE = """\
Contact the editors when a story is about a coordinator, a newsletter, an annual report, Swansea, jobs or events.
To contact them, write an email. A contact, a coordinator, a coordinator's newsletter: the guide has an example of each.

## Contact, coordinator, newsletter, events

Contact. Coordinator. Newsletter. Events. Swansea. Volunteers.
"""
FILES = {
    "docs/index.md": page("Welcome.", title="Elm Street", summary="Neighbours who walk alongside people."),
    "docs/about.md": page("A coordinator gets to know a street.", title="What a coordinator is"),
    "docs/touch.md": page("Ring us on (01792) 636 519, or get in touch by email.", title="Get in touch"),
    "docs/contribute.md": page(GUIDE, title="Guide for editors and contact", search="low"),
    "docs/secret.md": page("A quokka.", title="Not to be found", search="none"),
    "docs/areas/swansea.md": area("Our office is in the market. Telephone 01792 111222.", name="Swansea"),
    "docs/synonyms.yml": SYNONYMS,
    "docs/synonyms.cy.yml": "unig: unigrwydd, ynysig\n",
    "docs/cymraeg.cy.md": page("Mae hi’n ynysig yng Nghaerdydd.", title="Cymraeg"),
    "newsletters/2024-03.md": newsletter("## Events\n\nA picnic.", title="Newsletter, March 2024"),
    "publications/review.md": publication("What the year brought.", title="Yearly review", isbn="978-1-907790-71-3"),
    "publications/growing.md": publication("On gardens.", title="Growing", doi="10.5281/zenodo.4711-2"),
    "stories/alone.md": story("After his wife died he was isolated.", title="A new neighbour"),
    "stories/street.md": story("Two vacancies: come and work here.", title="Join our team"),
    "stories/well.md": story("She lives with her mental health now.", title="Feeling well"),
    "stories/kind.md": story("We wore badges that said #BeKind.", title="A day of badges"),
}
FIRST = (
    ("loneliness", "stories/alone/"),
    ("feeling lonely", "stories/alone/"),
    ("jobs", "stories/street/"),
    ("job", "stories/street/"),
    ("recruitment", "stories/street/"),
    ("contact", "touch/"),
    ("phone", "touch/"),
    ("what is a coordinator", "about/"),
    ("swansea", "areas/swansea/"),
    ("newsletter", "newsletters/2024-03/"),
    ("events", "newsletters/2024-03/"),
    ("annual report", "publications/review/"),
    ("help with depression", "stories/well/"),
    ("978-1-907790-71-3", "publications/review/"),
    ("9781907790713", "publications/review/"),
    ("ISBN 978 1 907790 71 3", "publications/review/"),
    ("10.5281/zenodo.4711-2", "publications/growing/"),
    ("https://doi.org/10.5281/zenodo.4711-2", "publications/growing/"),
    ("01792636519", "touch/"),
    ("01792 636519", "touch/"),
    ("+44 1792 636519", "touch/"),
    ("01792111222", "areas/swansea/"),
    ("bekind", "stories/kind/"),
    ("be kind", "stories/kind/"),
    ("#BeKind", "stories/kind/"),
    ("guide for editors", "contribute/"),
)
FIND = """async (query) => {
  const { find } = await import(new URL("assets/search/engine.js", document.baseURI).href);
  const { results } = await find(query);
  return Promise.all(results.slice(0, 3).map(async (result) => (await result.data()).raw_url.slice(1)));
}"""


@pytest.fixture(scope="session")
def everyday(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the newsroom's site."""
    folder = fill_once(shared_folder(tmp_path_factory) / "everyday", lambda folder: built(folder, FILES))
    with serve(folder / "site") as served:
        yield served


def test_best_page_is_first(page: Page, everyday: str) -> None:
    page.goto(everyday)
    found = {query: page.evaluate(FIND, query) for query, _ in FIRST}
    assert {query: found[query] for query, wanted in FIRST if found[query][:1] != [wanted]} == {}


@pytest.mark.parametrize("query", ["quokka", "zzyzzx"])
def test_unrelated_pages_are_not_found(page: Page, everyday: str, query: str) -> None:
    page.goto(everyday)
    assert page.evaluate(FIND, query) == []


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("loneliness", "Nothing was found for “loneliness”. Instead, for “isolated”: 1 result"),
        ("jobs", "2 results. Some are for similar words: vacancies, vacancy."),
    ],
)
def test_status_names_the_synonyms_searched_for(page: Page, everyday: str, query: str, message: str) -> None:
    dialog = dialog_of(page, everyday, query)
    expect(dialog.get_by_role("status")).to_have_text(message)
    first = addresses(dialog)
    dialog.get_by_role("link", name="See all results").click()
    found = page.locator("#NW-finder")
    expect(found.get_by_role("status")).to_have_text(message)
    assert addresses(found) == first


def test_filters_apply_to_results_for_synonyms(page: Page, everyday: str) -> None:
    assert addresses(finder(page, everyday, "q=jobs&kind=news")) == ["stories/street/"]


def test_excerpt_shows_only_words_of_the_page(page: Page, everyday: str) -> None:
    for query, words in (("01792636519", "Ring us on (01792) 636 519"), ("bekind", "#BeKind")):
        excerpt = finder(page, everyday, f"q={query}").locator(".nw-result__excerpt").first
        expect(excerpt).to_contain_text(words)
        expect(excerpt).not_to_contain_text(f"{query} ")


@pytest.mark.parametrize(("query", "instead"), [("unigrwydd", "ynysig"), ("Caerdydd", "Nghaerdydd")])
def test_each_language_has_its_own_synonyms_and_welsh_its_mutations(
    page: Page, everyday: str, query: str, instead: str
) -> None:
    page.goto(f"{everyday}cy/search/?q={query}")
    expect(page.locator("#NW-finder").get_by_role("status")).to_contain_text(f"“{instead}”: 1 canlyniad")
    assert addresses(page.locator("#NW-finder")) == ["cy/cymraeg/"]
    assert addresses(finder(page, everyday, f"q={query}")) == []
