"""Requests builds of the whole site from :mod:`live_preview.build_process`, so that pages do not wait for them."""

import pickle
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from typing import BinaryIO, cast

from newsroom.problems import Problem

_MODULE = "live_preview.build_process"
_HOOKS = Path(__file__).parents[1]


@dataclass(frozen=True)
class Built:
    """The end of a build.

    Attributes:
        revision: The number in the request.
        problems: The errors and warnings that it has found.
        summary: A few lines on what was made; "" if the build failed.
        fault: Why it failed.
    """

    revision: int
    problems: tuple[Problem, ...] = ()
    summary: str = ""
    fault: str = ""


class LiveBuilder:
    """Starts builds of a repository in another process.

    Args:
        url: The address at which the site is served.
        on_built: Called in a thread with the end of each build that no newer one has replaced.
    """

    def __init__(self, root: Path, site: Path, url: str, on_built: Callable[[Built], None]) -> None:
        self._command = [sys.executable, "-m", _MODULE, str(root.resolve()), str(site.resolve()), url]
        self._on_built = on_built
        self._revision = 0
        self._process: subprocess.Popen[bytes] | None = None

    def request(self, revision: int) -> None:
        """Build the site as the content is now, and not what was requested before."""
        self._revision = revision
        if self._process is None or self._process.poll() is not None:
            self._process = subprocess.Popen(self._command, cwd=_HOOKS, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
            Thread(target=self._receive, args=(self._process,), daemon=True).start()
        stream = cast("BinaryIO", self._process.stdin)
        with suppress(BrokenPipeError):  # if it has just ended, `_receive` says so
            stream.write(b"%d\n" % revision)
            stream.flush()

    def stop(self) -> None:
        """End the process. The next request starts another one, which knows nothing of the former."""
        process, self._process = self._process, None
        if process:
            process.kill()
            process.wait()

    def _receive(self, process: subprocess.Popen[bytes]) -> None:
        with suppress(EOFError, pickle.UnpicklingError):
            while True:
                self._on_built(pickle.load(cast("BinaryIO", process.stdout)))  # noqa: S301 - from our own process
        if process is self._process:
            self._on_built(Built(self._revision, fault="The program that builds the whole site has ended."))
