"""Warnings about an edition's email have the line of the fault."""

from pathlib import Path

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
