"""Starts and ends the process that works ahead of a build, :mod:`builds.ahead_process`."""

import subprocess
import sys
from pathlib import Path
from typing import IO, cast

from builds.process_copy import has_second_processor

_MODULE = "builds.ahead_process"
_HOOKS = Path(__file__).parents[1]
_started: list[subprocess.Popen[bytes]] = []
"""The processes that run. Each ends when its input is closed, so also when this process ends in any way."""


def start_working_ahead(root: Path) -> None:
    """Start the process for a build of a repository, unless there is only one processor."""
    if not has_second_processor():
        return
    command, silent = [sys.executable, "-m", _MODULE, str(root.resolve())], subprocess.DEVNULL
    _started.append(subprocess.Popen(command, cwd=_HOOKS, stdin=subprocess.PIPE, stdout=silent, stderr=silent))


def stop_working_ahead() -> None:
    """End the processes that were started, and wait until they have ended."""
    while _started:
        with _started.pop() as process:
            cast("IO[bytes]", process.stdin).close()
