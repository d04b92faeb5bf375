"""Templates are compiled once for several builds."""

from pathlib import Path
from types import CodeType

import pytest
from jinja2 import Environment

from newsroom.cache import Cache
from newsroom.colours import COLOURS_FILE
from newsroom.publish.theme.environment import CompiledTemplates, template_environment
from tests.support import write_files
from tests.support.theme import THEME


@pytest.fixture
def compilations(monkeypatch: pytest.MonkeyPatch) -> list[str | None]:
    """The names of the templates that are compiled from now on."""
    names: list[str | None] = []
    compile_template = Environment.compile

    def compile_(self: Environment, source: str, name: str | None = None, filename: str | None = None) -> CodeType:
        names.append(name)
        return compile_template(self, source, name, filename)

    monkeypatch.setattr(Environment, "compile", compile_)
    return names


def test_template_is_compiled_again_only_if_needed(tmp_path: Path, compilations: list[str | None]) -> None:
    theme, cache = tmp_path / "theme", tmp_path / "cache"
    write_files(theme, {COLOURS_FILE: (THEME / COLOURS_FILE).read_text(encoding="utf-8"), "a.html": "{{ b }}!"})

    def render(use: str = "lists", *, trims_lines: bool = True) -> str:
        compiled = CompiledTemplates(Cache(cache, "1"), use)
        environment = template_environment(theme, trims_lines=trims_lines, compiled=compiled)
        return environment.get_template("a.html").render(b="<i>")

    assert [render(), render()] == ["&lt;i&gt;!"] * 2
    assert compilations == ["a.html"]
    (theme / "a.html").write_text("{% if b %}\n{{ b }}{% endif %}", encoding="utf-8")
    assert [render(), render("texts", trims_lines=False), render()] == ["&lt;i&gt;", "\n&lt;i&gt;", "&lt;i&gt;"]
    assert len(compilations) == 3
    for entry in cache.iterdir():
        entry.write_bytes(entry.read_bytes()[:-9] + b"\xff" * 9)
    assert render() == "&lt;i&gt;"
    assert len(compilations) == 4
