"""The search as readers meet it: on demand, forgiving, with filters, by keyboard, in two languages, and safe."""

import re
from collections.abc import Iterator
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from newsroom.accessibility import Palette
from tests.support import small_newsroom
from tests.support.browser import serve
from tests.support.engine import build, make_repository
from tests.support.node import axe_violations
from tests.support.pdfs import pdf_of
from tests.support.pieces import page as standing_page
from tests.support.pieces import publication, stories, story
from tests.support.record import PALETTES, WIDTHS

PATIENCE = 20_000
"""Milliseconds that a search may take on a busy machine."""
ANSWERED = re.compile("result|Nothing was found")
FIRST = 1
AMONG_THREE = 3
JUDGED = (
    ("what is local area coordination", "about/", AMONG_THREE),
    ("what does a coordinator do", "about/", AMONG_THREE),
    ("who employs coordinators", "about/", AMONG_THREE),
    ("no eligibility test", "about/", AMONG_THREE),
    ("natural authority", "principles/natural-authority/", FIRST),
    ("people know their own lives best", "principles/natural-authority/", AMONG_THREE),
    ("maggies story", "stories/maggies-story/", FIRST),
    ("ring cushion", "stories/maggies-story/", FIRST),
    ("seamstress multiple sclerosis", "stories/maggies-story/", FIRST),
    ("a poem by somebody in Havering", "stories/hazels-poem/", FIRST),
    ("day in the life of a coordinator", "stories/a-day-in-the-life/", FIRST),
    ("feeling stuck", "stories/feeling-stuck/", FIRST),
    ("trust and KPIs", "stories/trust/", FIRST),
    ("NHS 10-year plan", "stories/nhs-10-year-plan/", FIRST),
    ("regional gatherings of teams", "stories/gatherings/", AMONG_THREE),
    ("social return on investment", "publications/social-value-thurrock-and-derby/", FIRST),
    ("£4 for every £1", "publications/social-value-thurrock-and-derby/", FIRST),
    ("multi site evaluation Hull Sheffield", "publications/prevention-multi-site-evaluation/", FIRST),
    ("evidence on prevention", "publications/prevention-multi-site-evaluation/", AMONG_THREE),
    ("which way next report", "publications/which-way-next/", FIRST),
    ("conference talks on the ten principles", "publications/building-blocks-of-better/", FIRST),
    ("Ralph Broad report 2015", "publications/people-places-possibilities/", AMONG_THREE),
    ("savings to public services", "publications/people-places-possibilities/", FIRST),
    ("covid lockdown", "newsletters/2020-10/", FIRST),
    ("how many neighbourhoods in 2023", "newsletters/2023-12/", AMONG_THREE),
    ("South Tyneside", "areas/south-tyneside/", FIRST),
    ("Kensington & Chelsea", "areas/kensington-and-chelsea/", FIRST),
    ("Swansea, Wales", "areas/swansea/", FIRST),
    ("Which wards in Thurrock?", "areas/thurrock/", AMONG_THREE),
    ("how do I get the newsletter by email", "subscribe/", FIRST),
    ("how can I add my story", "contribute/", FIRST),
    ("cookies", "privacy/", FIRST),
)
"""What a reader, a coordinator, a commissioner or a researcher may ask, and the page of this site that answers."""
TYPED_SEVERAL_WAYS = (
    ("Maggie's", "Maggie’s", "maggies", "MAGGIE'S", "“Maggie’s”"),
    ("multi-site evaluation", "multi site evaluation", "multisite evaluation", "Multi‑Site evaluation"),
    ("south tyneside", "South  Tyneside", "SOUTH TYNESIDE", "south-tyneside"),
    ("kensington and chelsea", "Kensington & Chelsea", "Kensington Chelsea"),
)
HOSTILE_TITLE = "A <img src=x onerror=window.broken=1> & <b>bold</b> title"
HOSTILE = (
    "<img src=x onerror=window.broken=1>",
    '"><script>window.broken=1</script>',
    "<mark>story</mark><img src=x onerror=window.broken=1>",
    "x" * 10_000,
    "story " * 2_000,
    "\U0001f600 story \U0001f468‍\U0001f469‍\U0001f467",
    "‮story‬ ‏",
    "\"'`(){}[]\\%00&lt;",
    "{query} $& {number}",
    "constructor __proto__ toString",
)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A window whose page must throw nothing."""
    with browser.new_context(viewport={"width": 1280, "height": 900}) as context:
        yield from _watched(context)


def _watched(context: BrowserContext) -> Iterator[Page]:
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    yield page
    assert faults == []


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a newsroom whose words are known: two languages, a PDF, hostile titles, more than a page."""
    files: dict[str, str | bytes] = {
        **small_newsroom(),
        **stories(25, areas=["elmham"], kind="reflection"),
        "stories/bank.md": story("Every transaction was slow, the clerk said.", title="At the bank"),
        "stories/storm.md": story("Then lightning struck the old elm.", title="The storm"),
        "stories/hostile.md": story("A gargoyle &lt;script&gt;window.broken=1&lt;/script&gt;.", title=HOSTILE_TITLE),
        "stories/cafe.md": story("We met at the café by the tŷ.", title="Café"),
        "docs/cymraeg.cy.md": standing_page("Mae’r tŷ ger y môr.", title="Y tŷ", summary="Am y tŷ."),
        "publications/deep.md": publication(title="Deep", file="deep.pdf", link=None),
        "publications/deep.pdf": pdf_of("Nothing here.", "A quagga grazed beyond the wa-\nter tower."),
        "stories/secret.md": story("A quokka.", title="Secret", draft=True),
    }
    repository = make_repository(tmp_path_factory.mktemp("search"), files)
    outcome = build(repository)
    assert outcome.code == 0, outcome.output
    with serve(repository / "site") as served:
        yield served


