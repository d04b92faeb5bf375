"""The items of an export are found by their addresses, and by those of their files."""

from pathlib import Path

import pytest

from newsroom.importing.wordpress.addresses import (
    every_address,
    file_addresses,
    list_addresses,
    page_addresses,
    valid_addresses,
)
from newsroom.importing.wordpress.index import ExportIndex, original_names, read_index, without_size
from newsroom.importing.wordpress.model import Item, Term
from newsroom.importing.wordpress.rules import Rules
from tests.support.wordpress import ADDRESS, wordpress_attachment, wordpress_export, wordpress_item

_UPLOADS = f"{ADDRESS}/wp-content/uploads"
_FILES = {
    5: "2019/05/tree.jpg",
    6: "2019/05/bed-100x100.jpg",
    7: "2019/05/big-scaled.jpg",
    8: "2019/05/r%C3%A9sum%C3%A9.pdf",
    9: "film.mp4",
}


@pytest.fixture
def index(tmp_path: Path) -> ExportIndex:
    """The facts of an export with posts, a page and attachments."""
    items = [
        *(wordpress_attachment(number, file, parent=1 if number < 8 else 0) for number, file in _FILES.items()),
        wordpress_attachment(10, "elsewhere.pdf").replace(f"{_UPLOADS}/", "https://files.example/2019/05/"),
        wordpress_item(1, slug="garden", link=f"{ADDRESS}/2019/05/garden/", meta={"_wp_old_slug": "old"}),
        wordpress_item(2, type_="page", slug="about", link=f"{ADDRESS}/About%20us", terms=[("category", "")]),
        wordpress_item(
            3, link=f"{ADDRESS}/?p=3", terms=[("post_tag", "a"), ("series", "b")], day="2018-12-31 00:00:00"
        ),
        wordpress_item(4, type_="event", terms=[("category", "c")]),
        wordpress_item(13, type_="page", link=f"{ADDRESS}/", terms=()),
        wordpress_item(14, type_="page", terms=()).replace(f"<link>{ADDRESS}/item-14/</link>", ""),
        wordpress_item(11, status="private", link=f"{ADDRESS}/private/"),
        wordpress_attachment(12, "secret.pdf", parent=11),
    ]
    text = wordpress_export(items).replace("<wp:menu_order>0", "<wp:menu_order>2", 1)
    (tmp_path / "export.xml").write_text(text, encoding="utf-8")
    return read_index([tmp_path / "export.xml"], lambda _share: None)


@pytest.mark.parametrize(
    ("address", "number"),
    [
        (f"{_UPLOADS}/2019/05/tree.jpg", 5),
        (f"{_UPLOADS}/2019/05/tree-300x200.jpg", 5),
        (f"{_UPLOADS}/2019/05/tree-scaled-300x200.jpg", 5),
        (f"{_UPLOADS}/2019/05/tree-300x.jpg", None),
        (f"{_UPLOADS}/2019/05/bed-100x100.jpg", 6),
        (f"{_UPLOADS}/2019/05/bed-100x100-30x20.jpg", 6),
        (f"{_UPLOADS}/2019/05/bed.jpg", None),
        (f"{_UPLOADS}/2019/05/big.jpg", 7),
        (f"{_UPLOADS}/2019/05/big-scaled.jpg", 7),
        ("/wp-content/uploads/2019/05/résumé.pdf", 8),
        (f"{_UPLOADS}/2019/05/r%C3%A9sum%C3%A9.pdf?x=1", 8),
        ("https://i2.wp.com/old.example/wp-content/uploads/2019/05/tree.jpg?w=5", 5),
        ("//i0.wp.com/old.example/wp-content/uploads/2019/05/tree.jpg", 5),
        ("https://files.example/2019/05/elsewhere.pdf", 10),
        ("https://other.example/x/2019/05/tree.jpg", 5),
        (f"{ADDRESS}/2019/05/garden/", None),
        ("", None),
    ],
)
def test_attachment_is_found_by_the_addresses_of_its_file(index: ExportIndex, address: str, number: int | None) -> None:
    found = index.attachment_at(address)
    assert (found.number if found else None) == number


@pytest.mark.parametrize(
    ("address", "number"),
    [
        (f"{ADDRESS}/2019/05/garden/", 1),
        (f"{ADDRESS}/2019/05/GARDEN", 1),
        ("/about us/", 2),
        ("http://www.old.example/About%20us/#x", 2),
        (f"{ADDRESS}/?p=3", 3),
        ("?page_id=2", 2),
        ("/?attachment_id=5", 5),
        ("/?p=x&page_id=2", 2),
        ("/?p=99", None),
        ("/?other=1", 13),
        ("https://other.example/?p=3", None),
        ("https://files.example/?p=3", 3),
        ("about-us", None),
        ("/private/", None),
        ("/?p=11", None),
    ],
)
def test_item_is_found_by_its_addresses(index: ExportIndex, address: str, number: int | None) -> None:
    found = index.item_at(address)
    assert (found.number if found else None) == number


