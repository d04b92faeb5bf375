"""A template that is not filled in is no item, a filled-in one is, and the guide shows the templates as they are."""

import re
from pathlib import Path

import pytest

from newsroom.placeholders import TEMPLATES
from tests.support import problems_in, small_newsroom
from tests.support.pieces import page, story

PATHS = {
    "story": "stories/new.md",
    "newsletter": "newsletters/2026-01.md",
    "publication": "publications/new.md",
}
UNTOUCHED = {
    "story": [
        (2, "`title`"),
        (4, "`summary`"),
        (7, "`author.name`"),
        (8, "`author.role`"),
        (9, "`author.organisation`"),
        (13, "`consent.ref`"),
        (20, "'Write the story here. Leave an empty line between paragraphs.'"),
        (22, "'## A heading, if the story is long'"),
        (24, "'Headings inside the story start with two hash signs.'"),
        (26, "'> Words that somebody said and that should stand out start with this sign.'"),
    ],
    "newsletter": [
        (2, "`title`"),
        (3, "`summary`"),
        (4, "`subject`"),
        (5, "`preheader`"),
        (7, "`from[1].name`"),
        (8, "`from[1].role`"),
        (13, "'Write the opening note here.'"),
        (17, "'Write the next section here.'"),
    ],
    "publication": [
        (2, "`title`"),
        (3, "`subtitle`"),
        (5, "`summary`"),
        (9, "`authors[1].family`"),
        (10, "`authors[2].organisation`"),
        (11, "`publisher`"),
        (13, "`link`"),
        (18, "'Write here what the report says.'"),
    ],
}
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
def test_each_untouched_sentence_is_an_error_on_its_line(tmp_path: Path, kind: str) -> None:
    found = problems_in(tmp_path, {**small_newsroom(), PATHS[kind]: started(kind)})
    errors = [(problem.line, problem.what) for problem in found if problem.path == PATHS[kind]]
    assert len(errors) == len(UNTOUCHED[kind])
    for (line, what), (expected, name) in zip(errors, UNTOUCHED[kind], strict=True):
        assert (line, what.startswith(f"{name} ")) == (expected, True)


@pytest.mark.parametrize("kind", PATHS)
def test_a_template_that_is_filled_in_has_no_problem(tmp_path: Path, kind: str) -> None:
    assert problems_in(tmp_path, {**small_newsroom(), PATHS[kind]: filled_in(kind)}) == []


@pytest.mark.parametrize(
    ("author", "what"),
    [
        ("author: {name: Your name}", "author.name"),
        ("author: Your name", "author"),
        ("authors: [Ada Elm, Your name]", "authors[2]"),
        ("authors: [{name: Your name}]", "authors[1].name"),
    ],
)
def test_a_placeholder_is_found_however_its_field_is_written(tmp_path: Path, author: str, what: str) -> None:
    text = story().replace("\nkind: ", f"\n{author}\nkind: ")
    assert [str(problem) for problem in problems_in(tmp_path, {"stories/a.md": text})] == [
        f"stories/a.md, line 5: `{what}` still has the words of the template; "
        "write your own, or remove it if it is not needed."
    ]


@pytest.mark.parametrize("kind", PATHS)
def test_a_template_that_a_page_shows_otherwise_is_a_warning(tmp_path: Path, kind: str) -> None:
    guide = f"How to begin:\n\n```markdown\n{TEMPLATES[kind].text}```\n"
    files = {**small_newsroom(), "docs/guide.md": page(guide)}
    assert problems_in(tmp_path / "same", files) == []
    files["docs/guide.md"] = files["docs/guide.md"].replace("\nsummary: One", "\nsummary: 1")
    assert [str(problem) for problem in problems_in(tmp_path / "other", files)] == [
        f"docs/guide.md, line 8: (warning) the template shown here differs from hooks/newsroom/templates/{kind}.md; "
        "copy that file's text here."
    ]
