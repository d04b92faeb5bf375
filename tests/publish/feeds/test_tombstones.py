"""A withdrawn story leaves only its id and the day of its withdrawal in feeds."""

import json
import re
from datetime import date
from pathlib import Path

import pytest
from lxml import etree

from newsroom.commands.lost import find_lost
from tests.support import AREA, SETTINGS, TODAY, small_newsroom, write_files
from tests.support.feeds import (
    ATOM,
    FILES,
    TOMBSTONE,
    atom_faults,
    feed_files,
    feeds_in,
    many_stories,
    read_entries,
    read_feed,
    story_document,
)
from tests.support.items import CONSENT, newsletter, story, story_id
from tests.support.rendering import published

GONE = CONSENT | {"withdrawn": "2026-11-01"}
ID = story_id("hen")


def tombstones(document: bytes) -> list[dict[str, str]]:
    """The attributes of all tombstones in a feed; they have no content."""
    found = etree.fromstring(document).findall(TOMBSTONE)
    assert all(len(grave) == 0 and not grave.text for grave in found)
    return [{str(name): str(value) for name, value in grave.items()} for grave in found]


def test_withdrawn_story_has_a_tombstone_in_its_feeds(tmp_path: Path) -> None:
    body = "A zebra. ![Zebra](zebra.png)"
    fields = {"title": "Zebra", "summary": "Zebra!", "author": {"name": "Zebra"}, "kind": "story", "consent": GONE}
    files: dict[str, str | bytes] = dict(small_newsroom())
    files |= {"docs/areas/oakham.md": files["docs/areas/elmham.md"], "stories/zebra.png": "zebra"}
    files["stories/hen.md"] = story(body, date="2023-01-01", areas=["oakham"], principles=["contribution"], **fields)
    feeds = feeds_in(published(tmp_path, files))
    having = {path for path, data in feeds.items() if path.endswith("atom.xml") and tombstones(data)}
    assert having == {f"{folder}atom.xml" for folder in ("", "stories/", "areas/oakham/", "principles/contribution/")}
    for path in having:
        assert tombstones(feeds[path]) == [{"ref": ID, "when": "2026-11-01T00:00:01+00:00"}]
        assert atom_faults(feeds[path]) == []
    assert [path for path, data in feeds.items() if b"zebra" in data.lower()] == []
    folders = {path.removesuffix("atom.xml") for path in having}
    emptied = {f"{folder}{name}" for folder in folders for name in ("feed.xml", "feed.json")}
    assert {path for path, data in feeds.items() if ID.encode() in data} == having | emptied


@pytest.mark.parametrize(
    "fields",
    [
        {"consent": CONSENT},
        {"consent": GONE | {"scope": ["web"]}},
        {"consent": GONE | {"scope": ["web", "email", "social"]}},
        {"consent": GONE, "date": "2027-01-01"},
        {},
    ],
    ids=["not withdrawn", "for the web only", "not for feeds", "not yet out", "without consent"],
)
def test_story_that_was_in_no_feed_has_no_tombstone(fields: dict[str, object]) -> None:
    document = feed_files([story_document("hen", date(2024, 1, 1), **fields)])["atom.xml"]
    assert tombstones(document) == []
    is_shown = not fields or fields == {"consent": CONSENT}
    assert (b"hen" in document) == is_shown


def test_story_withdrawn_in_one_language_is_withdrawn_in_all(tmp_path: Path) -> None:
    files = {"stories/hen.md": story(kind="story", consent=GONE), "stories/hen.cy.md": story()}
    site = published(tmp_path, files | {"docs/index.md": small_newsroom()["docs/index.md"]})
    assert [grave["ref"] for grave in tombstones(site["atom.xml"])] == [story_id("hen", "cy"), ID]


