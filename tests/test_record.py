"""The accessibility record is kept only if every kind of page passed in every palette and width."""

from datetime import date
from itertools import product
from pathlib import Path

import pytest

from newsroom.content.accessibility import RECORD, AccessibilityTest, parse_record
from tests.support.record import PALETTES, WIDTHS, Judge, Recorder

DAY = date(2026, 11, 22)
AXE = Judge("axe-core", "4.11.0", "Chromium 140")
LOOKS = list(product(PALETTES, WIDTHS))


def whole() -> Recorder:
    """A run that tested both kinds of page in all palettes and widths."""
    recorder = Recorder()
    recorder.expect(["home", "story"])
    for palette, width in LOOKS:
        recorder.saw("story", "stories/a/", palette, width, [], AXE)
        recorder.saw("home", "", palette, width, [], AXE)
    return recorder


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository in which a record can be written."""
    (tmp_path / RECORD).parent.mkdir(parents=True)
    return tmp_path


def test_complete_run_is_recorded(root: Path) -> None:
    assert whole().keep(DAY, has_passed=True, root=root) == []
    assert parse_record((root / RECORD).read_text()) == AccessibilityTest(
        tested=DAY,
        tool="axe-core",
        version="4.11.0",
        browser="Chromium 140",
        pages=("", "stories/a/"),
        palettes=("light", "dark"),
        widths=(320, 1280),
    )


def test_record_does_not_depend_on_test_order(root: Path) -> None:
    whole().keep(DAY, has_passed=True, root=root)
    first = (root / RECORD).read_bytes()
    again = whole()
    again.seen = dict(reversed(again.seen.items()))
    again.keep(DAY, has_passed=True, root=root)
    assert (root / RECORD).read_bytes() == first


def kept(recorder: Recorder, root: Path, *, has_passed: bool = True) -> list[str]:
    """Why a run is not kept. The existing record must be unchanged."""
    (root / RECORD).write_text("before")
    faults = recorder.keep(DAY, has_passed=has_passed, root=root)
    assert (root / RECORD).read_text() == "before"
    return faults


def test_failed_run_is_not_recorded(root: Path) -> None:
    assert kept(whole(), root, has_passed=False) == ["not every test passed"]


def test_run_with_violation_is_not_recorded(root: Path) -> None:
    recorder = whole()
    recorder.saw("story", "stories/b/", "dark", 320, ["color-contrast", "list"], AXE)
    assert kept(recorder, root)[:2] == [
        "/stories/b/ in dark at 320: color-contrast",
        "/stories/b/ in dark at 320: list",
    ]


def test_missing_kind_of_page_is_reported(root: Path) -> None:
    recorder = whole()
    recorder.expect(["publication"])
    assert kept(recorder, root) == ["no page of the kind 'publication' was looked at"]


def test_page_must_be_tested_in_all_palettes_and_widths(root: Path) -> None:
    recorder = whole()
    recorder.saw("story", "stories/b/", "light", 1280, [], AXE)
    assert kept(recorder, root) == [
        "/stories/b/ was not looked at in light at 320",
        "/stories/b/ was not looked at in dark at 320",
        "/stories/b/ was not looked at in dark at 1280",
    ]


def test_empty_run_is_not_recorded(root: Path) -> None:
    assert kept(Recorder(), root) == ["nothing was looked at in this process; leave -n out"]


def test_run_with_two_browsers_is_not_recorded(root: Path) -> None:
    recorder = whole()
    recorder.saw("home", "", "light", 320, [], Judge("axe-core", "4.11.0", "Firefox 140"))
    assert kept(recorder, root) == ["more than one program or browser looked"]
