"""What is the same for all builds of a run, made once: tests make thousands of builds, each in a folder of its own."""

import marshal
from collections.abc import Collection, Mapping
from types import CodeType

import pytest
from jinja2 import Environment

from newsroom.cache import Cache
from newsroom.translations import Translations
from tests.support.workers import run_folder

_OPTIONS = ("trim_blocks", "lstrip_blocks", "keep_trailing_newline", "finalize", "undefined")


def compute_once(patch: pytest.MonkeyPatch) -> None:
    """Let all builds of the run share the compiled templates, the cache, and those in this process the catalogues."""
    _compile_once(patch)
    _read_catalogues_once(patch)
    _keep_shared_cache(patch)


def _compile_once(patch: pytest.MonkeyPatch) -> None:
    """Share code between environments with the same options, filters and tests, wherever the template's file is."""
    compiled: dict[str, CodeType] = {}
    compile_new = Environment.compile

    def compile_(self: Environment, source: str, name: str | None = None, filename: str | None = None) -> CodeType:
        escape = self.autoescape(name) if callable(self.autoescape) else self.autoescape
        options = {option: _name(getattr(self, option)) for option in _OPTIONS}
        functions = {key: _name(function) for key, function in (self.filters | self.tests).items()}
        key = repr((name, escape, options, functions, sorted(self.extensions), source))
        if key not in compiled:
            cache = Cache(run_folder() / "templates")
            code = cache.get(key, b"", lambda _: marshal.dumps(compile_new(self, source, name, filename)))
            compiled[key] = marshal.loads(code)  # noqa: S302 (this run wrote it)
        return compiled[key]

    patch.setattr(Environment, "compile", compile_)


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


def _keep_shared_cache(patch: pytest.MonkeyPatch) -> None:
    """Let no build remove from the run's cache what other builds use: one with a withdrawn item would empty it."""
    remove = Cache.remove_unused

    def remove_from_own(self: Cache, used: Collection[str], limit: int) -> None:
        if self.folder.resolve().parent != (run_folder() / "cache").resolve():
            remove(self, used, limit)

    patch.setattr(Cache, "remove_unused", remove_from_own)
