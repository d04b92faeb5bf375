"""The browser editor at ``/edit/``, in which people write without git and YAML: Sveltia CMS, with forms for each model.

``collections.py`` makes its configuration from the content types, and ``fields.py`` the fields of each form from the
JSON Schema of a model, so a new type or field is in the editor without more code. This module writes the files.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from newsroom.problems import SETTINGS_FILE, ContentError, Problem
from newsroom.publish.build_context import TEMPLATE_FOLDER, BuildContext
from newsroom.publish.editor.collections import Configuration, editor_forms, repository_name
from newsroom.publish.hosting.content_policy import EDITOR_POLICY
from newsroom.publish.output import Output
from newsroom.publish.pages.page import EDITOR_URL
from newsroom.publish.theme.environment import template_environment

__all__ = ["Configuration", "Editor", "editor_forms"]

PACKAGES = "editor/node_modules"
"""The folder with the npm packages, which ``make`` installs."""
_CMS = "@sveltia/cms"
_SCRIPT = "npm/index.js"
_YAML = "js-yaml/dist/browser/js-yaml.esm.min.mjs"
_PAGE = "index.html"
_OWN_FILES = (
    "editor.js",
    "front-matter.js",
    "kept-focus.js",
    "kept-text.js",
    "line-breaks.js",
    "word-lists.js",
    "editor.css",
)
_CHANGES = (
    (re.compile(rb"\.\./(locales/[A-Za-z-]+)\.json\b"), rb"../\1.js"),
    (re.compile(rb"url\(https://cdn\.jsdelivr\.net/[^)]*\)"), rb"local(-)"),
    (re.compile(rb"https://www\.githubstatus\.com/api/v2/status\.json"), rb'data:,{"status":{"indicator":"none"}}'),
    (re.compile(rb",`maximum-scale=1`"), rb""),
)
"""What is changed in the script.

It expects a bundler that turns its translations into scripts, since browsers import JSON only with an attribute that it
does not use (https://tc39.es/proposal-json-modules/). Its style sheet names fonts on another host, although it brings
its own, and it asks a third host whether GitHub works. It forbids people to enlarge its page on a phone.
"""


@dataclass(frozen=True)
class EditorPage:
    """The value that the page of the editor prints. ``policy`` is its Content Security Policy."""

    policy: str
    site_name: str
    contact: str


class Editor(Output):
    """Publishes the editor, if the settings ask for it."""

    def __init__(self, context: BuildContext) -> None:
        super().__init__(context)
        self._is_wanted = context.settings.editor
        self._templates = context.root / TEMPLATE_FOLDER
        if not self._is_wanted:
            return
        self.paths = tuple(f"{EDITOR_URL}{name}" for name in (_PAGE, *_OWN_FILES))
        if not context.library.preview and not repository_name(context.settings.repository_url):
            what = "`editor` is true, but `repository_url` is not the address of a repository at GitHub"
            fix = "set it to an address like https://github.com/elm/site, or set `editor: false`"
            self.problems = (Problem("editor-repository-missing", SETTINGS_FILE, None, what, fix),)

    @property
    def start_links(self) -> tuple[tuple[str, str], ...]:
        """The editor's page."""
        return (("editor", f"{EDITOR_URL}{_PAGE}"),) if self._is_wanted else ()

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Yield each file. Raises ContentError if the npm packages are not installed."""
        if not self._is_wanted:
            return
        context, settings = self._context, self._context.settings
        packages = context.root / PACKAGES
        package_files = dict(_package_files(packages))
        t = context.translations[settings.default_language]
        configuration = Configuration(context.library, settings, editor_forms(context.library, t))
        page = EditorPage(EDITOR_POLICY, settings.site_name, settings.contact)
        templates = template_environment(self._templates, or_plain=context.must_publish)
        yield f"{EDITOR_URL}{_PAGE}", templates.get_template(f"editor/{_PAGE}").render(page=page).encode()
        for name in _OWN_FILES:
            yield f"{EDITOR_URL}{name}", (self._templates / "editor" / name).read_bytes()
        yield f"{EDITOR_URL}config.json", _json(configuration.config)
        yield f"{EDITOR_URL}formats.json", _json(configuration.formats)
        for path, content in package_files.items():
            yield f"{EDITOR_URL}{path}", content


def _package_files(packages: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the packages' files that a browser loads."""
    cms = packages / _CMS
    try:
        yield "yaml.js", (packages / _YAML).read_bytes()
        for file in sorted((cms / "npm").rglob("*")):
            if file.is_file() and file.suffix != ".map":
                path = file.relative_to(cms).as_posix()
                content = file.read_bytes()
                yield f"cms/{path}", _adapt(content) if path == _SCRIPT else content
        for file in sorted((cms / "locales").glob("*.json")):
            yield f"cms/locales/{file.stem}.js", b"export default " + file.read_bytes()
        (cms / _SCRIPT).stat()
    except OSError as error:
        what = f"`editor` is true, but its program is not in {PACKAGES}/"
        fix = "build with `make site` or `make serve`, which install it, or run `make editor` first"
        raise ContentError([Problem("editor-not-installed", SETTINGS_FILE, None, what, fix)]) from error


def _adapt(script: bytes) -> bytes:
    for pattern, replacement in _CHANGES:
        script = pattern.sub(replacement, script)
    return script


def _json(value: Mapping[str, object]) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
