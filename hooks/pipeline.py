"""MkDocs' events, in the order in which MkDocs calls them. No other module depends on MkDocs.

MkDocs reads mkdocs.yml and counts warnings. The core renders and writes the site.

``config.extra["build"]`` holds the current ``Build``, or ``Unchanged`` if nothing has changed since the last one.
Importing the core takes a second, so ``Unchanged`` does without.
"""

import logging
from pathlib import Path
from typing import TYPE_CHECKING, cast

from mkdocs.commands.build import build as build_site
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import Files
from mkdocs.utils import CountHandler

from builds.ahead import stop_working_ahead
from builds.garbage import collect_garbage_rarely
from builds.last_build import LastBuild, Unchanged
from live_preview.serving import is_live, is_served
from newsroom.problems import ContentError
from newsroom.publish.site_folder.staging import Staging
from outside.environment import read_variables, report_published

if TYPE_CHECKING:
    from live_preview.server import PreviewServer
    from newsroom.build import Build

_FOR_DISK = "preview_for_disk"
_NOT_READY = "The content is not ready to be published."
log = logging.getLogger("mkdocs.hooks.newsroom")


def on_config(config: MkDocsConfig) -> None:
    """Read and check all content, before MkDocs touches anything; only its fingerprint if nothing has changed.

    For a live preview MkDocs builds nothing: ``PreviewServer`` does.
    """
    config.theme.static_templates, config.theme.dirs = set(), []  # else MkDocs looks at the theme's 14,000 files
    if _is_served(config) and is_live():
        return
    collect_garbage_rarely()
    staging = Staging(Path(config.site_dir))
    if not _is_served(config):  # a preview has its own folder, so it needs no lock
        staging.lock(lambda: log.info("Another build of this site is running. This one starts when it has ended."))
    config.site_dir = str(staging.building)
    try:
        config.extra["build"] = _unchanged(config, staging) or _open_build(config, staging)
    except ContentError as error:
        raise PluginError(f"{_NOT_READY}\n{error}") from error


def on_files(_files: Files, config: MkDocsConfig) -> Files:
    """Write the site. MkDocs gets no file, so it renders and copies nothing."""
    try:
        if not isinstance(build := _build(config), Unchanged | None):
            build.write()
    except ContentError as error:
        raise PluginError(f"{_NOT_READY}\n{error}") from error
    return Files([])


def on_post_build(config: MkDocsConfig) -> None:
    """Replace the old site with the new one, unless a strict build is about to fail."""
    stop_working_ahead()
    if not (build := _build(config)):
        return
    config.site_dir = str(build.staging.published)
    if not isinstance(build, Unchanged):
        _publish(build, config)
    elif not _warnings():
        report_published((), is_incomplete=False)
        log.info(f"Nothing has changed since the last build.\n{build.summary}")
    build.staging.unlock()


def on_serve(server: LiveReloadServer, config: MkDocsConfig, **_: object) -> "PreviewServer":
    """Replace MkDocs' server, which rebuilds the whole site at each change, before it shows any page."""
    from live_preview.server import PreviewServer

    server.server_close()
    address = (*config.dev_addr, server.mount_path)
    try:
        return PreviewServer(_root(config), Path(config.site_dir), *address, log=log.info)
    except ContentError as error:
        raise PluginError(f"{_NOT_READY}\n{error}") from error


def build_preview(root: Path, site_dir: Path) -> "Build":
    """Build the preview into a folder, to be opened from disk. No error in content stops it."""
    config = load_config(str(root / "mkdocs.yml"), site_dir=str(site_dir), strict=False)
    config.extra[_FOR_DISK] = True
    build_site(config)
    return cast("Build", _build(config))


def _is_served(config: MkDocsConfig) -> bool:
    return is_served(config.site_url, config.extra.get("newsroom"), str(config.dev_addr))


def _build(config: MkDocsConfig) -> "Build | Unchanged | None":
    return cast("Build | Unchanged | None", config.extra.get("build"))


def _unchanged(config: MkDocsConfig, staging: Staging) -> Unchanged | None:
    """The last build, if it had the same input and the site is as it left it; else None, also for a preview."""
    if _is_served(config) or _FOR_DISK in config.extra:
        return None
    config.extra["last_build"] = LastBuild(_root(config), staging, config.extra.get("newsroom"), read_variables())
    return cast("LastBuild", config.extra["last_build"]).if_unchanged()


def _open_build(config: MkDocsConfig, staging: Staging) -> "Build":
    from builds.start import INPUT, build_options, start_build
    from outside.repository import recover_committed_settings

    if last := config.extra.get("last_build"):
        last.start(INPUT)
    root, for_disk = _root(config), _FOR_DISK in config.extra
    options = build_options(root, staging, preview=for_disk or _is_served(config), for_disk=for_disk)
    build = start_build(root, *recover_committed_settings(root, config.extra.get("newsroom")), options)
    config.docs_dir = "" if build.context.must_publish else config.docs_dir  # MkDocs would follow links in it
    return build


def _publish(build: "Build", config: MkDocsConfig) -> None:
    if build.is_preview or build.context.must_publish:  # MkDocs must not stop at its own warnings
        _warnings().clear()
    elif _warnings():
        return
    build.publish()
    summary = build.summary(str(config.site_url) if build.is_served else f"{config.site_dir}/")
    report_published(build.announcements, is_incomplete=build.context.is_incomplete)
    log.info(summary)
    build.context.stages.end()
    if not (build.is_preview or build.context.must_publish or build.announcements):
        config.extra["last_build"].finish(summary)


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent


def _warnings() -> dict[int, int]:
    handlers = logging.getLogger("mkdocs").handlers
    return next((handler.counts for handler in handlers if isinstance(handler, CountHandler)), {})
