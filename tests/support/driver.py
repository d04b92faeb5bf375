"""Builds a site without an engine: ``python -m tests.support.driver ROOT SITE``, in place of ``mkdocs build``."""

import sys
from pathlib import Path

from newsroom.publish.staging import Staging
from repository import settings
from start import start_build

ENGINES = ("mkdocs", "properdocs", "material")


def build_site(root: Path, site: Path) -> None:
    """Build the site of the repository in ``root`` into a folder. Raises ContentError if it has errors."""
    build = start_build(root, settings(root), Staging(site), is_served=False, for_disk=False)
    build.write()
    build.publish()


if __name__ == "__main__":
    build_site(*map(Path, sys.argv[1:]))
    print("Engines imported:", *(name for name in ENGINES if name in sys.modules))
