"""Hunspell answers which words are misspelt, where it and the dictionary are installed."""

from pathlib import Path

import pytest

from outside.spelling import misspelt_words

WORDS = frozenset({"cymuned", "cymunedd"})


@pytest.mark.parametrize(
    ("lang", "script", "expected"),
    [
        pytest.param("cy", '[ "$*" = "-d cy_GB -i utf-8 -l" ] && grep dd', {"cymunedd"}, id="dictionary"),
        pytest.param("cy", "cat; exit 1", set(), id="dictionary missing"),
        pytest.param("fr", "cat", set(), id="language without a dictionary"),
        pytest.param("cy", None, set(), id="not installed"),
    ],
)
def test_words_are_looked_up_where_there_is_a_dictionary(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lang: str, script: str | None, expected: set[str]
) -> None:
    if script:
        (tmp_path / "hunspell").write_text(f"#!/bin/sh\n{script}\n")
        (tmp_path / "hunspell").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin" if script else str(tmp_path))
    assert misspelt_words(lang, WORDS) == expected
