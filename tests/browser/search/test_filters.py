"""The search's filters: each says how many results it leaves, and leaves them, whatever was asked before."""

import re
from urllib.parse import parse_qs, quote, urlsplit

from playwright.sync_api import Page, expect

from tests.browser.search.asking import addresses, finder

QUERIES = ("", "network", '"derby york"')
STARTS: tuple[dict[str, str], ...] = (
    {},
    {"kind": "newsletter"},
    {"kind": "story", "year": "2015"},
    {"area": "derby"},
    {"kind": "constructor"},
)
HOSTILE = "<img src=x onerror=window.broken=1>"
FALSE_COUNTS = """async ([query, start]) => {
  const { find } = await import(new URL("assets/search/engine.js", document.baseURI).href);
  const every = (await find("", { withCounts: true })).counts;
  const { counts } = await find(query, { filters: start, withCounts: true });
  const wrong = [];
  for (const [name, values] of Object.entries(every)) {
    for (const value of Object.keys(values)) {
      const { results } = await find(query, { filters: { ...start, [name]: value } });
      const stated = counts[name]?.[value] ?? 0;
      if (stated !== results.length) wrong.push([name, value, stated, results.length]);
    }
  }
  return wrong;
}"""


def test_filter_counts_match_the_results(page: Page, address: str) -> None:
    page.goto(address)
    false = [(query, start, page.evaluate(FALSE_COUNTS, [query, start])) for query in QUERIES for start in STARTS]
    assert [each for each in false if each[-1]] == []


def test_filters_without_results_offer_only_values_with_results(page: Page, address: str) -> None:
    found = finder(page, address, "q=maggie&kind=newsletter")
    expect(found.get_by_role("status")).to_have_text("No results match these filters. Try removing one.")
    kinds = found.get_by_label("Kind").locator("option").all_text_contents()
    assert "Newsletter (0)" in kinds
    assert len([kind for kind in kinds if "(0)" in kind]) == 1
    years = found.get_by_label("Year").locator("option").all_text_contents()
    assert years == ["Any"]
    found.get_by_label("Kind").select_option(value="story")
    number = re.sub(r"\D", "", next(kind for kind in kinds if kind.startswith("Story")))
    expect(found.get_by_role("status")).to_have_text(re.compile(f"^{number} result"))


def test_filters_show_the_number_of_results_of_each_value(page: Page, address: str) -> None:
    found = finder(page, address, "q=network")
    before = page.url
    options = found.get_by_label("Kind").locator("option")
    label = next(text for text in options.all_text_contents() if "Newsletter" in text)
    found.get_by_label("Kind").select_option(label=label)
    number = re.sub(r"\D", "", label)
    expect(found.get_by_role("status")).to_have_text(f"{number} results")
    assert len(addresses(found)) == int(number)
    assert {path.split("/")[0] for path in addresses(found)} == {"newsletters"}
    assert parse_qs(urlsplit(page.url).query) == {"q": ["network"], "kind": ["newsletter"]}
    assert [text for text in options.all_text_contents() if "Story" in text], "the other kinds keep their counts"
    page.go_back()
    expect(found.get_by_label("Kind")).to_have_value("")
    assert page.url == before


def test_filter_value_is_not_interpreted_as_html(page: Page, address: str) -> None:
    found = finder(page, address, f"q=network&kind={quote(HOSTILE)}")
    expect(found.get_by_role("status")).to_have_text("No results match these filters. Try removing one.")
    expect(found.get_by_label("Kind")).to_have_value(HOSTILE)
    assert page.evaluate("window.broken") is None


def test_narrow_window_folds_filters_and_counts_those_in_use(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 360, "height": 800})
    found = finder(page, address, "q=network&kind=newsletter")
    first = found.locator(".nw-result").first.bounding_box()
    assert first is not None
    assert first["y"] < 600
    expect(found.get_by_label("Kind")).to_be_hidden()
    found.get_by_text("Narrow it down (1 in use)").click()
    expect(found.get_by_label("Kind")).to_be_visible()
    page.set_viewport_size({"width": 1280, "height": 800})
    page.reload()
    expect(found.get_by_label("Kind")).to_be_visible()
