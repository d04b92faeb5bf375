"""Templates that are not filled in are errors, and the guide shows the current templates."""

import re
from pathlib import Path

import pytest

from newsroom.check.placeholders import TEMPLATES
from tests.support import problems_in, small_newsroom
from tests.support.items import page, story
from tests.support.wordings import Reported

PATHS = {
    "story": "stories/new.md",
    "newsletter": "newsletters/2026-01.md",
    "publication": "publications/new.md",
}
UNTOUCHED = {
    "story": (2, 4, 7, 8, 9, 13, 20, 22, 24, 26),
    "newsletter": (2, 3, 4, 5, 7, 8, 13, 17),
    "publication": (2, 3, 5, 8, 9, 10, 11, 12, 17),
}
"""The lines of the templates with words that an editor must replace."""
GIVEN = {"derby": "elmham", "community, contribution": "contribution", "[community]": "[contribution]"}
"""The areas and principles of the templates, with those of the small newsroom."""


def started(kind: str) -> str:
    """The template of a kind, with topics that the small newsroom has."""
    text = TEMPLATES[kind].text
    for name, other in GIVEN.items():
        text = text.replace(name, other)
    return text


def filled_in(kind: str) -> str:
    """A template in which every placeholder is replaced by words of the same length."""
    text = started(kind)
    template = TEMPLATES[kind]
    for sentence in {value for values in template.fields.values() for value in values} | template.lines:
        own = "S-012" if sentence == "S-000" else re.sub(r"[a-z]", "e", sentence)
        text = text.replace(sentence, sentence.replace("example", "elm") if "://" in sentence else own)
    return text


@pytest.mark.parametrize("kind", PATHS)
def test_template_text_is_an_error_on_its_line(tmp_path: Path, kind: str, reported: Reported) -> None:
    found = problems_in(tmp_path, {**small_newsroom(), PATHS[kind]: started(kind)})
    own = [problem for problem in found if problem.path == PATHS[kind]]
    assert reported(own) == [f"{PATHS[kind]}:{line} template-text-left" for line in UNTOUCHED[kind]]


@pytest.mark.parametrize("kind", PATHS)
def test_filled_in_template_has_no_errors(tmp_path: Path, kind: str) -> None:
    assert problems_in(tmp_path, {**small_newsroom(), PATHS[kind]: filled_in(kind)}) == []


@pytest.mark.parametrize(
    "author",
    [
        "author: {name: Your name}",
        "author: Your name",
        "authors: [Ada Elm, Your name]",
        "authors: [{name: Your name}]",
    ],
)
def test_placeholder_is_found_in_any_yaml_form(tmp_path: Path, author: str, reported: Reported) -> None:
    text = story().replace("\nkind: ", f"\n{author}\nkind: ")
    assert reported(problems_in(tmp_path, {"stories/a.md": text})) == ["stories/a.md:5 template-text-left"]


@pytest.mark.parametrize("kind", PATHS)
def test_outdated_template_in_guide_is_a_warning(tmp_path: Path, kind: str, reported: Reported) -> None:
    guide = f"How to begin:\n\n```markdown\n{TEMPLATES[kind].text}```\n"
    files = {**small_newsroom(), "docs/guide.md": page(guide)}
    assert problems_in(tmp_path / "same", files) == []
    files["docs/guide.md"] = files["docs/guide.md"].replace("\nsummary: One", "\nsummary: 1")
    assert reported(problems_in(tmp_path / "other", files)) == ["docs/guide.md:8 template-outdated?"]


def test_page_adds_only_what_has_a_template(tmp_path: Path, reported: Reported) -> None:
    found = problems_in(tmp_path, {"docs/add.md": page(adds="poem"), "docs/b.md": page(adds="story", title="B")})
    assert reported(found) == ["docs/add.md:4 field-choice-unknown"]
