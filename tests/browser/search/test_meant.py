"""What the search takes a query for that finds little as it stands: other words, and it says so."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.search.asking import PATIENCE, addresses, dialog_of, finder

NOTHING = "Nothing was found for"


@pytest.mark.parametrize(
    ("typed", "told", "wanted"),
    [
        ("trnasaction", f"{NOTHING} “trnasaction”. Instead, for “transaction”: 1 result", "stories/bank/"),
        ('"lihgtning"', f"{NOTHING} “lihgtning”. Instead, for “lightning”: 1 result", "stories/storm/"),
    ],
)
def test_a_slip_leads_to_what_was_meant(page: Page, small: str, typed: str, told: str, wanted: str) -> None:
    dialog = dialog_of(page, small, typed)
    expect(dialog.get_by_role("status")).to_have_text(told, timeout=PATIENCE)
    assert addresses(dialog) == [wanted]
    expect(dialog.get_by_text("Did you mean")).to_be_hidden()


def test_a_slip_in_one_of_several_words_is_asked_about(page: Page, small: str) -> None:
    dialog = dialog_of(page, small, "bank lihgtning")
    dialog.get_by_role("button", name="bank lightning", exact=True).click(timeout=PATIENCE)
    expect(dialog.get_by_role("searchbox")).to_have_value("bank lightning")
    expect(dialog.get_by_text("Did you mean")).to_be_hidden(timeout=PATIENCE)
    assert set(addresses(dialog)) == {"stories/bank/", "stories/storm/"}
    found = finder(page, small, "q=bank+lihgtning")
    found.get_by_role("link", name="bank lightning", exact=True).click()
    expect(found.get_by_text("Did you mean")).to_be_hidden(timeout=PATIENCE)
    assert parse_qs(urlsplit(page.url).query) == {"q": ["bank lightning"]}


def test_what_was_meant_is_shown_at_once_and_not_asked_about_too(page: Page, address: str) -> None:
    found = finder(page, address, "q=cordination")
    told = re.compile(r"^Nothing was found for “cordination”. Instead, for “coordination”: \d+ results")
    expect(found.get_by_role("status")).to_have_text(told)
    assert addresses(found)
    expect(found.get_by_text("Did you mean")).to_be_hidden()


def test_words_that_stand_nowhere_side_by_side_are_looked_for_one_by_one(page: Page, address: str) -> None:
    found = finder(page, address, "q=%22derby+york%22")
    told = re.compile("^Nothing has “derby york” word for word. Without the quotation marks: \\d+ results$")
    expect(found.get_by_role("status")).to_have_text(told)
    assert addresses(found) == addresses(finder(page, address, "q=derby+york"))
    expect(finder(page, address, "q=%22ring+cushion%22").get_by_role("status")).to_have_text(re.compile(r"^\d+ result"))
