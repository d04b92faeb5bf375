"""The process that works ahead of a build: fills the cache from the last page on, while the build starts at the first.

The two share only the cache. The build finds there what the other process has computed, and computes the rest itself,
so its pages do not depend on whether there is another process.
"""

import os
import sys
from pathlib import Path
from threading import Thread

from builds.caches import value_cache
from builds.garbage import collect_garbage_rarely
from newsroom.open_build import load_build
from newsroom.publish.build_options import BuildOptions
from newsroom.site_settings import recover_site_settings
from outside.environment import read_variables
from outside.repository import readable_settings


def main(root: Path) -> None:
    """Fill the cache of a repository. Errors in content are for the build to report."""
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
