"""Builds a site without an engine: ``python -m tests.support.driver ROOT SITE``, in place of ``mkdocs build``."""

import sys
from pathlib import Path

from caches import value_cache
from environment import hides_expired, publish_anyway, today
from indexing import Pagefind
from newsroom.open_build import open_build
from newsroom.publish.staging import Staging
from repository import settings

ENGINES = ("mkdocs", "properdocs", "material")


def build_site(root: Path, site: Path) -> None:
    """Build the site of the repository in ``root`` into a folder. Raises ContentError if it has errors."""
    build = open_build(
        root,
        settings(root),
        today=today(),
        staging=Staging(site),
        index=Pagefind(),
        value_cache=value_cache(root),
        hides_expired=hides_expired(),
        publish_anyway=publish_anyway(),
    )
    build.start_background_work()
    build.write()
    build.publish()


if __name__ == "__main__":
    build_site(*map(Path, sys.argv[1:]))
    print("Engines imported:", *(name for name in ENGINES if name in sys.modules))
