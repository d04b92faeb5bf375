"""What the processes of one test run share: pytest-xdist has several, each with fixtures of its own."""

import fcntl
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest


def shared_folder(folders: pytest.TempPathFactory) -> Path:
    """The folder of the whole run, for all its processes."""
    own = folders.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


def made_once(folder: Path, make: Callable[[Path], None]) -> Path:
    """``folder``, filled by the ``make`` of whoever comes first; whoever comes meanwhile waits for it.

    Where ``make`` fails, the next to come tries again, in an empty folder.
    """
    done = folder.with_name(f"{folder.name}.done")
    with folder.with_name(f"{folder.name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            make(folder)
            done.touch()
    return folder