def test_feed_has_the_emptied_entry_of_the_version_that_it_had(tmp_path: Path) -> None:
    day = "---\nwithdrawn: 2026-11-01\n"
    files: dict[str, str | bytes] = {
        **small_newsroom(),
        "docs/index.cy.md": small_newsroom()["docs/index.md"],
        "docs/areas/ashby.md": AREA.replace("Elmham", "Ashby"),
        "stories/both.md": f"{day}id: urn:elm:both\ntopics: [areas/elmham]\n---\n",
        "stories/both.cy.md": f"{day}id: urn:elm:both-cy\ntopics: [areas/elmham]\n---\n",
        "stories/english.md": f"{day}id: urn:elm:english\n---\n",
    }
    site = published(tmp_path, files)
    found = {
        path.removesuffix("feed.json"): [item["id"] for item in json.loads(content)["items"] if "urn:" in item["id"]]
        for path, content in site.items()
        if path.endswith("feed.json")
    }
    english, welsh = ["urn:elm:both", "urn:elm:english"], ["urn:elm:both-cy", "urn:elm:english"]
    assert {path: sorted(ids) for path, ids in found.items() if ids} == {
        "": english,
        "stories/": english,
        "areas/elmham/": ["urn:elm:both"],
        "cy/": welsh,
        "cy/stories/": welsh,
    }
    graves = [grave["ref"] for grave in tombstones(site["areas/ashby/atom.xml"])]
    assert graves == ["urn:elm:english"], "a stub without topics may have been in any feed"


@pytest.mark.parametrize(
    ("withdrawn", "updated", "when"),
    [
        ("2024-05-01", None, "2024-05-01"),
        ("2024-05", None, "2024-05-01"),
        ("2024", None, "2024-03-03"),
        ("2024-05-01", "2024-06-06", "2024-06-06"),
    ],
)
def test_tombstone_is_not_older_than_its_entry(withdrawn: str, updated: str | None, when: str) -> None:
    consent = CONSENT | {"withdrawn": withdrawn}
    gone = story_document("hen", date(2024, 3, 3), updated=updated, consent=consent)
    document = feed_files([gone])["atom.xml"]
    assert tombstones(document) == [{"ref": ID, "when": f"{when}T00:00:01+00:00"}]
    assert f"<updated>{when}T00:00:01+00:00</updated>".encode() in document


def test_tombstone_is_in_the_newest_document() -> None:
    stories = many_stories(100)
    files = feed_files([story_document("hen", date(2009, 1, 1), kind="story", consent=GONE), *stories])
    assert [grave["ref"] for grave in tombstones(files["atom.xml"])] == [ID]
    assert [path for path, data in files.items() if "archive" in path and tombstones(data)] == []


def test_tombstone_uses_a_custom_id(tmp_path: Path) -> None:
    own = "https://old.example/?p=12"
    files = {"stories/hen.md": story(kind="story", consent=GONE, id=own)}
    assert [grave["ref"] for grave in tombstones(published(tmp_path, files, settings=SETTINGS)["atom.xml"])] == [own]


def test_emptied_entry_says_that_the_item_was_taken_back(tmp_path: Path) -> None:
    """A reader replaces its copy by the newer entry with the same id. It has no date of publication."""
    files = {"stories/hen.md": story("Hen.", title="Hen", kind="story", consent=GONE), "stories/a.md": story()}
    files["stories/cock.cy.md"] = f"---\nwithdrawn: 2026-10-01\nid: {story_id('cock', 'cy')}\n---\n"
    site = published(tmp_path, files)
    written = {item["id"]: item for item in json.loads(site["feed.json"])["items"]}
    assert [*written] == [story_id("a"), story_id("cock", "cy"), ID]
    assert written[ID] == {
        "id": ID,
        "title": "This item was taken back",
        "content_html": "<p>It is no longer part of this feed. Please do not keep or share copies of it.</p>",
        "summary": "It is no longer part of this feed. Please do not keep or share copies of it.",
        "date_modified": "2026-11-01T00:00:01+00:00",
        "language": "en",
    }
    assert written[story_id("cock", "cy")]["title"] == "Tynnwyd yr eitem hon yn ôl"
    entries = {entry.id: entry for entry in read_feed(site["feed.xml"]).entries}
    assert [*entries] == [*written]
    assert (entries[ID].title, "link" in entries[ID]) == ("This item was taken back", False)
    assert [grave["ref"] for grave in tombstones(site["atom.xml"])] == [story_id("cock", "cy"), ID]


def test_feed_of_topic_has_no_entry_of_stub_but_its_tombstone(tmp_path: Path) -> None:
    """A stub does not say which areas its item named: readers of other areas' feeds would see the entry as new."""
    files: dict[str, str | bytes] = {
        **small_newsroom(),
        "stories/hen.md": f"---\nwithdrawn: 2026-11-01\nid: {ID}\n---\n",
    }
    feeds = feeds_in(published(tmp_path, files))
    named = {path for path, data in feeds.items() if ID.encode() in data}
    others = {f"{name}/atom.xml" for name in ("newsletters", "publications")}
    atom = {path for path in feeds if path.endswith("atom.xml")}
    assert named & atom == atom - others
    assert named - atom == {f"{folder}{name}" for folder in ("", "stories/") for name in ("feed.xml", "feed.json")}
    assert {path for path in named if b"This item was taken back" in feeds[path]} == {
        f"{folder}{name}" for folder in ("", "stories/") for name in FILES
    }


