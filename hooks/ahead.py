"""Starts and ends the second process of a build, `working_ahead.py`."""

import subprocess
import sys
from pathlib import Path
from typing import IO, cast

from second_process import has_second_processor

_PROGRAM = Path(__file__).with_name("working_ahead.py")
_started: list[subprocess.Popen[bytes]] = []
"""The processes that run. Each ends when its input is closed, so also when this process ends in any way."""


def start_working_ahead(root: Path) -> None:
    """Start the process for a build of a repository, unless there is only one processor."""
    if not has_second_processor():
        return
    command = [sys.executable, str(_PROGRAM), str(root)]
    _started.append(
        subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    )


def stop_working_ahead() -> None:
    """End the processes that were started, and wait until they have ended."""
    while _started:
        with _started.pop() as process:
            cast("IO[bytes]", process.stdin).close()
