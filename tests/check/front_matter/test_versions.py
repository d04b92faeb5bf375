"""Dates that differ between the languages of one item are reported at the later language."""

from pathlib import Path

import pytest

from tests.support import problems_in, small_newsroom
from tests.support.items import event, newsletter, publication, story, vacancy
from tests.support.wordings import Reported


@pytest.mark.parametrize(
    ("name", "english", "welsh", "lines"),
    [
        ("stories/x", story(), story(date="2024-01-03"), [3]),
        ("newsletters/2024-05", newsletter(date="2024-05-03"), newsletter(date="2024-05-04"), [7]),
        ("publications/x", publication(date="2023-05"), publication(date="2023-06-01"), [3]),
        ("publications/x", publication(expected="2030"), publication(expected="2031"), [7]),
        (
            "docs/events/x",
            event(starts="2027-12-10 10:00", ends="2027-12-10 12:00"),
            event(starts="2027-12-10 11:00", ends="2027-12-10 13:00"),
            [5, 7],
        ),
        ("docs/vacancies/x", vacancy(closes="2027-12-10"), vacancy(closes="2027-12-12"), [5]),
        ("stories/x", story(date="2024-01"), story(date="2024-01-03", added="2024-02-03"), []),
        ("newsletters/2024-05", newsletter(), newsletter(date="2024-05-04", sent="2024-05-05"), []),
        ("publications/x", publication(), publication(expected="2030"), []),
        ("docs/events/x", event(starts="2027-12-10 10:00"), event(starts="2027-12-10 10:00"), []),
    ],
)
def test_other_date_in_another_language_is_reported(
    tmp_path: Path, name: str, english: str, welsh: str, lines: list[int], reported: Reported
) -> None:
    found = problems_in(tmp_path, small_newsroom() | {f"{name}.md": english, f"{name}.cy.md": welsh})
    ours = [problem for problem in found if problem.code == "version-date-differs"]
    assert reported(ours) == [f"{name}.cy.md:{line} version-date-differs?" for line in lines]
