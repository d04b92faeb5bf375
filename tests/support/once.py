"""What is the same for all builds of a run, made once: tests make thousands of builds, each in a folder of its own."""

import marshal
from collections.abc import Collection, Mapping
from copy import deepcopy
from functools import cache, lru_cache
from importlib.metadata import version
from types import CodeType
from weakref import WeakKeyDictionary

import pytest
from jinja2 import Environment
from pydantic import BaseModel

from newsroom.cache import Cache
from newsroom.check.consent.lives import LifeQuestions
from newsroom.content.outline import RenderedText
from newsroom.markup import render_markdown
from newsroom.publish import build_context
from newsroom.publish.cards import background, draw
from newsroom.publish.theme import material as theme
from newsroom.read import page
from newsroom.translations import Translations
from newsroom.value_cache import ValueCache
from tests.run import run_folder

_OPTIONS = ("trim_blocks", "lstrip_blocks", "keep_trailing_newline", "finalize", "undefined")
_SHORT = 2_000
"""Characters of the longest text of a page that is kept: longer ones are there to see how long they take."""


def compute_once(patch: pytest.MonkeyPatch) -> None:
    """Let all builds of the run share the compiled templates and the cache, and those of a process what they read.

    Nothing is shared that a test calls itself: texts, for example, are kept for the pages of a build alone.
    """
    _compile_once(patch)
    _read_catalogues_once(patch)
    _read_life_phrases_once(patch)
    _render_texts_once(patch)
    _make_schemas_once(patch)
    patch.setattr(build_context, "version", cache(version))
    patch.setattr(theme, "theme_folder", cache(theme.theme_folder))
    patch.setattr(draw, "render_frame", lru_cache(maxsize=32)(background.render_frame))
    _keep_shared_cache(patch)


def _compile_once(patch: pytest.MonkeyPatch) -> None:
    """Share code between environments with the same options, filters and tests, wherever the template's file is."""
    compiled: dict[str, CodeType] = {}
    known: WeakKeyDictionary[Environment, str] = WeakKeyDictionary()
    compile_new = Environment.compile

    def compile_(self: Environment, source: str, name: str | None = None, filename: str | None = None) -> CodeType:
        escape = self.autoescape(name) if callable(self.autoescape) else self.autoescape
        if self not in known:  # it has all its filters before its first template
            known[self] = _settings(self)
        key = f"{name!r} {escape} {known[self]} {source}"
        if key not in compiled:
            cache = Cache(run_folder() / "templates")
            code = cache.get(key, b"", lambda _: marshal.dumps(compile_new(self, source, name, filename)))
            compiled[key] = marshal.loads(code)  # noqa: S302 (this run wrote it)
        return compiled[key]

    patch.setattr(Environment, "compile", compile_)


def _settings(environment: Environment) -> str:
    options = {option: _name(getattr(environment, option)) for option in _OPTIONS}
    functions = {key: _name(function) for key, function in (environment.filters | environment.tests).items()}
    return f"{options} {functions} {sorted(environment.extensions)}"


def _name(value: object) -> str:
    """A name for a function or a class that is the same in every process."""
    return f"{getattr(value, '__module__', '')}.{getattr(value, '__qualname__', value)}"


def _read_catalogues_once(patch: pytest.MonkeyPatch) -> None:
    read: dict[str, dict[str, object]] = {}
    read_new = Translations.__init__

    def init(
        self: Translations,
        lang: str,
        named: Mapping[str, Mapping[str, str]] | None = None,
        own_texts: Mapping[str, str] | None = None,
    ) -> None:
        if lang not in read:
            read_new(self, lang)
            read[lang] = vars(self).copy()
        vars(self).update({**read[lang], "named": named or {}, "own_texts": own_texts or {}})

    patch.setattr(Translations, "__init__", init)


def _read_life_phrases_once(patch: pytest.MonkeyPatch) -> None:
    read: dict[str, object] = {}
    read_new = LifeQuestions.__init__

    def init(self: LifeQuestions, answers: ValueCache) -> None:
        if not read:
            read_new(self, answers)
            read.update(vars(self))
        vars(self).update({**read, "_answers": answers})

    patch.setattr(LifeQuestions, "__init__", init)


def _render_texts_once(patch: pytest.MonkeyPatch) -> None:
    """Render the short texts of pages once: most builds of tests differ in one page."""

    @lru_cache(maxsize=2_000)
    def render_kept(text: str, lang: str, first_line: int, *, keeps_lines: bool) -> RenderedText:
        return render_markdown(text, Translations(lang), first_line, keeps_lines=keeps_lines)

    def render(text: str, t: Translations, first_line: int = 1, *, keeps_lines: bool = False) -> RenderedText:
        if len(text) > _SHORT or t.named or t.own_texts:
            return render_markdown(text, t, first_line, keeps_lines=keeps_lines)
        return render_kept(text, t.lang, first_line, keeps_lines=keeps_lines)

    patch.setattr(page, "render_markdown", render)


def _make_schemas_once(patch: pytest.MonkeyPatch) -> None:
    """Generate the JSON Schema of each model once. Each error message about front matter needs it."""
    make_schema = cache(vars(BaseModel)["model_json_schema"].__func__)
    patch.setattr(
        BaseModel, "model_json_schema", classmethod(lambda model, **given: deepcopy(make_schema(model, **given)))
    )


def _keep_shared_cache(patch: pytest.MonkeyPatch) -> None:
    """Let no build remove from the run's cache what other builds use: one with a withdrawn item would empty it."""
    remove = Cache.remove_unused

    def remove_from_own(self: Cache, used: Collection[str], limit: int) -> None:
        if self.folder.resolve().parent != (run_folder() / "cache").resolve():
            remove(self, used, limit)

    patch.setattr(Cache, "remove_unused", remove_from_own)
