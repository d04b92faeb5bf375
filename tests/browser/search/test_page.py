"""The page of the search: filters, order, pages and an address of its own, and without a script the lists."""

from urllib.parse import urlsplit

from playwright.sync_api import Page, expect

from tests.browser.search.asking import addresses, finder


def test_search_without_results_shows_lists_to_browse(page: Page, address: str) -> None:
    page.goto(f"{address}search/")
    found = page.locator("#NW-finder")
    expect(found.get_by_role("heading", name="Browse", exact=True)).to_be_visible()
    expect(found.get_by_role("status")).to_have_text("")
    expect(found.locator(".nw-results")).to_be_hidden()
    for query in ("q=zzyzzx", "q=zzyzzx&kind=newsletter"):  # the filter is not the cause
        finder(page, address, query)
        expect(found.get_by_role("status")).to_have_text("Nothing was found for “zzyzzx”.")
    expect(found.get_by_role("link", name="All stories")).to_be_visible()
    expect(found.get_by_role("list", name="Search results")).to_be_hidden()


def test_search_address_can_be_linked_and_reloaded(page: Page, address: str) -> None:
    found = finder(page, address, "q=network&kind=newsletter&area=swansea&year=2020")
    for _ in range(2):
        assert addresses(found) == ["newsletters/2020-10/"]
        chosen = {name: found.locator(f"select[name={name}]").input_value() for name in ("kind", "area", "year")}
        assert chosen == {"kind": "newsletter", "area": "swansea", "year": "2020"}
        page.reload()
        expect(found.get_by_role("status")).to_have_text("1 result")


def test_result_shows_a_small_picture(page: Page, address: str) -> None:
    picture = finder(page, address, "q=relational").locator(".nw-result img").first
    picture.scroll_into_view_if_needed()
    page.wait_for_function("image => image.naturalWidth === 320", arg=picture.element_handle())
    assert picture.get_attribute("alt") == ""


def test_results_can_be_sorted_by_date_and_paged(page: Page, small: str) -> None:
    found = finder(page, small, "q=item&order=date&kind=reflection")
    expect(found.get_by_role("status")).to_have_text("25 results · Page 1 of 3")
    assert addresses(found) == [f"stories/item-{number}/" for number in range(25, 15, -1)]
    found.get_by_role("link", name="Next page").click()
    expect(found.get_by_role("status")).to_contain_text("Page 2 of 3")
    assert addresses(found)[0] == "stories/item-15/"
    page.reload()
    expect(found.get_by_role("status")).to_contain_text("Page 2 of 3")
    assert addresses(found)[0] == "stories/item-15/"
    found.get_by_role("link", name="Previous page").click()
    expect(found.get_by_role("status")).to_contain_text("Page 1 of 3")


def test_section_link_of_a_result_opens_at_the_section(page: Page, address: str) -> None:
    found = finder(page, address, "q=coccyx")
    found.get_by_role("link", name="A cushion for Jim").click()
    expect(page.locator("mark.nw-found").first).to_be_in_viewport()
    assert urlsplit(page.url).fragment == "a-cushion-for-jim"


def test_search_page_without_scripts_links_to_the_lists(unscripted: Page, address: str) -> None:
    unscripted.goto(f"{address}search/?q=story")
    links = set(unscripted.locator("#NW-finder").get_by_role("link").all_inner_texts())
    assert links >= {"All stories", "All newsletters", "All publications", "Everything new", "All areas"}
    expect(unscripted.locator("#NW-finder").get_by_role("searchbox")).to_be_hidden()
