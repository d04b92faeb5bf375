"""Templates compiled once for a run: each build opens environments of its own, and tests make hundreds of builds."""

from types import CodeType

import pytest
from jinja2 import Environment

_OPTIONS = ("trim_blocks", "lstrip_blocks", "keep_trailing_newline", "finalize", "undefined")


def compile_once(patch: pytest.MonkeyPatch) -> None:
    """Let environments with the same options, filters and tests share what they compile of the same source."""
    compiled: dict[object, CodeType] = {}
    compile_new = Environment.compile

    def compile_(self: Environment, source: str, name: str | None = None, filename: str | None = None) -> CodeType:
        escape = self.autoescape(name) if callable(self.autoescape) else self.autoescape
        options = (escape, *(getattr(self, option) for option in _OPTIONS))
        key = (source, name, filename, options, *self.extensions, *self.filters.items(), *self.tests.items())
        if key not in compiled:
            compiled[key] = compile_new(self, source, name, filename)
        return compiled[key]

    patch.setattr(Environment, "compile", compile_)
