"""The shipped theme with the colours and the logo of the frozen newsroom, since a network changes its own."""

import shutil
from pathlib import Path

from tests.run import run_folder
from tests.support.workers import fill_once

_ROOT = Path(__file__).resolve().parents[2]
_OWN = _ROOT / "tests/newsroom/overrides"
"""The files that a network is told to change, as tests expect them."""


def _make(folder: Path) -> None:
    shutil.copytree(_ROOT / "overrides", folder, dirs_exist_ok=True)
    shutil.copytree(_OWN, folder, dirs_exist_ok=True)


THEME = fill_once(run_folder() / "overrides", _make)
"""The folder of the theme that tests use. Tests that change it copy it."""
