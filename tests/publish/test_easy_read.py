"""The Easy Read version of a page: its layout, the links between both, and where it appears."""

import json
from pathlib import Path

import pytest
from lxml import html

from newsroom.content.library import Channel, Library
from newsroom.markup.picture_rows import make_picture_rows
from newsroom.read import load_content
from tests.support import TODAY, open_newsroom, small_newsroom, write_files
from tests.support.images import SVG
from tests.support.items import CONSENT, easy, page, story
from tests.support.rendering import body, published

NAME = "stories/jean"
URL = "stories/jean/easy-read/"


def files(**fields: object) -> dict[str, str]:
    """A newsroom with a story in two languages, each with its Easy Read version."""
    return small_newsroom() | {
        f"{NAME}.md": story("Quoll words.", **fields),
        f"{NAME}.easy.md": easy("![Two cups](cups.svg)\n\nQuoll talks."),
        f"{NAME}.cy.md": story("Geiriau."),
        f"{NAME}.cy.easy.md": easy("![Dau gwpan](cups.svg)\n\nSgwrs.", title="Tudalen hawdd"),
        "stories/cups.svg": SVG,
    }


def shown(root: Path, content: dict[str, str], path: str = f"{NAME}.easy.md", *, preview: bool = False) -> set[str]:
    """The channels on which the file at a path appears, where items with expired consent are hidden."""
    write_files(root, content)
    loaded = load_content(root, ("en", "cy"))
    held = Library(loaded.documents, today=TODAY, preview=preview, withdrawals=loaded.withdrawals, hides_expired=True)
    return {channel.value for channel in Channel for found in held.pages(channel) if found.path == path}


ON_PAGE = {"web", "social", "search", "email", "feed"}
"""The library's answer. Feeds and email ask only for dated items."""


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        pytest.param({}, ON_PAGE, id="as its page"),
        pytest.param({"draft": True}, set(), id="draft"),
        pytest.param({"date": "2031-01-01"}, set(), id="future"),
        pytest.param({"consent": CONSENT | {"scope": ["web"]}}, {"web", "search"}, id="limited"),
        pytest.param({"consent": CONSENT | {"withdrawn": "2026-01-01"}}, set(), id="withdrawn"),
        pytest.param({"consent": CONSENT | {"review_by": "2020-01-01"}}, set(), id="expired"),
    ],
)
def test_version_appears_where_its_page_does(tmp_path: Path, fields: dict[str, object], expected: set[str]) -> None:
    assert shown(tmp_path, files(**fields)) == expected


def test_preview_shows_the_version_of_a_draft(tmp_path: Path) -> None:
    assert "web" in shown(tmp_path, files(draft=True), preview=True)


def test_version_goes_with_a_stub(tmp_path: Path) -> None:
    gone = files() | {f"{NAME}.md": "---\nwithdrawn: 2026-01-01\n---\n"}
    assert shown(tmp_path, gone) == shown(tmp_path, gone, f"{NAME}.cy.easy.md") == set()


def test_page_that_the_search_leaves_out_has_a_version_that_it_leaves_out(tmp_path: Path) -> None:
    content = files() | {"docs/a.md": page(search="none"), "docs/a.easy.md": easy()}
    assert shown(tmp_path, content, "docs/a.easy.md") == ON_PAGE - {"search"}


def test_page_and_version_link_to_each_other(tmp_path: Path) -> None:
    build = open_newsroom(tmp_path, files())
    assert [build.site.page(f"{NAME}{end}").url for end in (".easy.md", ".cy.easy.md")] == [URL, f"cy/{URL}"]
    for start, end in (("", ""), ("cy/", ".cy")):
        version = f"{NAME}{end}.easy.md"
        pages = {
            path: {link.get("href") for link in body(build, path).iter("a")} for path in (f"{NAME}{end}.md", version)
        }
        assert f"/{start}{URL}" in pages[f"{NAME}{end}.md"]
        assert f"/{start}stories/jean/" in pages[version]
        alternates = dict(build.views.context(build.site.page(version)).metadata.head.alternates)
        assert alternates["cy"] == f"https://elm.example/cy/{URL}"


def test_version_is_in_the_site_map_and_in_no_feed(tmp_path: Path) -> None:
    site = published(tmp_path, files())
    assert URL.encode() in site["sitemap.xml"]
    items = json.loads(site["feed.json"])["items"]
    assert "Quoll words" in str(items)
    assert "Quoll talks" not in str(items)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("<p><img></p><p>One</p><p>Two</p>", "img|One,|Two"),
        ("<p><img>One</p><ul><li>a</li></ul><h2>B</h2><p><img></p><p>C</p>", "img|Onea,B,img|C"),
        ("<figure><img></figure><p>One</p>", "img|One"),
        ("<p><img></p><h2>A</h2>", "img|,A"),
        ("<p>One <img> two</p>", "|One  two"),
    ],
)
def test_picture_is_beside_its_words(text: str, rows: str) -> None:
    root = html.fragment_fromstring(text, create_parent="div")
    make_picture_rows(root)
    found = []
    for row in root:
        sides = [] if row.tag == "h2" else [*row]
        pictures = "img" if sides and sides[0].find(".//img") is not None else ""
        found.append(f"{pictures}|{sides[1].text_content()}" if sides else row.text_content())
    assert ",".join(found) == rows
