"""Builds a site without an engine: ``python -m tests.support.driver ROOT SITE``, in place of ``mkdocs build``."""

import sys
from pathlib import Path

from command import build_site

ENGINES = ("mkdocs", "properdocs", "material")


if __name__ == "__main__":
    root, site = map(Path, sys.argv[1:])
    build_site(root, site)
    print("Engines imported:", *(name for name in ENGINES if name in sys.modules))
