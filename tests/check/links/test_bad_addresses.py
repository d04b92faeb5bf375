"""Two pages or files with one address, and invalid addresses."""

from pathlib import Path

import pytest

from tests.support import problems_in
from tests.support.changes import Changes, S, changed
from tests.support.images import picture
from tests.support.items import page
from tests.support.wordings import Reported

PNG = picture()


@pytest.mark.parametrize(
    ("changes", "expected"),
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
                "docs/assets/Stylesheets/main.png address-taken",
                "docs/assets/javascripts/a.png address-taken",
            ],
            id="files in the theme's folders",
        ),
        pytest.param(
            {"docs/assets/stylesheets.md": page(title="Styles")},
            ["docs/assets/stylesheets.md address-taken"],
            id="a page in the theme's folders",
        ),
        pytest.param(
            {S: ("kind:", "redirect_from: [/assets/stylesheets/main.min.css/]\nkind:")},
            ["stories/the-garden.md:5 redirect-taken"],
            id="a redirect in the theme's folders",
        ),
        pytest.param(
            {S: ("kind:", f"redirect_from: [/old/{'a' * 201}/]\nkind:")},
            ["stories/the-garden.md:5 redirect-too-long"],
            id="a redirect with a long name",
        ),
        pytest.param(
            {S: ("kind:", f"redirect_from: [{'/abcdefgh' * 111}i/]\nkind:")},
            ["stories/the-garden.md:5 redirect-too-long"],
            id="a long redirect",
        ),
        pytest.param(
            {S: ("kind:", f"redirect_from: [/old/{'a' * 200}/, {'/abcdefgh' * 111}/]\nkind:")},
            [],
            id="redirects that are as long as they may be",
        ),
        pytest.param(
            {
                "docs/stories/p.jpg": PNG,
                "stories/p.jpg": PNG,
                S: ("A garden grew.", "![A](p.jpg) ![B](../docs/stories/p.jpg)"),
            },
            ["stories/p.jpg address-taken"],
            id="two pictures in one place",
        ),
        pytest.param(
            {S: ("kind:", "redirect_from: [/feed.xml/]\nkind:")},
            ["stories/the-garden.md:5 redirect-taken"],
            id="a redirect below a file",
        ),
        pytest.param(
            {S: ("kind:", "redirect_from: [/../evil/]\nkind:")},
            ["stories/the-garden.md:5 field-format-invalid"],
            id="a redirect out of the site",
        ),
        pytest.param(
            {S: ("../docs/about.md", "http://[bad")},
            ["stories/the-garden.md:10 link-malformed"],
            id="an invalid address",
        ),
        pytest.param(
            {S: ("../docs/about.md", "https://www.lacnetwork.org:99999/about/")},
            ["stories/the-garden.md:10 link-malformed"],
            id="a port that does not exist",
        ),
        pytest.param(
            {S: ("../docs/about.md", "../newsletters/index.md#zip")},
            ["stories/the-garden.md:10 link-anchor-missing"],
            id="an anchor on a list",
        ),
    ],
)
def test_errors_and_warnings_are_reported(
    tmp_path: Path, changes: Changes, expected: list[str], reported: Reported
) -> None:
    assert reported(problems_in(tmp_path, changed(changes))) == expected
