"""The engine can be replaced, and the same input gives the same bytes."""

import subprocess
import sys
from pathlib import Path

from tests.support import ROOT, small_newsroom
from tests.support.changes import S, changed
from tests.support.engine import build, contents, engine_environment, make_repository


def test_mkdocs_and_properdocs_write_the_same_bytes(everything_site: Path, tmp_path: Path) -> None:
    outcome = build(everything_site.parent, tmp_path / "site", engine="properdocs")
    assert outcome.code == 0, outcome.output
    assert different(everything_site, tmp_path / "site") == []


def test_driver_without_an_engine_writes_the_same_bytes(everything_site: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.support.driver", str(everything_site.parent), str(tmp_path / "site")]
    done = subprocess.run(
        command, cwd=ROOT, env=engine_environment(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
    )
    assert (done.returncode, done.stdout) == (0, b"Engines imported:\n")
    assert different(everything_site, tmp_path / "site") == []


def different(site: Path, other: Path) -> list[str]:
    """The paths of files that only one of two folders has, or that are not the same in both."""
    ours, theirs = contents(site), contents(other)
    return sorted(path for path in ours.keys() | theirs.keys() if ours.get(path) != theirs.get(path))


def test_another_day_changes_nothing_unless_a_date_is_reached(tmp_path: Path) -> None:
    repository = make_repository(tmp_path, small_newsroom())
    assert build(repository, tmp_path / "one").code == 0
    assert build(repository, tmp_path / "two", environment={"SOURCE_DATE_EPOCH": "1900000000"}).code == 0
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_properdocs_reports_errors_as_mkdocs_does(tmp_path: Path) -> None:
    repository = make_repository(tmp_path, changed({S: ("elmham", "elmhan")}))
    outcome = build(repository, engine="properdocs")
    assert outcome.code == 1
    assert f"{S}, line 6: `areas` names 'elmhan', which does not exist; did you mean 'elmham'?" in outcome.output
    assert "Traceback" not in outcome.output
