"""RSS, Atom and JSON Feed are valid, and have the same content."""

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from html import unescape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from newsroom.content.document import AnyDocument
from newsroom.markup.tree import make_element, xml_text
from newsroom.publish.feeds.atom import atom_document, atom_entry
from newsroom.publish.feeds.content import page_content
from newsroom.publish.feeds.entries import Enclosure, Entry, Picture
from newsroom.publish.feeds.json_feed import json_feed_document
from newsroom.publish.feeds.plan import EVERYTHING, Feed
from newsroom.publish.feeds.rss import rss_document, rss_item
from newsroom.read import load_content
from newsroom.translations import Translations
from tests.support import small_newsroom, write_files
from tests.support.feeds import (
    ATOM,
    FILES,
    atom_faults,
    feed_files,
    feeds_in,
    json_faults,
    link_of,
    many_stories,
    read_entries,
    read_feed,
    settings_with,
    story_document,
)
from tests.support.html import text_of
from tests.support.images import picture
from tests.support.items import SUMMARY, event, newsletter, publication, story, story_id
from tests.support.pdfs import pdf
from tests.support.rendering import published

FOLDERS = ("", "newsletters/", "publications/", "stories/", "areas/elmham/", "principles/contribution/")
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
ANY_TEXT = st.text(st.characters(exclude_characters="\r"), max_size=60)


def rich_newsroom() -> dict[str, str | bytes]:
    """A newsroom with everything that an entry can have, and text that is hard to write in XML or JSON."""
    files: dict[str, str | bytes] = {**small_newsroom()}
    hard = "]]> & <b>“Ŵyn”</b> \u2067 🌳 \\ \"'"
    files["stories/hard.md"] = story(f"{hard}\n\n```\n{hard}\n```\n", title=hard, summary=hard, date="1969-12-31")
    files["stories/old.md"] = story(title="Old", date="1900", author={"name": hard}, areas=["elmham"])
    files["stories/same.md"] = story(title="Same day", date="1900")
    files["stories/tree.md"] = story(
        "![Again](tree.png)", title="Tree", image={"src": "tree.png", "alt": "A tree", "caption": "It."}
    )
    files |= {"stories/tree.png": picture(100, 50), "publications/r.pdf": pdf()}
    files["publications/r.md"] = publication(file="r.pdf", authors=["A"], editors=["B"], contributors=["C & D"])
    files["newsletters/2024-05.md"] = newsletter("## Hello\n\nWords[^1].\n\n[^1]: Note.")
    files["stories/y-fainc.cy.md"] = story("Geiriau.", title="Y fainc", date="2020")
    return files


@pytest.mark.parametrize("folder", FOLDERS)
def test_feeds_are_valid_and_equal_in_each_format(tmp_path: Path, folder: str) -> None:
    site = published(tmp_path, rich_newsroom())
    entries = [read_entries(file, site[f"{folder}{file}"]) for file in FILES]
    assert entries[0]
    assert entries[0] == entries[1] == entries[2]
    assert read_feed(site[f"{folder}feed.xml"]).version == "rss20"
    assert atom_faults(site[f"{folder}atom.xml"]) == []
    assert json_faults(site[f"{folder}feed.json"]) == []


def test_empty_feed_is_valid_too() -> None:
    for path, document in feed_files([]).items():
        if not path.endswith(".opml"):
            assert read_entries(path, document) == []
        if path.endswith("atom.xml"):
            assert atom_faults(document) == []
            assert etree.fromstring(document).findtext(f"{ATOM}updated") == "1970-01-01T00:00:00+00:00"
        if path.endswith(".json"):
            assert json_faults(document) == []
            assert json.loads(document)["items"] == []


