"""Two things that would stand at one place of the site, and addresses that are none."""

from pathlib import Path

import pytest

from tests.support import problems_in
from tests.support.changes import Changes, S, changed


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        pytest.param(
            {"docs/stories/the-garden/index.html": "x"},
            [
                "docs/stories/the-garden/index.html: its address /stories/the-garden/index.html is taken by stories/the-garden.md; rename this file."
            ],
            id="a file in a page's place",
        ),
        pytest.param(
            {"docs/feed.xml": "x"},
            [
                "docs/feed.xml: its address /feed.xml is taken by something that the build makes itself; rename this file."
            ],
            id="a file in the feed's place",
        ),
        pytest.param(
            {"docs/robots.txt": "x", "docs/search/words.json": "{}"},
            [
                "docs/robots.txt: its address /robots.txt is taken by something that the build makes itself; rename this file.",
                "docs/search/words.json: its address /search/words.json is taken by something that the build makes itself; rename this file.",
            ],
            id="a file in the place of what crawlers and the search read",
        ),
        pytest.param(
            {"docs/stories/p.jpg": "x", "stories/p.jpg": "y"},
            ["stories/p.jpg: its address /stories/p.jpg is taken by docs/stories/p.jpg; rename this file."],
            id="two pictures in one place",
        ),
        pytest.param(
            {S: ("kind:", "redirect_from: [/feed.xml/]\nkind:")},
            [
                "stories/the-garden.md, line 5: `redirect_from` names /feed.xml/, which is the address of something that the build makes itself; take it out of the list."
            ],
            id="a redirect below a file",
        ),
        pytest.param(
            {S: ("kind:", "redirect_from: [/../evil/]\nkind:")},
            [
                "stories/the-garden.md, line 5: `redirect_from[1]`: '/../evil/' has an empty name, or one that begins with a dot, between its slashes; write addresses from their first slash on, like /old/name/, /old/report.pdf or /?p=123."
            ],
            id="a redirect out of the site",
        ),
        pytest.param(
            {S: ("../docs/about.md", "http://[bad")},
            ["stories/the-garden.md, line 10: 'http://[bad' is not an address; correct it."],
            id="an address that is none",
        ),
        pytest.param(
            {S: ("../docs/about.md", "../newsletters/index.md#zip")},
            [
                "stories/the-garden.md, line 10: there is no '#zip' on a page that the build makes itself; link to the page without it."
            ],
            id="an anchor on a list",
        ),
    ],
)
def test_it_is_told_in_these_words(tmp_path: Path, changes: Changes, told: list[str]) -> None:
    assert [str(problem) for problem in problems_in(tmp_path, changed(changes))] == told
