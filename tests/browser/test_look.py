"""The layout of pages: edges, cards, fonts and print."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from newsroom.colours import _contrast
from tests.support.kinds import PAGES
from tests.support.record import PALETTES

Open = Callable[[str, int], Page]
_FRAMES = """rtl => {
  document.body.dir = rtl ? "rtl" : "ltr";
  const [start, end] = rtl ? ["Right", "Left"] : ["Left", "Right"];
  const isBlock = element => /^(block|grid|flex|list-item)$/.test(getComputedStyle(element).display);
  const shown = [...document.querySelectorAll("main :not(svg *), .nw-footer *")].filter(e => e.checkVisibility());
  return shown.filter(isBlock).map(element => {
    const style = getComputedStyle(element), box = element.getBoundingClientRect();
    const edges = rtl ? [innerWidth - box.right, innerWidth - box.left] : [box.left, box.right];
    const widths = [start, end].flatMap(side => [`padding${side}`, `border${side}Width`]).map(name => style[name]);
    return `${element.tagName} ${element.className}: ${edges.map(Math.round)} ${widths}`;
  });
}"""
"""Returns, for each visible block of a page, its edges, paddings and borders at the start and at the end of a line."""
_FONTS = "elements => elements.map((element) => getComputedStyle(element).fontFamily)"
_ROWS = """row => {
  const card = row.querySelector(".nw-card");
  return Array.from({length: 20}, (_, index) => {
    row.replaceChildren(...Array.from({length: index + 1}, () => card.cloneNode(true)));
    const boxes = [...row.children].map((each) => each.getBoundingClientRect());
    const rows = Map.groupBy(boxes, (box) => Math.round(box.top));
    const {left, right} = row.getBoundingClientRect();
    return [...rows.values()].map((line) => ({
      cards: line.length,
      short: Math.max(
        Math.abs(left - Math.min(...line.map((box) => box.left))),
        Math.abs(right - Math.max(...line.map((box) => box.right))),
      ),
    }));
  });
}"""
"""For 1 to 20 cards, the rows: how many cards each has, and by how many CSS pixels it misses an edge."""
LONG_SUBJECT = "Neighbourhood conversations and what a good life looks like."


@pytest.fixture
def open_page(page: Page, address: str) -> Open:
    """Opens the page of a kind on a screen, in a window of a width."""

    def open_(kind: str, width: int) -> Page:
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(address + PAGES[kind])
        return page

    return open_


def edges(element: Locator) -> tuple[float, float, float, float]:
    """Where an element begins and ends: left, right, top, bottom."""
    box = element.bounding_box()
    assert box
    return box["x"], box["x"] + box["width"], box["y"], box["y"] + box["height"]


@pytest.mark.parametrize("kind", ["subscribe", "about", "area", "principle", "story", "search", "not found"])
def test_content_is_centred_with_two_edges(open_page: Open, kind: str) -> None:
    page = open_page(kind, 1280)
    if kind in ("subscribe", "story"):
        assert page.evaluate(_FRAMES, True) == page.evaluate(_FRAMES, False), "from right to left no mirror image"
    left, right, *_ = edges(page.locator(".nw-column, .nw-item > .nw-head").first)
    assert left == pytest.approx(1280 - right, abs=1)
    if kind not in ("story", "area", "principle"):
        return
    text = {edges(page.locator(part).first)[0] for part in (".nw-crumbs", "h1", ".nw-body")}
    around = {
        edges(part)[0]
        for selector in (".nw-wide", ".nw-gathered", ".nw-related", ".nw-onward")
        for part in page.locator(selector).all()
    }
    assert len(text) == len(around) == 1
    assert min(text) > min(around)


@pytest.mark.parametrize("kind", ["home", "newsletter", "areas", "principles", "publication"])
def test_page_from_right_to_left_is_a_mirror_image(open_page: Open, kind: str) -> None:
    page = open_page(kind, 1280)
    assert page.evaluate(_FRAMES, True) == page.evaluate(_FRAMES, False)


def test_map_is_no_mirror_image(open_page: Open) -> None:
    page = open_page("areas", 1280)

    def names() -> list[float]:
        left = edges(page.locator(".nw-map").first)[0]
        return [edges(text)[0] - left for text in page.locator(".nw-map text").all()]

    before = names()
    page.evaluate("document.body.dir = 'rtl'")
    assert names() == pytest.approx(before, abs=1)


@pytest.mark.parametrize("kind", ["stories", "areas", "principles"])
def test_list_fills_the_page_width(open_page: Open, kind: str) -> None:
    page = open_page(kind, 1280)
    frame = edges(page.locator(".nw-brand"))[0]
    left, right, *_ = edges(page.locator(".nw-cards, .nw-places, .nw-principles").first)
    assert left == pytest.approx(frame, abs=1)
    assert right == pytest.approx(1280 - frame, abs=1)
    assert edges(page.locator(".nw-crumbs"))[0] == left


def test_headings_of_a_list_break_no_word(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 768, "height": 800})
    page.goto(address + "publications/")
    lines = page.locator(".nw-year > h2").first.evaluate("""heading => {
      heading.textContent = "Forthcoming";
      const range = document.createRange();
      range.selectNodeContents(heading);
      return range.getClientRects().length;
    }""")
    assert lines == 1


@pytest.mark.parametrize(
    ("kind", "parts"),
    [
        ("newsletter", "h1, .nw-opening, .nw-section, .nw-signup, .nw-share, .nw-related"),
        ("publication", ".nw-cover, .nw-get, .nw-facts, .nw-related, .nw-onward"),
    ],
)
def test_everything_begins_at_the_left_edge(open_page: Open, kind: str, parts: str) -> None:
    page = open_page(kind, 1280)
    assert {edges(part)[0] for part in page.locator(parts).all()} == {edges(page.locator(".nw-crumbs"))[0]}


def test_edition_opens_with_its_first_words(open_page: Open) -> None:
    page = open_page("newsletter", 1280)
    page.locator("h1").evaluate("(heading, words) => heading.textContent = words", LONG_SUBJECT)
    first = page.locator(".nw-opening > p").first
    line = "p => parseFloat(getComputedStyle(p).lineHeight)"
    for width, height in ((360, 740), (768, 1024), (1280, 800)):
        page.set_viewport_size({"width": width, "height": height})
        assert edges(first)[2] + first.evaluate(line) <= height, width


def test_contents_of_an_edition_stay_beside_its_text(open_page: Open) -> None:
    page = open_page("newsletter", 1280)
    contents, last = page.locator(".nw-contents"), page.locator(".nw-section").last
    last.evaluate("section => section.style.minHeight = '2000px'")
    last.evaluate("section => scrollTo(0, section.offsetTop)")
    assert edges(contents)[0] > edges(last)[1]
    assert 0 <= edges(contents)[2] < 100
    page.set_viewport_size({"width": 360, "height": 740})
    assert edges(page.locator(".nw-opening"))[3] < edges(contents)[2] < edges(page.locator(".nw-section").first)[2]


def test_rows_of_cards_are_full_for_any_number_of_cards(open_page: Open) -> None:
    page = open_page("story", 1280)
    for width in (360, 600, 768, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        for count, rows in enumerate(page.locator(".nw-related .nw-cards").evaluate(_ROWS), start=1):
            assert all(row["short"] <= 1 for row in rows), (width, count, rows)
            single = [number for number, row in enumerate(rows) if row["cards"] == 1]
            assert width < 544 or count == 1 or single in ([], [0] if width == 600 else []), (width, count, rows)


def test_single_card_has_its_picture_beside_its_text(open_page: Open) -> None:
    page = open_page("story", 1280)
    row = page.locator(".nw-related .nw-cards")
    row.evaluate("row => row.replaceChildren(row.children[0])")
    assert edges(row.locator(".nw-card__picture"))[1] == edges(row.locator(".nw-card__text"))[0]


def test_everything_uses_the_fonts_of_the_tokens(open_page: Open) -> None:
    page = open_page("story", 1280)
    chosen = page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--sans')")
    used = page.locator("body, main p, button, .nw-menu a, .nw-topics, .nw-tag").evaluate_all(_FONTS)
    assert {font.replace('"', "") for font in used} == {chosen.replace('"', "").strip()}
    page = open_page("newsletter", 1280)
    assert len(set(page.locator("main h2:not(.nw-share__title)").evaluate_all(_FONTS))) == 1


def test_contents_of_an_edition_show_how_sections_begin(open_page: Open) -> None:
    page = open_page("newsletter", 1280)
    excerpts = page.locator(".nw-contents__opening")
    assert excerpts.count()
    for opening in excerpts.all():
        title = opening.locator("xpath=../a")
        assert edges(opening)[0] == edges(title)[0]
        assert opening.inner_text().rstrip("….") in " ".join(page.locator(".nw-body").inner_text().split())


def test_citation_is_apart_from_the_files(open_page: Open) -> None:
    page = open_page("publication", 1280)
    button = edges(page.get_by_role("button", name="Copy the reference"))
    assert edges(page.locator(".nw-cite__format").first)[2] - button[3] >= 12


def test_page_not_found_has_a_search(open_page: Open) -> None:
    page = open_page("not found", 1280)
    page.get_by_role("main").get_by_role("searchbox", name="Search for").fill("garden")
    page.get_by_role("main").get_by_role("button", name="Find").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Search")
    assert page.url.endswith("/search/?q=garden")


def test_print_has_darker_grey_and_keeps_lists_with_their_headings(open_page: Open) -> None:
    page = open_page("story", 1280)
    page.emulate_media(media="print")
    grey = page.locator(".nw-byline").evaluate("element => getComputedStyle(element).color")
    assert grey == "rgb(51, 51, 51)"
    leading = page.locator(".nw-body p:has(+ ul)").first
    assert leading.evaluate("element => getComputedStyle(element).breakAfter") == "avoid"


def test_keys_and_marks_are_readable_in_both_palettes(open_page: Open) -> None:
    page = open_page("story", 1280)
    added = "<p id='added'><kbd>Ctrl</kbd> <mark>elm</mark></p>"
    page.locator(".nw-body").evaluate("(body, added) => body.insertAdjacentHTML('beforeend', added)", added)
    for palette in PALETTES:
        page.emulate_media(color_scheme=palette, reduced_motion="reduce")  # colours change at once
        for part in page.locator("#added > *").all():
            colours = [_hex(part, name) for name in ("color", "background-color")]
            assert _contrast(*colours) >= 4.5, (part.inner_text(), colours)


def _hex(element: Locator, name: str) -> str:
    """A colour of an element as "#1d2a2b"."""
    css = element.evaluate("(element, name) => getComputedStyle(element).getPropertyValue(name)", name)
    return "#" + "".join(f"{int(number):02x}" for number in re.findall(r"\d+", css)[:3])