def test_entry_is_complete_in_each_format(tmp_path: Path) -> None:
    site = published(tmp_path, rich_newsroom())
    (item,) = (item for item in json.loads(site["feed.json"])["items"] if item["title"] == "A report")
    pdf_at = "https://elm.example/publications/r.pdf"
    assert [author["name"] for author in item["authors"]] == ["A", "B", "C & D"]
    assert item["attachments"] == [{"url": pdf_at, "mime_type": "application/pdf", "size_in_bytes": len(pdf())}]
    (entry,) = (entry for entry in read_feed(site["atom.xml"]).entries if entry.title == "A report")
    assert [person.name for person in entry.authors] == ["A"]
    assert [person.name for person in entry.contributors] == ["B", "C & D"]
    (enclosure,) = entry.enclosures
    assert (enclosure.href, enclosure.type, enclosure.length) == (pdf_at, "application/pdf", str(len(pdf())))
    for name in ("feed.xml", "atom.xml"):
        (tree,) = (entry for entry in read_feed(site[name]).entries if entry.title == "Tree")
        address = "https://elm.example/stories/tree.png"
        size = {"width": "100", "height": "50"}
        assert tree.media_content == [{"url": address, "type": "image/png", "medium": "image", **size}]
        assert b'<media:description type="plain">A tree</media:description>' in site[name]
        assert (
            f'<figure><img src="{address}" alt="A tree" width="100" height="50"><figcaption>It.'
            in tree.content[0].value
        )
        assert f'<img alt="Again" src="{address}" width="100" height="50">' in tree.content[0].value
    (tree,) = (item for item in json.loads(site["feed.json"])["items"] if item["title"] == "Tree")
    assert tree["image"] == "https://elm.example/stories/tree.png"


def test_entry_of_an_event_says_when_and_where(tmp_path: Path) -> None:
    image = {"src": "../../stories/tree.png", "alt": "A tree"}
    files: dict[str, str | bytes] = {
        **small_newsroom(),
        "stories/tree.png": picture(),
        "docs/events/a.md": event(ends="2026-12-10 12:00", image=image),
    }
    (found,) = json.loads(published(tmp_path, files)["events/feed.json"])["items"]
    when, where = "Thursday 10 December 2026, 10am to midday", "Elm House, Elmham"
    assert found["summary"] == f"{when}. {where}. {SUMMARY}"
    assert f"</figure>\n<p>{when}</p>\n<p>{where}</p>\n" in found["content_html"]


def test_entry_of_an_event_says_that_it_is_cancelled(tmp_path: Path) -> None:
    site = published(tmp_path, {**small_newsroom(), "docs/events/a.md": event(status="cancelled")})
    (found,) = json.loads(site["events/feed.json"])["items"]
    assert found["summary"].startswith("Cancelled. Thursday 10 December 2026")
    assert found["content_html"].startswith("<p>Cancelled</p>\n<p>Thursday 10 December 2026")


def test_entry_says_that_its_text_is_written_from_right_to_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Translations, "direction", property(lambda t: "rtl" if t.lang == "cy" else "ltr"))
    site = published(tmp_path, {**small_newsroom(), "stories/a.cy.md": story(), "stories/b.md": story()})
    found = {item["language"]: item["content_html"] for item in json.loads(site["stories/feed.json"])["items"]}
    assert (found["cy"], found["en"]) == ('<div dir="rtl">\n<p>Words.</p>\n</div>', "<p>Words.</p>")


def test_entry_has_its_language(tmp_path: Path) -> None:
    site = published(tmp_path, rich_newsroom())
    entries = etree.fromstring(site["atom.xml"]).findall(f"{ATOM}entry")
    langs = {entry.findtext(f"{ATOM}title"): entry.get(XML_LANG) for entry in entries}
    assert (langs["Y fainc"], langs["The garden"]) == ("cy", "en")
    spoken = {item["title"]: item["language"] for item in json.loads(site["feed.json"])["items"]}
    assert spoken == langs
    (welsh,) = (entry for entry in read_feed(site["feed.xml"]).entries if entry.title == "Y fainc")
    assert welsh.language == "cy"


def test_entry_categories_are_equal_in_every_format(tmp_path: Path) -> None:
    site = published(tmp_path, rich_newsroom())
    tags = {item["id"]: item["tags"] for item in json.loads(site["feed.json"])["items"]}
    assert tags[story_id("the-garden")] == ["Reflection", "Elmham", "Contribution"]
    for name in ("feed.xml", "atom.xml"):
        assert {entry.id: [tag.term for tag in entry.tags] for entry in read_feed(site[name]).entries} == tags


def test_entry_is_updated_on_the_date_in_its_file(tmp_path: Path) -> None:
    files = {"stories/a.md": story(date="2024-01", updated="2025-05-05"), "stories/b.md": story(date="2023")}
    site = published(tmp_path, files)
    entries = [(item["date_published"], item["date_modified"]) for item in json.loads(site["feed.json"])["items"]]
    assert entries == [
        ("2024-01-01T00:00:00+00:00", "2025-05-05T00:00:00+00:00"),
        ("2023-01-01T00:00:00+00:00", "2023-01-01T00:00:00+00:00"),
    ]
    root = etree.fromstring(site["atom.xml"])
    assert [element.text for element in root.iter(f"{ATOM}updated")] == [entries[0][1], entries[0][1], entries[1][1]]


