"""A feed and its archives have all entries; archives do not change by what is added, and never lose their addresses."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cache

import pytest
from lxml import etree

from newsroom.content.document import Document
from newsroom.content.library import Channel, Library
from newsroom.content.types.story import Story
from newsroom.publish.feeds.archives import current_items
from newsroom.publish.feeds.plan import Feed
from tests.support import TODAY
from tests.support.feeds import (
    ARCHIVE,
    ATOM,
    COMPLETE,
    atom_faults,
    feed_files,
    ids_in,
    link_of,
    many_stories,
    read_feed,
    story_document,
    walk,
)
from tests.support.items import CONSENT, story_id

SITE = "https://elm.example/"
YEARS = ["earlier", *map(str, range(2010, 2026))]
"""The archives of every long feed on the day of the tests, in November 2026."""
Stories = Sequence[Document[Story]]


def archives(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The archives of all feeds, by path."""
    return {path: data for path, data in files.items() if "archive/" in path}


def changed(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> set[str]:
    """The archives of the main feed that are not the same, by name. No address is lost."""
    assert set(archives(before)) <= set(archives(after))
    main = {path: data for path, data in archives(before).items() if path.startswith("archive/")}
    return {path.split("/")[1] for path, data in main.items() if after[path] != data}


def weekly(count: int, first: date, **fields: object) -> list[Document[Story]]:
    """So many stories, one a week, the oldest first."""
    return [story_document(f"w{number}", first + timedelta(weeks=number), **fields) for number in range(count)]


def test_feed_has_newest_items_and_its_archives_have_all_by_year() -> None:
    stories = [*many_stories(1000), *weekly(150, date(2024, 1, 3))]
    files = feed_files(stories)
    newest = [story_id(story.slug) for story in Library(stories, today=TODAY).newest(Channel.FEED, "en")]
    for path in ("atom.xml", "stories/atom.xml"):
        (_, current), *older = walk(files, path)
        assert [name.split("/")[-2] for name, _ in older] == YEARS[::-1]
        lengths = {name.split("/")[-2]: len(ids_in(root)) for name, root in older if ids_in(root)}
        assert lengths == {"2025": 53, "2024": 52, "2010": 1000}
        assert [name for _, root in older for name in ids_in(root)] == newest[45:]
        assert ids_in(current) == newest[:45]
    assert [fault for path, data in files.items() if path.endswith("atom.xml") for fault in atom_faults(data)] == []
    assert len(read_feed(files["feed.xml"]).entries) == 30
    assert files["feed.json"].count(b'"content_html"') == 30


def test_feed_with_few_items_of_this_year_has_items_of_archives_too() -> None:
    (_, current), (_, newest), *_ = walk(feed_files(weekly(100, date(2024, 1, 3))))
    assert len(ids_in(current)) == 30
    assert ids_in(current) == ids_in(newest)[:30]


def test_items_without_known_date_are_last_but_in_no_feed_less() -> None:
    undated = [story_document("undated", date(2026, 11, 20), undated=True)]
    short, long = (feed_files([*weekly(count, date(2024, 1, 3)), *undated]) for count in (3, 100))
    assert [ids_in(etree.fromstring(files["atom.xml"]))[-1] for files in (short, long)] == [story_id("undated")] * 2
    assert len(ids_in(etree.fromstring(long["atom.xml"]))) == 30


@pytest.mark.parametrize("count", [0, 1, 30, 31])
def test_feed_that_has_all_items_says_so_and_has_no_archives(count: int) -> None:
    files = feed_files(many_stories(count))
    roots = [etree.fromstring(files[name]) for name in ("atom.xml", "feed.xml")]
    assert {root.find(f".//{COMPLETE}") is not None for root in roots} == {count <= 30}
    assert bool(archives(files)) is (count > 30)


def test_archive_is_marked_and_linked() -> None:
    files = feed_files(many_stories(150))
    documents = list(walk(files))
    assert [path for path, _ in documents] == ["atom.xml", *(f"archive/{name}/atom.xml" for name in YEARS[::-1])]
    assert [root.find(ARCHIVE) is not None for _, root in documents] == [False, *[True] * len(YEARS)]
    for path, root in documents:
        assert link_of(root, "self") == f"{SITE}{path}"
        assert link_of(root, "current") == (None if path == "atom.xml" else f"{SITE}atom.xml")
        assert root.find(COMPLETE) is None
    assert len({root.findtext(f"{ATOM}id") for _, root in documents}) == 1


def test_year_is_archived_a_month_after_its_end() -> None:
    stories = weekly(150, date(2024, 1, 3))
    before = feed_files(stories, today=date(2027, 1, 31))
    after = feed_files(stories, today=date(2027, 2, 1))
    assert set(archives(after)) - set(archives(before)) == {"archive/2026/atom.xml", "stories/archive/2026/atom.xml"}
    assert changed(before, after) == set()


def monthly(count: int, first_year: int) -> list[Document[Story]]:
    """So many stories, one a month, the oldest first."""
    return [story_document(f"m{n}", date(first_year + n // 12, n % 12 + 1, 5)) for n in range(count)]


def _added(stories: Stories) -> Iterator[tuple[Stories, int]]:
    """Ever more stories: new ones, and old ones that come now."""
    more: list[Document[Story]] = []
    for number in range(100):
        day = TODAY if number % 2 else date(2005 + number % 20, 5, 5)
        more.append(story_document(f"new{number}", day, added=TODAY.isoformat()))
        yield [*stories, *more], TODAY.year


def _deleted_oldest(stories: Stories) -> Iterator[tuple[Stories, int]]:
    for number in range(100):
        yield stories[number + 1 :], stories[number].front.date.year


def _deleted_newest(stories: Stories) -> Iterator[tuple[Stories, int]]:
    for number in range(1, 101):
        yield stories[:-number], stories[-number].front.date.year


def _dated_again(stories: Stories) -> Iterator[tuple[Stories, int]]:
    """Ever more stories, from the oldest and from the newest, with a date of this year."""
    current = list(stories)
    for number in range(100):
        index = number // 2 if number % 2 else len(stories) - 1 - number // 2
        old = stories[index]
        current[index] = story_document(old.slug, date(2026, 2, 2))
        yield [*current], old.front.date.year


@cache
def _unchanged_feeds() -> Mapping[str, bytes]:
    return feed_files(monthly(150, 2014))


@pytest.mark.parametrize("change", [_added, _deleted_oldest, _deleted_newest, _dated_again])
def test_hundred_changes_change_only_archives_that_had_the_items(
    change: Callable[[Stories], Iterator[tuple[Stories, int]]],
) -> None:
    """An addition changes no archive, a deletion and another date only those of the years that had the items."""
    stories = monthly(150, 2014)
    before, years = _unchanged_feeds(), set[int]()
    for number, (after, year) in enumerate(change(stories), 1):
        years |= {year} - {TODAY.year}
        if number % 25 == 0:
            files = feed_files(after)
            assert changed(before, files) == {str(year) for year in years}
            before, years = files, set()


def test_item_that_comes_now_and_item_with_new_date_keep_their_place_by_added() -> None:
    stories = weekly(200, date(2020, 1, 1))
    before = feed_files([*stories, story_document("a", date(1990, 1, 1), added="2024-05-05")])
    after = feed_files([*stories, story_document("a", date(1980, 1, 1), added="2024-05-05")])
    assert changed(before, after) == set()


def test_withdrawn_story_leaves_its_archive_and_no_other_changes() -> None:
    stories = weekly(200, date(2020, 1, 1))
    before = feed_files(stories)
    gone = stories[10]
    stories[10] = story_document(
        gone.slug, gone.front.date.first_day, kind="story", consent=CONSENT | {"withdrawn": "2026-11-20"}
    )
    after = feed_files(stories)
    assert changed(before, after) == {"2020"}
    left, had = (ids_in(dict(walk(files))["archive/2020/atom.xml"]) for files in (after, before))
    assert set(had) - set(left) == {story_id(gone.slug)}


def test_changed_item_is_current_again_and_stays_in_its_archive() -> None:
    stories = [*weekly(200, date(2020, 1, 1)), *(story_document(f"n{n}", date(2026, 3, n)) for n in range(1, 31))]
    number, name = 5, story_id("w5")
    stories[number] = story_document("w5", stories[number].front.date.first_day, updated="2026-11-01")
    files = feed_files(stories)
    for file in ("feed.xml", "atom.xml", "feed.json"):
        assert files[file].count(name.encode()) == 1, file
    assert name in ids_in(etree.fromstring(files["archive/2020/atom.xml"]))
    for year, day in (("2019", "2020-01-01"), ("2020", "2026-11-01"), ("2021", "2022-01-01")):
        assert etree.fromstring(files[f"archive/{year}/atom.xml"]).findtext(f"{ATOM}updated") == f"{day}T00:00:00+00:00"
    assert ids_in(etree.fromstring(files["atom.xml"]))[-1] == name
    stories[number] = story_document("w5", stories[number].front.date.first_day, updated="2025-11-01")
    assert name.encode() not in feed_files(stories)["feed.xml"]


def test_many_changed_items_do_not_displace_the_newest() -> None:
    stories = weekly(200, date(2020, 1, 1), updated="2026-11-01")
    new = [story_document(f"n{number}", date(2026, 3, 1)) for number in range(30)]
    entries = [entry.id for entry in read_feed(feed_files([*stories, *new])["feed.xml"]).entries]
    assert len(entries) == 60
    assert set(entries[:30]) == {story_id(f"n{number}") for number in range(30)}


def current(newest: Stories, older: Stories) -> list[str]:
    """The slugs of the items in the current documents of a feed, after the newest."""
    feed = Feed("", "", "en", "", "", "", "", "", (*newest, *older), (), (), 2025)
    found = [item.slug for item in current_items(feed)]
    assert found[: len(newest)] == [item.slug for item in newest]
    return found[len(newest) :]


def test_older_item_is_current_if_it_changed_after_the_first_of_the_newest() -> None:
    newest, day = weekly(30, date(2026, 1, 1))[::-1], date(2025, 1, 1)
    changes = {"before": date(2025, 12, 31), "same-day": date(2026, 1, 1), "after": date(2026, 1, 2), "never": None}
    older = [story_document(slug, day, **({"updated": f"{on}"} if on else {})) for slug, on in changes.items()]
    assert current(newest, [*older, story_document("first", day, updated="2025-01-01")]) == ["after"]


def test_of_many_changed_items_those_that_changed_last_are_current_in_their_order() -> None:
    newest, days = weekly(30, date(2026, 1, 1))[::-1], [date(2025, 1, 1) + timedelta(days) for days in range(31)]
    older = [story_document(f"{day}", day, updated=f"{date(2026, 3, 4) - timedelta(day.day)}") for day in days[::-1]]
    assert current(newest, older) == [f"{day}" for day in days[29::-1]]
