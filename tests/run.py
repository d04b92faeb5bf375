"""The folder of one test run."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

RUN = "NEWSROOM_TEST_RUN"
"""The variable that names it."""


def run_folder() -> Path:
    """A folder for all processes of the run: the first one makes it, the others find it by the environment."""
    if RUN not in os.environ:
        os.environ[RUN] = tempfile.mkdtemp(prefix="newsroom-tests-")
        atexit.register(shutil.rmtree, os.environ[RUN], ignore_errors=True)
    return Path(os.environ[RUN])
