"""A feed and its archives have every entry once, and full archives never change."""

from datetime import date

import pytest

from newsroom.content.library import Channel, Library
from tests.support import TODAY
from tests.support.feeds import (
    ARCHIVE,
    ATOM,
    atom_faults,
    feed_files,
    feeds_in,
    ids_in,
    link_of,
    many_stories,
    read_feed,
    story_document,
    walk,
)
from tests.support.items import CONSENT, story_id

SITE = "https://elm.example/"
WITHDRAWN = {"kind": "story", "consent": CONSENT | {"withdrawn": "2024-05-01"}}


def test_feed_and_archives_have_each_entry_once() -> None:
    stories = many_stories(1000)
    files = feed_files(stories)
    for path in ("atom.xml", "stories/atom.xml"):
        documents = list(walk(files, path))
        met = [name for _, root in documents for name in ids_in(root)]
        newest = Library(stories, today=TODAY).newest(Channel.FEED, "en")
        assert met == [story_id(story.slug) for story in newest]
        assert [len(ids_in(root)) for _, root in documents] == [30, 20, *[50] * 19]
    assert [fault for path, data in files.items() if path.endswith("atom.xml") for fault in atom_faults(data)] == []


@pytest.mark.parametrize(("count", "archived"), [(0, []), (30, []), (31, [1]), (80, [50]), (81, [1, 50])])
def test_archives_of_fifty_have_the_older_entries(count: int, archived: list[int]) -> None:
    lengths = [len(ids_in(root)) for _, root in walk(feed_files(many_stories(count)))]
    assert lengths == [min(count, 30), *archived]


def test_other_formats_have_only_the_newest_thirty() -> None:
    files = feed_files(many_stories(100))
    assert len(read_feed(files["feed.xml"]).entries) == 30
    assert files["feed.json"].count(b'"content_html"') == 30


def test_archive_is_marked_and_linked() -> None:
    files = feed_files(many_stories(150))
    (newest, first), (filling, second), (full, third), (oldest, last) = walk(files)
    assert (newest, filling, full, oldest) == (
        "atom.xml", "archive/3-20/atom.xml", "archive/2/atom.xml", "archive/1/atom.xml",
    )  # fmt: skip
    assert [root.find(ARCHIVE) is not None for root in (first, second, third, last)] == [False, True, True, True]
    assert {link_of(root, "current") for root in (second, third, last)} == {f"{SITE}atom.xml"}
    assert [link_of(root, "self") for root in (first, last)] == [f"{SITE}atom.xml", f"{SITE}archive/1/atom.xml"]
    assert [link_of(root, "next-archive") for root in (second, third, last)] == [None, None, f"{SITE}{full}"]
    assert len({root.findtext(f"{ATOM}id") for root in (first, second, third, last)}) == 1


def test_full_archive_never_changes() -> None:
    before, after = feed_files(many_stories(190)), feed_files(many_stories(209))
    full = [path for path in feeds_in(before) if path.split("/")[-3:-1] in (["archive", "1"], ["archive", "2"])]
    assert len(full) == 4
    assert [path for path in full if before[path] != after[path]] == []
    third = "archive/3/atom.xml"
    assert ids_in(dict(walk(before))[third]) == ids_in(dict(walk(after))[third])


def test_archive_address_never_gets_other_entries() -> None:
    seen: dict[str, list[str]] = {}
    for count in range(28, 240, 13):
        for path, root in list(walk(feed_files(many_stories(count))))[1:]:
            assert seen.setdefault(path, ids_in(root)) == ids_in(root)


def test_withdrawn_story_keeps_its_slot_in_the_archive() -> None:
    stories = many_stories(200)
    before = feed_files(stories)
    gone = stories[10]
    stories[10] = story_document(gone.slug, date(2010, 1, 4), **WITHDRAWN)
    after = feed_files(stories)
    archives = [path for path, _ in walk(before)][1:]
    assert [path for path, _ in walk(after)][1:] == archives
    changed = [path for path in archives if before[path] != after[path]]
    assert changed == ["archive/1/atom.xml"]
    left, had = (ids_in(dict(walk(files))[changed[0]]) for files in (after, before))
    assert set(had) - set(left) == {story_id("s10")}
