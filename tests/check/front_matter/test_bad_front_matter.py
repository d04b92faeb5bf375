"""YAML that cannot be read, and fields that are missing or empty."""

from pathlib import Path

import pytest

from tests.support import STORY, problems_in, small_newsroom
from tests.support.changes import Changes, N, S, changed
from tests.support.items import newsletter
from tests.support.wordings import Reported


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        pytest.param(
            {S: ("kind: reflection", "image:\n\tsrc: a.jpg\nkind: reflection")},
            ["stories/the-garden.md:6 front-matter-tab"],
            id="a tab as indentation",
        ),
        pytest.param(
            {S: ("title: The garden", 'title: "The garden')},
            ["stories/the-garden.md:2 front-matter-quotation-mark"],
            id="a quotation mark left open",
        ),
        pytest.param(
            {S: ("title: The garden", "title: 'The garden")},
            ["stories/the-garden.md:2 front-matter-quotation-mark"],
            id="a single quotation mark left open",
        ),
        pytest.param(
            {S: ("kind: reflection", "kind: reflection\ntitle: Again")},
            ["stories/the-garden.md:6 front-matter-field-repeated"],
            id="a field written twice",
        ),
        pytest.param(
            {S: STORY.replace("title: The garden", "- title: The garden").split("\ndate")[0] + "\n---\n\nText.\n"},
            ["stories/the-garden.md:2 front-matter-not-fields"],
            id="a list where fields belong",
        ),
        pytest.param(
            {S: ("kind: reflection", "kind: reflection\nauthor: [Ada]")},
            ["stories/the-garden.md:6 field-type-invalid"],
            id="a list where a group belongs",
        ),
        pytest.param(
            {S: ("kind: reflection", "kind: reflection\nimage: garden.jpg")},
            ["stories/the-garden.md:6 field-type-invalid"],
            id="text where a group belongs",
        ),
        pytest.param(
            {S: ("kind: reflection", "kind: reflection\nimage:\n  src garden.jpg")},
            ["stories/the-garden.md:6 front-matter-colon-missing"],
            id="a field without its colon in a group",
        ),
        pytest.param(
            {S: ("title: The garden", "title: The garden: a story")},
            ["stories/the-garden.md:2 front-matter-quotes-needed"],
            id="a second colon",
        ),
        pytest.param(
            {S: ("areas: [elmham]", "areas: [elmham")},
            ["stories/the-garden.md:6 front-matter-bracket"],
            id="a bracket left open",
        ),
        pytest.param(
            {S: ("title: The garden", "title: The garden\n   more: x")},
            ["stories/the-garden.md:3 front-matter-indentation"],
            id="an indented line after a value",
        ),
        pytest.param(
            {S: ("date: 2024", " date: 2024")},
            ["stories/the-garden.md:3 front-matter-indentation"],
            id="a field that is indented",
        ),
        pytest.param(
            {S: ("title: The garden", "title: &a The garden\nsummary2: *a")},
            ["stories/the-garden.md:2 front-matter-quotes-needed"],
            id="a YAML alias",
        ),
        pytest.param(
            {S: ("title: The garden", "title: *a")},
            ["stories/the-garden.md:2 front-matter-quotes-needed"],
            id="an alias of nothing",
        ),
        pytest.param(
            {S: ("title: The garden", "title: @garden")},
            ["stories/the-garden.md:2 front-matter-quotes-needed"],
            id="an at sign at the start",
        ),
        pytest.param(
            {S: ("title: The garden", "title: `garden`")},
            ["stories/the-garden.md:2 front-matter-quotes-needed"],
            id="a backtick at the start",
        ),
        pytest.param(
            {S: ("title: The garden", "title: %garden")},
            ["stories/the-garden.md:2 front-matter-quotes-needed"],
            id="a percent sign at the start",
        ),
        pytest.param(
            {S: ("title: The garden", "title: **Bold** garden")},
            ["stories/the-garden.md:2 front-matter-quotes-needed"],
            id="stars at the start",
        ),
        pytest.param(
            {S: ("title: The garden", "title The garden")},
            ["stories/the-garden.md:2 front-matter-colon-missing"],
            id="a field without its colon",
        ),
        pytest.param(
            {S: ("title: The garden", "title: # The garden")},
            ["stories/the-garden.md:2 front-matter-value-cut"],
            id="a value that YAML takes for a comment",
        ),
        pytest.param(
            {S: "Just text.\n"},
            ["stories/the-garden.md:1 front-matter-missing"],
            id="no front matter",
        ),
        pytest.param(
            {S: ("reflection\nareas: [elmham]\nprinciples: [contribution]\n---\n", "reflection\n")},
            ["stories/the-garden.md:1 front-matter-unclosed"],
            id="front matter without an end",
        ),
        pytest.param(
            {S: ("title: The garden\n", "")},
            ["stories/the-garden.md:1 field-missing"],
            id="a missing field",
        ),
        pytest.param(
            {S: ("title: The garden", "title:")},
            ["stories/the-garden.md:2 field-empty"],
            id="an empty field",
        ),
        pytest.param(
            {S: ("title: The garden", 'title: ""')},
            ["stories/the-garden.md:2 field-empty"],
            id="empty quotation marks",
        ),
        pytest.param(
            {N: ("from:\n  - name: Ada Elm\n    role: Editor\n", "from: []\n")},
            ["newsletters/2024-03.md:4 field-empty"],
            id="an empty list",
        ),
        pytest.param(
            {N: ("  - name: Ada Elm\n    role: Editor", "  - role: Editor")},
            ["newsletters/2024-03.md:5 field-missing"],
            id="a sender without a name",
        ),
    ],
)
def test_errors_and_warnings_are_reported(
    tmp_path: Path, changes: Changes, expected: list[str], reported: Reported
) -> None:
    assert reported(problems_in(tmp_path, changed(changes))) == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (
            "title: A: b\nimage:\n  src: a: b\n  alt: A\n",
            ["2 front-matter-quotes-needed", "4 front-matter-quotes-needed"],
        ),
        ("title: A\ntitle: B\n\n\n", ["3 front-matter-field-repeated"]),
        ("title: A: b\nimage: {}\nand more\n\n", ["2 front-matter-quotes-needed", "4 front-matter-line-invalid"]),
    ],
)
def test_errors_of_other_fields_are_reported_together(tmp_path: Path, fields: str, expected: list[str]) -> None:
    others = f"date: 05/10/2026\nsummary: {'Words. ' * 8}\nkind: Reflection\nareas: elmham\nmap: 1\n"
    files = {**small_newsroom(), "stories/a.md": f"---\n{fields}{others}---\n\nWords.\n"}
    found = [f"{problem.line} {problem.code}" for problem in problems_in(tmp_path, files)]
    codes = {0: "field-date-invalid", 2: "field-choice-unknown", 3: "field-type-invalid", 4: "field-unknown"}
    assert found == expected + [f"{line + 6} {code}" for line, code in codes.items()]


def test_lengths_and_words_of_links_are_reported_next_to_errors_of_other_fields(
    tmp_path: Path, reported: Reported
) -> None:
    edition = newsletter("## A\n\nIt is [here](../stories/the-garden.md).", subject="x" * 61, **{"from": []})
    assert reported(problems_in(tmp_path, {**small_newsroom(), "newsletters/2024-05.md": edition})) == [
        "newsletters/2024-05.md:4 field-length?",
        "newsletters/2024-05.md:6 field-empty",
        "newsletters/2024-05.md:11 link-vague?",
    ]
