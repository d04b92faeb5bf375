"""The permanent ids of items."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.content.document import Document
from newsroom.content.entry_ids import collection_id, entry_id
from newsroom.content.types.story import Story
from newsroom.read import load_content
from tests.support import write_files
from tests.support.feeds import story_document
from tests.support.items import publication, story_id

DAY = date(2024, 1, 1)
SLUG = st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True)


def id_of(document: Document[Story]) -> str:
    """The id of a story on Elm Street."""
    return entry_id(document, "elm.example,2026", "en")


def test_id_is_tag_uri_of_kind_slug_and_language(tmp_path: Path) -> None:
    write_files(tmp_path, {"publications/growing.md": publication(), "publications/growing.cy.md": publication()})
    items = load_content(tmp_path, ("en", "cy")).documents
    assert [entry_id(item, "elm.example,2026", "en") for item in items] == [
        "tag:elm.example,2026:publication/growing/cy",
        "tag:elm.example,2026:publication/growing",
    ]


def test_id_of_story_does_not_have_its_name() -> None:
    """A person's name is often in a file's name, and feeds keep the id of a withdrawn story."""
    document = story_document("maggies-story", DAY)
    assert id_of(document) == "tag:elm.example,2026:story/5152c2080a4d9c45"
    assert id_of(replace(document, lang="cy", url="cy/stories/maggies-story/")) == story_id("maggies-story", "cy")


@given(SLUG, SLUG)
def test_ids_are_unique(one: str, other: str) -> None:
    assert (id_of(story_document(one, DAY)) == id_of(story_document(other, DAY))) == (one == other)


def test_id_in_front_matter_wins() -> None:
    own = "https://old.example/?p=12"
    assert id_of(story_document("a", DAY, id=own, redirect_from=["/stories/b/"])) == own


@pytest.mark.parametrize(
    ("addresses", "slug"),
    [
        (["/stories/old/"], "old"),
        (["/stories/oldest/", "/stories/old/"], "oldest"),
        (["/blog/2020/old/", "/stories/old/"], "old"),
        (["/publications/old/"], "new"),
        (["/stories/2020/old/"], "new"),
        (["/stories/old.html"], "new"),
        ([], "new"),
    ],
)
def test_renamed_file_keeps_its_id(addresses: list[str], slug: str) -> None:
    assert id_of(story_document("new", DAY, redirect_from=addresses)) == story_id(slug)


def test_renamed_translation_keeps_its_id() -> None:
    document = replace(story_document("new", DAY, redirect_from=["/cy/stories/old/"]), lang="cy", url="cy/stories/new/")
    assert id_of(document) == story_id("old", "cy")


@pytest.mark.parametrize(
    ("folder", "name"), [("", "feed"), ("stories/", "feed/stories"), ("cy/areas/elmham/", "feed/cy/areas/elmham")]
)
def test_feed_id_is_made_from_folder(folder: str, name: str) -> None:
    assert collection_id(folder, "elm.example,2026") == f"tag:elm.example,2026:{name}"
