"""What the processes of one test run share: pytest-xdist has several, each with fixtures of its own."""

import fcntl
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.run import RUN, run_folder

_CACHE = ".cache"


def shared_folder(folders: pytest.TempPathFactory) -> Path:
    """The folder of the whole run, for all its processes."""
    own = folders.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


def fill_once(folder: Path, make: Callable[[Path], object]) -> Path:
    """``folder``, filled by the ``make`` of the first process; other processes wait for it.

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


def share_cache(root: Path) -> None:
    """Let a repository use the run's cache: each card and picture is made once for all builds, and never kept longer.

    A cache that outlived the run would hide faults in the code that draws them.
    """
    cache = root / _CACHE
    if RUN in os.environ and not cache.exists():
        shared = run_folder() / "cache"
        shared.mkdir(exist_ok=True)
        root.mkdir(exist_ok=True)
        cache.symlink_to(shared)
