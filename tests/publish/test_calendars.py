"""Calendars, as two parsers that are independent of the library that writes them read them."""

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from pathlib import Path

import ics
import pytest
import vobject

from tests.support import HOME, small_newsroom
from tests.support.items import CONSENT, event
from tests.support.rendering import published

When = tuple[datetime | date, datetime | date | None]
NAMES = ("winter", "summer", "forward", "back", "twice", "days", "late")
LONG = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch, tŷ’r gymuned; " * 3
FILES: Mapping[str, str] = {
    **small_newsroom(),
    "docs/index.cy.md": HOME,
    "docs/events/winter.md": event(starts="2026-12-10 10:00", ends="2026-12-10 15:30", areas=["elmham"]),
    "docs/events/winter.cy.md": event(title="Cyfarfod", starts="2026-12-10 10:00", ends="2026-12-10 15:30"),
    "docs/events/summer.md": event(starts="2027-07-01 10:00", ends="2027-07-01 12:00", place=LONG.strip()),
    "docs/events/forward.md": event(starts="2027-03-27 22:00", ends="2027-03-28 03:00", updated="2026-11-21"),
    "docs/events/back.md": event(starts="2027-10-30 22:00", ends="2027-10-31 03:00"),
    "docs/events/twice.md": event(starts="2027-10-31 01:30"),
    "docs/events/days.md": event(starts="2027-10-30", ends="2027-10-31", online="Zoom", status="cancelled"),
    "docs/events/late.md": event(starts="2026-11-20 22:00", ends="2026-11-21 00:00", date="2026-10-25"),
}
_TIMES = ("DTSTART", "DTEND")
TIMES: Mapping[str, When] = {
    "winter": (datetime(2026, 12, 10, 10, tzinfo=UTC), datetime(2026, 12, 10, 15, 30, tzinfo=UTC)),
    "summer": (datetime(2027, 7, 1, 9, tzinfo=UTC), datetime(2027, 7, 1, 11, tzinfo=UTC)),
    "forward": (datetime(2027, 3, 27, 22, tzinfo=UTC), datetime(2027, 3, 28, 2, tzinfo=UTC)),
    "back": (datetime(2027, 10, 30, 21, tzinfo=UTC), datetime(2027, 10, 31, 3, tzinfo=UTC)),
    "twice": (datetime(2027, 10, 31, 0, 30, tzinfo=UTC), None),
    "days": (date(2027, 10, 30), date(2027, 11, 1)),
    "late": (datetime(2026, 11, 20, 22, tzinfo=UTC), datetime(2026, 11, 21, tzinfo=UTC)),
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    return published(tmp_path_factory.mktemp("calendars"), FILES)


def test_calendars_are_for_each_event_for_all_and_for_each_area_and_language(site: Mapping[str, bytes]) -> None:
    single = {f"events/{name}/{name}.ics" for name in NAMES} | {"cy/events/winter/winter.ics"}
    assert {path for path in site if path.endswith(".ics")} == single | {
        "events/events.ics",
        "cy/events/events.ics",
        "areas/elmham/events.ics",
    }
    assert names_in(site["areas/elmham/events.ics"]) == ["winter"]


def test_site_without_events_has_no_calendar(tmp_path: Path) -> None:
    assert [path for path in published(tmp_path, small_newsroom()) if path.endswith(".ics")] == []


def test_event_that_may_be_on_the_web_alone_is_in_no_calendar_for_subscribers(tmp_path: Path) -> None:
    files = {**small_newsroom(), "docs/events/a.md": event(areas=["elmham"], consent=CONSENT | {"scope": ["web"]})}
    assert [path for path in published(tmp_path, files) if path.endswith(".ics")] == ["events/a/a.ics"]


@pytest.mark.parametrize("path", ["events/events.ics", "cy/events/events.ics"])
def test_vobject_reads_the_times(site: Mapping[str, bytes], path: str) -> None:
    found = vobject.readOne(site[path].decode()).vevent_list
    times = {name_of(entry.uid.value): [part.value for part in entry.lines() if part.name in _TIMES] for entry in found}
    assert times == {name: [moment for moment in when if moment] for name, when in TIMES.items()}


def test_ics_reads_the_times(site: Mapping[str, bytes]) -> None:
    found = {name_of(entry.uid): entry for entry in ics.Calendar(site["events/events.ics"].decode()).events}
    assert {name: entry.begin.datetime for name, entry in found.items() if not entry.all_day} == {
        name: start for name, (start, _) in TIMES.items() if isinstance(start, datetime)
    }
    assert {name for name, entry in found.items() if entry.all_day} == {"days"}
    assert [(entry.location, entry.url) for entry in [found["summer"]]] == [
        (LONG.strip(), "https://elm.example/events/summer/")
    ]
    assert {name: entry.status for name, entry in found.items() if entry.status != "CONFIRMED"} == {"days": "CANCELLED"}


def test_stamps_come_from_the_content(site: Mapping[str, bytes]) -> None:
    found = vobject.readOne(site["events/forward/forward.ics"].decode()).vevent
    changed = datetime(2026, 11, 21, tzinfo=UTC)
    assert (found.dtstamp.value, found.last_modified.value, found.sequence.value) == (changed, changed, "20")


def test_languages_share_the_id_of_an_event(site: Mapping[str, bytes]) -> None:
    found = [vobject.readOne(site[f"{lang}events/winter/winter.ics"].decode()).vevent for lang in ("", "cy/")]
    assert [entry.uid.value for entry in found] == ["event-winter@elm.example"] * 2
    assert [entry.summary.value for entry in found] == ["A gathering", "Cyfarfod"]


def test_lines_end_as_the_standard_says_and_are_short_and_divide_no_letter(site: Mapping[str, bytes]) -> None:
    lines = [line for path in site if path.endswith(".ics") for line in site[path].split(b"\r\n")]
    assert [line for line in lines if b"\n" in line or b"\r" in line or len(line) > 75] == []
    assert "\ufffd" not in "".join(line.decode(errors="replace") for line in lines)


def names_in(calendar: bytes) -> list[str]:
    """The names of the events in a calendar."""
    return [name_of(entry.uid.value) for entry in _entries(calendar)]


def name_of(uid: str) -> str:
    """The name of the event with an id."""
    return uid.removeprefix("event-").removesuffix("@elm.example")


def _entries(calendar: bytes) -> Iterator[vobject.base.Component]:
    yield from vobject.readOne(calendar.decode()).vevent_list
