"""What the site shows of an event and a vacancy on their last day and on the day after."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from newsroom.build import Build
from newsroom.content.types.event import EVENT
from tests.support import TODAY, open_newsroom, small_newsroom
from tests.support.items import event, vacancy
from tests.support.metadata import Node, graph_of
from tests.support.rendering import body, page_parts, words, written

E, V = "docs/events/leek-fair.md", "docs/vacancies/gardener.md"
FILES = {
    **small_newsroom(),
    E: event(title="Leek fair", starts=f"{TODAY} 09:00", areas=["elmham"], booking="https://book.example/"),
    "docs/events/soon.md": event(title="Soon", starts="2026-12-02 10:00"),
    "docs/events/later.md": event(title="Later", starts="2026-12-03 10:00", date="2026-11-20"),
    "docs/events/before.md": event(title="Before", starts="2026-11-10 10:00"),
    "docs/events/long-ago.md": event(title="Long ago", starts="2025-11-10", date="2025-01-01"),
    V: vacancy(
        title="Gardener", closes=TODAY.isoformat(), areas=["elmham"], salary="£14.50 an hour", link="https://a.example/"
    ),
}
Site = Callable[[date], Build]


@pytest.fixture(scope="module")
def on(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Opens a build of the files on a day."""
    root = tmp_path_factory.mktemp("over")
    builds = {day: open_newsroom(root, FILES, today=day) for day in (TODAY, TODAY + timedelta(days=1))}
    return lambda day: builds[day]


def shows(build: Build, title: str) -> tuple[set[str], set[str]]:
    """The pages that name an item, without its own, and the other files that do."""
    pages = {page.url for page in build.site.pages if title in words(body(build, page.path))}
    files = {path for path, content in written(build) if title.encode() in content}
    return pages, {path for path in files if not path.endswith(".html")}


def test_item_leaves_lists_and_feeds_on_the_day_after(on: Site) -> None:
    feeds = {f"{folder}{name}" for folder in ("", "areas/elmham/") for name in ("feed.xml", "atom.xml", "feed.json")}
    calendars = {"events/events.ics", "areas/elmham/events.ics", "events/leek-fair/leek-fair.ics"}
    pages, files = shows(on(TODAY), "Leek fair")
    assert {"news/", "events/", "areas/elmham/", "events/leek-fair/"} <= pages
    assert feeds | {"events/feed.xml"} | calendars <= files
    pages, files = shows(on(TODAY + timedelta(days=1)), "Leek fair")
    assert pages == {"events/", "events/leek-fair/"}
    assert files - {"sitemap.xml"} == calendars

    pages, files = shows(on(TODAY), "Gardener")
    assert {"news/", "vacancies/", "areas/elmham/", "vacancies/gardener/"} <= pages
    assert feeds | {"vacancies/feed.xml"} <= files
    assert shows(on(TODAY + timedelta(days=1)), "Gardener") == ({"vacancies/gardener/"}, set())


def test_list_has_the_next_event_first_and_the_latest_past_one_first(on: Site) -> None:
    def titles(day: date) -> list[str]:
        return [heading.text_content() for heading in body(on(day), "events/index.md").iter("h1", "h2", "h3")]

    coming, past = ["Soon", "Later"], ["Before", "Long ago"]
    assert titles(TODAY) == ["Events", "Leek fair", *coming, "Past events", *past]
    assert titles(TODAY + timedelta(days=1)) == ["Events", *coming, "Past events", "Leek fair", *past]


def test_empty_list_says_so(on: Site, tmp_path: Path) -> None:
    assert "There are no vacancies at the moment." in words(body(on(TODAY + timedelta(days=1)), "vacancies/index.md"))
    build = open_newsroom(tmp_path, {**small_newsroom(), E: FILES[E]}, today=date(2027, 1, 1))
    assert "No events are planned at the moment." in words(body(build, "events/index.md"))


def test_page_says_that_it_is_over_and_asks_for_nothing_more(on: Site) -> None:
    def links(path: str, day: date) -> set[str]:
        return {link.get("href", "") for link in body(on(day), path).iter("a")}

    after = TODAY + timedelta(days=1)
    assert {"https://book.example/", "/events/leek-fair/leek-fair.ics"} <= links(E, TODAY)
    assert "https://a.example/" in links(V, TODAY)
    assert not {"https://book.example/", "/events/leek-fair/leek-fair.ics"} & links(E, after)
    assert "https://a.example/" not in links(V, after)
    assert "This event is over." in words(body(on(after), E))
    assert "This vacancy closed at the end of Sunday 22 November 2026." in words(body(on(after), V))


@pytest.mark.parametrize("status", ["cancelled", "postponed"])
def test_event_that_does_not_take_place_offers_no_way_in(tmp_path: Path, status: str) -> None:
    off = event(online="https://join.example/", booking="https://book.example/", status=status)
    build = open_newsroom(tmp_path, {**small_newsroom(), E: off})
    calendar = dict(written(build))["events/leek-fair/leek-fair.ics"].decode()
    found = [where for where in (words(body(build, E)), calendar) if ".example/" in where.replace("elm.example/", "")]
    assert found == []


def test_search_engines_get_a_vacancy_only_while_it_is_open(on: Site) -> None:
    def described(path: str, day: date) -> dict[str, Node]:
        return {node["@type"]: node for node in graph_of(page_parts(on(day), path).structured_data)}

    after = TODAY + timedelta(days=1)
    posting = described(V, TODAY)["JobPosting"]
    assert posting["validThrough"] == "2026-11-22T23:59:59+00:00"
    assert posting["datePosted"] == "2026-11-01"
    assert "JobPosting" not in described(V, after)
    assert "Event" in described(E, after)


def test_menu_has_events_while_the_site_has_any(on: Site, tmp_path: Path) -> None:
    def menu(build: Build) -> list[str]:
        return [entry.link.text for entry in build.page_values(build.site.page("docs/index.md"), "")[0].frame.menu]

    assert "Events" in menu(on(TODAY)) and "Vacancies" not in menu(on(TODAY))
    assert "Events" not in menu(open_newsroom(tmp_path, small_newsroom()))


def test_coming_items_of_an_area_are_those_that_are_not_over(on: Site) -> None:
    def coming(day: date) -> list[str]:
        site = on(day).site.language_sites["en"]
        area = site.topics["area"]["elmham"]
        return [item.front.title for item in site.coming(EVENT, area)]

    assert (coming(TODAY), coming(TODAY + timedelta(days=1))) == (["Leek fair"], [])


def test_first_page_of_a_list_alone_says_that_nothing_is_coming(tmp_path: Path) -> None:
    past = {f"docs/events/e{day}.md": event(title=f"Day {day}", starts=f"2026-10-{day} 10:00") for day in range(10, 25)}
    build = open_newsroom(tmp_path, small_newsroom() | past)
    pages = [words(body(build, page.path)) for page in build.site.pages if page.first_url == "events/"]
    assert ["No events are planned" in page for page in pages] == [True, False]
