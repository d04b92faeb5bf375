"""Rendering pages without the engine, as the check does: Python-Markdown with the extensions of mkdocs.yml."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import surroundings
from newsroom.build import Build
from newsroom.markup import Dialect, Location, parse_dialect
from newsroom.markup import render as render_markdown
from newsroom.publish.page import WebPage
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
        build.page_html(page.path, render(build, page))
    return dict(build.files())


def render(build: Build, page: WebPage) -> str:
    """The HTML of a page's body, with links relative to the page's own address."""
    body = build.take_body(page.path)
    location = Location(page.path, page.url, build.addresses())
    return render_markdown(body, dialect(), location, build.markdown_extension)


@cache
def dialect() -> Dialect:
    """The Markdown that this repository is written in."""
    return parse_dialect(surroundings.markdown_extensions(ROOT))


def extensions() -> tuple[list[str], dict[str, dict[str, object]]]:
    """The Markdown extensions in mkdocs.yml: their names, and what is set for them."""
    return list(dialect().extensions), {name: dict(config) for name, config in dialect().configs.items()}