def test_attachments_are_in_the_order_of_the_gallery(index: ExportIndex) -> None:
    assert [item.number for item in index.attachments_of(1)] == [6, 7, 5]
    assert list(index.attachments_of(2)) == []
    assert index.hidden == {"attachment, of an item that was not public": 1, "post, private": 1}


def test_addresses_of_all_that_was_public(index: ExportIndex) -> None:
    assert list(page_addresses(index.items[1], index)) == [
        *(
            "/2019/05/garden/",
            "/2019/05/old/",
            "/?p=1",
            "/item-6/",
            "/?attachment_id=6",
            "/item-7/",
            "/?attachment_id=7",
        ),
        *("/item-5/", "/?attachment_id=5"),
    ]
    assert list(page_addresses(index.items[2], index)) == ["/About%20us", "/?page_id=2"]
    assert list(page_addresses(index.items[3], index)) == ["/?p=3", "/?p=3"]
    assert list(page_addresses(Item(-1, "page"), index)) == [""]
    files = {number: list(file_addresses(index.items[number])) for number in (5, 7, 10)}
    assert files == {
        5: ["/wp-content/uploads/2019/05/tree.jpg"],
        7: ["/wp-content/uploads/2019/05/big-scaled.jpg", "/wp-content/uploads/2019/05/big.jpg"],
        10: [],
    }
    listed = {address: "".join(str(item.number) for item in items) for address, items in list_addresses(index).items()}
    assert listed == {
        "/category/news/": "1",
        "/author/ann/": "13",
        **dict.fromkeys(("/2019/", "/2019/05/", "/2019/05/04/"), "1"),
        **dict.fromkeys(("/tag/a/", "/2018/", "/2018/12/", "/2018/12/31/"), "3"),
        "/category/c/": "4",
    }
    every = every_address(index)
    assert (every["/feed/"], every["/?p=3"], every["/item-5/"], every["/item-9/"]) == (
        "feed",
        "post",
        "post",
        "page of a file",
    )
    assert (every["/wp-content/uploads/film.mp4"], every["/tag/a/"], every["/item-4/"]) == ("file", "list", "event")
    assert not {"", "/"} & every.keys()


def test_addresses_that_cannot_be_redirected_are_left_out() -> None:
    assert valid_addresses(iter(["/", "/a/", "", "a", "/a/", "/b?p=1"])) == ("/a/", "/b?p=1")


def test_names_of_originals() -> None:
    assert list(original_names("a/tree-scaled.jpg")) == ["a/tree.jpg", "a/tree-scaled.jpg", "a/tree-scaled-scaled.jpg"]
    assert without_size("a-1x1/tree-300x200.jpg") == "a-1x1/tree.jpg"


def test_rules_of_categories_count_before_those_of_tags_terms_and_types() -> None:
    rules = Rules.model_validate(
        {
            "types": {"post": "story", "page": {"as": "page", "kind": "last", "areas": ["d"]}},
            "categories": {"x": {"areas": ["a"]}, "y": {"as": "publication", "principles": ["p"]}},
            "tags": {"x": {"as": "newsletter", "kind": "first", "areas": ["b", "a"]}},
            "terms": {"z": {"as": "leave out", "kind": "second"}},
            "authors": {"ann": None, "bob": "Bob Oak"},
        }
    )

    def rule(type_: str, *terms: tuple[str, str]) -> tuple[object, ...]:
        found = rules.for_item(Item(1, type_, terms=tuple(Term(domain, slug, "") for domain, slug in terms)))
        return found.becomes, found.kind, found.areas, found.principles

    assert rule("post") == ("story", None, (), ())
    assert rule("event") == ("leave out", None, (), ())
    assert rule("page", ("post_tag", "x"), ("category", "x")) == ("newsletter", "first", ("a", "b", "d"), ())
    assert rule("post", ("series", "z"), ("category", "y")) == ("publication", "second", (), ("p",))
    assert rule("post", ("category", "z"), ("series", "x")) == ("story", None, (), ())
    assert [
        rules.author(name, {"ann": "Ann", "cat": "Cat", "dot": ""}) for name in ("ann", "bob", "cat", "dot", "eve")
    ] == [
        *(None, "Bob Oak", "Cat", None, None),
    ]
