"""What is shown of a build that takes long."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from builds.progress import Progress
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


def test_times_of_stages_add_up(capsys: pytest.CaptureFixture[str]) -> None:
    progress = Progress(is_timed=True)
    for name in ("reading", "pages", "pages"):
        with progress(name):
            sum(range(100_000))
    progress.end()
    out, err = capsys.readouterr()
    rows = [line.split() for line in err.splitlines()]
    assert out == ""
    assert [row[0] for row in rows] == ["stage", "reading", "pages", "together"]
    assert all(float(cell) >= 0 for row in rows[1:] for cell in row[1:])


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
