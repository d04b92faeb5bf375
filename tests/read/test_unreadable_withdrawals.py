"""What is known of withdrawn items whose files have errors: names, ids, addresses and files."""

import pytest

from newsroom.content.document import Value
from newsroom.read.withdrawn import files_in, misnamed_withdrawal, probable_path, targets_in, unreadable_withdrawal

LANGUAGES = ("en", "cy")


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        *((f"See [her]({target}) or ![her]( <b.png> )", ["stories/a.png", "stories/b.png"]) for target in (
            *("a.png", "<a.png>", "  a.png 'Her'", "\ta.png"),
        )),
        *((f"<img {name}{equals}{quote}a.png{quote}>", ["stories/a.png"]) for name in ("src", "href", "poster")
          for equals in ("=", " = ") for quote in ("", '"', "'")),
        *((f"{before}{name}:{space}a.png{after}", ["stories/a.png"]) for before, after in (
            *(("", ""), ("x: 1\n", "\ny: 2"), ("  ", ""), ("image: {", "}"), ("a: {alt: B, ", ", x: y}"), ("\t", " x")),
        ) for name in ("src", "file", "cover") for space in ("", " ", "\t")),
        ("file: 'a.png'\ncover: \"b%20c.png\"", ["stories/a.png", "stories/b c.png"]),
        ("src: ../docs/assets/a.png", ["docs/assets/a.png"]),
        *((text, []) for text in ("[her] (a.png)", "datasrc=a.png", "profile: a", "alt: a", "say src: a", "src:")),
    ],
)  # fmt: skip
def test_targets_are_found_in_a_file_that_cannot_be_parsed(text: str, targets: list[str]) -> None:
    assert [*targets_in("stories/x.md", text)] == targets


def test_drawings_are_not_among_the_files() -> None:
    assert files_in("stories/x.md", "![](a.png) ![](b.SVG)") == {"stories/a.png"}


@pytest.mark.parametrize(
    ("path", "meant"),
    [
        ("stories/x.md", "stories/x.md"),
        ("stories/X New.md.txt", "stories/x-new.md"),
        ("stories/X.cy.md", "stories/x.cy.md"),
        ("stories/X.en.md", "stories/x-en.md"),
        ("stories/X.fr", "stories/x-fr.md"),
        ("stories/A Folder/X.cy.markdown", "stories/a-folder/x.cy.md"),
        ("docs/areas/Ŵ.md", "docs/areas/w.md"),
    ],
)
def test_path_with_a_valid_name_is_probably_meant(path: str, meant: str) -> None:
    assert probable_path(path, LANGUAGES) == meant


@pytest.mark.parametrize(
    ("path", "meant", "url", "lang"),
    [
        ("stories/X.cy.md", "stories/x.cy.md", "cy/stories/x/", "cy"),
        ("stories/X.md", "stories/x.md", "stories/x/", "en"),
        ("newsletters/May.md", "newsletters/may.md", None, "en"),
    ],
)
def test_misnamed_file_is_withdrawn_at_the_address_that_was_meant(
    path: str, meant: str, url: str | None, lang: str
) -> None:
    found = misnamed_withdrawal(path, LANGUAGES)
    assert (found.path, found.url, found.lang, found.state) == (meant, url, lang, "unreadable")


@pytest.mark.parametrize(
    ("values", "own_id", "addresses"),
    [
        ({"id": "urn:elm:1", "redirect_from": ["/a/", "bad", "/b/"]}, "urn:elm:1", ("/a/", "/b/")),
        ({"id": ["urn:elm:1"], "redirect_from": "/a/"}, None, ()),
        ({"redirect_from": [["/a/"], {"b": "/b/"}]}, None, ()),
        ({}, None, ()),
    ],
)
def test_id_and_old_addresses_are_kept_if_they_are_valid(
    values: dict[str, Value], own_id: str | None, addresses: tuple[str, ...]
) -> None:
    found = unreadable_withdrawal("stories/x.cy.md", "cy/stories/x/", values, LANGUAGES)
    assert (found.own_id, found.old_addresses, found.slug, found.lang) == (own_id, addresses, "x", "cy")
    assert (found.type.name, found.url) == ("story", "cy/stories/x/")
