"""What readers find again: the parts of pages as the templates print them, without an engine."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from lxml.html import HtmlElement

from newsroom.content.accessibility import RECORD
from tests.check.test_bad_statement import record
from tests.support import open_newsroom, small_newsroom
from tests.support.items import SUMMARY, area, page, publication, stories, story
from tests.support.rendering import body, words

WELSH = {"docs/index.cy.md": page(title="Cartref"), "stories/middle.cy.md": story(title="Canol", date="2023")}
STATEMENT = page(prepared="2026-11-01", reviewed="2026-11-22")


def shown(root: Path, files: Mapping[str, str], path: str, part: str) -> list[HtmlElement]:
    """The elements of a class on the page of a path."""
    return list(body(open_newsroom(root, files), path).find_class(part))


def row(**fields: object) -> dict[str, str]:
    """Three stories, a year apart."""
    titles = {"old": "2022", "middle": "2023", "new": "2024"}
    return {f"stories/{name}.md": story(title=name, date=date, **fields) for name, date in titles.items()}


def test_neighbour_links_lead_to_previous_and_next_item(tmp_path: Path) -> None:
    (found,) = shown(tmp_path, row(), "stories/middle.md", "nw-neighbours")
    links = {link.get("rel"): (link.get("href"), words(link)) for link in found.iter("a")}
    assert links == {"prev": ("/stories/old/", "Previous old"), "next": ("/stories/new/", "Next new")}


def test_list_links_to_newer_and_older_items_and_to_both_ends(tmp_path: Path) -> None:
    links = {
        number: [(link.get("rel"), link.get("href"), words(link)) for link in root.iter("a")]
        for number in (1, 2, 3, 4)
        for root in shown(
            tmp_path, stories(115), f"stories/{f'page/{number}' if number > 1 else 'index'}.md", "nw-pager"
        )
    }
    first, last = (None, "/stories/", "First"), (None, "/stories/page/4/", "Last")
    assert links == {
        1: [("next", "/stories/page/2/", "Older →"), last],
        2: [("prev", "/stories/", "← Newer"), ("next", "/stories/page/3/", "Older →"), last],
        3: [first, ("prev", "/stories/page/2/", "← Newer"), ("next", "/stories/page/4/", "Older →")],
        4: [first, ("prev", "/stories/page/3/", "← Newer")],
    }


def test_list_shows_what_is_forthcoming_and_when_it_is_expected(tmp_path: Path) -> None:
    files = {"publications/soon.md": publication(expected="2027-03")}
    (row,) = shown(tmp_path, files, "publications/index.md", "nw-row__text")
    assert words(row) == f"Report · Expected: March 2027 A report {SUMMARY}"


def test_first_and_only_item_have_fewer_neighbours(tmp_path: Path) -> None:
    (found,) = shown(tmp_path / "row", row(), "stories/old.md", "nw-neighbours")
    assert [link.get("href") for link in found.iter("a")] == ["/stories/middle/"]
    assert shown(tmp_path / "one", {"stories/one.md": story()}, "stories/one.md", "nw-neighbours") == []


def test_areas_and_principles_in_another_language_say_so(tmp_path: Path) -> None:
    topics = {"areas": ["elmham", "oakham"], "principles": ["contribution"]}
    files = (
        small_newsroom()
        | {"docs/areas/oakham.md": area(name="Oakham")}
        | {"docs/areas/oakham.cy.md": area(name="Derwen")}
    )
    files |= {"docs/index.cy.md": page(title="Cartref"), "stories/stori.cy.md": story(**topics)}
    (found,) = shown(tmp_path, files, "stories/stori.cy.md", "nw-topics")
    assert [(words(link), link.get("lang"), link.get("hreflang")) for link in found.iter("a")] == [
        ("Elmham (Saesneg)", "en", "en"),
        ("Derwen", None, None),
        ("Contribution (Saesneg)", "en", "en"),
    ]


def test_neighbours_of_welsh_item_mark_english_title(tmp_path: Path) -> None:
    (found,) = shown(tmp_path, row() | WELSH, "stories/middle.cy.md", "nw-neighbours")
    assert [(words(span), span.get("lang")) for link in found.iter("a") for span in link] == [
        ("Blaenorol", None),
        ("old (Saesneg)", "en"),
        ("Nesaf", None),
        ("new (Saesneg)", "en"),
    ]
    assert [(link.get("lang"), link.get("hreflang")) for link in found.iter("a")] == [(None, "en")] * 2


def test_related_items_are_cards_below_heading(tmp_path: Path) -> None:
    files = small_newsroom() | stories(4, areas=["elmham"])
    (section,) = shown(tmp_path, files, "stories/item-01.md", "nw-related")
    (heading,) = section.iter("h2")
    assert section.get("aria-labelledby") == heading.get("id")
    assert [words(title) for title in section.iter("h3")] == ["Newsletter, March 2024", "The garden", "Item 4"]


def test_no_related_items_no_heading(tmp_path: Path) -> None:
    assert shown(tmp_path, row(), "stories/old.md", "nw-related") == []


@pytest.mark.parametrize(
    ("path", "count", "expected"),
    [
        ("stories/a.md", 200, "1 minute to read"),
        ("stories/a.md", 900, "4 minutes to read"),
        ("stories/a.cy.md", 200, "Amser darllen: 1 munud"),
        ("stories/a.cy.md", 440, "Amser darllen: 2 funud"),
        ("stories/a.cy.md", 900, "Amser darllen: 4 munud"),
    ],
)
def test_item_shows_reading_time(tmp_path: Path, path: str, count: int, expected: str) -> None:
    (found,) = shown(tmp_path, {path: story("word " * count)}, path, "nw-byline")
    assert words(found).endswith(f"· {expected}")


SECTIONS = "\n\n".join(f"## Part {number} & more\n\n{'word ' * 200}" for number in range(4))


@pytest.mark.parametrize("path", ["docs/long.md", "stories/long.md"])
def test_long_page_lists_sections_by_id(tmp_path: Path, path: str) -> None:
    front = {"docs": page(SECTIONS), "stories": story(SECTIONS)}[path.split("/")[0]]
    (nav,) = shown(tmp_path, {path: front}, path, "nw-toc")
    links = [(link.get("href"), words(link)) for link in nav.iter("a")]
    assert links == [(f"#part-{number}--more", f"Part {number} & more") for number in range(4)]
    assert nav.get("aria-labelledby") == next(nav.iter("h2")).get("id")


def test_short_pages_and_lists_have_no_list_of_sections(tmp_path: Path) -> None:
    files = small_newsroom()
    assert shown(tmp_path, files, "docs/about.md", "nw-toc") == []
    assert shown(tmp_path, files, "news/index.md", "nw-toc") == []


def statement(root: Path, files: Mapping[str, str], path: str) -> HtmlElement:
    """What the accessibility statement says below its text."""
    section = body(open_newsroom(root, files), path).get_element_by_id("NW-statement-title").getparent()
    assert section is not None
    return section


def test_statement_shows_dates_and_last_test(tmp_path: Path) -> None:
    files = small_newsroom() | {"docs/accessibility.md": STATEMENT, RECORD: record()}
    found = statement(tmp_path, files, "docs/accessibility.md")
    assert [words(part) for part in found.iter("p")] == [
        "This statement was prepared on 1 November 2026. It was last reviewed on 22 November 2026.",
        "This website was last tested on 22 November 2026, by the program that its own tests run.",
    ]
    assert {words(fact[0]): words(fact[1]) for fact in found.iter("div") if fact.tag == "div" and len(fact) == 2} == {
        "Program": "axe-core 4.11.0 in Chromium 140",
        "Pages tested": "2",
        "Colours": "light, dark",
        "Widths of the window": "320 and 1280 pixels",
        "Test result": "No failures",
    }


def test_welsh_statement_is_all_in_welsh(tmp_path: Path) -> None:
    files = small_newsroom() | {"docs/accessibility.cy.md": STATEMENT, RECORD: record()}
    text = words(statement(tmp_path, files, "docs/accessibility.cy.md"))
    assert "Paratowyd y datganiad hwn ar 1 Tachwedd 2026. Fe’i hadolygwyd ddiwethaf ar 22 Tachwedd 2026." in text
    assert "golau, tywyll" in text
    assert "320 a 1280 picsel" in text


def test_statement_without_record_shows_no_test(tmp_path: Path) -> None:
    files = small_newsroom() | {"docs/accessibility.md": STATEMENT}
    found = statement(tmp_path, files, "docs/accessibility.md")
    assert words(list(found.iter("p"))[-1]) == "This website has not been tested yet."
    assert list(found.iter("dl")) == []


def test_only_the_statements_own_address_has_its_template(tmp_path: Path) -> None:
    site = open_newsroom(tmp_path, small_newsroom() | {"docs/accessibility/index.md": page()}).site
    assert site.page("docs/accessibility/index.md").template == "page.html"


def test_accessibility_record_is_not_published(tmp_path: Path) -> None:
    build = open_newsroom(tmp_path, small_newsroom() | {"docs/accessibility.md": STATEMENT, RECORD: record()})
    assert RECORD not in build.assets
