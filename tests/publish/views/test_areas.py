"""The page of all areas as a finder and a map, and the page of one."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from lxml.html import HtmlElement

from tests.support import SETTINGS, open_newsroom, problems_in, small_newsroom
from tests.support.items import SQUARE, area, event, page, vacancy
from tests.support.rendering import body, words
from tests.support.wordings import Reported

CANADA = {"Ontario": {"cy": "Ontario"}, "Alberta": {}}
FILES: Mapping[str, str] = {
    **small_newsroom(),
    "docs/areas/elmham.md": area(name="Elmham", nation="Alberta", council="Elmham", position="53.65, -1.78"),
    "docs/areas/ashby.md": area(
        name="Ashby",
        nation="Ontario",
        council="Ashby County",
        places=["Fenton", "Mill End"],
        neighbourhoods=["Low Fields"],
        status="Has been on a course",
        position="53.66, -1.79",
    ),
    "docs/areas/elmham.cy.md": area(name="Llwyf", nation="Alberta", places=["Tref"]),
    "docs/map.geojson": json.dumps(SQUARE),
}


def areas(root: Path, files: Mapping[str, str] = FILES, nations: Mapping[str, object] = CANADA) -> HtmlElement:
    """The page of all areas."""
    build = open_newsroom(root, files, settings={**SETTINGS, "nations": nations})
    return body(build, "docs/areas/index.md")


def listed(found: HtmlElement) -> dict[str, list[str]]:
    """The areas of each nation as the page lists them."""
    groups = found.xpath(".//*[@data-areas-group]")
    return {words(group.find("h3")): [words(item) for item in group.iter("li")] for group in groups}


def test_areas_are_listed_by_nation_in_the_order_of_the_settings(tmp_path: Path) -> None:
    found = areas(tmp_path)
    assert listed(found) == {
        "Ontario": ["Ashby Ashby County · Fenton · Mill End Has been on a course"],
        "Alberta": ["Elmham"],
    }
    also = {words(item.find("a")): item.get("data-also") for item in found.iter("li") if item.get("data-also")}
    assert also == {"Ashby": "Low Fields", "Elmham": "Llwyf, Tref"}, "a name in any language finds the area"


def test_nations_need_no_setting(tmp_path: Path) -> None:
    assert list(listed(areas(tmp_path, nations={}))) == ["Alberta", "Ontario"]


def test_map_has_a_named_link_for_each_area_and_the_finder_says_what_to_do(tmp_path: Path) -> None:
    found = areas(tmp_path, {**FILES, "docs/contact.md": page(title="Contact")})
    links = {link.get("href"): link for link in found.xpath(".//section[h2[@id='NW-areas-map']]//svg//a")}
    assert {words(links[url]) or links[url].get("aria-label") for url in ("/areas/elmham/", "/areas/ashby/")} == {
        "Ashby",
        "Elmham",
    }
    (closeup,) = (url for url in links if url.startswith("#"))
    assert found.get_element_by_id(closeup[1:]).tag == "h3"
    targets = [link.get("href") for link in found.xpath(".//section[@id='NW-areas']/p/a")]
    assert targets == ["mailto:hello@elm.example", "/contact/"]
    form = found.xpath(".//section[@id='NW-areas']/form")[0]
    assert "hidden" in form.attrib, "without scripts the list is enough"


def test_page_in_another_language_has_the_places_by_the_names_in_the_settings(tmp_path: Path) -> None:
    files = {**FILES, "docs/index.cy.md": page(title="Cartref"), "docs/areas/index.cy.md": page(title="Ardaloedd")}
    files |= {
        f"docs/areas/{name}.md": area(name=name, places=["London"], position="51.5, -0.1") for name in ("bo", "di")
    }
    settings = {**SETTINGS, "nations": {}, "places": {"London": {"cy": "Llundain"}}}
    found = body(open_newsroom(tmp_path, files, settings=settings), "docs/areas/index.cy.md")
    assert "Yn Llundain a’r cyffiniau" in [words(title) for title in found.iter("h3")]
    (item,) = (item for item in found.iter("li") if words(item) == "bo (Saesneg) Llundain")
    assert item.get("data-also") == "London"


def test_map_of_a_welsh_page_says_the_language_of_other_pages_to_screen_readers_alone(tmp_path: Path) -> None:
    files = {**FILES, "docs/index.cy.md": page(title="Cartref"), "docs/areas/index.cy.md": page(title="Ardaloedd")}
    build = open_newsroom(tmp_path, files, settings={**SETTINGS, "nations": CANADA})
    found = body(build, "docs/areas/index.cy.md")
    (link,) = found.xpath(".//svg//a[@href='/areas/ashby/']")
    assert (link.get("aria-label"), link.get("lang"), link.get("hreflang")) == ("Ashby (Saesneg)", "en", "en")
    assert words(link) == "Ashby"
    assert {element.tag for element in found.xpath(".//svg//*")} <= {"a", "circle", "path", "rect", "text"}
    assert [line.get("lang") for line in found.xpath(".//li[a[contains(., 'Ashby')]]/span")] == ["en", "en"]


@pytest.mark.parametrize("missing", ["docs/map.geojson", "position"])
def test_without_map_or_positions_there_is_a_list(tmp_path: Path, missing: str) -> None:
    files = {path: text.replace('position: "53', 'allow: []\n# "53') for path, text in FILES.items()}
    files = files if missing == "position" else {path: text for path, text in FILES.items() if path != missing}
    found = areas(tmp_path, files)
    assert not found.xpath(".//svg")
    assert len(listed(found)) == 2


def test_area_has_a_small_map_and_links_to_its_contacts(tmp_path: Path) -> None:
    contact = {"name": "The team", "email": "team@ashby.example", "phone": "+44 (0)1632 960 001"}
    files = {**FILES, "docs/areas/ashby.md": area(position="53.66, -1.79", contact=contact)}
    found = body(open_newsroom(tmp_path, files, settings={**SETTINGS, "nations": {}}), "docs/areas/ashby.md")
    assert [drawing.get("aria-label") for drawing in found.iter("svg")] == ["Where Elmham is"]
    links = [link.get("href") for link in found.xpath(".//dl//a")]
    assert links == ["mailto:team@ashby.example", "tel:+441632960001"]


def test_area_shows_what_is_coming_apart_from_its_stories(tmp_path: Path) -> None:
    files = {
        **small_newsroom(),
        "docs/events/soon.md": event(title="Soon", areas=["elmham"]),
        "docs/events/sooner.md": event(title="Sooner", starts="2026-11-30", areas=["elmham"]),
        "docs/events/over.md": event(title="Over", starts="2026-11-20", areas=["elmham"]),
        "docs/events/elsewhere.md": event(title="Elsewhere"),
        "docs/vacancies/open.md": vacancy(title="Open", areas=["elmham"]),
        "docs/vacancies/closed.md": vacancy(title="Closed", closes="2026-11-20", areas=["elmham"]),
    }
    found = body(open_newsroom(tmp_path, files), "docs/areas/elmham.md")
    sections = {words(part.find("h2")): [words(title) for title in part.iter("h3")] for part in found.iter("section")}
    assert sections == {
        "Events": ["Sooner", "Soon"],
        "Vacancies": ["Open"],
        "From Elmham": ["Newsletter, March 2024", "The garden"],
    }
    assert any(link.startswith("webcal://") for link in found.xpath(".//section//a/@href"))


def test_contact_of_a_person_is_reported_like_any_private_data(tmp_path: Path, reported: Reported) -> None:
    contact = {"email": "maggie.elm@ashby.example", "phone": "07700 900123"}
    files = {**small_newsroom(), "docs/areas/ashby.md": area(name="Ashby", contact=contact)}
    assert reported(problems_in(tmp_path, files)) == [
        "docs/areas/ashby.md:5 private-phone?",
        "docs/areas/ashby.md:5 private-email?",
    ]
    settings = {**SETTINGS, "public_contacts": ["ashby.example", "07700 900123"]}
    assert problems_in(tmp_path, files, settings=settings) == []


@pytest.mark.parametrize(
    "contact",
    [
        *({"email": email} for email in ("team", "team@ashby", "team@ashby.example, other@ashby.example")),
        *({"phone": phone} for phone in ("ring us", "01632 960000, option 2", "01632 960000 or 01632 960001", "7")),
        {"link": "ashby.example"},
    ],
    ids=str,
)
def test_contact_must_be_one_address_or_number(tmp_path: Path, reported: Reported, contact: object) -> None:
    files = {**small_newsroom(), "docs/areas/ashby.md": area(contact=contact)}
    found = [problem for problem in problems_in(tmp_path, files) if problem.code == "field-format-invalid"]
    assert reported(found) == ["docs/areas/ashby.md:5 field-format-invalid"]
