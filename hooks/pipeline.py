"""MkDocs' events, in the order in which MkDocs calls them. No other module depends on MkDocs.

``config.extra["build"]`` holds the current ``Build``. Each build makes a new one, also under ``serve``.
"""

import logging
from functools import partial
from pathlib import Path
from typing import Any, cast
from urllib.parse import urlsplit

from mkdocs.commands.build import build as build_site
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler

from environment import hides_expired, report_published, today, withdrawals
from indexing import Pagefind
from newsroom.build import Build, open_build
from newsroom.problems import ContentError
from newsroom.publish.page import WebPage
from newsroom.publish.staging import Staging
from newsroom.publish.theme import is_shipped, strip_theme_markup
from ports import require_port

INCLUDED = InclusionLevel.INCLUDED
_FOR_DISK = "preview_for_disk"
_NOT_READY = "The content is not ready to be published."
log = logging.getLogger("mkdocs.hooks.newsroom")


def on_config(config: MkDocsConfig) -> None:
    """Read and check all content, before MkDocs touches anything."""
    root, values, is_served = Path(config.config_file_path).parent, config.extra.get("newsroom"), _is_served(config)
    staging, for_disk = Staging(Path(config.site_dir)), bool(config.extra.get(_FOR_DISK))
    if is_served:  # a preview has its own folder, so it needs no lock
        require_port(*config.dev_addr, site=staging.published)
    else:
        staging.lock(lambda: log.info("Another build of this site is running. This one starts when it has ended."))
    try:
        load = partial(open_build, root, values, today=today(), staging=staging, index=Pagefind(), for_disk=for_disk)
        build = load(preview=is_served or for_disk, hides_expired=hides_expired(), withdrawals=withdrawals())
    except ContentError as error:
        raise PluginError(f"{_NOT_READY}\n{error}") from error
    config.extra["build"] = build
    config.site_dir, config.watch = str(build.start_background_work()), [*config.watch, *build.watched_folders]
    config.edit_uri = config.edit_uri if config.repo_url else None
    config.docs_dir = "" if build.context.must_publish else config.docs_dir  # MkDocs would follow links in it


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Give MkDocs every page and asset, each under its path in the repository."""
    build = _build(config)
    theme_files = (file for file in files if file.src_dir != config.docs_dir and is_shipped(file.src_uri))
    pages = (_page_file(web_page, config) for web_page in build.site.pages)
    root, site, flag = str(build.root), config.site_dir, config.use_directory_urls
    named = sorted(build.assets.items())
    assets = (File(path, root, site, flag, dest_uri=url, inclusion=INCLUDED) for path, url in named)
    return Files([*theme_files, *assets, *pages])


def on_page_markdown(_markdown: str, page: Page, config: MkDocsConfig, **_: Any) -> str:
    """Set a page's title, template and dates. MkDocs renders no text, since the core has rendered it."""
    web_page = _build(config).site.page(page.file.src_uri)
    page.update_date, page.meta = web_page.updated, web_page.theme_metadata()
    return ""


def on_page_content(_html: str, page: Page, config: MkDocsConfig, **_: Any) -> str:
    """Give a page the HTML of its text."""
    return _build(config).page_html(page.file.src_uri)


def on_env(_env: object, config: MkDocsConfig, files: Files) -> None:
    """Write the files that need all pages. Every page has been rendered by now."""
    build, files_by_path = _build(config), {file.dest_uri: file for file in files}
    try:
        for path, content in build.files():
            build.staging.write(path, content)
            if file := files_by_path.get(path):  # MkDocs would overwrite it with the original
                files.remove(file)
    except ContentError as error:
        raise PluginError(f"{_NOT_READY}\n{error}") from error


def on_page_context(context: dict[str, Any], config: MkDocsConfig, page: Page, **_: Any) -> dict[str, Any]:
    """Give the theme the parts of a page, and drop the page's text: ten thousand pages would fill the memory."""
    html, page.content = page.content or "", None
    return context | {"ours": _build(config).render(page.file.src_uri, html, page.edit_url)}


def on_template_context(context: dict[str, Any], template_name: str, config: MkDocsConfig) -> dict[str, Any]:
    """Give the templates of the page for missing addresses and of the sitemap their values."""
    build = _build(config)
    return context | {"ours": build.sitemap() if template_name == "sitemap.xml" else build.render(None)}


def on_post_page(output: str, **_: Any) -> str:
    """Remove markup that only the theme's script needs."""
    return strip_theme_markup(output)


on_post_template = on_post_page


def on_post_build(config: MkDocsConfig) -> None:
    """Replace the old site with the new one, unless a strict build is about to fail."""
    build = _build(config)
    config.site_dir = str(build.staging.published)
    if build.is_served:
        require_port(*config.dev_addr, site=build.staging.published)
    if build.is_preview or build.context.must_publish:  # MkDocs must not stop at its own warnings
        _warnings().clear()
    if not _warnings():
        build.publish()
        report_published(build.announcements, is_incomplete=build.context.is_incomplete)
        log.info(build.summary(str(config.site_url) if build.is_served else f"{config.site_dir}/"))


def build_preview(root: Path, site_dir: Path) -> Build:
    """Build the preview into a folder, to be opened from disk. No error in content stops it."""
    config = load_config(str(root / "mkdocs.yml"), site_dir=str(site_dir), strict=False)
    config.extra[_FOR_DISK] = True
    build_site(config)
    return _build(config)


def _is_served(config: MkDocsConfig) -> bool:
    """Whether `serve` has replaced the site's address with its own."""
    own = (config.extra.get("newsroom") or {}).get("site_url")
    return config.site_url != own and urlsplit(config.site_url or "").netloc == str(config.dev_addr)


def _build(config: MkDocsConfig) -> Build:
    return cast("Build", config.extra["build"])


def _page_file(web_page: WebPage, config: MkDocsConfig) -> File:
    file = File.generated(config, web_page.path, content="", inclusion=INCLUDED)
    file.dest_uri = f"{web_page.url}index.html"
    file.edit_uri = web_page.path if web_page.document else None
    return file


def _warnings() -> dict[int, int]:
    counters = (handler for handler in logging.getLogger("mkdocs").handlers if isinstance(handler, CountHandler))
    return next((counter.counts for counter in counters), {})
