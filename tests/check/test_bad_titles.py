"""Titles by which readers cannot distinguish two pages."""

from pathlib import Path

import pytest

from tests.support import problems_in, small_newsroom
from tests.support.pieces import CONSENT, area, page, story

_FIX = "readers cannot distinguish them; give one of them another title."


@pytest.mark.parametrize(
    ("path", "text", "told"),
    [
        pytest.param(
            "stories/two.md",
            story(title="the  GARDEN"),
            [
                "stories/two.md, line 2: (warning) `title` is 'the  GARDEN', which is also the title of "
                f"stories/the-garden.md; {_FIX}"
            ],
            id="two stories",
        ),
        pytest.param(
            "stories/elmham.md",
            story(title="Elmham"),
            [
                "stories/elmham.md, line 2: (warning) `title` is 'Elmham', which is also the title of "
                f"docs/areas/elmham.md; {_FIX}"
            ],
            id="a story and an area",
        ),
        pytest.param(
            "docs/areas/oakham.md",
            area(),
            [
                "docs/areas/oakham.md, line 2: (warning) `name` is 'Elmham', which is also the title of "
                f"docs/areas/elmham.md; {_FIX}"
            ],
            id="two areas",
        ),
        pytest.param(
            "docs/a-draft.md",
            page(title="About", draft=True),
            [
                "docs/a-draft.md, line 2: (warning) `title` is 'About', which is also the title of docs/about.md; "
                + _FIX
            ],
            id="a draft, whose path comes first",
        ),
        pytest.param("docs/areas/elmham.cy.md", area(), [], id="in another language"),
        pytest.param(
            "stories/two.md",
            story(title="The garden", consent=CONSENT | {"withdrawn": "2026-01-01"}),
            [],
            id="a withdrawn story",
        ),
        pytest.param("docs/gardens.md", page(title="The gardens"), [], id="almost the same"),
    ],
)
def test_a_title_that_another_page_has_is_a_warning(tmp_path: Path, path: str, text: str, told: list[str]) -> None:
    assert [str(problem) for problem in problems_in(tmp_path, small_newsroom() | {path: text})] == told
