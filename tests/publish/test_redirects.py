"""A page at each address that another page had before."""

from pathlib import Path

import pytest

from tests.support import small_newsroom
from tests.support.html import addresses, parse, parse_errors
from tests.support.pieces import area, page, story
from tests.support.rendering import published


def test_an_old_address_sends_readers_and_search_engines_to_the_page(tmp_path: Path) -> None:
    files = {"stories/bench.md": story(title="Tom & the <bench>", redirect_from=["/old/bench/"])}
    html = published(tmp_path, files)["old/bench/index.html"].decode()
    root = parse(html)
    assert parse_errors(html) == []
    story_at, feed = "https://elm.example/stories/bench/", "https://elm.example/feed.xml"
    assert addresses(html) == [story_at, feed, story_at]
    (refresh,) = (meta.get("content") for meta in root.iter("meta") if meta.get("http-equiv") == "refresh")
    assert refresh == "0; url=https://elm.example/stories/bench/"
    assert root.findtext("head/title") == root.findtext("body/p/a") == "Tom & the <bench>"
    assert "noindex" in html


@pytest.mark.parametrize(
    ("path", "text", "target"),
    [
        ("docs/team.md", page(redirect_from=["/a/", "/b/c/"]), "https://elm.example/team/"),
        ("docs/areas/oakton.md", area(redirect_from=["/a/", "/b/c/"]), "https://elm.example/areas/oakton/"),
        ("stories/x.cy.md", story(redirect_from=["/a/", "/b/c/"]), "https://elm.example/cy/stories/x/"),
    ],
)
def test_every_kind_of_page_can_have_had_addresses(tmp_path: Path, path: str, text: str, target: str) -> None:
    written = published(tmp_path, small_newsroom() | {path: text})
    assert {name for name in written if name.endswith("index.html") and "email" not in name} == {
        "a/index.html",
        "b/c/index.html",
    }
    assert all(target in written[name].decode() for name in ("a/index.html", "b/c/index.html"))


def test_a_redirect_speaks_the_language_of_its_page(tmp_path: Path) -> None:
    written = published(tmp_path, {"stories/x.cy.md": story(redirect_from=["/hen/"])})["hen/index.html"].decode()
    assert parse(written).get("lang") == "cy"
    assert "Mae’r dudalen hon wedi symud" in written


def test_what_is_not_shown_redirects_nobody(tmp_path: Path) -> None:
    files = small_newsroom() | {"stories/x.md": story(draft=True, redirect_from=["/old/"])}
    assert "old/index.html" not in published(tmp_path, files)
