"""Queries that find little: the search tries other words, and says so."""

import re
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Page, expect

from tests.browser.search.asking import addresses, dialog_of, finder

NOTHING = "Nothing was found for"


def test_misspelt_word_finds_the_correct_word(page: Page, small: str) -> None:
    for typed, message, wanted in (
        ("trnasaction", f"{NOTHING} “trnasaction”. Instead, for “transaction”: 1 result", "stories/bank/"),
        ('"lihgtning"', f"{NOTHING} “lihgtning”. Instead, for “lightning”: 1 result", "stories/storm/"),
    ):
        dialog = dialog_of(page, small, typed)
        expect(dialog.get_by_role("status")).to_have_text(message)
        assert addresses(dialog) == [wanted]
        expect(dialog.get_by_text("Did you mean")).to_be_hidden()


def test_misspelt_word_among_several_is_suggested(page: Page, small: str) -> None:
    dialog = dialog_of(page, small, "bank lihgtning")
    dialog.get_by_role("button", name="bank lightning", exact=True).click()
    expect(dialog.get_by_role("searchbox")).to_have_value("bank lightning")
    expect(dialog.get_by_text("Did you mean")).to_be_hidden()
    assert set(addresses(dialog)) == {"stories/bank/", "stories/storm/"}
    found = finder(page, small, "q=bank+lihgtning")
    found.get_by_role("link", name="bank lightning", exact=True).click()
    expect(found.get_by_text("Did you mean")).to_be_hidden()
    assert parse_qs(urlsplit(page.url).query) == {"q": ["bank lightning"]}


def test_corrected_query_is_not_also_suggested(page: Page, address: str) -> None:
    found = finder(page, address, "q=cordination")
    message = re.compile(r"^Nothing was found for “cordination”. Instead, for “coordination”: \d+ results")
    expect(found.get_by_role("status")).to_have_text(message)
    assert addresses(found)
    expect(found.get_by_text("Did you mean")).to_be_hidden()


def test_phrase_without_results_is_searched_as_single_words(page: Page, address: str) -> None:
    found = finder(page, address, "q=%22derby+york%22")
    message = re.compile("^Nothing has “derby york” word for word. Without the quotation marks: \\d+ results$")
    expect(found.get_by_role("status")).to_have_text(message)
    assert addresses(found) == addresses(finder(page, address, "q=derby+york"))
    expect(finder(page, address, "q=%22ring+cushion%22").get_by_role("status")).to_have_text(re.compile(r"^\d+ result"))
