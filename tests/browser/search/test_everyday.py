"""Everyday queries, and the page that is to be first: on a newsroom made for them."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.search.asking import addresses, dialog_of, finder, found_for
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


@pytest.fixture(scope="session")
def everyday(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the newsroom's site."""
    folder = fill_once(shared_folder(tmp_path_factory) / "everyday", lambda folder: built(folder, FILES))
    with serve(folder / "site") as served:
        yield served


def test_best_page_is_first_and_unrelated_ones_are_not_found(page: Page, everyday: str) -> None:
    page.goto(everyday)
    found = found_for(page, [*(query for query, _ in FIRST), "quokka", "zzyzzx"])
    assert {query: found[query] for query, wanted in FIRST if found[query][:1] != [wanted]} == {}
    assert found["quokka"] == found["zzyzzx"] == []


def test_status_names_the_synonyms_searched_for(page: Page, everyday: str) -> None:
    messages = {
        "loneliness": "Nothing was found for “loneliness”. Instead, for “isolated”: 1 result",
        "jobs": "2 results. Some are for similar words: vacancies, vacancy.",
    }
    first = {}
    for query, message in messages.items():
        dialog = dialog_of(page, everyday, query)
        expect(dialog.get_by_role("status")).to_have_text(message)
        first[query] = addresses(dialog)
    dialog.get_by_role("link", name="See all results").click()
    found = page.locator("#NW-finder")
    for query in ("jobs", "loneliness"):
        expect(found.get_by_role("status")).to_have_text(messages[query])
        assert addresses(found) == first[query]
        finder(page, everyday, "q=loneliness")
    assert addresses(finder(page, everyday, "q=jobs&kind=news")) == ["stories/street/"]


def test_excerpt_shows_only_words_of_the_page(page: Page, everyday: str) -> None:
    for query, words in (("01792636519", "Ring us on (01792) 636 519"), ("bekind", "#BeKind")):
        excerpt = finder(page, everyday, f"q={query}").locator(".nw-result__excerpt").first
        expect(excerpt).to_contain_text(words)
        expect(excerpt).not_to_contain_text(f"{query} ")


def test_each_language_has_its_own_synonyms_and_welsh_its_mutations(page: Page, everyday: str) -> None:
    words = {"unigrwydd": "ynysig", "Caerdydd": "Nghaerdydd"}
    for query, instead in words.items():
        found = finder(page, f"{everyday}cy/", f"q={query}")
        expect(found.get_by_role("status")).to_contain_text(f"“{instead}”: 1 canlyniad")
        assert addresses(found) == ["cy/cymraeg/"]
    for query in words:
        assert addresses(finder(page, everyday, f"q={query}")) == []
