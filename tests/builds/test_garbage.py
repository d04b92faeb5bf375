"""Processes do not look for garbage when they end, but leave nothing behind."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.support import ROOT

_PROGRAM = """
import sys
from builds.garbage import collect_garbage_rarely
from tempfile import TemporaryDirectory

class Cycle:
    def __init__(self):
        self.own, self.folder = self, TemporaryDirectory(dir=sys.argv[1], prefix="made-")

    def __del__(self):
        print("collected")

if sys.argv[2] == "rarely":
    collect_garbage_rarely()
cycle = Cycle()
"""


@pytest.mark.parametrize(("how", "output"), [("rarely", ""), ("always", "collected\n")])
def test_process_ends_without_a_last_look_but_removes_its_folders(tmp_path: Path, how: str, output: str) -> None:
    command = [sys.executable, "-W", "ignore", "-c", _PROGRAM, str(tmp_path), how]
    found = subprocess.run(command, cwd=ROOT / "hooks", capture_output=True, text=True, check=True)
    assert found.stdout == output
    assert not list(tmp_path.iterdir())
