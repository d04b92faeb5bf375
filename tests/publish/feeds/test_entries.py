"""Entries of feeds: which items have one, and its id, text, people and files."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.support import small_newsroom
from tests.support.feeds import entry_of, feed_of
from tests.support.html import addresses, text_of
from tests.support.images import picture
from tests.support.items import CONSENT, newsletter, publication, stories, story, story_id
from tests.support.pdfs import padded, pdf


@pytest.mark.parametrize(
    "fields",
    [
        {"draft": True},
        {"date": "2026-11-23"},
        {"consent": CONSENT | {"withdrawn": "2024-05-01"}},
        {"consent": CONSENT | {"scope": ["web", "email"]}},
    ],
    ids=["draft", "tomorrow's", "withdrawn", "not for feeds"],
)
def test_hidden_item_leaves_no_trace_in_the_feed(tmp_path: Path, fields: dict[str, object]) -> None:
    files = small_newsroom() | {"stories/secret.md": story("A secret.", title="Secret", **fields)}
    assert "secret" not in str(feed_of(tmp_path, files)).lower()


def test_item_is_in_the_feed_from_its_date(tmp_path: Path) -> None:
    files = small_newsroom() | {"stories/new.md": story(title="New", date="2026-11-22")}
    assert feed_of(tmp_path, files).entries[0].title == "New"


def test_feed_has_the_newest_thirty_items(tmp_path: Path) -> None:
    titles = [entry.title for entry in feed_of(tmp_path, stories(35)).entries]
    assert titles == [f"Item {number}" for number in range(35, 5, -1)]


def test_ids_are_tag_uris_of_kind_and_slug(tmp_path: Path) -> None:
    files = small_newsroom() | {"stories/y-fainc.cy.md": story(title="Y fainc", date="2020")}
    entries = feed_of(tmp_path, files).entries
    assert [entry.id for entry in entries] == [
        "tag:elm.example,2026:newsletter/2024-03",
        story_id("the-garden"),
        "tag:elm.example,2026:publication/growing",
        story_id("y-fainc", "cy"),
    ]
    assert not any(entry.guidislink for entry in entries)


@pytest.mark.parametrize(
    ("fields", "settings"),
    [
        ({"title": "Another title"}, {}),
        ({"date": "2021-01-01"}, {}),
        ({"updated": "2025-01-01"}, {}),
        ({"kind": "reflection"}, {}),
        ({}, {"site_url": "https://moved.example/new/"}),
        ({}, {"site_name": "Another name"}),
    ],
)
def test_no_change_of_title_date_or_address_changes_an_id(
    tmp_path: Path, fields: dict[str, object], settings: Mapping[str, object]
) -> None:
    before = feed_of(tmp_path / "before", {"stories/a.md": story()}).entries[0]
    after = feed_of(tmp_path / "after", {"stories/a.md": story(**fields)}, **settings).entries[0]
    assert after.id == before.id


def test_entries_follow_the_site_to_a_new_address(tmp_path: Path) -> None:
    files = {"stories/a.md": story("[Home](../docs/index.md)")} | small_newsroom()
    entry = entry_of(tmp_path, files, "A story", site_url="https://moved.example/new/")
    assert entry.link == "https://moved.example/new/stories/a/"
    assert addresses(entry.content[0].value) == ["https://moved.example/new/"]


def test_each_item_is_once_in_the_feed_preferably_in_its_language(tmp_path: Path) -> None:
    files = {"stories/a.md": story(title="The bench"), "stories/a.cy.md": story(title="Y fainc")}
    assert [entry.title for entry in feed_of(tmp_path, files).entries] == ["The bench"]


@pytest.mark.parametrize("size", [2_001, 100_001])
def test_pdf_of_a_publication_is_enclosed_with_its_length_and_type(tmp_path: Path, size: int) -> None:
    files: dict[str, str | bytes] = {"publications/r.md": publication(file="The report.pdf")}
    files["publications/The report.pdf"] = padded(pdf(), size)
    (enclosure,) = feed_of(tmp_path, files).entries[0].enclosures
    assert enclosure.href == "https://elm.example/publications/The%20report.pdf"
    assert (enclosure.length, enclosure.type) == (str(size), "application/pdf")


def test_publication_without_a_pdf_encloses_nothing(tmp_path: Path) -> None:
    assert feed_of(tmp_path, {"publications/r.md": publication()}).entries[0].enclosures == []


@pytest.mark.parametrize(
    ("path", "text", "people"),
    [
        ("stories/a.md", story(author={"name": "Wil Rowan", "role": "Neighbour"}), ["Wil Rowan"]),
        ("stories/a.md", story(), []),
        (
            "publications/a.md",
            publication(authors=[{"given": "Ada", "family": "Elm"}, "Siân Ŵyn"], editors=["Tom"]),
            ["Ada Elm", "Siân Ŵyn"],
        ),
        ("publications/a.md", publication(editors=["Tom Oak"]), ["Tom Oak"]),
        ("newsletters/2024-01.md", newsletter(**{"from": [{"name": "Ada"}, {"name": "Wil"}]}), ["Ada", "Wil"]),
    ],
)
def test_entry_names_its_authors(tmp_path: Path, path: str, text: str, people: list[str]) -> None:
    entry = feed_of(tmp_path, {path: text}).entries[0]
    assert [author.name for author in entry.get("authors", [])] == people


def test_entry_categories_are_in_the_language_of_the_feed(tmp_path: Path) -> None:
    files = small_newsroom() | {"stories/p.md": story(title="P", kind="reflection", principles=["contribution"])}
    assert [tag.term for tag in entry_of(tmp_path / "en", files, "P").tags] == ["Reflection", "Contribution"]
    welsh = entry_of(tmp_path / "cy", files, "P", languages=["cy", "en"])
    assert [tag.term for tag in welsh.tags] == ["Myfyrdod", "Contribution"]


@pytest.mark.parametrize(
    ("written", "expected"), [("2024-02-03", "03 Feb 2024"), ("2024-02", "01 Feb 2024"), ("2024", "01 Jan 2024")]
)
def test_entry_is_published_on_its_date(tmp_path: Path, written: str, expected: str) -> None:
    entry = feed_of(tmp_path, {"stories/a.md": story(date=written, updated="2025-05-05")}).entries[0]
    assert entry.published.endswith(f"{expected} 00:00:00 +0000")


BODY = """\
## A heading {#here .wide}

