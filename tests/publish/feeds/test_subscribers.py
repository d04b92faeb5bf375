"""What subscribers learn of each change: a feed reader, which goes by ids, and a mail tool, which goes by dates."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import cache
from pathlib import Path

import pytest
from lxml import etree

from newsroom.open_build import open_build
from newsroom.publish.build_options import BuildOptions
from newsroom.publish.feeds import Feeds
from newsroom.publish.site_folder.publish_anyway import PublishAnyway
from tests.support import SETTINGS, small_newsroom, write_files
from tests.support.feeds import FILES, TOMBSTONE, FeedEntry, atom_faults, feeds_in, json_faults, read_entries, read_feed
from tests.support.items import consent, newsletter, page, publication, story, story_id

START = date(2026, 9, 1)
TAKEN_BACK = "This item was taken back"


def _life(title: str, number: int, **more: object) -> str:
    return story(f"{title}: a secret.", title=title, date="2026-02-02", kind="poem", consent=consent(number) | more)


OLD = {f"stories/old-{n}.md": story(title=f"Old {n}", date=f"{2022 + n // 12}-{n % 12 + 1:02}-03") for n in range(50)}
BEFORE: Mapping[str, str] = {
    **{path: text for path, text in small_newsroom().items() if path.startswith("docs/")},
    **OLD,
    "docs/index.cy.md": page(title="Stryd y Llwyfen"),
    "stories/ada.md": _life("Ada", 1),
    "stories/bo.md": _life("Bo", 2),
    "stories/cy.md": _life("Cy", 3, review_by="2026-10-26"),
    "stories/shared.md": story(title="Shared", date="2026-03-03"),
    "publications/soon.md": publication(title="Soon", added="2026-03-01", expected="2026-12"),
}
STEPS: tuple[tuple[str, dict[str, str | None], tuple[str, str, str]], ...] = (
    ("a story", {"stories/new.md": story(title="News", date="2026-09-08")}, ("new News", "News", "new News")),
    (
        "an edition of last month",
        {"newsletters/2026-08.md": newsletter(title="August", added="2026-09-15")},
        ("new August", "August", "new August"),
    ),
    (
        "a report of 2015",
        {"publications/report.md": publication(title="Report", date="2015", added="2026-09-22")},
        ("new Report", "Report", "new Report"),
    ),
    (
        "a forthcoming publication comes out",
        {"publications/soon.md": publication(title="Soon", date="2026-09-29")},
        ("changed Soon", "Soon", "changed Soon"),
    ),
    (
        "an item in an archive changes",
        {"stories/old-3.md": story(title="Old 3, again", date="2022-04-03", updated="2026-10-06")},
        ("changed Old 3, again", "", "changed Old 3, again"),
    ),
    (
        "a story is withdrawn",
        {"stories/ada.md": f"---\nwithdrawn: 2026-10-13\nid: {story_id('ada')}\n---\n"},
        (f"changed {TAKEN_BACK}", "", f"changed {TAKEN_BACK}"),
    ),
    (
        "consent for feeds ends",
        {"stories/bo.md": _life("Bo", 2, scope=["web"], feed_ended="2026-10-20")},
        (f"changed {TAKEN_BACK}", "", f"changed {TAKEN_BACK}"),
    ),
    ("consent expires", {}, (f"changed {TAKEN_BACK}", "", f"changed {TAKEN_BACK}")),
    (
        "a Welsh version comes",
        {"stories/shared.cy.md": story(title="Rhannu", date="2026-03-03", added="2026-11-03")},
        ("", "", "new Rhannu"),
    ),
    ("an old story is deleted", {"stories/old-20.md": None}, ("", "", "")),
)
"""Ten commits, a week apart: what changes, and what a reader by ids, a tool by dates and a Welsh reader learn."""


@dataclass
class Subscriber:
    """A program that has read a feed until ``last``, with its copy of each entry."""

    last: date = START
    copies: dict[str, FeedEntry] = field(default_factory=dict)

    def poll(self, entries: list[FeedEntry], day: date) -> tuple[str, str]:
        """What it learns: by ids, which entries are new or newer; by dates, which were published since it last read."""
        by_id = [
            f"{'changed' if entry.id in self.copies else 'new'} {entry.title}"
            for entry in entries
            if entry.id not in self.copies or entry.updated > self.copies[entry.id].updated
        ]
        sent = datetime.combine(self.last, time(), tzinfo=entries[0].updated.tzinfo)
        by_date = [entry.title for entry in entries if entry.published and entry.published > sent]
        self.copies |= {entry.id: entry for entry in entries}
        self.last = day
        return ", ".join(by_id), ", ".join(by_date)


def _sites(root: Path) -> Iterator[tuple[date, dict[str, bytes]]]:
    """The feeds before and after each commit, with its day."""
    write_files(root, BEFORE)
    for number, (_, files, _) in enumerate((("", {}, ()), *STEPS)):
        write_files(root, {path: text for path, text in files.items() if text is not None})
        for path in (path for path, text in files.items() if text is None):
            (root / path).unlink()
        yield START + timedelta(weeks=number), _feeds(root, START + timedelta(weeks=number))


def _feeds(root: Path, day: date) -> dict[str, bytes]:
    options = BuildOptions(today=day, hides_expired=True, publish_anyway=PublishAnyway.NEVER)
    build = open_build(root, SETTINGS, options)
    for shown in build.site.pages:
        build.page_html(shown.path)
    return feeds_in(dict(build._outputs.find(Feeds).files()))


_entries = cache(read_entries)
"""The entries of a feed, read once: many commits change nothing in it."""


@pytest.fixture(scope="module")
def history(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[date, dict[str, bytes]]]:
    """The feeds before and after each commit, and when the emptied entries are gone."""
    root = tmp_path_factory.mktemp("commits")
    return [*_sites(root), (date(2027, 1, 20), _feeds(root, date(2027, 1, 20)))]


def _subscriber_since_2022(feeds: Mapping[str, bytes], folder: str) -> Subscriber:
    archives = (data for path, data in feeds.items() if path.startswith(f"{folder}archive/"))
    return Subscriber(copies={entry.id: entry for data in archives for entry in read_entries("atom.xml", data)})


@pytest.mark.parametrize("file", FILES)
def test_subscribers_learn_of_each_change(history: list[tuple[date, dict[str, bytes]]], file: str) -> None:
    english, welsh = (_subscriber_since_2022(history[0][1], folder) for folder in ("", "cy/"))
    learned: list[tuple[str, str, str]] = []
    for day, feeds in history:
        by_id, by_date = english.poll(_entries(file, feeds[file]), day)
        learned.append((by_id, by_date, welsh.poll(_entries(file, feeds[f"cy/{file}"]), day)[0]))
    nothing = ("", "", "")
    table = dict(zip([name for name, *_ in STEPS], learned[1:-1], strict=True))
    assert table == {name: expected for name, _, expected in STEPS}
    assert learned[-1] == nothing
    secret = [entry.title for entry in (*english.copies.values(), *welsh.copies.values()) if "secret" in entry.text]
    assert secret == []
    assert [entry.title for entry in english.copies.values()].count(TAKEN_BACK) == 3


def test_feeds_are_valid_after_each_change(history: list[tuple[date, dict[str, bytes]]]) -> None:
    changed_at: dict[str, str] = {}
    valid: dict[str, bytes] = {}
    for _, feeds in history:
        for path, data in feeds.items() - valid.items():
            if path.endswith("atom.xml"):
                assert atom_faults(data) == [], path
                updated = str(etree.fromstring(data).findtext("{*}updated"))
                assert changed_at.get(path, "") <= updated, path
                changed_at[path] = updated
            elif path.endswith(".json"):
                assert json_faults(data) == [], path
            elif path.endswith("feed.xml"):
                assert read_feed(data).version == "rss20"
        valid = feeds


def test_tombstones_stay_and_emptied_entries_go_after_sixty_days(
    history: list[tuple[date, dict[str, bytes]]],
) -> None:
    emptied, buried = [], []
    for _, feeds in history:
        root = etree.fromstring(feeds["atom.xml"])
        emptied.append(sum(entry.title == TAKEN_BACK for entry in _entries("atom.xml", feeds["atom.xml"])))
        buried.append(len(root.findall(TOMBSTONE)))
    assert emptied == [0, 0, 0, 0, 0, 0, 1, 2, 3, 3, 3, 0]
    assert buried == [0, 0, 0, 0, 0, 0, 1, 2, 3, 3, 3, 3]
