"""Reading a WordPress export: what is kept, and what is not."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from newsroom.importing.source import ImportRefusedError
from newsroom.importing.wordpress.export import read_channel, read_items
from newsroom.importing.wordpress.model import Item, Term
from newsroom.importing.wordpress.xml import is_complete, open_export
from tests.support.wordpress import wordpress_attachment, wordpress_export, wordpress_item

_COMMENT = (
    "<wp:comment><wp:comment_author_email>secret@old.example</wp:comment_author_email>"
    "<wp:comment_content>Secret comment</wp:comment_content></wp:comment>"
)


def read(path: Path, text: str) -> list[Item]:
    path.write_text(text, encoding="utf-8")
    return list(read_items([path]))


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


_INTERNAL = (
    *("_edit_x", "_wp_x", "_oembed_x", "_pingme", "_encloseme", "_elementor_x", "_et_x", "et_x", "_wpb_x", "_vc_x"),
    *("_fl_builder", "_yoast_x", "rank_math_x", "_aioseo_x", "_seopress_x", "_genesis_x", "_jetpack_x", "_publicize_x"),
    *("_monsterinsights_x", "_thumbnail_x", "_menu_item_x", "_members_x", "_um_x", "um_content_x", "rcp_x"),
    *("classic-editor", "_last_editor", "_primary_x", "_dp_x", "_ez-toc", "_astra", "ast-x", "_wpml_x", "_pll_x"),
    *("_themeisle", "sharing_disabled", "switch_like_status"),
)


@pytest.mark.parametrize(
    ("meta", "names"),
    [
        ({"_EventStartDate": "2020-06-01 10:00:00", "_EventVenueID": "61", "_EventTimezone": "UTC+0"}, 2),
        ({"_VenueCity": "York", "_event_start_date": "2020-06-01", "_event_address": "High Street 1"}, 3),
        ({"subtitle": "Growing together", "place": "York", "_place": "field_5f3a"}, 2),
        ({"guests": 'a:1:{i:0;s:3:"Bob";}', "_guests": "field_5f3b"}, 1),
        ({"_edit_lock": "1589:1", "_edit_last": "7", "layout": "default", "data": '{"a": "b c"}'}, 0),
        ({"_wp_old_date": "2020-06-01", "_oembed_1": "<p>A film of ours</p>", "_elementor_css": "a b"}, 0),
        (dict.fromkeys(_INTERNAL, "Two words"), 0),
        (
            {
                "_EventOriginX": "a b",
                "_EventTimezoneX": "x",
                "_EventShowMap": "x",
                "_EventCurrencySign": "x",
                "_EventDuration": "9",
            },
            1,
        ),
        (
            {
                "_OrganizerPhone": "x",
                "_EventAllDay": "x",
                "_EventEndDateUTC": "x",
                "_EventURL": "0",
                "_EventCost": " 1 ",
            },
            1,
        ),
        (
            {"day": "2024-05-03T19:30 x", "other": " 2024-05-03 ", "no_day": "2024-05-03T1", "a": "one-two", "b": "on"},
            2,
        ),
        ({"a": " one\n(two", "f": "x 5", "b": "<script>a b", "c": "<iframe a b", "d": "[a b", "e": "O:1:x a b"}, 2),
        ({"rank_math_title": "Our story | Elm", "views": "120", "_thumbnail_id": "12", "empty": ""}, 0),
    ],
)
def test_fields_with_words_are_known_by_their_names(tmp_path: Path, meta: dict[str, str], names: int) -> None:
    (item,) = read(tmp_path / "export.xml", wordpress_export([wordpress_item(1, meta=meta)]))
    assert item.other_fields == tuple(name for name in meta if name not in ("_place", "_guests"))[:names]


def _secret(
    status: str = "publish",
    *,
    type_: str = "post",
    password: str = "",
    extra: str = "",
    meta: tuple[str, str] = ("footnotes", "Secret"),
) -> str:
    return wordpress_item(
        1, "Secret", title="Secret", excerpt="Secret", slug="Secret", link="https://old.example/Secret/", extra=extra,
        type_=type_, status=status, password=password, terms=(("category", "Secret"),), meta=dict([meta]),
    )  # fmt: skip


_HIDDEN = {
    **{status: (_secret(status), status) for status in ("private", "draft", "pending", "trash", "future", "x")},
    "no status": (_secret(""), "damaged"),
    "revision": (_secret("inherit", type_="revision"), "inherit"),
    "password": (_secret(password="Secret"), "password"),
    "a space as password": (_secret(password=" "), "password"),
    "a second status": (_secret(extra="<wp:status>private</wp:status>"), "private"),
    "a second password": (_secret(extra="<wp:post_password>Secret</wp:post_password>"), "password"),
    "subscribers": (_secret(meta=("_jetpack_newsletter_access", "subscribers")), "for members"),
    "a role": (_secret(meta=("_members_access_role", "editor")), "for members"),
    "members": (_secret(meta=("um_content_restriction", 'a:1:{s:14:"_um_accessible";s:1:"2";}')), "for members"),
}


@pytest.mark.parametrize(
    ("field", "value", "is_hidden"),
    [
        *(("_jetpack_newsletter_access", value, value != "everybody") for value in ("everybody", "everybody2", "paid")),
        *(("_members_access_role", value, bool(value)) for value in ("", "x")),
        *(("_wpmem_block", value, value in "12") for value in ("0", "1", "2", "3")),
        *(("rcp_user_level", value, value not in ("All", "None")) for value in ("All", "None", "Allies", "Editor")),
        *(("rcp_subscription_level", value, bool(value)) for value in ("", "3")),
        *(
            ("um_content_restriction", f'a\n"_um_accessible";{value}', "2" in value)
            for value in ('s:1:"2"', "i:2", "i:1")
        ),
        ("other", "2", False),
    ],
)
def test_fields_of_plugins_hide_an_item(tmp_path: Path, field: str, value: str, is_hidden: bool) -> None:
    (item,) = read(tmp_path / "export.xml", wordpress_export([wordpress_item(1, meta={field: value})]))
    assert item.hidden == ("for members" if is_hidden else "")


@pytest.mark.parametrize("name", _HIDDEN)
def test_nothing_is_kept_of_what_was_not_public(tmp_path: Path, name: str) -> None:
    text, reason = _HIDDEN[name]
    (item,) = read(tmp_path / "export.xml", wordpress_export([text]))
    assert item.hidden == reason
    assert "Secret" not in repr(item)


@pytest.mark.parametrize(
    ("values", "uploads"),
    [
        ({"words": "https://old.example/wp-content/uploads/2019/A%26B.pdf"}, {"2019/A&B.pdf"}),
        ({"words": r'<!-- wp:file {"id":12,"href":"https:\/\/x\/uploads\/a.pdf"} -->'}, {"#12", "a.pdf"}),
        ({"words": '[gallery ids="3, 4"] <img class="wp-image-5">'}, {"#3", "#4", "#5"}),
        (
            {"words": """[gallery include='3'] attachment_id=4 {"mediaId":5,"id":6} [x id="attachment_7"] xid="8"."""},
            {f"#{number}" for number in range(3, 8)},
        ),
        ({"_elementor_data": r'[{"url":"https:\/\/x\/uploads\/b.pdf"}]'}, {"b.pdf"}),
        ({"report": "9", "_thumbnail_id": "8", "_edit_last": "7"}, {"#8", "#9"}),
    ],
)
def test_uploads_of_what_was_not_public_are_known(tmp_path: Path, values: dict[str, str], uploads: set[str]) -> None:
    text = wordpress_item(1, values.pop("words", ""), status="private", meta=values)
    (item,) = read(tmp_path / "export.xml", wordpress_export([text]))
    assert set(item.withheld_files) == uploads


def test_channel_has_names_of_authors_and_no_email_address(tmp_path: Path) -> None:
    file = tmp_path / "export.xml"
    file.write_text(wordpress_export([]), encoding="utf-8")
    channel = read_channel([file])
    assert channel.address == "https://old.example"
    assert channel.authors == {"ann": "Ann Archer"}
    assert "@" not in repr(channel)


def test_email_addresses_as_names_are_not_kept(tmp_path: Path) -> None:
    file = tmp_path / "export.xml"
    text = wordpress_export([wordpress_item(1, terms=(("author", "ann"),))]).replace("Ann Archer", "ann@old.example")
    file.write_text(text.replace("[ann]", "[ann@old.example]").replace("[Ann]", "[ann@old.example]"), encoding="utf-8")
    (item,) = read_items([file])
    assert item.author == "ann"
    assert read_channel([file]).authors == {"ann": ""}
    assert "@" not in repr((item, read_channel([file])))


def _latin(encoding: str) -> Callable[[str], bytes]:
    return lambda text: text.replace("UTF-8", encoding).replace("Some words.", "Some café words.").encode(encoding)


DAMAGE: Mapping[str, Callable[[str], str | bytes]] = {
    "a control character": lambda text: text.replace("Some words.", "Some \x0b words."),
    "a character that XML forbids": lambda text: text.replace("Some words.", "Some \uffff words."),
    "a number that XML forbids": lambda text: text.replace("<![CDATA[Item 1]]>", "Item&#x1; 1"),
    "an ampersand": lambda text: text.replace("<title><![CDATA[Item 1]]>", "<title>Bread & cheese"),
    "undeclared namespaces": lambda text: text.replace('xmlns:wp="http://wordpress.org/export/1.2/"', ""),
    "nothing after the first item": lambda text: text[: text.index("</item>") + 7],
    "nothing after half of the second item": lambda text: text[: text.rindex("<wp:status>")],
    "nothing after half of the second item, and an end that somebody wrote about": lambda text: text[
        : text.rindex("<wp:status>")
    ].replace("Some words.", f"Some words. </rss>{'x' * 1000}", 1),
    "characters that XML forbids": lambda text: text.replace("Some words.", "Some\ufffe words.\uffff"),
    "two parts of CDATA": lambda text: text.replace("Some words.", "Some]]><![CDATA[ words."),
    "text that is not escaped": lambda text: text.replace("<![CDATA[<p>Some words.</p>]]>", "<p>Some words.<br/></p>"),
    "entities of HTML": lambda text: text.replace("<![CDATA[<p>Some words.</p>]]>", "Some &nbsp; &eacute; words."),
    "a byte order mark": lambda text: b"\xef\xbb\xbf" + text.encode(),
    "UTF-16": lambda text: text.encode("utf-16"),
    "ISO-8859-1": _latin("ISO-8859-1"),
    "windows-1252": _latin("windows-1252"),
    "ISO-8859-2": _latin("ISO-8859-2"),
    "bytes that are not UTF-8": lambda text: text.replace("Some words.", "Some café words.").encode("latin-1"),
    "UTF-8 that is declared as another": lambda text: (
        text.replace("UTF-8", "ISO-8859-1").replace("Some words.", "Some café words.").encode()
    ),
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_damaged_export_is_read(tmp_path: Path, damage: str) -> None:
    text = DAMAGE[damage](wordpress_export([wordpress_item(1), wordpress_item(2)]))
    file = tmp_path / "export.xml"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    items = list(read_items([file]))
    assert items[0].number == 1
    assert "Some" in items[0].content
    assert "words." in items[0].content
    assert not items[0].hidden
    assert ("café" in items[0].content) == (b"caf" in file.read_bytes())
    assert is_complete(file) == (not damage.startswith("nothing"))
    assert len(items) == (1 if damage.startswith("nothing after the first") else 2)
    assert not any(item.number == 2 and item.hidden != "damaged" for item in items if "half" in damage)


@pytest.mark.parametrize(
    ("declared", "words"),
    [("ISO-8859-2", "Łódź"), ("Windows-1251", "Привет"), ("ISO-8859-1", "“é”"), ("ISO-8859-15", "“é”")],
)
def test_bytes_are_read_as_what_the_export_declares(tmp_path: Path, declared: str, words: str) -> None:
    text = wordpress_export([wordpress_item(1, words)]).replace("UTF-8", declared)
    encoding = declared if "8859-1" not in declared else "windows-1252"
    (tmp_path / "export.xml").write_bytes(text.encode(encoding))
    assert [item.content for item in read_items([tmp_path / "export.xml"])] == [words]


_BOMB = "".join(f'<!ENTITY x{n} "{f"&x{n - 1};" * 10 if n else "Secret"}">' for n in range(10))


@pytest.mark.parametrize(
    ("head", "text"), [("<rss", "<b>" * 5000), (f"<!DOCTYPE rss [{_BOMB}]>\n<rss", "<title>&x9;</title>")]
)
def test_export_that_cannot_be_read_to_its_end_is_refused(tmp_path: Path, head: str, text: str) -> None:
    items = [wordpress_item(1), wordpress_item(2, extra=text), wordpress_item(3)]
    with pytest.raises(ImportRefusedError, match=r"^export\.xml cannot be read after item 1, so nothing was imported"):
        read(tmp_path / "export.xml", wordpress_export(items).replace("<rss", head, 1))


def test_item_that_xml_cannot_hold_is_counted_as_damaged(tmp_path: Path) -> None:
    first = wordpress_item(1, "<p><![CDATA[Some]]> words.</p>")
    items = read(tmp_path / "export.xml", wordpress_export([first, wordpress_item(2)]))
    assert [(item.hidden, item.content) for item in items] == [("damaged", ""), ("", "<p>Some words.</p>")]


@pytest.mark.parametrize(
    ("day", "published", "expected"),
    [
        ("2019-05-04 23:30:00", "Sun, 05 May 2019 22:30:00 +0000", date(2019, 5, 4)),
        ("0000-00-00 00:00:00", "Sun, 05 May 2019 22:30:00 +0000", date(2019, 5, 5)),
        ("", "Sun, 05 May 2019 22:30:00 +0000", date(2019, 5, 5)),
        ("2019-02-31 00:00:00", "Wed, 30 Nov -0001 00:00:00 +0000", None),
    ],
)
def test_day_is_that_of_the_site_or_of_greenwich(
    tmp_path: Path, day: str, published: str, expected: date | None
) -> None:
    text = wordpress_item(1, day=day).replace("Sat, 04 May 2019 22:30:00 +0000", published)
    (item,) = read(tmp_path / "export.xml", wordpress_export([text]))
    assert item.day == expected


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
    assert not item.hidden


@pytest.mark.parametrize("declared", ["ISO-8859-1", "iso-8859-15", "windows-1252"])
def test_signs_of_windows_are_read_whatever_encoding_is_declared(tmp_path: Path, declared: str) -> None:
    text = wordpress_export([wordpress_item(1, "“Sî”, €")]).replace("UTF-8", declared)
    (tmp_path / "export.xml").write_bytes(text.encode("windows-1252"))
    assert next(read_items([tmp_path / "export.xml"])).content == "“Sî”, €"


def test_letters_are_whole_wherever_a_file_is_divided(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_bytes("\ufeffé\x01\t\n€ \x7f".encode())
    with open_export(tmp_path / "a.xml") as file:
        parts = [part for _ in range(20) if (part := file.read(1))]
    assert b"".join(parts).decode() == "é \t\n€ \x7f"
    with pytest.raises(ImportRefusedError, match=r"^a cannot be read: Is a directory\.$"):
        (tmp_path / "a").mkdir()
        open_export(tmp_path / "a")


def test_progress_is_the_part_of_all_files_that_was_read(tmp_path: Path) -> None:
    shares: list[float] = []
    files = [tmp_path / "a.xml", tmp_path / "b.xml"]
    for file in files:
        file.write_text(wordpress_export([wordpress_item(number) for number in range(1, 202)]), encoding="utf-8")
    assert len(list(read_items(files, shares.append))) == 402
    assert (shares, len(shares), shares[-1]) == (sorted(shares), 7, 1.0)
    assert shares[0] < 0.2 and 0.5 <= shares[3] < 0.7


def test_channel_is_named_by_its_own_elements(tmp_path: Path) -> None:
    text = wordpress_export([wordpress_item(1)])
    blank = text.replace("<wp:base_blog_url>https://old.example", "<wp:base_blog_url>")
    other = text.replace("<wp:base_blog_url>https://old.example", "<wp:base_blog_url> https://blog.example/ ")
    for written, address in ((blank, "https://old.example"), (other, "https://blog.example")):
        (tmp_path / "export.xml").write_text(written, encoding="utf-8")
        assert read_channel([tmp_path / "export.xml"]).address == address
