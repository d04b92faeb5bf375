"""HTML as WordPress, Word, Google Docs and mail tools write it, and the Markdown that an editor would write."""

from pathlib import Path

import pytest

from newsroom.importing.html import html_to_markdown
from tests.support.round_trip import round_trip

_CHANGED = frozenset({"word-paste"})
"""The cases whose structure is only in their look: the conversion adds it."""


def _read_cases() -> dict[str, tuple[str, str]]:
    """The HTML and the Markdown of each case."""
    parts = Path(__file__).with_name("cases.txt").read_text("utf-8").split("=== ")[1:]
    cases = (part.partition("\n") for part in parts)
    return {name: _halves(text) for name, _, text in cases}


def _halves(text: str) -> tuple[str, str]:
    html, _, markdown = text.partition("\n---\n")
    return html, f"{markdown.rstrip()}\n"


CASES = _read_cases()


@pytest.mark.parametrize("name", CASES)
def test_markdown_is_what_an_editor_would_write(name: str) -> None:
    html, markdown = CASES[name]
    assert html_to_markdown(html).markdown == markdown


@pytest.mark.parametrize("name", CASES.keys() - _CHANGED)
def test_page_has_what_the_html_has(name: str) -> None:
    html, page = round_trip(CASES[name][0])
    assert page == html
