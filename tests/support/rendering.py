"""What a build writes, without the engine."""

import json
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urljoin

from lxml import html
from lxml.html import HtmlElement

from newsroom.build import Build
from newsroom.publish.templates import PageParts
from tests.support import SETTINGS, SHARED_VALUES, open_newsroom, write_files
from tests.support.theme import THEME
from tests.support.workers import share_cache


def published(
    root: Path,
    files: Mapping[str, str | bytes],
    *,
    settings: Mapping[str, object] = SETTINGS,
    preview: bool = False,
) -> dict[str, bytes]:
    """What a build of the files writes besides the pages: each path on the site with its content.

    Builds of the same files in folders that were empty are one build.
    """
    if root.exists() and any(root.iterdir()):
        return _written(root, files, settings, preview=preview)
    write_files(root, files)
    link_templates(root)
    return dict(_written_alone(tuple(sorted(files.items())), json.dumps(dict(settings)), preview))


@lru_cache(maxsize=32)
def _written_alone(files: tuple[tuple[str, str | bytes], ...], settings: str, preview: bool) -> Mapping[str, bytes]:
    with TemporaryDirectory(prefix="published-") as folder:
        return _written(Path(folder), dict(files), json.loads(settings), preview=preview)


def _written(
    root: Path, files: Mapping[str, str | bytes], settings: Mapping[str, object], *, preview: bool
) -> dict[str, bytes]:
    share_cache(root)
    return dict(written(open_newsroom(root, files, settings=settings, preview=preview, values=SHARED_VALUES)))


def written(build: Build) -> Iterator[tuple[str, bytes]]:
    """What an open build writes besides the pages, file by file."""
    link_templates(build.root)
    for page in build.site.pages:
        build.page_html(page.path)
    yield from build.files()
    yield from build.late_files()


def page_parts(build: Build, path: str | None) -> PageParts:
    """A page as the templates print it, without the theme's frame; None is the page for missing addresses."""
    link_templates(build.root)
    page, html = (None, "") if path is None else (build.site.page(path), build.page_html(path))
    return build.templates.page_parts(*build.page_values(page, html))


def body(build: Build, path: str | None) -> HtmlElement:
    """What a page shows between header and footer. Addresses are made absolute paths, but for those of sections."""
    found = html.fragment_fromstring(page_parts(build, path).body, create_parent="div")
    for link in found.xpath(".//a[not(starts-with(@href, '#'))]"):
        link.set("href", urljoin(f"/{build.site.page(path).url if path else ''}", link.get("href", "")))
    return found


def words(element: HtmlElement) -> str:
    """The words of an element, with single spaces."""
    return " ".join(element.text_content().split())


def link_templates(root: Path) -> None:
    """Let a repository without templates of its own use those that are shipped."""
    if not (root / "overrides").exists():
        (root / "overrides").symlink_to(THEME)
