"""Files have a folder, a name and an address on the site."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.content.folders import PageName, address_for, parse_name
from newsroom.content.types import AnyType, type_for_path
from newsroom.content.types.area import AREA
from newsroom.content.types.newsletter import NEWSLETTER, edition_date
from newsroom.content.types.page import PAGE, STATEMENT
from newsroom.content.types.principle import PRINCIPLE
from newsroom.content.types.publication import PUBLICATION
from newsroom.content.types.story import STORY

LANGUAGES = ("en", "cy")
FOLDERS = st.sampled_from(
    ["newsletters", "publications", "stories", "docs", "docs/areas", "docs/principles", "docs/a/b"]
)
SLUGS = st.one_of(
    st.just("index"), st.just("2023-12"), st.from_regex(r"[a-z0-9]{1,4}(-[a-z0-9]{1,4}){0,2}", fullmatch=True)
)
SUFFIXES = st.sampled_from(["", ".en", ".cy"])


def address(path: str) -> str | None:
    """The address of a file, or None if its name is not valid in its folder."""
    name = parse_name(path, type_for_path(path), LANGUAGES)
    return None if name is None else address_for(path, name, LANGUAGES)


@given(FOLDERS, SLUGS, SUFFIXES)
def test_address_is_relative_and_ends_in_slash(folder: str, slug: str, suffix: str) -> None:
    url = address(f"{folder}/{slug}{suffix}.md")
    if folder == "newsletters" and slug != "2023-12" and url is None:
        return
    assert url is not None
    assert url == "" or url.endswith("/")
    assert not url.startswith("/")
    assert not {"", ".", "..", "index", "docs"} & set(url.split("/")[:-1])
    assert url.startswith("cy/") == (suffix == ".cy")


@given(FOLDERS, SLUGS, FOLDERS, SLUGS)
def test_addresses_are_unique_per_language(folder: str, slug: str, other: str, second: str) -> None:
    paths = {f"{folder}/{slug}.md", f"{other}/{second}.md"}
    urls = {address(path) for path in paths} - {None}
    assert len(urls) == sum(address(path) is not None for path in paths)


@given(st.text(max_size=12))
def test_any_name_is_accepted_or_rejected(text: str) -> None:
    path = f"stories/{text.replace('/', '')}.md"
    assert (address(path) or "stories/a/").isascii()


@pytest.mark.parametrize(
    ("path", "url"),
    [
        ("docs/index.md", ""),
        ("docs/index.cy.md", "cy/"),
        ("docs/about.md", "about/"),
        ("docs/areas/index.cy.md", "cy/areas/"),
        ("docs/areas/swansea.cy.md", "cy/areas/swansea/"),
        ("stories/maggie.en.md", "stories/maggie/"),
        ("newsletters/2023-12.md", "newsletters/2023-12/"),
        ("newsletters/2023-12-05.cy.md", "cy/newsletters/2023-12-05/"),
        ("newsletters/2023-12-special.md", "newsletters/2023-12-special/"),
        ("newsletters/2023-12-05-a-2nd.md", "newsletters/2023-12-05-a-2nd/"),
    ],
)
def test_address_follows_path(path: str, url: str) -> None:
    assert address(path) == url


@pytest.mark.parametrize(
    "path",
    [
        "stories/Maggie.md",
        "stories/maggie.fr.md",
        "stories/maggie.cy.en.md",
        "stories/maggie-.md",
        "stories/-.md",
        "stories/tŷ.md",
        "stories/a b.md",
        "stories/.md",
        "stories/..md",
        "stories/a.MD",
        "newsletters/march.md",
        "newsletters/2023-13.md",
        "newsletters/2023-1.md",
        "newsletters/２０２３-12.md",
        "newsletters/2023.md",
        "newsletters/2023-12-.md",
        "newsletters/2023-12-5.md",
        "newsletters/2023-12-32.md",
        "newsletters/2023-02-29.md",
        "newsletters/2023-02-29-special.md",
        "newsletters/2023-12-Special.md",
    ],
)
def test_invalid_name_has_no_address(path: str) -> None:
    assert address(path) is None


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("newsletters/2023-12.md", NEWSLETTER),
        ("publications/growing.md", PUBLICATION),
        ("stories/maggie.md", STORY),
        ("stories/deeper/maggie.md", STORY),
        ("docs/areas/swansea.md", AREA),
        ("docs/areas/index.md", PAGE),
        ("docs/areas/index.cy.md", PAGE),
        ("docs/areas-of-work/swansea.md", PAGE),
        ("docs/principles/contribution.md", PRINCIPLE),
        ("docs/principles/index.md", PAGE),
        ("docs/about/index.md", PAGE),
        ("docs/accessibility.cy.md", STATEMENT),
        ("docs/about/accessibility.md", PAGE),
        ("docs/stories/maggie.md", PAGE),
    ],
)
def test_folder_decides_content_type(path: str, kind: AnyType) -> None:
    assert type_for_path(path) is kind


def test_first_language_has_no_suffix() -> None:
    place = type_for_path("stories/a.md")
    assert parse_name("stories/a.md", place, ("cy", "en")) == PageName("a", "cy")
    assert address_for("stories/a.en.md", PageName("a", "en"), ("cy", "en")) == "en/stories/a/"


@pytest.mark.parametrize(
    ("slug", "date"),
    [
        ("2023-12", "2023-12"),
        ("2023-12-05", "2023-12-05"),
        ("2023-12-special", "2023-12"),
        ("2023-12-05-special", "2023-12-05"),
        ("2024-02-29", "2024-02-29"),
    ],
)
def test_edition_name_begins_with_date(slug: str, date: str) -> None:
    found = edition_date(slug)
    assert found is not None
    assert found.isoformat() == date