def dialog_of(page: Page, address: str, query: str) -> Locator:
    """The search's dialog on an open page, with a query typed into it and answered."""
    page.goto(address)
    page.get_by_role("button", name="Search").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("searchbox").fill(query)
    expect(dialog.get_by_role("status")).to_have_text(ANSWERED, timeout=PATIENCE)
    return dialog


def addresses(results: Locator) -> list[str]:
    """The addresses of results, relative to the site."""
    links = results.locator(".nw-result__title").all()
    return [urlsplit(link.get_attribute("href") or "").path.lstrip("/") for link in links]


def finder(page: Page, address: str, query: str) -> Locator:
    """The page of the search, opened with an address's query and answered."""
    page.goto(f"{address}search/?{query}")
    found = page.locator("#finder")
    expect(found.get_by_role("status")).to_have_text(ANSWERED, timeout=PATIENCE)
    return found


def test_nothing_of_the_search_is_fetched_before_it_is_opened(page: Page, address: str) -> None:
    requests: list[str] = []
    page.on("request", lambda request: requests.append(urlsplit(request.url).path))
    page.goto(address, wait_until="networkidle")
    of_search = re.compile("/(?:assets/search|search|pagefind)/")
    assert [path for path in requests if of_search.search(path)] == []
    page.keyboard.press("/")
    page.keyboard.type("cushion")
    expect(page.get_by_role("dialog").get_by_role("link").first).to_be_visible(timeout=PATIENCE)
    assert any(path.endswith("/pagefind/pagefind.js") for path in requests)
    assert not any("vocabulary" in path or "/filter/" in path or "worker" in path for path in requests)


def found_for(page: Page, query: str) -> list[str]:
    """The addresses that the search's script finds for a query, on an open page."""
    script = """async (query) => {
      const { find } = await import(new URL("assets/search/engine.js", document.baseURI).href);
      const { results } = await find(query);
      return Promise.all(results.slice(0, 3).map(async (result) => (await result.data()).raw_url.slice(1)));
    }"""
    found: list[str] = page.evaluate(script, query)
    return found


def test_readers_find_what_they_look_for(page: Page, address: str) -> None:
    page.goto(address)
    found = {query: found_for(page, query) for query, _, _ in JUDGED}
    missed = {query: found[query] for query, wanted, among in JUDGED if wanted not in found[query][:among]}
    assert len(found) >= 30
    assert missed == {}


@pytest.mark.parametrize("ways", TYPED_SEVERAL_WAYS, ids=lambda ways: ways[0])
def test_however_it_is_written_the_same_is_found_first(page: Page, address: str, ways: tuple[str, ...]) -> None:
    page.goto(address)
    first = {way: found_for(page, way)[0] for way in ways}
    assert len(set(first.values())) == 1, first


