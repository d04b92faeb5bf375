"""Texts that lists and inboxes cut off, or that say too little, are warnings."""

from collections.abc import Callable
from pathlib import Path

import pytest

from newsroom.content.lengths import PREHEADER, SUBJECT, SUMMARY
from tests.support import problems_in, small_newsroom
from tests.support.items import area, newsletter, page, publication, story
from tests.support.wordings import Reported


def test_the_numbers_are_those_of_the_guide() -> None:
    assert [(length.least, length.most) for length in (SUMMARY, SUBJECT, PREHEADER)] == [(50, 200), (1, 60), (40, 110)]


@pytest.mark.parametrize(
    ("path", "item", "name", "fitting", "others"),
    [
        ("stories/x.md", story, "summary", (50, 200), (1, 49, 201)),
        ("publications/x.md", publication, "summary", (50, 200), (49, 201)),
        ("docs/x.md", page, "summary", (50, 200), (49, 201)),
        ("docs/areas/elmham.md", area, "summary", (50, 200), (49, 201)),
        ("newsletters/2024-05.md", newsletter, "summary", (50, 200), (49, 201)),
        ("newsletters/2024-05.md", newsletter, "subject", (1, 60), (61, 150)),
        ("newsletters/2024-05.md", newsletter, "preheader", (40, 110), (39, 111)),
    ],
)
def test_a_length_that_hurts_is_a_warning(
    tmp_path: Path, path: str, item: Callable[..., str], name: str, fitting: tuple[int, ...], others: tuple[int, ...]
) -> None:
    for length in (*fitting, *others):
        found = problems_in(tmp_path, {**small_newsroom(), path: item(**{name: "x" * length})})
        assert [problem.code for problem in found] == (["field-length"] if length in others else [])


def test_the_warning_says_how_long_it_should_be(tmp_path: Path, reported: Reported) -> None:
    files = {**small_newsroom(), "newsletters/2024-05.md": newsletter(subject="x" * 61, preheader="News.", summary="x")}
    lengths = [f"newsletters/2024-05.md:{line} field-length?" for line in (3, 4, 5)]
    assert reported(problems_in(tmp_path, files)) == lengths
