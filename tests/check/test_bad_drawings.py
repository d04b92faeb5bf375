"""Shared pictures that no page uses."""

from pathlib import Path

import pytest

from tests.support import problems_in, small_newsroom
from tests.support.images import picture
from tests.support.items import page, publication, story
from tests.support.wordings import Reported

_PATH = "docs/assets/illustrations/tree.png"
_UNUSED = ["docs/assets/illustrations/tree.png file-unused?"]


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param({}, _UNUSED, id="nowhere"),
        pytest.param({"docs/b.md": page("![A tree](assets/illustrations/tree.png)")}, [], id="in a text"),
        pytest.param({"docs/b.md": page("[A tree](assets/illustrations/tree.png)")}, [], id="by a link"),
        pytest.param(
            {"stories/b.md": story(image={"src": "../docs/assets/illustrations/tree.png", "alt": "A tree"})},
            [],
            id="at the head of a story",
        ),
        pytest.param(
            {"publications/b.md": publication(cover={"src": "../docs/assets/illustrations/tree.png", "alt": "A tree"})},
            [],
            id="on a cover",
        ),
        pytest.param(
            {"docs/b.md": page('<video poster="assets/illustrations/tree.png" controls></video>')}, [], id="in HTML"
        ),
        pytest.param(
            {"overrides/home.html": "<img src=\"{{ 'assets/illustrations/tree.png' | url }}\" alt=''>"},
            [],
            id="in a template",
        ),
        pytest.param({"overrides/home.html": "No picture."}, _UNUSED, id="not in a template"),
    ],
)
def test_unused_shared_picture_is_a_warning(
    tmp_path: Path, files: dict[str, str], expected: list[str], reported: Reported
) -> None:
    found = problems_in(tmp_path, small_newsroom() | {_PATH: picture()} | files)
    assert reported(problem for problem in found if problem.path == _PATH) == expected
