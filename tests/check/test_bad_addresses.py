"""Two things that would stand at one place of the site, and addresses that are none."""

from pathlib import Path

import pytest

from tests.support import problems_in
from tests.support.changes import Changes, S, changed
from tests.support.images import picture
from tests.support.pieces import page

PNG = picture()


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        pytest.param(
            {
                "docs/assets/Stylesheets/main.png": PNG,
                "docs/assets/javascripts/a.png": PNG,
                S: (
                    "A garden grew.",
                    "![A](../docs/assets/Stylesheets/main.png) ![B](../docs/assets/javascripts/a.png)",
                ),
            },
            [
                "docs/assets/Stylesheets/main.png: its address /assets/Stylesheets/main.png is taken by something that the build makes itself; rename this file.",
                "docs/assets/javascripts/a.png: its address /assets/javascripts/a.png is taken by something that the build makes itself; rename this file.",
            ],
            id="files in the theme's folders",
        ),
        pytest.param(
            {"docs/assets/stylesheets.md": page(title="Styles")},
            [
                "docs/assets/stylesheets.md: its address /assets/stylesheets/ is taken by something that the build makes itself; rename this file."
            ],
            id="a page in the theme's folders",
        ),
        pytest.param(
            {S: ("kind:", "redirect_from: [/assets/stylesheets/main.min.css/]\nkind:")},
            [
                "stories/the-garden.md, line 5: `redirect_from` names /assets/stylesheets/main.min.css/, which is the address of something that the build makes itself; take it out of the list."
            ],
            id="a redirect in the theme's folders",
        ),
        pytest.param(
            {S: ("kind:", f"redirect_from: [/old/{'a' * 201}/]\nkind:")},
            [
                f"stories/the-garden.md, line 5: `redirect_from` names an address that is too long for a file: /old/{'a' * 75}…; take it out of the list: at most 200 bytes may be between two slashes."
            ],
            id="a redirect with a long name",
        ),
        pytest.param(
            {S: ("kind:", f"redirect_from: [{'/abcdefgh' * 120}/]\nkind:")},
            [
                f"stories/the-garden.md, line 5: `redirect_from` names an address that is too long for a file: {('/abcdefgh' * 120)[:80]}…; take it out of the list: at most 200 bytes may be between two slashes."
            ],
            id="a long redirect",
        ),
        pytest.param(
            {
                "docs/stories/p.jpg": PNG,
                "stories/p.jpg": PNG,
                S: ("A garden grew.", "![A](p.jpg) ![B](../docs/stories/p.jpg)"),
            },
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