@pytest.mark.parametrize(
    ("consent", "hides_expired", "day"),
    [
        ({"withdrawn": "2026-11-01"}, False, "2026-11-01"),
        ({"withdrawn": "2026-09-23"}, False, "2026-09-23"),
        ({"withdrawn": "2026-09-22"}, False, None),
        ({"withdrawn": "2026-11-01", "scope": ["web"], "feed_ended": "2026-05-05"}, False, "2026-11-01"),
        ({"scope": ["web"], "feed_ended": "2026-11-01"}, False, "2026-11-01"),
        ({"scope": ["web", "email"], "feed_ended": "2026-09-22"}, False, None),
        ({"scope": ["web"]}, False, None),
        ({"review_by": "2026-10-31"}, True, "2026-11-01"),
        ({"review_by": "2026-09-21"}, True, None),
        ({"review_by": "2026-10-31"}, False, None),
    ],
)
def test_item_whose_consent_ended_has_an_emptied_entry_for_sixty_days(
    consent: dict[str, object], hides_expired: bool, day: str | None
) -> None:
    story = story_document("hen", date(2024, 3, 3), title="Hen", kind="poem", consent=CONSENT | consent)
    files = feed_files([story], hides_expired=hides_expired)
    is_gone = consent.keys() != {"review_by"} or hides_expired
    for name in FILES:
        entries = [(e.title, e.published, e.updated.isoformat()) for e in read_entries(name, files[name])]
        emptied = [("This item was taken back", None, f"{day}T00:00:01+00:00")] if day else []
        assert [*map(str, entries)] == [*map(str, emptied)] or not is_gone, name
        assert (b"Hen" in files[name]) is not is_gone
    known = day or ("withdrawn" in consent or "feed_ended" in consent or hides_expired)
    assert [grave["ref"] for grave in tombstones(files["atom.xml"])] == ([ID] if known else [])
    assert atom_faults(files["atom.xml"]) == []


def test_feed_does_not_go_back_in_time_when_the_newest_item_is_taken_back() -> None:
    old = story_document("old", date(2020, 1, 1))
    new = story_document("hen", date(2026, 11, 1), kind="story", consent=CONSENT)
    gone = story_document("hen", date(2026, 11, 1), kind="story", consent=GONE)
    later = [
        etree.fromstring(feed_files([old, hen], today=day)["atom.xml"]).findtext(f"{ATOM}updated")
        for hen, day in ((new, TODAY), (gone, TODAY), (gone, date(2030, 1, 1)))
    ]
    assert later == [f"2026-11-01T00:00:0{second}+00:00" for second in (0, 1, 1)]


def test_stub_that_the_check_asks_for_keeps_the_date_of_the_feed(tmp_path: Path) -> None:
    """The newest item is deleted, an edition without consent: subscribers learn of it in each format."""
    files = {**small_newsroom(), "newsletters/2026-11.md": newsletter(title="November")}
    write_files(tmp_path / "before", files)
    write_files(tmp_path / "now", small_newsroom())
    (problem,) = find_lost(tmp_path / "now", tmp_path / "before", SETTINGS, SETTINGS, TODAY)
    assert (problem.path, problem.code) == ("newsletters/2026-11.md", "address-lost")
    stub = re.search(r"`(withdrawn: .*?)`", problem.fix)
    assert stub
    assert "feed readers would keep" in problem.what
    before = feeds_in(published(tmp_path / "a", files))
    after = feeds_in(published(tmp_path / "b", files | {problem.path: f"---\n{stub[1]}\n---\n"}))
    updated = [etree.fromstring(feeds["atom.xml"]).findtext(f"{ATOM}updated") for feeds in (before, after)]
    assert updated == ["2026-11-01T00:00:00+00:00", f"{TODAY}T00:00:01+00:00"]
    for file in FILES:
        changed = {entry.id: entry for entry in read_entries(file, after[file])}
        (entry,) = (entry for entry in read_entries(file, before[file]) if entry.title == "November")
        assert changed[entry.id].title == "This item was taken back"
        assert changed[entry.id].updated > entry.updated
