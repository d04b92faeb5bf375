"""YAML that cannot be read, and fields that are missing or empty."""

from pathlib import Path

import pytest

from tests.support import STORY, problems_in
from tests.support.changes import Changes, N, S, changed


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        pytest.param(
            {S: ("kind: reflection", "image:\n\tsrc: a.jpg\nkind: reflection")},
            [
                "stories/the-garden.md, line 6: is indented with a tab; use two spaces instead; YAML does not allow tabs."
            ],
            id="a tab as indentation",
        ),
        pytest.param(
            {S: ("title: The garden", 'title: "The garden')},
            [
                'stories/the-garden.md, line 2: a quotation mark is opened and not closed; add the closing one: title: "The garden".'
            ],
            id="a quotation mark left open",
        ),
        pytest.param(
            {S: ("title: The garden", "title: 'The garden")},
            [
                "stories/the-garden.md, line 2: the value begins with a single quotation mark that nothing closes; put the whole value in double quotation marks: title: \"'The garden\", without the ' if it is not an apostrophe."
            ],
            id="a single quotation mark left open",
        ),
        pytest.param(
            {S: ("kind: reflection", "kind: reflection\ntitle: Again")},
            ["stories/the-garden.md, line 6: `title` is here a second time; keep one; the first is on line 2."],
            id="a field written twice",
        ),
        pytest.param(
            {S: STORY.replace("title: The garden", "- title: The garden").split("\ndate")[0] + "\n---\n\nText.\n"},
            [
                "stories/the-garden.md, line 2: the front matter is not made of fields; write one field a line, like 'title: Maggie's story'."
            ],
            id="a list where fields belong",
        ),
        pytest.param(
            {S: ("kind: reflection", "kind: reflection\nauthor: [Ada]")},
            ["stories/the-garden.md, line 6: `author` is a list, and names one; write authors: [Ada]."],
            id="a list where a group belongs",
        ),
        pytest.param(
            {S: ("kind: reflection", "kind: reflection\nimage: garden.jpg")},
            [
                "stories/the-garden.md, line 6: `image` should be a group of fields; put each on a line of its own below it, indented by two spaces."
            ],
            id="text where a group belongs",
        ),
        pytest.param(
            {S: ("title: The garden", "title: The garden: a story")},
            [
                "stories/the-garden.md, line 2: there is a second ': ' on the line; put the whole value in double quotation marks: title: \"The garden: a story\"."
            ],
            id="a second colon",
        ),
        pytest.param(
            {S: ("areas: [elmham]", "areas: [elmham")},
            ["stories/the-garden.md, line 6: a bracket is opened and not closed; add the closing ']'."],
            id="a bracket left open",
        ),
        pytest.param(
            {S: ("title: The garden", "title: The garden\n   more: x")},
            [
                "stories/the-garden.md, line 3: the indentation does not fit the lines above; begin fields at the left edge, and indent what belongs to one by two spaces."
            ],
            id="an indented line after a value",
        ),
        pytest.param(
            {S: ("date: 2024", " date: 2024")},
            [
                "stories/the-garden.md, line 3: the indentation does not fit the lines above; begin fields at the left edge, and indent what belongs to one by two spaces."
            ],
            id="a field that is indented",
        ),
        pytest.param(
            {S: ("title: The garden", "title: &a The garden\nsummary2: *a")},
            [
                "stories/the-garden.md, line 2: the value begins with '&', which means something else in YAML; put the whole value in double quotation marks: title: \"&a The garden\"."
            ],
            id="a YAML alias",
        ),
        pytest.param(
            {S: ("title: The garden", "title: *a")},
            [
                "stories/the-garden.md, line 2: the value begins with '*', which means something else in YAML; put the whole value in double quotation marks: title: \"*a\"."
            ],
            id="an alias of nothing",
        ),
        pytest.param(
            {S: ("title: The garden", "title: @garden")},
            [
                "stories/the-garden.md, line 2: the value begins with '@', which means something else in YAML; put the whole value in double quotation marks: title: \"@garden\"."
            ],
            id="an at sign at the start",
        ),
        pytest.param(
            {S: ("title: The garden", "title: `garden`")},
            [
                "stories/the-garden.md, line 2: the value begins with '`', which means something else in YAML; put the whole value in double quotation marks: title: \"`garden`\"."
            ],
            id="a backtick at the start",
        ),
        pytest.param(
            {S: ("title: The garden", "title: %garden")},
            [
                "stories/the-garden.md, line 2: the value begins with '%', which means something else in YAML; put the whole value in double quotation marks: title: \"%garden\"."
            ],
            id="a percent sign at the start",
        ),
        pytest.param(
            {S: ("title: The garden", "title: **Bold** garden")},
            [
                "stories/the-garden.md, line 2: the value begins with '*', which means something else in YAML; put the whole value in double quotation marks: title: \"**Bold** garden\"."
            ],
            id="stars at the start",
        ),
        pytest.param(
            {S: ("title: The garden", "title The garden")},
            ["stories/the-garden.md, line 2: a field has no ': ' after its name; write it as 'name: value'."],
            id="a field without its colon",
        ),
        pytest.param(
            {S: ("title: The garden", "title: # The garden")},
            [
                "stories/the-garden.md, line 2: everything after ' #' would be lost; put the value in quotation marks: title: \"# The garden\", or move the comment to a line of its own."
            ],
            id="a value that YAML takes for a comment",
        ),
        pytest.param(
            {S: "Just text.\n"},
            [
                "stories/the-garden.md, line 1: has no front matter; start the file with a line '---', then 'title: …' and the other fields, then a line '---' again."
            ],
            id="no front matter",
        ),
        pytest.param(
            {S: ("reflection\nareas: [elmham]\nprinciples: [contribution]\n---\n", "reflection\n")},
            [
                "stories/the-garden.md, line 1: the front matter that begins here has no end; add a line '---' after its last field."
            ],
            id="front matter without an end",
        ),
        pytest.param(
            {S: ("title: The garden\n", "")},
            ["stories/the-garden.md, line 1: `title` is missing; add a line 'title: …' (The title)."],
            id="a missing field",
        ),
        pytest.param(
            {S: ("title: The garden", "title:")},
            ["stories/the-garden.md, line 2: `title` is empty; write it after the colon (The title)."],
            id="an empty field",
        ),
        pytest.param(
            {S: ("title: The garden", 'title: ""')},
            ["stories/the-garden.md, line 2: `title` is empty; write something after the colon, or remove the line."],
            id="empty quotation marks",
        ),
        pytest.param(
            {N: ("from:\n  - name: Ada Elm\n    role: Editor\n", "from: []\n")},
            ["newsletters/2024-03.md, line 4: `from` is an empty list; name at least one."],
            id="an empty list",
        ),
        pytest.param(
            {N: ("  - name: Ada Elm\n    role: Editor", "  - role: Editor")},
            [
                "newsletters/2024-03.md, line 5: `from[1].name` is missing; add a line 'name: …' (The name as it should appear)."
            ],
            id="a sender without a name",
        ),
    ],
)
def test_it_is_told_in_these_words(tmp_path: Path, changes: Changes, told: list[str]) -> None:
    assert [str(problem) for problem in problems_in(tmp_path, changed(changes))] == told