See [the garden](the-garden.md "How it grew"), [this](#here), [the file](report.pdf), <mailto:a@elm.example>,
and [elsewhere](https://other.example/x?a=1&b=2). **All** of it[^1].

![A picture](a%20picture.png)

| a | b |
|---|--:|
| 1 | 2 |

[^1]: A note.
"""


def test_every_address_in_an_entry_is_absolute(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        **small_newsroom(),
        "stories/a.md": story(BODY),
        "stories/report.pdf": pdf(),
        "stories/a picture.png": picture(),
    }
    assert addresses(entry_of(tmp_path, files, "A story").content[0].value) == [
        "https://elm.example/stories/the-garden/",
        "https://elm.example/stories/a/#here",
        "https://elm.example/stories/report.pdf",
        "mailto:a@elm.example",
        "https://other.example/x?a=1&b=2",
        "https://elm.example/stories/a/#fn:1",
        "https://elm.example/stories/a%20picture.png",
        "https://elm.example/stories/a/#fnref:1",
    ]


def test_entry_has_the_whole_text_of_its_page(tmp_path: Path) -> None:
    body = "\n".join(["One long paragraph. " * 2000, "", *["- an item"] * 500, "", "```", "x < y  &&  z", "```"])
    entry = feed_of(tmp_path, {"stories/a.md": story(body)}).entries[0]
    text = text_of(entry.content[0].value)
    assert text.count("One long paragraph.") == 2000
    assert text.count("an item") == 500
    assert text.endswith("x < y && z")


@pytest.mark.parametrize("reference", ["&#1;", "&#12;", "&#xFFFE;", "&#x1F;", "&#0;"])
def test_invalid_xml_character_does_not_break_the_feed(tmp_path: Path, reference: str) -> None:
    entry = feed_of(tmp_path, {"stories/a.md": story(f"Before {reference}after.")}).entries[0]
    assert text_of(entry.content[0].value).replace("\ufffd", "") == "Before after."
