"""Titles that two pages share."""

from pathlib import Path

import pytest

from tests.support import problems_in, small_newsroom
from tests.support.items import CONSENT, area, page, story
from tests.support.wordings import Reported

_FIX = "readers cannot distinguish them; give one of them another title."


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        pytest.param(
            "stories/two.md",
            story(title="the  GARDEN"),
            ["stories/two.md:2 title-repeated?"],
            id="two stories",
        ),
        pytest.param(
            "stories/elmham.md",
            story(title="Elmham"),
            ["stories/elmham.md:2 title-repeated?"],
            id="a story and an area",
        ),
        pytest.param(
            "docs/areas/oakham.md",
            area(),
            ["docs/areas/oakham.md:2 title-repeated?"],
            id="two areas",
        ),
        pytest.param(
            "docs/a-draft.md",
            page(title="About", draft=True),
            ["docs/a-draft.md:2 title-repeated?"],
            id="a draft, whose path comes first",
        ),
        pytest.param("docs/areas/elmham.cy.md", area(), [], id="in another language"),
        pytest.param(
            "stories/two.md",
            story(title="The garden", consent=CONSENT | {"withdrawn": "2026-01-01"}),
            ["stories/the-garden.md:2 consent-withdrawn-quoted?"],
            id="a withdrawn story",
        ),
        pytest.param("docs/gardens.md", page(title="The gardens"), [], id="almost the same"),
    ],
)
def test_repeated_title_is_a_warning(
    tmp_path: Path, path: str, text: str, expected: list[str], reported: Reported
) -> None:
    assert reported(problems_in(tmp_path, small_newsroom() | {path: text})) == expected
