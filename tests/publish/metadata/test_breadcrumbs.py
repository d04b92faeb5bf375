"""Breadcrumbs: the way down to each page, in its language."""

from pathlib import Path

import pytest

from tests.support import small_newsroom
from tests.support.items import area, newsletter, page, stories, story
from tests.support.metadata import Pages

WELSH = {
    "docs/index.cy.md": page(title="Croeso"),
    "docs/areas/index.cy.md": page(title="Lle rydym ni"),
    "docs/areas/elmham.cy.md": area(name="Tref y Llwyf"),
    "stories/the-garden.cy.md": story(title="Yr ardd", date="2024-02-03"),
    "newsletters/2024-03.cy.md": newsletter(title="Newyddion Mawrth"),
}
HOME = ("Home", "")


def crumbs(root: Path, url: str, files: dict[str, str]) -> list[tuple[str, str]]:
    """The titles and addresses of a page's crumbs."""
    found = Pages(root, small_newsroom() | files).context(url).metadata.crumbs
    return [(crumb.title, crumb.url) for crumb in found]


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("", []),
        ("about/", [HOME, ("About", "about/")]),
        ("stories/", [HOME, ("Stories", "stories/")]),
        ("stories/the-garden/", [HOME, ("Stories", "stories/"), ("The garden", "stories/the-garden/")]),
        ("stories/page/2/", [HOME, ("Stories", "stories/"), ("Page 2", "stories/page/2/")]),
        ("areas/", [HOME, ("Areas", "areas/")]),
        ("areas/elmham/", [HOME, ("Areas", "areas/"), ("Elmham", "areas/elmham/")]),
        (
            "areas/elmham/page/2/",
            [HOME, ("Areas", "areas/"), ("Elmham", "areas/elmham/"), ("Page 2", "areas/elmham/page/2/")],
        ),
        (
            "newsletters/2024-03/",
            [HOME, ("Newsletters", "newsletters/"), ("Newsletter, March 2024", "newsletters/2024-03/")],
        ),
        ("publications/growing/", [HOME, ("Publications", "publications/"), ("Growing", "publications/growing/")]),
        ("about/people/", [HOME, ("About", "about/"), ("Our people", "about/people/")]),
        ("other/deep/page/", [HOME, ("Deep", "other/deep/page/")]),
    ],
)
def test_breadcrumbs_lead_through_parent_pages(tmp_path: Path, url: str, expected: list[tuple[str, str]]) -> None:
    files = stories(40, areas=["elmham"])
    files |= {"docs/about/people.md": page(title="Our people"), "docs/other/deep/page.md": page(title="Deep")}
    assert crumbs(tmp_path, url, files) == expected


def test_breadcrumbs_skip_folders_without_page(tmp_path: Path) -> None:
    assert crumbs(tmp_path, "principles/contribution/", {}) == [HOME, ("Contribution", "principles/contribution/")]
    with_page = {"docs/principles/index.md": page(title="The ten")}
    assert crumbs(tmp_path, "principles/contribution/", with_page)[1] == ("Principles", "principles/")


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("cy/", []),
        ("cy/stories/", [("Hafan", "cy/"), ("Straeon", "cy/stories/")]),
        (
            "cy/stories/the-garden/",
            [("Hafan", "cy/"), ("Straeon", "cy/stories/"), ("Yr ardd", "cy/stories/the-garden/")],
        ),
        ("cy/areas/elmham/", [("Hafan", "cy/"), ("Ardaloedd", "cy/areas/"), ("Tref y Llwyf", "cy/areas/elmham/")]),
        (
            "cy/newsletters/2024-03/",
            [
                ("Hafan", "cy/"),
                ("Cylchlythyrau", "cy/newsletters/"),
                ("Newyddion Mawrth", "cy/newsletters/2024-03/"),
            ],
        ),
        ("cy/stories/page/2/", [("Hafan", "cy/"), ("Straeon", "cy/stories/"), ("Tudalen 2", "cy/stories/page/2/")]),
    ],
)
def test_welsh_pages_have_welsh_breadcrumbs(tmp_path: Path, url: str, expected: list[tuple[str, str]]) -> None:
    assert crumbs(tmp_path, url, WELSH | stories(20)) == expected


def test_breadcrumbs_fall_back_to_default_language(tmp_path: Path) -> None:
    alone = {"docs/areas/elmham.cy.md": WELSH["docs/areas/elmham.cy.md"], "docs/about/pobl.cy.md": page(title="Pobl")}
    assert crumbs(tmp_path, "cy/areas/elmham/", alone) == [
        ("Hafan", ""),
        ("Ardaloedd", "areas/"),
        ("Tref y Llwyf", "cy/areas/elmham/"),
    ]
    trail = Pages(tmp_path, small_newsroom() | alone).context("cy/about/pobl/").metadata.crumbs
    assert [(crumb.title, crumb.lang, crumb.page_lang) for crumb in trail] == [
        ("Hafan", "cy", "en"),
        ("About", "en", "en"),
        ("Pobl", "cy", "cy"),
    ]


def test_missing_page_has_no_breadcrumbs(tmp_path: Path) -> None:
    assert Pages(tmp_path, small_newsroom()).context(None).metadata.crumbs == ()
