"""What is shown of a build that takes long."""

import os
import pty
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from builds import progress as progress_module
from builds.progress import Progress, _times, is_timed
from tests.support.engine import build, make_repository
from tests.support.items import page

_SLOW = """
import time
from builds.progress import Progress
progress = Progress(is_timed=False)
progress._started -= 2
with progress("pages"):
    time.sleep(0.3)
"""


def test_times_of_stages_add_up(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    times = iter([(1.0, 1.0), (2.5, 3.0), (3.0, 3.0), (6.0, 3.5), (6.0, 4.0), (7.0, 5.0)])
    monkeypatch.setattr(progress_module, "_times", lambda: next(times))
    progress = Progress(is_timed=True)
    for name in ("reading", "pages", "pages"):
        with progress(name):
            pass
    progress.end()
    out, err = capsys.readouterr()
    rows = [line.split() for line in err.splitlines()]
    assert out == ""
    assert rows == [
        ["stage", "seconds", "of", "the", "processors"],
        ["reading", "1.50", "2.00"],
        ["pages", "4.00", "1.50"],
        ["together", "5.50", "3.50"],
    ]


def test_times_are_those_of_the_clock_and_of_all_processors() -> None:
    (start, used), _ = _times(), sum(range(2_000_000))
    end, more = _times()
    assert 0 < end - start < 60
    assert more > used > 0


@pytest.mark.parametrize(("value", "is_asked"), [(None, False), ("", False), ("0", False), ("1", True), ("yes", True)])
def test_variable_asks_for_times(value: str | None, is_asked: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NEWSROOM_TIMINGS", raising=False)
    if value is not None:
        monkeypatch.setenv("NEWSROOM_TIMINGS", value)
    assert is_timed() is is_asked


@pytest.mark.parametrize(("now", "delay"), [(10.0, 2.0), (11.5, 0.5), (20.0, 0)])
def test_progress_is_shown_two_seconds_after_the_start(
    now: float, delay: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[object] = []

    class Kept:
        """A timer, or what is shown."""

        def __init__(self, *given: object) -> None:
            done.extend(given[:1])

        def __getattr__(self, name: str) -> Callable[[], None]:
            return lambda: done.append(name)

    monkeypatch.setattr(progress_module, "Timer", Kept)
    monkeypatch.setattr(progress_module, "_console", lambda: SimpleNamespace(status=Kept))
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setattr(time, "monotonic", lambda: 10.0)
    progress = Progress(is_timed=False)
    monkeypatch.setattr(time, "monotonic", lambda: now)
    with progress("pages"):
        done.append("work")
    assert done == ["pages …", delay, "start", "work", "cancel", "join", "stop"]


def test_build_prints_times_only_if_it_is_asked(tmp_path: Path) -> None:
    repository = make_repository(tmp_path, {"docs/index.md": page()})
    asked = build(repository, environment={"NEWSROOM_TIMINGS": "1"})
    assert [line.split()[0] for line in asked.output.splitlines() if line.lstrip().startswith(("pages ", "together "))]
    unasked = build(repository, tmp_path / "other")
    assert "together" not in unasked.output


@pytest.mark.parametrize("is_terminal", [True, False])
def test_stage_that_takes_long_is_shown_on_a_terminal(is_terminal: bool) -> None:
    controller, terminal = pty.openpty()
    other = subprocess.PIPE
    environment = {**os.environ, "TERM": "xterm"}
    with subprocess.Popen(
        [sys.executable, "-c", _SLOW], stderr=terminal if is_terminal else other, env=environment
    ) as process:
        shown = b"" if is_terminal else process.stderr.read() if process.stderr else b""
    os.close(terminal)
    if is_terminal:
        shown = os.read(controller, 10_000)
    os.close(controller)
    assert (b"pages" in shown) is is_terminal
