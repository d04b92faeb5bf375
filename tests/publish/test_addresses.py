"""Addresses in links are valid on pages, in feeds and in email, whatever an editor wrote."""

from pathlib import Path

import pytest

from newsroom.markup.links import valid_address
from newsroom.publish.addresses import with_valid_addresses
from tests.support import open_newsroom, small_newsroom
from tests.support.pieces import newsletter, story
from tests.support.rendering import published

MAIL = "mailto:jo@e.example?subject=The garden on Elm Street"
ENCODED = "mailto:jo@e.example?subject=The%20garden%20on%20Elm%20Street"


@pytest.mark.parametrize(
    ("written", "valid"),
    [
        (MAIL, ENCODED),
        (" https://e.example/a b\tc ", "https://e.example/a%20b%09c"),
        ('https://e.example/?a="<>|{}^`', "https://e.example/?a=%22%3C%3E%7C%7B%7D%5E%60"),
        ("https://e.example/100%/%zz/%C5%B7", "https://e.example/100%25/%25zz/%C5%B7"),
        ("https://e.example/tŷ?a=1&b=[2]#c", "https://e.example/tŷ?a=1&b=[2]#c"),
    ],
)
def test_what_may_not_be_in_an_address_is_encoded(written: str, valid: str) -> None:
    assert valid_address(written) == valid
    assert valid_address(valid) == valid


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (
            f'<a href="{MAIL}">Jo</a> <a title="x" href=\'a b?c&amp;d\' id="y">b</a>',
            f'<a href="{ENCODED}">Jo</a> <a title="x" href="a%20b?c&amp;d" id="y">b</a>',
        ),
        ('<a href="a?b&amp;c#d" title="a b">x</a>', '<a href="a?b&amp;c#d" title="a b">x</a>'),
        ('<a href="&quot;x">y</a>', '<a href="%22x">y</a>'),
        (
            "<code>&lt;a href=\"a b\"></code> <!-- <a href='a b'> -->",
            "<code>&lt;a href=\"a b\"></code> <!-- <a href='a b'> -->",
        ),
    ],
)
def test_only_the_addresses_of_links_change(html: str, expected: str) -> None:
    assert with_valid_addresses(html) == expected


@pytest.mark.parametrize("written", [f"[Jo]({MAIL})", f'<a href="{MAIL}">Jo</a>'])
def test_a_link_with_blanks_is_valid_on_the_page_in_the_feed_and_in_the_email(tmp_path: Path, written: str) -> None:
    files = small_newsroom() | {
        "stories/x.md": story(f"Write to {written}."),
        "newsletters/2026-11.md": newsletter(f"## Hello\n\nWrite to {written}."),
    }
    written_files = published(tmp_path, files)
    build = open_newsroom(tmp_path, files)
    pages = [build.page_html(path) for path in files if files[path].count(MAIL)]
    email = written_files["newsletters/2026-11/email/generic.html"].decode()
    for text in (*pages, written_files["feed.xml"].decode(), written_files["feed.json"].decode(), email):
        assert ENCODED in text
        assert MAIL not in text
