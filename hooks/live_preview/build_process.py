"""The process that builds the whole site for the preview, as often as :mod:`live_preview.builder` requests it.

A newer request replaces a build that has not ended. The process ends when its input does, which the preview holds open.
"""

import os
import pickle
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from queue import SimpleQueue
from shutil import rmtree
from threading import Thread
from typing import BinaryIO

from builds.caches import value_cache
from builds.garbage import collect_garbage_rarely
from builds.start import build_options, start_build
from live_preview.builder import Built
from live_preview.faults import describe_fault
from newsroom.publish.site_folder.staging import Staging
from newsroom.stages import NO_STAGES
from outside.indexing import Pagefind
from outside.repository import settings

_LOW_PRIORITY = 15


class _Superseded(BaseException):
    """A newer request has come. No handler of errors may catch it."""


class _Staging(Staging):
    """The folders of a build that ends where ``require_newest`` raises an error."""

    def __init__(self, site: Path, require_newest: Callable[[], None]) -> None:
        super().__init__(site)
        self._require_newest = require_newest

    def write(self, path: str, content: bytes) -> None:
        self._require_newest()
        super().write(path, content)


class _Index(Pagefind):
    """The search index of such a build."""

    def __init__(self, require_newest: Callable[[], None]) -> None:
        super().__init__()
        self._require_newest = require_newest

    def add(self, url: str, page: str) -> None:
        self._require_newest()
        super().add(url, page)


class _BuildProcess:
    def __init__(self, root: Path, site: Path, url: str) -> None:
        self._root, self._site, self._url = root, site, url
        self._requests: SimpleQueue[int] = SimpleQueue()
        self._is_first = True

    def run(self, answers: BinaryIO) -> None:
        Thread(target=self._read_requests, daemon=True).start()
        while True:
            revision = self._requests.get()
            with suppress(_Superseded):
                self._require_newest()
                built = self._build(revision)
                self._require_newest()
                pickle.dump(built, answers)
                answers.flush()
                _give_way()

    def _read_requests(self) -> None:
        for line in sys.stdin.buffer:
            self._requests.put(int(line))
        os._exit(0)

    def _require_newest(self) -> None:
        if not self._requests.empty():
            raise _Superseded

    def _build(self, revision: int) -> Built:
        staging = _Staging(self._site, self._require_newest)
        is_first, self._is_first = self._is_first, False
        rmtree(staging.building, ignore_errors=True)
        options = replace(
            build_options(self._root, staging, preview=True),
            index=_Index(self._require_newest),
            value_cache=value_cache(self._root, is_preview=True),
            stages=NO_STAGES,
            from_last_to_first=is_first,
        )
        faults: list[str] = []
        with describe_fault(faults.append):
            build = start_build(self._root, settings(self._root), (), options)
            build.write()
            build.publish()
            return Built(revision, build.problems, build.summary(self._url))
        return Built(revision, fault=faults[0])


def _give_way() -> None:
    """Leave the processors to the process that shows pages; the first build shares its work, so it must not wait."""
    if hasattr(os, "nice"):
        os.nice(max(0, _LOW_PRIORITY - os.nice(0)))


if __name__ == "__main__":
    collect_garbage_rarely()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C ends the preview, which ends this process
    answers, sys.stdout = sys.stdout.buffer, sys.stderr
    _BuildProcess(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]).run(answers)
