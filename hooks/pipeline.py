"""MkDocs' events, in the order in which MkDocs calls them. The only module that knows the engine.

One ``Build`` in ``config.extra["build"]`` holds what one build knows; each build makes its own, under ``serve`` too.
A build is written beside the site's folder and takes its place when it has succeeded, so that readers never meet
half a site, nor one that failed a check.
"""

import logging
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any, cast
from urllib.parse import urlsplit

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents
from mkdocs.utils import CountHandler

import surroundings
from newsroom.build import Build, open_build
from newsroom.problems import ContentError
from newsroom.publish.web import WebPage

log = logging.getLogger("mkdocs.hooks.newsroom")


def on_config(config: MkDocsConfig) -> None:
    """Read and check all content, before MkDocs touches anything."""
    try:
        build = open_build(
            Path(config.config_file_path).parent,
            config.extra.get("newsroom"),
            today=surroundings.today(),
            preview=urlsplit(config.site_url or "").netloc == str(config.dev_addr),
            site_dir=Path(config.site_dir),
        )
    except ContentError as error:
        raise _not_ready(error) from error
    config.extra["build"] = build
    config.site_dir = str(build.staging.building)
    if not config.repo_url:
        config.edit_uri = None
    if build.is_preview:
        _report_only(config)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Hand over every page and file under its path in the repository, so that links mean there what they mean here."""
    build = _build(config)
    theirs = [file for file in files if file.src_dir != config.docs_dir and not file.src_uri.startswith("email/")]
    handed = Files([*theirs, *_standing_assets(files, config)])
    for path in sorted(build.assets()):
        handed.append(File(path, build.root.as_posix(), config.site_dir, config.use_directory_urls))
    for web_page in build.site.pages:
        handed.append(_page_file(web_page, config))
    for path in build.planned_files():
        handed.append(File.generated(config, path, content=b"", inclusion=InclusionLevel.INCLUDED))
    return handed


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, **_: Any) -> str:
    """Give a page its text, title, template and dates; MkDocs, which knows other metadata, must not look for any."""
    web_page = _web_page(page, config)
    if web_page:
        page.update_date = web_page.updated
        page.meta = {
            "title": escape(web_page.title),
            "description": escape(web_page.summary),
            "template": web_page.template,
            "lang": web_page.lang,
            "search": {"exclude": not web_page.in_search},
            "hide": ["navigation", "toc"],
        }
        return _build(config).take_body(web_page.path)
    return markdown


def on_page_content(html: str, page: Page, config: MkDocsConfig, **_: Any) -> str:
    """Keep the HTML of a page's body: feeds and email are made from it."""
    _build(config).add_rendered(page.file.src_uri, html)
    page.markdown = ""
    return html


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Every page is rendered and nothing written yet: make the feeds, the emails and the redirects."""
    build = _build(config)
    env.autoescape = build.escapes
    try:
        for path, content in build.files():
            cast("File", files.get_file_from_path(path)).content_bytes = content
    except ContentError as error:
        raise _not_ready(error) from error
    return env


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, **_: Any) -> dict[str, Any]:
    """Give a page's template what it needs."""
    return context | _build(config).context(_web_page(page, config))


def on_template_context(context: dict[str, Any], config: MkDocsConfig, **_: Any) -> dict[str, Any]:
    """Give the theme's own templates, as the 404 page, what every page has."""
    return context | _build(config).context(None)


def on_post_page(output: str, page: Page, **_: Any) -> str:
    """Let go of what is written: ten thousand pages would fill the memory."""
    page.content, page.toc = None, TableOfContents([])
    return output


def on_post_build(config: MkDocsConfig) -> None:
    """Everything is written: let the new site take the old one's place, unless a strict build is about to fail."""
    build = _build(config)
    config.site_dir = str(build.staging.site)
    if not _is_failing_strictly():
        build.staging.publish()
        log.info(build.summary(str(config.site_url) if build.is_preview else f"{config.site_dir}/"))


def _build(config: MkDocsConfig) -> Build:
    return cast("Build", config.extra["build"])


def _web_page(page: Page, config: MkDocsConfig) -> WebPage | None:
    return _build(config).site.page(page.file.src_uri)


def _page_file(web_page: WebPage, config: MkDocsConfig) -> File:
    file = File.generated(config, web_page.path, content="", inclusion=InclusionLevel.INCLUDED)
    file.dest_uri = f"{web_page.url}index.html"
    file.edit_uri = web_page.path if web_page.document else None
    return file


def _standing_assets(files: Files, config: MkDocsConfig) -> Iterator[File]:
    for file in files:
        if file.src_dir == config.docs_dir and not file.is_documentation_page():
            root = str(Path(config.docs_dir).parent)
            path = f"{Path(config.docs_dir).name}/{file.src_uri}"
            yield File(path, root, config.site_dir, config.use_directory_urls, dest_uri=file.dest_uri)


def _report_only(config: MkDocsConfig) -> None:
    """In a preview the page itself says what is wrong; MkDocs must not stop at what it finds besides."""
    for group in (config.validation.nav, config.validation.links):
        for name in group:
            group[name] = min(group[name], logging.INFO)


def _is_failing_strictly() -> bool:
    counters = (handler for handler in logging.getLogger("mkdocs").handlers if isinstance(handler, CountHandler))
    return any(counter.get_counts() for counter in counters)


def _not_ready(error: ContentError) -> PluginError:
    return PluginError(f"The content is not ready to be published.\n{error}")