def test_same_content_gives_the_same_bytes(tmp_path: Path) -> None:
    first, second = (feeds_in(published(tmp_path / name, rich_newsroom())) for name in "ab")
    assert first == second
    assert len(first) == 3 * len(FOLDERS) + 1


def test_feeds_do_not_change_on_a_day_without_news() -> None:
    stories = many_stories(100)
    assert feed_files(stories, today=date(2026, 2, 1)) == feed_files(stories, today=date(2027, 1, 31))


def documents_of(root: Path, files: Mapping[str, str]) -> tuple[AnyDocument, ...]:
    """Read the documents in some files."""
    write_files(root, files)
    return load_content(root, ("en",)).documents


@pytest.mark.parametrize("count", [1, 40])
def test_feed_changes_only_with_its_own_items(tmp_path: Path, count: int) -> None:
    files = {"publications/r.md": publication(date="2019"), "newsletters/2018-01.md": newsletter()}
    quiet = [
        *documents_of(tmp_path, files),
        *(story_document(f"q{number}", date(2020, 1, 1)) for number in range(count)),
    ]
    before, after = feed_files(quiet), feed_files([*quiet, story_document("new", date(2024, 1, 1))])
    same = {path for path, data in before.items() if after.get(path) == data}
    assert {"newsletters/feed.xml", "publications/atom.xml", "feeds.opml"} <= same
    assert not {"feed.xml", "stories/atom.xml", "feed.json"} & same


def test_items_of_one_day_have_a_stable_order() -> None:
    stories = [story_document(slug, date(2024, 1, 1)) for slug in "cab"]
    entries = [entry.title for entry in read_entries("atom.xml", feed_files(stories)["atom.xml"])]
    assert entries == ["a", "b", "c"]
    assert feed_files(stories) == feed_files(stories[::-1])


@pytest.mark.parametrize("file", FILES)
def test_feed_explains_itself_in_a_browser(tmp_path: Path, file: str) -> None:
    files = small_newsroom() | {"docs/subscribe.md": small_newsroom()["docs/about.md"]}
    document = published(tmp_path, files)[f"stories/{file}"].decode()
    head = document[: document.index('"items"' if file.endswith("json") else "<entry" if "atom" in file else "<item")]
    assert "This is a feed: copy its address" in head
    assert "This is a feed" not in str(read_feed(document.encode()).feed if file.endswith("xml") else "")
    assert "https://elm.example/subscribe/" in head
    assert '"https://elm.example/stories/"' in head or "<link>https://elm.example/stories/</link>" in head


def test_feed_without_a_hub_names_none() -> None:
    for path, document in feed_files([]).items():
        assert b"hub" not in document, path


def test_every_feed_names_the_hub_that_the_settings_name() -> None:
    hub = "https://hub.example/?a=1&b=2"
    files = feed_files(many_stories(40), websub_hub=hub)
    assert link_of(etree.fromstring(files["stories/atom.xml"]), "hub") == hub
    links = etree.fromstring(files["stories/feed.xml"]).findall(f"channel/{ATOM}link")
    assert {link.get("rel"): link.get("href") for link in links} == {
        "self": "https://elm.example/stories/feed.xml",
        "hub": hub,
    }
    assert json.loads(files["stories/feed.json"])["hubs"] == [{"type": "WebSub", "url": hub}]
    assert all(atom_faults(data) == [] for path, data in files.items() if path.endswith("atom.xml"))
    assert json_faults(files["feed.json"]) == []


_ID = f"<id>{story_id('s0')}</id>"


def _documents(entries: list[Entry]) -> dict[str, bytes]:
    """Write a feed with some entries in each format."""
    feed = Feed(EVERYTHING, "", "en", "All", "All", "All of it.", "A feed.", "Ours.", (), (), (), 2025)
    settings_ = settings_with()
    return {
        "feed.xml": rss_document(feed, [rss_item(entry) for entry in entries], settings_),
        "atom.xml": atom_document(feed, [atom_entry(entry) for entry in entries], None, settings_),
        "feed.json": json_feed_document(feed, entries, settings_),
    }