@pytest.mark.parametrize("written", ["cafe", "CAFÉ", "Café", "tŷ", "ty"])
def test_accents_may_be_left_out(page: Page, small: str, written: str) -> None:
    assert "stories/cafe/" in addresses(finder(page, small, f"q={quote(written)}"))


@pytest.mark.parametrize(
    ("typed", "meant", "wanted"),
    [
        ("transacton", "transaction", "stories/bank/"),
        ("lightnig", "lightning", "stories/storm/"),
        ("lihgtning", "lightning", "stories/storm/"),
    ],
)
def test_a_slip_leads_to_what_was_meant(page: Page, small: str, typed: str, meant: str, wanted: str) -> None:
    dialog = dialog_of(page, small, typed)
    dialog.get_by_role("button", name=meant, exact=True).click(timeout=PATIENCE)
    expect(dialog.get_by_role("searchbox")).to_have_value(meant)
    expect(dialog.get_by_role("status")).to_have_text("1 result", timeout=PATIENCE)
    assert addresses(dialog) == [wanted]


def test_a_slip_in_the_shipped_words_is_noticed_too(page: Page, address: str) -> None:
    found = finder(page, address, "q=cordination")
    expect(found.get_by_role("status")).to_contain_text(
        "Nothing was found for “cordination”. Instead, for “coordination”:"
    )
    assert addresses(found), "what was meant is shown at once"
    found.get_by_role("link", name="coordination", exact=True).click()
    expect(found.get_by_role("status")).to_have_text(re.compile(r"^\d+ results"), timeout=PATIENCE)
    assert parse_qs(urlsplit(page.url).query) == {"q": ["coordination"]}


def test_where_nothing_is_found_there_are_lists_to_browse(page: Page, address: str) -> None:
    found = finder(page, address, "q=zzyzzx")
    expect(found.get_by_role("status")).to_have_text("Nothing was found for “zzyzzx”.")
    expect(found.get_by_role("link", name="All stories")).to_be_visible()
    expect(found.get_by_role("list", name="What was found")).to_be_hidden()


def test_results_say_kind_and_date_and_mark_what_matched(page: Page, address: str) -> None:
    dialog = dialog_of(page, address, "cushion")
    first = dialog.locator(".nw-result").first
    expect(first.get_by_role("link")).to_have_text("Maggie’s story")
    expect(first).to_contain_text("Story · August 2015")
    assert {text.strip(".,").lower() for text in first.locator("mark").all_text_contents()} == {"cushion"}


