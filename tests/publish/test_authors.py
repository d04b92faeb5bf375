"""Who wrote a story or sent an edition: one or several, as names or with role and organisation, in every output."""

import json
from pathlib import Path

import pytest
from lxml import etree

from newsroom.content.types.newsletter import Newsletter
from newsroom.content.types.story import Story
from tests.support import open_newsroom, small_newsroom
from tests.support.emails import emails_of
from tests.support.feeds import ATOM
from tests.support.items import newsletter, story
from tests.support.metadata import Pages, node_of
from tests.support.rendering import body, published, words

ADA = {"name": "Ada Elm", "role": "Editor", "organisation": "Elm Council"}


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, []),
        ({"author": "Ada Elm"}, ["Ada Elm"]),
        ({"author": ADA}, ["Ada Elm (Editor, Elm Council)"]),
        ({"authors": ["Ada Elm"]}, ["Ada Elm"]),
        ({"authors": [ADA, "Bo Oak", {"name": "Cy Ash"}]}, ["Ada Elm (Editor, Elm Council)", "Bo Oak", "Cy Ash"]),
    ],
)
def test_authors_of_a_story_are_named_in_each_of_these_ways(fields: dict[str, object], expected: list[str]) -> None:
    given = {"title": "A", "date": "2024", "summary": "S", "kind": "news"}
    assert [writer.with_all for writer in Story.model_validate(given | fields).writers] == expected


@pytest.mark.parametrize(
    ("senders", "expected"),
    [
        ("Ada Elm", ["Ada Elm"]),
        (ADA, ["Ada Elm (Editor)"]),
        (["Ada Elm", "Bo Oak"], ["Ada Elm", "Bo Oak"]),
        ([ADA, "Bo Oak"], ["Ada Elm (Editor)", "Bo Oak"]),
    ],
)
def test_edition_is_from_one_or_several_people(senders: object, expected: list[str]) -> None:
    given = {"title": "A", "date": "2024-03", "summary": "S", "subject": "S", "preheader": "P", "from": senders}
    assert [sender.with_role for sender in Newsletter.model_validate(given).senders] == expected


def test_all_outputs_name_all_authors(tmp_path: Path) -> None:
    files = {
        **small_newsroom(),
        "stories/a.md": story(title="By three", kind="reflection", authors=[ADA, "Bo Oak", {"name": "Cy Ash"}]),
    }
    names = ["Ada Elm", "Bo Oak", "Cy Ash"]
    byline = body(open_newsroom(tmp_path / "page", files), "stories/a.md").find_class("nw-byline")[0]
    assert words(byline).startswith("By Ada Elm (Editor, Elm Council), Bo Oak and Cy Ash · 1 January 2024")

    article = node_of(Pages(tmp_path / "data", files).graph("stories/a/"), "Article")
    organisation = {"@type": "Organization", "name": "Elm Council"}
    assert article["author"] == [
        {"@type": "Person", "name": "Ada Elm", "jobTitle": "Editor", "worksFor": organisation},
        {"@type": "Person", "name": "Bo Oak"},
        {"@type": "Person", "name": "Cy Ash"},
    ]

    written = published(tmp_path / "feeds", files)
    rss, atom = (
        next(made for made in etree.fromstring(written[path]).iter(entry) if made.findtext(title) == "By three")
        for path, entry, title in (("feed.xml", "item", "title"), ("atom.xml", f"{ATOM}entry", f"{ATOM}title"))
    )
    assert [made.text for made in rss.iter("{http://purl.org/dc/elements/1.1/}creator")] == names
    assert [author.findtext(f"{ATOM}name") for author in atom.iter(f"{ATOM}author")] == names
    (item,) = (item for item in json.loads(written["feed.json"])["items"] if item["title"] == "By three")
    assert item["authors"] == [{"name": name} for name in names]


def test_email_names_all_its_senders(tmp_path: Path) -> None:
    edition = newsletter(**{"from": ["Ada Elm", "Bo Oak"]})
    parts = emails_of(tmp_path, edition, ["generic"])["generic"]
    for text in (parts.html, parts.text):
        assert "A note from Ada Elm and Bo Oak" in text
