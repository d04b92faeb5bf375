"""What a build writes, without the engine."""

from collections.abc import Mapping
from pathlib import Path

from tests.support import ROOT, SETTINGS, open_newsroom


def published(
    root: Path,
    files: Mapping[str, str | bytes],
    *,
    settings: Mapping[str, object] = SETTINGS,
    preview: bool = False,
) -> dict[str, bytes]:
    """What a build of the files writes besides the pages: each path on the site with its content."""
    build = open_newsroom(root, files, settings=settings, preview=preview)
    overrides = root / "overrides"
    if not overrides.exists():
        overrides.symlink_to(ROOT / "overrides")
    for page in build.site.pages:
        build.page_html(page.path)
    return dict(build.files())
