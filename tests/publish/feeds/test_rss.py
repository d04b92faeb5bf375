"""The RSS feed is valid, in a fixed order, and has the text of the pages."""

from pathlib import Path

import pytest

from tests.support import small_newsroom
from tests.support.feeds import entry_of, feed_of
from tests.support.html import text_of
from tests.support.items import publication, stories, story
from tests.support.rendering import published


def test_channel_links_to_the_site_and_itself(tmp_path: Path) -> None:
    feed = feed_of(tmp_path, small_newsroom())
    assert feed.version == "rss20"
    assert (feed.feed.title, feed.feed.language, feed.feed.generator) == ("The Elm Street Network", "en", "newsroom")
    assert feed.feed.link == "https://elm.example/"
    links = {link.rel: (link.href, link.type) for link in feed.feed.links}
    assert links["self"] == ("https://elm.example/feed.xml", "application/rss+xml")


def test_channel_has_the_language_of_the_site(tmp_path: Path) -> None:
    feed = feed_of(tmp_path, small_newsroom(), languages=["cy", "en"])
    assert feed.feed.language == "cy"
    assert feed.feed.subtitle.startswith("Popeth newydd")


def test_items_are_sorted_by_date_then_path(tmp_path: Path) -> None:
    files = {
        "stories/b.md": story(title="story b", date="2024-05-01"),
        "stories/a.md": story(title="story a", date="2024-05-01"),
        "publications/z.md": publication(title="publication z", date="2024-05"),
        "stories/newest.md": story(title="newest", date="2024-05-02"),
        "stories/oldest.md": story(title="oldest", date="1969-12-31"),
    }
    order = ["newest", "publication z", "story a", "story b", "oldest"]
    assert [entry.title for entry in feed_of(tmp_path / "1", files).entries] == order
    backwards = dict(reversed(files.items()))
    assert [entry.title for entry in feed_of(tmp_path / "2", backwards).entries] == order


def test_newsroom_without_items_has_a_valid_empty_feed(tmp_path: Path) -> None:
    feed = feed_of(tmp_path, {"docs/index.md": small_newsroom()["docs/index.md"]})
    assert feed.entries == []
    assert feed.feed.title == "The Elm Street Network"
    assert feed.feed.link == "https://elm.example/"


def test_feed_changes_only_when_the_content_does(tmp_path: Path) -> None:
    def feed(folder: str, more: dict[str, str]) -> bytes:
        return published(tmp_path / folder, stories(3) | more)["feed.xml"]

    assert feed("1", {}) == feed("2", {})
    assert feed("3", {"stories/item-01.md": story("Changed.")}) != feed("4", {})


def test_build_date_of_the_feed_is_that_of_the_last_change(tmp_path: Path) -> None:
    files = stories(2) | {"stories/old.md": story(date="2020-01-01", updated="2024-06-30")}
    assert feed_of(tmp_path, files).feed.updated == "Sun, 30 Jun 2024 00:00:00 +0000"


@pytest.mark.parametrize("title", ["Tom & <b>Ada</b>", "1 < 2 &amp; 3", "]]>", "“Ŵyn” £5 🌳", "\u2067right to left"])
def test_markup_in_titles_and_summaries_is_escaped(tmp_path: Path, title: str) -> None:
    entry = entry_of(tmp_path, {"stories/a.md": story(title=title, summary=title)}, title)
    assert text_of(entry.summary) == title
    assert text_of(entry.title) == title


@pytest.mark.parametrize("body", ["x ]]> y", '<p title="a ]]> b">x ]]&gt; y</p>', "```\nx ]]> y\n```"])
def test_cdata_end_in_a_text_is_escaped(tmp_path: Path, body: str) -> None:
    entry = entry_of(tmp_path, {"stories/a.md": story(body)}, "A story")
    assert text_of(entry.content[0].value) == "x ]]> y"


def test_line_ends_in_a_text_are_line_feeds(tmp_path: Path) -> None:
    """A parser of XML would read any other as one, so the bytes have only those."""
    feed = published(tmp_path, {"stories/a.md": story("one&#13;two")})["feed.xml"]
    assert b"\r" not in feed
    assert b"one\ntwo" in feed
