"""The cache makes pictures again when the code or a library that makes them changes."""

from pathlib import Path

import pytest
from PIL import features

from newsroom.publish.pictures.recipe import recipe


def test_recipe_depends_on_the_code_and_on_the_libraries(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "elm"
    package.mkdir()
    (package / "__init__.py").touch()
    (package / "oak.py").write_text("QUALITY = 54")
    monkeypatch.syspath_prepend(str(tmp_path))
    first = recipe("elm")
    assert recipe("elm") == first
    (package / "oak.py").write_text("QUALITY = 55")
    second = recipe("elm")
    monkeypatch.setattr(features, "version", lambda _: "0")
    assert len({first, second, recipe("elm"), recipe("elm", "newsroom.publish.pictures")}) == 4
