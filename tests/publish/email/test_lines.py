"""Warnings about an edition's email have the line of the fault."""

from pathlib import Path

import pytest

from newsroom.content.outline import Heading, Outline, Reference
from newsroom.publish.email.lines import reference_line
from tests.support.emails import outcome_of
from tests.support.items import newsletter
from tests.support.wordings import brief

EDITION = """\
See [one](http://other.example/first).

## Hello

Words, and [two](https://other.example/?fbclid=1), [two](http://other.example/third).

- One
- [The report](http://other.example/report), see
  [the garden](../stories/the-garden.md)
- [Events](https://other.example/?utm_source=elm)

## News

Ask for the note.[^1]

[^1]: See [six](http://other.example/fifth).
"""


def test_warning_about_a_link_is_on_its_line(tmp_path: Path) -> None:
    outcome = outcome_of(tmp_path, newsletter(EDITION), tools=["generic"])
    assert [brief(problem).partition(":")[2] for problem in outcome.problems if problem.code.startswith("email-")] == [
        "9 email-link-insecure?",
        "13 email-link-insecure?",
        "13 email-link-tracking?",
        "16 email-link-insecure?",
        "18 email-link-tracking?",
        "24 email-link-insecure?",
    ]


@pytest.mark.parametrize(
    ("texts", "section_line", "line"),
    [
        (("https://e.example/a", "A"), None, 3),
        (("https://e.example/a", "B"), None, 5),
        (("https://elm.example/stories/b/", "b"), None, 7),
        (("B",), 4, 5),
        (("C",), 4, None),
        (("In a heading",), 4, 4),
        (("In the next",), 4, None),
        (("C",), 8, 9),
        (("https://e.example/c", ""), 8, None),
    ],
)
def test_line_is_that_of_the_link_with_most_of_the_texts(
    texts: tuple[str, ...], section_line: int | None, line: int | None
) -> None:
    references = [("../", "Up"), ("https://e.example/a", "A"), ("https://e.example/a", "B"), ("../stories/b/", "b")]
    references += [("d", "In a heading"), ("e", "In the next"), (".", "C")]
    lines = (1, 3, 5, 7, 4, 8, 9)
    outline = Outline(
        tuple(Heading(2, f"{number}", f"{number}", number) for number in (4, 8)),
        references=tuple(
            Reference(target, text, number, False) for number, (target, text) in zip(lines, references, strict=True)
        ),
    )
    assert reference_line(outline, section_line, *texts) == line
