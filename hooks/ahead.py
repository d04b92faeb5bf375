"""A second process that fills the cache from the last page to the first, while a build goes from the first to the last.

The two share only the cache. The build finds there what the other process has computed, and computes the rest itself,
so its pages do not depend on whether there is another process.
"""

import os
import subprocess
import sys
from pathlib import Path
from threading import Thread
from typing import IO, cast

from second_process import has_second_processor

_started: list[subprocess.Popen[bytes]] = []
"""The processes that run. Each ends when its input is closed, so also when this process ends in any way."""


def start_working_ahead(root: Path) -> None:
    """Start the process for a build of a repository, unless there is only one processor."""
    if not has_second_processor():
        return
    command = [sys.executable, __file__, str(root)]
    _started.append(
        subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    )


def stop_working_ahead() -> None:
    """End the processes that were started, and wait until they have ended."""
    while _started:
        with _started.pop() as process:
            cast("IO[bytes]", process.stdin).close()


def main(root: Path) -> None:
    """Fill the cache of a repository. Errors in content are for the build to report."""
    from caches import value_cache
    from environment import read_variables
    from newsroom.open_build import load_build
    from newsroom.publish.build_options import BuildOptions
    from newsroom.site_settings import recover_site_settings
    from repository import readable_settings
    from start import collect_garbage_rarely

    collect_garbage_rarely()
    Thread(target=_end_with_the_build, daemon=True).start()
    known, _ = recover_site_settings(readable_settings(root)[0])
    day, cache = read_variables().today, value_cache(root, is_ahead=True)
    build = load_build(root, known, BuildOptions(today=day, value_cache=cache, from_last_to_first=True))
    build.work_ahead()


def _end_with_the_build() -> None:
    sys.stdin.read()
    os._exit(0)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
