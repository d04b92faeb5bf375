"""Reading a WordPress export: what is kept, and what is not."""

from datetime import date
from pathlib import Path

import pytest

from newsroom.importing.source import ImportRefusedError
from newsroom.importing.wordpress.export import read_channel, read_items
from newsroom.importing.wordpress.model import Item, Term
from tests.support.wordpress import wordpress_attachment, wordpress_export, wordpress_item

_COMMENT = (
    "<wp:comment><wp:comment_author_email>secret@old.example</wp:comment_author_email>"
    "<wp:comment_content>Secret comment</wp:comment_content></wp:comment>"
)


def read(path: Path, text: str) -> list[Item]:
    path.write_text(text, encoding="utf-8")
    return list(read_items(path))


def test_item_has_what_an_import_needs(tmp_path: Path) -> None:
    meta = {"_thumbnail_id": "12", "_wp_old_slug": "before", "_edit_last": "7", "_secret": "Secret field"}
    text = wordpress_item(
        5, "<p>Words</p>", excerpt="In short", slug="the-garden", meta=meta, extra=_COMMENT,
        terms=(("category", "news"), ("language", "cy"), ("post_translations", "pll_1")),
    )  # fmt: skip
    (item,) = read(tmp_path / "export.xml", wordpress_export([text]))
    assert (item.number, item.type, item.slug, item.title) == (5, "post", "the-garden", "Item 5")
    assert (item.content, item.excerpt, item.day) == ("<p>Words</p>", "In short", date(2019, 5, 4))
    assert (item.guid, item.link) == ("https://old.example/?p=5", "https://old.example/the-garden/")
    assert item.terms[0] == Term("category", "news", "News")
    assert item.slugs("language") == ("cy",)
    assert item.meta == {"_thumbnail_id": ("12",), "_wp_old_slug": ("before",)}
    assert "Secret" not in repr(item)
    assert "secret@" not in repr(item)


@pytest.mark.parametrize("status", ["private", "draft", "pending", "trash", "future", "auto-draft"])
def test_text_that_was_not_public_is_not_kept(tmp_path: Path, status: str) -> None:
    (item,) = read(
        tmp_path / "export.xml", wordpress_export([wordpress_item(1, "Secret", status=status, title="Secret")])
    )
    assert not item.is_public
    assert "Secret" not in repr(item)


def test_text_with_a_password_is_not_kept(tmp_path: Path) -> None:
    text = wordpress_item(
        1, "Secret", password="garden", title="Secret", excerpt="Secret", meta={"footnotes": "Secret"}
    )
    (item,) = read(tmp_path / "export.xml", wordpress_export([text]))
    assert not item.is_public
    assert "Secret" not in repr(item)
    assert "garden" not in repr(item)


def test_channel_has_names_of_authors_and_no_email_address(tmp_path: Path) -> None:
    file = tmp_path / "export.xml"
    file.write_text(wordpress_export([]), encoding="utf-8")
    channel = read_channel(file)
    assert channel.address == "https://old.example"
    assert channel.authors == {"ann": "Ann Archer"}
    assert channel.terms == (Term("category", "news", "News"),)
    assert "@" not in repr(channel)


DAMAGE = {
    "a control character": lambda text: text.replace("Some words.", "Some \x0b words."),
    "an ampersand": lambda text: text.replace("<title><![CDATA[Item 1]]>", "<title>Bread & cheese"),
    "undeclared namespaces": lambda text: text.replace('xmlns:wp="http://wordpress.org/export/1.2/"', ""),
    "nothing after the first item": lambda text: text[: text.index("</item>") + 7],
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_damaged_export_is_read(tmp_path: Path, damage: str) -> None:
    items = read(tmp_path / "export.xml", DAMAGE[damage](wordpress_export([wordpress_item(1), wordpress_item(2)])))
    assert items[0].number == 1
    assert "words." in items[0].content
    assert items[0].status == "publish"


def test_entities_are_not_resolved(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("Secret file")
    head = f'<!DOCTYPE rss [<!ENTITY x SYSTEM "{secret.as_uri()}">]>\n<rss'
    text = wordpress_export([wordpress_item(1)]).replace("<rss", head, 1)
    items = read(tmp_path / "export.xml", text.replace("<title><![CDATA[Item 1]]>", "<title>&x;", 1))
    assert "Secret" not in repr(items)


@pytest.mark.parametrize("text", ["", "words", "<html><body></body></html>", "<feed><item/></feed>"])
def test_other_files_are_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(ImportRefusedError, match="is not a WordPress export"):
        read(tmp_path / "export.xml", text)


def test_attachment_has_the_address_of_its_file(tmp_path: Path) -> None:
    (item,) = read(
        tmp_path / "export.xml", wordpress_export([wordpress_attachment(9, "2019/05/Tree.jpg", alt="A tree")])
    )
    assert item.attachment_address == "https://old.example/wp-content/uploads/2019/05/Tree.jpg"
    assert item.first_meta("_wp_attachment_image_alt") == "A tree"
    assert item.is_public
