"""Texts that are too long or too short for lists and inboxes are warnings."""

from collections.abc import Callable
from pathlib import Path

import pytest

from newsroom.content.lengths import PREHEADER, SUBJECT, SUMMARY
from tests.support import problems_in, small_newsroom
from tests.support.items import area, newsletter, page, publication, story
from tests.support.wordings import Reported


def test_lengths_match_the_guide() -> None:
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
def test_bad_length_is_a_warning(
    tmp_path: Path, path: str, item: Callable[..., str], name: str, fitting: tuple[int, ...], others: tuple[int, ...]
) -> None:
    for length in (*fitting, *others):
        found = problems_in(tmp_path, {**small_newsroom(), path: item(**{name: "x" * length})})
        assert [problem.code for problem in found] == (["field-length"] if length in others else [])


def test_warning_says_recommended_length(tmp_path: Path, reported: Reported) -> None:
    files = {**small_newsroom(), "newsletters/2024-05.md": newsletter(subject="x" * 61, preheader="News.", summary="x")}
    lengths = [f"newsletters/2024-05.md:{line} field-length?" for line in (3, 4, 5)]
    assert reported(problems_in(tmp_path, files)) == lengths
