"""Rendering pages as the engine does, without the engine: Python-Markdown with the extensions of mkdocs.yml."""

import posixpath
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit
from xml.etree.ElementTree import Element

import yaml
from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from newsroom.build import Build
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
    names, configs = extensions()
    markdown = Markdown(extensions=[*names, build.markdown_extension], extension_configs=configs)
    markdown.treeprocessors.register(_Links(markdown, build, page), "links", 0)
    return markdown.convert(build.take_body(page.path))


class _Links(Treeprocessor):
    """Turns paths of files into addresses relative to a page; leaves what leads to no file of ours."""

    def __init__(self, markdown: Markdown, build: Build, page: WebPage) -> None:
        super().__init__(markdown)
        self._build = build
        self._page = page
        self._pages = {page.path: page for page in build.site.pages}

    def run(self, root: Element) -> None:
        for element in root.iter():
            for name in {"href", "src"} & set(element.attrib):
                element.set(name, self._address(element.attrib[name]))

    def _address(self, target: str) -> str:
        parts = urlsplit(target)
        if not parts.path:
            return target
        path = posixpath.normpath(posixpath.join(posixpath.dirname(self._page.path), unquote(parts.path)))
        page = self._pages.get(path)
        if page:
            address = f"{posixpath.relpath(page.url or '.', self._page.url or '.')}/"
        elif path in self._build.assets:
            address = quote(posixpath.relpath(path.removeprefix("docs/"), self._page.url or "."))
        else:
            return target
        return parts._replace(path=address).geturl()


@cache
def extensions() -> tuple[list[str], dict[str, dict[str, object]]]:
    """The Markdown extensions in mkdocs.yml: their names, and what is set for them."""

    class Loader(yaml.SafeLoader):
        """SafeLoader to which ``!ENV`` and the like are None."""

    Loader.add_multi_constructor("", lambda _loader, _suffix, _node: None)
    with (ROOT / "mkdocs.yml").open(encoding="utf-8") as file:
        listed = yaml.load(file, Loader)["markdown_extensions"]  # noqa: S506
    configs = {name: options for entry in listed if isinstance(entry, dict) for name, options in entry.items()}
    names = [entry for entry in listed if isinstance(entry, str)]
    return [*names, *configs], configs