def test_arrows_walk_through_the_results_and_enter_opens_one(page: Page, address: str) -> None:
    dialog = dialog_of(page, address, "maggie")
    links = dialog.locator(".nw-results a")
    for key, index in (("ArrowDown", 0), ("ArrowDown", 1), ("ArrowUp", 0)):
        page.keyboard.press(key)
        expect(links.nth(index)).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(dialog.get_by_role("searchbox")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Maggie’s story")


def test_enter_in_the_field_leads_to_all_results(page: Page, address: str) -> None:
    dialog_of(page, address, "network")
    page.keyboard.press("Enter")
    expect(page.locator("#finder [role=status]")).to_have_text(re.compile("results"), timeout=PATIENCE)
    assert urlsplit(page.url).path == "/search/"
    assert parse_qs(urlsplit(page.url).query) == {"q": ["network"]}


def test_what_is_found_is_told_politely_and_in_the_right_number(page: Page, small: str) -> None:
    dialog = dialog_of(page, small, "lightning")
    expect(dialog.get_by_role("status")).to_have_text("1 result")
    dialog.get_by_role("searchbox").fill("piece")
    expect(dialog.get_by_role("status")).to_have_text(re.compile(r"^\d+ results$"), timeout=PATIENCE)
    dialog.get_by_role("searchbox").fill("")
    expect(dialog.get_by_role("status")).to_have_text("")
    expect(dialog.locator(".nw-results")).to_be_hidden()


def test_an_address_of_the_search_can_be_linked_to_and_reloaded(page: Page, address: str) -> None:
    found = finder(page, address, "q=network&kind=newsletter&area=swansea&year=2020")
    for _ in range(2):
        assert addresses(found) == ["newsletters/2020-10/"]
        chosen = {name: found.locator(f"select[name={name}]").input_value() for name in ("kind", "area", "year")}
        assert chosen == {"kind": "newsletter", "area": "swansea", "year": "2020"}
        page.reload()
        expect(found.get_by_role("status")).to_have_text("1 result", timeout=PATIENCE)


def test_filters_show_how_many_results_each_would_leave(page: Page, address: str) -> None:
    found = finder(page, address, "q=network")
    before = page.url
    options = found.get_by_label("Kind").locator("option")
    label = next(text for text in options.all_text_contents() if "Newsletter" in text)
    found.get_by_label("Kind").select_option(label=label)
    number = re.sub(r"\D", "", label)
    expect(found.get_by_role("status")).to_have_text(f"{number} results", timeout=PATIENCE)
    assert len(addresses(found)) == int(number)
    assert {path.split("/")[0] for path in addresses(found)} == {"newsletters"}
    assert parse_qs(urlsplit(page.url).query) == {"q": ["network"], "kind": ["newsletter"]}
    assert [text for text in options.all_text_contents() if "Story" in text], "the other kinds keep their counts"
    page.go_back()
    expect(found.get_by_label("Kind")).to_have_value("", timeout=PATIENCE)
    assert page.url == before


def test_a_result_shows_its_picture_small(page: Page, address: str) -> None:
    picture = finder(page, address, "q=coccyx").locator(".nw-result img")
    picture.scroll_into_view_if_needed()
    page.wait_for_function("image => image.naturalWidth === 320", arg=picture.element_handle(), timeout=PATIENCE)
    assert picture.get_attribute("alt") == ""


def test_filters_that_leave_nothing_say_so(page: Page, address: str) -> None:
    found = finder(page, address, "q=cushion&kind=newsletter")
    expect(found.get_by_role("status")).to_contain_text("Try with fewer of them.")


def test_results_can_be_sorted_by_date_and_turned_like_pages(page: Page, small: str) -> None:
    found = finder(page, small, "q=piece&order=date&kind=reflection")
    expect(found.get_by_role("status")).to_have_text("25 results · Page 1 of 3")
    assert addresses(found) == [f"stories/piece-{number}/" for number in range(25, 15, -1)]
    found.get_by_role("link", name="Next page").click()
    expect(found.get_by_role("status")).to_contain_text("Page 2 of 3", timeout=PATIENCE)
    assert addresses(found)[0] == "stories/piece-15/"
    page.reload()
    expect(found.get_by_role("status")).to_contain_text("Page 2 of 3", timeout=PATIENCE)
    assert addresses(found)[0] == "stories/piece-15/"
    found.get_by_role("link", name="Previous page").click()
    expect(found.get_by_role("status")).to_contain_text("Page 1 of 3", timeout=PATIENCE)


def test_a_result_opens_with_its_words_marked_in_view_and_the_marks_can_go(page: Page, address: str) -> None:
    dialog = dialog_of(page, address, "coccyx")
    dialog.locator(".nw-results a").first.click()
    mark = page.locator("mark.nw-found").first
    expect(mark).to_have_text("coccyx")
    expect(mark).to_be_in_viewport()
    assert page.evaluate("scrollY") > 0
    assert urlsplit(page.url).query == ""
    before = page.locator(".nw-content").inner_text()
    page.get_by_role("button", name="Remove the marks").click()
    expect(page.locator("mark.nw-found")).to_have_count(0)
    assert page.locator(".nw-content").inner_text() == before


def test_a_section_of_a_result_opens_there(page: Page, address: str) -> None:
    found = finder(page, address, "q=coccyx")
    found.get_by_role("link", name="A cushion for Jim").click()
    expect(page.locator("mark.nw-found").first).to_be_in_viewport()
    assert urlsplit(page.url).fragment == "a-cushion-for-jim"


def test_a_word_that_stands_only_in_a_pdf_leads_to_its_publication_and_the_page(page: Page, small: str) -> None:
    found = finder(page, small, "q=quagga")
    assert addresses(found) == ["publications/deep/"]
    link = found.get_by_role("link", name="Page 2 of the PDF")
    assert (link.get_attribute("href") or "").endswith("/publications/deep.pdf#page=2")
    assert addresses(finder(page, small, "q=water+tower")) == ["publications/deep/"]


def test_what_waits_for_its_day_is_not_found(page: Page, small: str) -> None:
    assert addresses(finder(page, small, "q=quokka")) == []


def test_each_language_has_its_own_search_and_leads_to_the_other(page: Page, small: str) -> None:
    page.goto(f"{small}cy/cymraeg/")
    page.get_by_role("button", name="Chwilio").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("searchbox").fill("môr")
    expect(dialog.get_by_role("status")).to_have_text("1 canlyniad", timeout=PATIENCE)
    assert addresses(dialog) == ["cy/cymraeg/"]
    page.keyboard.press("Enter")
    expect(page.locator("#finder [role=status]")).to_have_text("1 canlyniad", timeout=PATIENCE)
    page.get_by_role("link", name="English").last.click()
    expect(page.locator("#finder").get_by_role("searchbox")).to_have_value("môr")
    assert urlsplit(page.url).path == "/search/"


@pytest.mark.parametrize("query", HOSTILE, ids=range(len(HOSTILE)))
def test_a_query_is_text_and_nothing_else(page: Page, small: str, query: str) -> None:
    page.goto(f"{small}search/?q={quote(query[:3_000])}")
    found = page.locator("#finder")
    expect(found.get_by_role("status")).to_have_text(ANSWERED, timeout=PATIENCE)
    page.keyboard.press("Control+k")
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("searchbox").fill(query)
    expect(dialog.get_by_role("status")).to_have_text(ANSWERED, timeout=PATIENCE)
    assert page.evaluate("window.broken") is None
    assert page.locator("img[src=x], dialog script, #finder script").count() == 0
    assert dialog.evaluate("element => element.scrollWidth <= element.clientWidth")


def test_what_stands_in_a_page_is_text_in_its_results_too(page: Page, small: str) -> None:
    dialog = dialog_of(page, small, "gargoyle")
    expect(dialog.locator(".nw-result__title")).to_have_text(HOSTILE_TITLE)
    expect(dialog.locator(".nw-result__excerpt")).to_contain_text("<script>window.broken=1</script>")
    dialog.locator(".nw-result__title").click()
    expect(page.locator("mark.nw-found").first).to_have_text("gargoyle")
    page.goto(f"{small}stories/storm/?marks={quote('<img src=x onerror=window.broken=1>')}&marks=((&marks=elm")
    expect(page.locator("mark.nw-found")).to_have_text("elm")
    assert page.evaluate("window.broken") is None


def test_where_the_index_cannot_be_reached_the_search_says_so(page: Page, address: str) -> None:
    page.goto(address)
    page.route("**/pagefind/**", lambda route: route.abort())
    page.get_by_role("button", name="Search").click()
    page.get_by_role("searchbox").fill("story")
    expect(page.get_by_role("dialog").get_by_role("status")).to_contain_text("cannot be reached", timeout=PATIENCE)
    page.unroute("**/pagefind/**")
    page.get_by_role("searchbox").fill("stories")
    expect(page.get_by_role("dialog").get_by_role("status")).to_contain_text("results", timeout=PATIENCE)


def test_without_a_script_the_page_of_the_search_leads_to_the_lists(browser: Browser, address: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{address}search/?q=story")
        links = set(page.locator("#finder").get_by_role("link").all_inner_texts())
        assert links >= {"All stories", "All newsletters", "All publications", "Everything new", "All areas"}
        expect(page.locator("#finder").get_by_role("searchbox")).to_be_hidden()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("palette", PALETTES)
def test_nothing_in_the_search_stands_in_the_way_of_people_with_disabilities(
    browser: Browser, address: str, palette: Palette, width: int
) -> None:
    with browser.new_context(viewport={"width": width, "height": 900}, color_scheme=palette) as context:
        page = context.new_page()
        for query in ("network", "cordination"):
            dialog_of(page, address, query)
            assert axe_violations(page) == []
        for asked in ("q=network&kind=newsletter&year=2023&order=date", "q=zzyzzx"):
            finder(page, address, asked)
            assert axe_violations(page) == []
            assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.goto(f"{address}stories/maggies-story/?marks=cushion")
        assert axe_violations(page) == []
