"""MkDocs' events, in the order in which MkDocs calls them. No other module depends on MkDocs.

MkDocs reads mkdocs.yml, serves the preview, and counts warnings. The core renders and writes the site.

``config.extra["build"]`` holds the current ``Build``. Each build makes a new one, also under ``serve``.
"""

import logging
from pathlib import Path
from typing import cast
from urllib.parse import urlsplit

from mkdocs.commands.build import build as build_site
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files
from mkdocs.utils import CountHandler

from caches import value_cache
from environment import read_variables, recover_settings, report_published
from indexing import Pagefind
from newsroom.build import Build
from newsroom.open_build import open_build
from newsroom.problems import ContentError
from newsroom.publish.staging import Staging
from ports import require_port

_FOR_DISK = "preview_for_disk"
_NOT_READY = "The content is not ready to be published."
log = logging.getLogger("mkdocs.hooks.newsroom")


def on_config(config: MkDocsConfig) -> None:
    """Read and check all content, before MkDocs touches anything."""
    root, is_served, variables = Path(config.config_file_path).parent, _is_served(config), read_variables()
    values, faults = recover_settings(root, config.extra.get("newsroom"))
    staging, for_disk = Staging(Path(config.site_dir)), bool(config.extra.get(_FOR_DISK))
    cache = value_cache(root, is_preview=is_served)
    if is_served:  # a preview has its own folder, so it needs no lock
        require_port(*config.dev_addr, site=staging.published)
    else:
        staging.lock(lambda: log.info("Another build of this site is running. This one starts when it has ended."))
    try:
        build = open_build(
            root,
            values,
            today=variables.today,
            preview=is_served or for_disk,
            for_disk=for_disk,
            staging=staging,
            index=Pagefind(),
            value_cache=cache,
            hides_expired=variables.hides_expired,
            publish_anyway=variables.publish_anyway,
            faults=(*variables.faults, *faults),
        )
    except ContentError as error:
        raise PluginError(f"{_NOT_READY}\n{error}") from error
    config.extra["build"] = build
    config.site_dir, config.watch = str(build.start_background_work()), [*config.watch, *build.watched_folders]
    config.docs_dir = "" if build.context.must_publish else config.docs_dir  # MkDocs would follow links in it
    config.theme.static_templates.clear()


def on_files(_files: Files, config: MkDocsConfig) -> Files:
    """Write the site. MkDocs gets no file, so it renders and copies nothing."""
    try:
        _build(config).write()
    except ContentError as error:
        raise PluginError(f"{_NOT_READY}\n{error}") from error
    return Files([])


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
    values = config.extra.get("newsroom")
    own = values.get("site_url") if isinstance(values, dict) else None
    return config.site_url != own and urlsplit(config.site_url or "").netloc == str(config.dev_addr)


def _build(config: MkDocsConfig) -> Build:
    return cast("Build", config.extra["build"])


def _warnings() -> dict[int, int]:
    counters = (handler for handler in logging.getLogger("mkdocs").handlers if isinstance(handler, CountHandler))
    return next((counter.counts for counter in counters), {})
