"""The site in one language: its items, their neighbours, and the items of topics."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from newsroom.content.library import Library
from newsroom.content.types import DATED_TYPES
from newsroom.content.types.story import STORY
from newsroom.publish.pages.language_site import LanguageSite
from newsroom.read import load_content
from newsroom.translations import Translations
from tests.support import TODAY, small_newsroom, write_files
from tests.support.items import area, newsletter, page, publication, story


def view_of(root: Path, files: Mapping[str, str], lang: str = "en", *, preview: bool = False) -> LanguageSite:
    """The view of a newsroom's readers of one language."""
    write_files(root, files)
    library = Library(load_content(root, ("en", "cy")).documents, today=TODAY, preview=preview)
    return LanguageSite(library, Translations(lang), "" if lang == "en" else f"{lang}/")


def neighbours(site: LanguageSite, path: str) -> tuple[str | None, str | None]:
    """The paths of the items before and after one."""
    (document,) = (item for item in site.newest if item.path == path)
    found = site.neighbours(document)
    return (found.previous.path if found.previous else None, found.next.path if found.next else None)


def test_neighbours_are_of_same_type(tmp_path: Path) -> None:
    site = view_of(
        tmp_path,
        {
            "stories/old.md": story(date="2020"),
            "publications/between.md": publication(date="2021"),
            "stories/middle.md": story(date="2022"),
            "newsletters/2022-06.md": newsletter(),
            "stories/new.md": story(date="2023"),
        },
    )
    assert neighbours(site, "stories/old.md") == (None, "stories/middle.md")
    assert neighbours(site, "stories/middle.md") == ("stories/old.md", "stories/new.md")
    assert neighbours(site, "stories/new.md") == ("stories/middle.md", None)
    assert neighbours(site, "publications/between.md") == (None, None)


UNDATED = {
    "stories/added.md": story(date="2024-03-01", undated=True),
    "stories/another.md": story(date="2014-03-01", undated=True),
    "stories/old.md": story(date="2015"),
    "stories/new.md": story(date="2023"),
    "stories/note.md": story(date="2025", kind="note"),
}


def test_items_without_known_date_are_last_in_lists_and_among_neighbours(tmp_path: Path) -> None:
    site = view_of(tmp_path, UNDATED)
    assert [item.slug for item in site.newest] == ["note", "new", "old", "added", "another"]
    assert site.feature is not None
    assert (site.feature.slug, *(item.slug for item in site.latest)) == ("new", "note", "old", "added", "another")
    assert neighbours(site, "stories/added.md") == ("stories/another.md", "stories/old.md")


def test_latest_are_those_that_came_last(tmp_path: Path) -> None:
    files = {
        "stories/lead.md": story(date="2024", featured=True),
        "stories/old-but-added.md": story(date="2015", added="2025-06-01"),
        "publications/newer.md": publication(date="2024-02"),
        "stories/new.md": story(date="2025-05-01"),
    }
    assert [item.slug for item in view_of(tmp_path, files).latest] == ["old-but-added", "new", "newer"]


def test_featured_stories_come_first_in_their_list_alone(tmp_path: Path) -> None:
    files = {
        "stories/new.md": story(date="2025"),
        "stories/featured.md": story(date="2023", featured=True),
        "stories/also-featured.md": story(date="2021", featured=True),
    }
    site = view_of(tmp_path, files)
    assert [item.slug for item in site.listed((STORY,))] == ["featured", "also-featured", "new"]
    assert [item.slug for item in site.listed(DATED_TYPES)] == ["new", "featured", "also-featured"]
    assert site.feature is not None
    assert site.feature.slug == "featured"


def test_draft_is_neighbour_only_in_preview(tmp_path: Path) -> None:
    files = {
        "stories/a.md": story(date="2020"),
        "stories/b.md": story(date="2021", draft=True),
        "stories/c.md": story(date="2022"),
    }
    assert neighbours(view_of(tmp_path, files), "stories/a.md") == (None, "stories/c.md")
    assert neighbours(view_of(tmp_path, files, preview=True), "stories/a.md") == (None, "stories/b.md")


TOPICS = {
    "docs/areas/elmham.md": area(),
    "docs/areas/oakton.md": area(name="Oakton"),
    "docs/principles/choice.md": page(title="Choice", order="1"),
    "stories/old.md": story(title="Old", date="2020", areas=["elmham"], principles=["choice", "choice"]),
    "publications/middle.md": publication(title="Middle", date="2021", areas=["oakton", "elmham"]),
    "newsletters/2022-01.md": newsletter(title="New", areas=["elmham"]),
    "stories/other.md": story(title="Other", date="2023"),
}


@pytest.mark.parametrize(
    ("topic", "titles"),
    [
        ("docs/areas/elmham.md", ["New", "Middle", "Old"]),
        ("docs/areas/oakton.md", ["Middle"]),
        ("docs/principles/choice.md", ["Old"]),
    ],
)
def test_topics_list_items_that_name_them(tmp_path: Path, topic: str, titles: list[str]) -> None:
    site = view_of(tmp_path, TOPICS)
    topics = (document for of_type in site.topics.values() for document in of_type.values())
    (found,) = (document for document in topics if document.path == topic)
    assert [item.front.title for item in site.items_about(found)] == titles


WELSH = {
    "docs/index.cy.md": page(title="Cartref"),
    "docs/areas/elmham.cy.md": area(name="Tref y Llwyf"),
    "stories/the-garden.cy.md": story(title="Yr ardd", date="2024-02-03", areas=["elmham"]),
    "stories/y-fainc.cy.md": story(title="Y fainc", date="2024-01-01"),
}


def test_item_is_shown_in_readers_language_if_it_exists(tmp_path: Path) -> None:
    files = small_newsroom() | WELSH
    english = [item.front.title for item in view_of(tmp_path, files).newest]
    welsh = [item.front.title for item in view_of(tmp_path, files, "cy").newest]
    assert english == ["Newsletter, March 2024", "The garden", "Y fainc", "Growing"]
    assert welsh == ["Newsletter, March 2024", "Yr ardd", "Y fainc", "Growing"]


def test_draft_translation_leaves_english_version(tmp_path: Path) -> None:
    files = small_newsroom() | WELSH | {"stories/the-garden.cy.md": story(title="Yr ardd", draft=True)}
    assert "The garden" in [item.front.title for item in view_of(tmp_path, files, "cy").newest]


def test_welsh_area_lists_items_of_both_languages(tmp_path: Path) -> None:
    site = view_of(tmp_path, small_newsroom() | WELSH, "cy")
    gathered = site.items_about(site.topics["area"]["elmham"])
    assert site.topics["area"]["elmham"].front.heading == "Tref y Llwyf"
    assert [item.front.title for item in gathered] == ["Newsletter, March 2024", "Yr ardd"]
