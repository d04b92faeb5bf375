"""Links and pictures get the addresses of the files that they name."""

import pytest

from newsroom.markup.links import Location, change_srcset, parse_srcset, relative_address

ADDRESSES = {
    "docs/index.md": "",
    "docs/about.md": "about/",
    "stories/a.md": "stories/a/",
    "stories/b.cy.md": "cy/stories/b/",
    "stories/index.md": "stories/",
    "stories/a picture.png": "stories/a%20picture.png",
    "docs/assets/guide.pdf": "assets/guide.pdf",
    "feed.xml": "feed.xml",
}


@pytest.mark.parametrize(
    ("target", "address"),
    [
        ("b.cy.md", "../../cy/stories/b/"),
        ("../docs/index.md", "../../"),
        ("../docs/about.md#team", "../../about/#team"),
        ("../docs/about.md?print=1#team", "../../about/?print=1#team"),
        ("./index.md", "../"),
        ("a.md", "./"),
        ("a.md#end", "./#end"),
        ("a%20picture.png", "../a%20picture.png"),
        ("a picture.png", "../a%20picture.png"),
        ("../docs/assets/guide.pdf", "../../assets/guide.pdf"),
        ("../feed.xml", "../../feed.xml"),
        ("#end", "#end"),
        ("?print=1", "?print=1"),
        ("", ""),
        (".", "."),
        ("nowhere.md", "nowhere.md"),
        ("/docs/about.md", "/docs/about.md"),
        ("\\about.md", "\\about.md"),
        ("https://elm.example/stories/b.cy.md", "https://elm.example/stories/b.cy.md"),
        ("//elm.example/a.md", "//elm.example/a.md"),
        ("mailto:ada@elm.example", "mailto:ada@elm.example"),
        ("http://[", "http://["),
    ],
)
def test_target_becomes_relative_address(target: str, address: str) -> None:
    assert Location("stories/a.md", "stories/a/", ADDRESSES).address_of(target) == address


@pytest.mark.parametrize(
    ("address", "page", "relative"),
    [
        ("", "", "./"),
        ("about/", "", "about/"),
        ("feed.xml", "", "feed.xml"),
        ("", "about/", "../"),
        ("about/", "about/", "./"),
        ("about/team/", "about/", "team/"),
        ("stories/elm.png", "stories/a/", "../elm.png"),
        ("cy/about/", "cy/", "about/"),
        ("about/", "cy/about/", "../../about/"),
        ("stories", "stories/", "../stories"),
        ("about/#team", "about/", "#team"),
    ],
)
def test_relative_address_is_shortest(address: str, page: str, relative: str) -> None:
    assert relative_address(address, page) == relative


@pytest.mark.parametrize(
    ("srcset", "changed"),
    [
        ("a.png 320w, b.png  2x ,c.png", "a.png! 320w, b.png! 2x, c.png!"),
        (" \n,a,b.png 1x,//o.example/c.png 2x,", "a,b.png! 1x, //o.example/c.png! 2x"),
        ("a.png, data:image/png;base64,AA 2x", "a.png!"),
        ("data:image/png;base64,AA 2x", None),
        (", ,", None),
    ],
)
def test_addresses_in_a_srcset_are_changed(srcset: str, changed: str | None) -> None:
    assert change_srcset(srcset, lambda address: None if address.startswith("data:") else f"{address}!") == changed
    assert list(parse_srcset((changed or "").replace("!", ""))) == [
        pair for pair in parse_srcset(srcset) if not pair[0].startswith("data:")
    ]