@given(st.lists(st.tuples(ANY_TEXT, ANY_TEXT, ANY_TEXT, st.integers(-40_000, 40_000)), max_size=4))
def test_any_content_gives_feeds_that_parse_and_hold_the_same_text(content: list[tuple[str, str, str, int]]) -> None:
    entries = [
        Entry(
            id=f"tag:elm.example,2026:story/{number}",
            url=f"https://elm.example/stories/{number}/",
            title=xml_text(title).strip() or "x",
            summary=xml_text(summary).strip() or "x",
            html=page_content(make_element("p", xml_text(body)), "https://elm.example/"),
            published=datetime(2000, 1, 1, tzinfo=UTC) + timedelta(days=days),
            updated=datetime(2000, 1, 1, tzinfo=UTC) + timedelta(days=days),
            lang="en",
            authors=(xml_text(title).strip(),) if xml_text(title).strip() else (),
            picture=Picture("https://elm.example/a.png?a&b", "image/png"),
            enclosure=Enclosure("https://elm.example/a.pdf?a&b", 1, "application/pdf"),
        )
        for number, (title, summary, body, days) in enumerate(content)
    ]
    files = _documents(entries)
    assert atom_faults(files["atom.xml"]) == []
    assert json_faults(files["feed.json"]) == []
    bodies = [" ".join(text_of(entry.html).split()) for entry in entries]
    assert [text_of(item["content_html"]) for item in json.loads(files["feed.json"])["items"]] == bodies
    assert [item["title"] for item in json.loads(files["feed.json"])["items"]] == [entry.title for entry in entries]
    for name, item, text in (
        ("feed.xml", "item", "{http://purl.org/rss/1.0/modules/content/}encoded"),
        ("atom.xml", f"{ATOM}entry", f"{ATOM}content"),
    ):
        read_feed(files[name])
        found = list(etree.fromstring(files[name]).iter(item))
        assert [element.findtext(text) and text_of(element.findtext(text) or "") for element in found] == bodies
        titles = [element.findtext("title" if item == "item" else f"{ATOM}title") or "" for element in found]
        assert [unescape(title) if item == "item" else title for title in titles] == [entry.title for entry in entries]


@pytest.mark.parametrize("site_url", ["https://elm.example/", "https://moved.example/new/"])
def test_feed_ids_do_not_change_with_the_site_address(tmp_path: Path, site_url: str) -> None:
    written = {"publications/r.md": publication(), "newsletters/2018-01.md": newsletter(), "stories/s.md": story()}
    files = feed_files(documents_of(tmp_path, written), site_url=site_url)
    roots = {path: etree.fromstring(data) for path, data in files.items() if "atom" in path}
    assert {path: root.findtext(f"{ATOM}id") for path, root in roots.items()} == {
        "atom.xml": "tag:elm.example,2026:feed",
        "newsletters/atom.xml": "tag:elm.example,2026:feed/newsletters",
        "publications/atom.xml": "tag:elm.example,2026:feed/publications",
        "stories/atom.xml": "tag:elm.example,2026:feed/stories",
    }


@pytest.mark.parametrize(
    ("written", "fault"),
    [
        ('"version": "https://jsonfeed.org/version/1.1"', '"version": "https://jsonfeed.org/version/1"'),
        ('"id": "', '"number": "'),
        ('"url": "https', '"url": "ftp'),
        ('"content_html"', '"content"'),
        ("T00:00:00+00:00", " 00:00"),
        ('"language": "en"', '"language": "English!"'),
        ('"tags": [', '"tags": [7,'),
    ],
)
def test_checker_reports_invalid_json_feed(written: str, fault: str) -> None:
    document = feed_files(many_stories(2))["feed.json"].decode()
    assert json_faults(document.encode()) == []
    assert written in document
    assert json_faults(document.replace(written, fault).encode()) != []


@pytest.mark.parametrize(
    ("written", "fault"),
    [
        ("<title>", "<titel>x</titel><title>"),
        (_ID, f"<id>{story_id('s1')}</id>"),
        (_ID, "<id>s0</id>"),
        (_ID, ""),
        ("T00:00:00+00:00</published>", "</published>"),
        ('rel="self"', 'rel="related"'),
        ('<content type="html">', '<content type="htm">'),
        ("<summary>What it is.</summary>", '<link href="https://elm.example/"/>'),
        ("<uri>https://elm.example/</uri>", "<email>nobody</email>"),
    ],
)
def test_checker_reports_invalid_atom(written: str, fault: str) -> None:
    document = feed_files(many_stories(2))["atom.xml"].decode()
    assert atom_faults(document.encode()) == []
    assert written in document
    assert atom_faults(document.replace(written, fault, 1).encode()) != []
