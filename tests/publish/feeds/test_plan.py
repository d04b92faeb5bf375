"""Everything, lists, areas and principles have feeds in each language with a home page."""

import json
from datetime import date
from pathlib import Path

import pytest
from lxml import etree

from tests.support import SETTINGS, small_newsroom
from tests.support.feeds import ATOM, FILES, feed_files, feeds_in, ids_in, read_entries, story_document
from tests.support.images import opened
from tests.support.items import area, page, story, story_id
from tests.support.rendering import published

Files = dict[str, str | bytes]


def titles(site: dict[str, bytes], path: str) -> list[str]:
    """The titles of a feed's entries."""
    return [entry.title for entry in read_entries(path, site[path])]


def folders(site: dict[str, bytes]) -> set[str]:
    """The folders in which there are feeds, each in all formats."""
    found = {path.rpartition("/")[0] for path in feeds_in(site)}
    for folder in found:
        assert all(f"{folder}/{file}".lstrip("/") in site for file in FILES)
    return found


def test_everything_lists_areas_and_principles_have_feeds(tmp_path: Path) -> None:
    site = published(tmp_path, small_newsroom())
    assert folders(site) == {
        "", "newsletters", "publications", "stories", "areas/elmham", "principles/contribution",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("folder", "items"),
    [
        ("", ["Newsletter, March 2024", "The garden", "Growing"]),
        ("newsletters/", ["Newsletter, March 2024"]),
        ("publications/", ["Growing"]),
        ("stories/", ["The garden"]),
        ("areas/elmham/", ["Newsletter, March 2024", "The garden"]),
        ("principles/contribution/", ["The garden"]),
    ],
)
@pytest.mark.parametrize("file", FILES)
def test_feed_has_only_its_own_items(tmp_path: Path, folder: str, items: list[str], file: str) -> None:
    assert titles(published(tmp_path, small_newsroom()), f"{folder}{file}") == items


def test_area_without_items_has_an_empty_feed(tmp_path: Path) -> None:
    site = published(tmp_path, small_newsroom() | {"docs/areas/oakham.md": area(name="Oakham")})
    assert titles(site, "areas/oakham/atom.xml") == []


def test_hidden_items_are_in_no_feed(tmp_path: Path) -> None:
    hidden = {"draft": True, "areas": ["elmham"], "principles": ["contribution"], "title": "Secret"}
    site = published(tmp_path, small_newsroom() | {"stories/secret.md": story("Secret.", **hidden)})
    assert [path for path, data in feeds_in(site).items() if b"ecret" in data] == []


def test_language_with_a_home_page_has_feeds(tmp_path: Path) -> None:
    files: Files = {**small_newsroom(), "docs/index.cy.md": page(title="Stryd y Llwyfen")}
    files |= {"docs/areas/elmham.cy.md": area(name="Tref y Llwyf"), "docs/subscribe.cy.md": page(title="Tanysgrifio")}
    files |= {"stories/the-garden.cy.md": story(title="Yr ardd", date="2024-02-03", areas=["elmham"])}
    site = published(tmp_path, files)
    assert {folder for folder in folders(site) if folder.startswith("cy")} == {
        "cy", "cy/newsletters", "cy/publications", "cy/stories", "cy/areas/elmham",
    }  # fmt: skip
    assert titles(site, "atom.xml") == ["Newsletter, March 2024", "The garden", "Growing"]
    assert titles(site, "cy/atom.xml") == ["Newsletter, March 2024", "Yr ardd", "Growing"]
    assert titles(site, "cy/areas/elmham/feed.json") == ["Newsletter, March 2024", "Yr ardd"]
    root = etree.fromstring(site["cy/atom.xml"])
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "cy"
    assert ids_in(root)[1] == story_id("the-garden", "cy")
    assert b"https://elm.example/cy/subscribe/" in site["cy/feed.xml"]
    assert b"<text" not in site["cy/feeds.opml"]
    assert b"Tref y Llwyf" in site["cy/feeds.opml"]


def test_feeds_of_two_languages_have_different_titles_and_link_to_each_other(tmp_path: Path) -> None:
    files: Files = {**small_newsroom(), "docs/index.cy.md": page(title="Stryd"), "docs/areas/elmham.cy.md": area()}
    site = published(tmp_path, files)
    names: dict[str, str] = {}
    for folder in (
        "",
        "cy/",
        "stories/",
        "cy/stories/",
        "areas/elmham/",
        "cy/areas/elmham/",
        "principles/contribution/",
    ):
        roots = [etree.fromstring(site[f"{folder}{file}"]) for file in ("atom.xml", "feed.xml")]
        names[folder] = str(roots[0].findtext("{*}title"))
        other = folder.removeprefix("cy/") if folder.startswith("cy/") else f"cy/{folder}"
        for root, file in zip(roots, ("atom.xml", "feed.xml"), strict=True):
            links = [link.attrib for link in root.iterfind(f".//{ATOM}link") if link.get("hreflang")]
            there = [] if folder.startswith("principles") else [(f"https://elm.example/{other}{file}", "alternate")]
            assert [(link["href"], link["rel"]) for link in links] == there
            assert [link["hreflang"] for link in links] == ["en" if folder.startswith("cy/") else "cy"][: len(there)]
    assert (names[""], names["cy/"]) == ("The Elm Street Network · English", "The Elm Street Network · Cymraeg")
    assert names["stories/"] == "Stories · The Elm Street Network"
    assert len(set(names.values())) == len(names)


def test_feed_has_logo_icon_and_rights_of_the_site(tmp_path: Path) -> None:
    site = published(tmp_path, small_newsroom())
    rights = "Content © The Elm Street Network. Please ask before you reuse it."
    atom, rss = (etree.fromstring(site[f"stories/{file}"]) for file in ("atom.xml", "feed.xml"))
    data = json.loads(site["stories/feed.json"])
    assert (atom.findtext("{*}rights"), rss.findtext("channel/copyright")) == (rights, rights)
    image = {part.tag: part.text for part in rss.iterfind("channel/image/*")}
    assert image == {
        "url": atom.findtext("{*}logo"), "title": rss.findtext("channel/title"),
        "link": rss.findtext("channel/link"), "width": "144", "height": "72",
    }  # fmt: skip
    sizes = {
        str(image["url"]): (144, 72), str(atom.findtext("{*}icon")): (48, 48), data["favicon"]: (48, 48),
        data["icon"]: (512, 512),
    }  # fmt: skip
    for address, size in sizes.items():
        assert opened(site[address.removeprefix("https://elm.example/")]).size == size


def test_language_without_a_home_page_has_no_feeds(tmp_path: Path) -> None:
    files: Files = {**small_newsroom(), "docs/areas/llwyf.cy.md": area(name="Llwyf", nation="Wales")}
    files["stories/y-fainc.cy.md"] = story(title="Y fainc", date="2020", areas=["llwyf"])
    site = published(tmp_path, files)
    assert "cy/atom.xml" not in site
    assert titles(site, "stories/atom.xml") == ["The garden", "Y fainc"]
    assert titles(site, "cy/areas/llwyf/atom.xml") == ["Y fainc"]


def test_empty_site_has_its_main_feed() -> None:
    assert sorted(feed_files([], languages=["en"])) == sorted(["feeds.opml", *FILES])


def test_list_has_a_feed_once_it_has_an_item() -> None:
    files = feed_files([story_document("one", date(2024, 1, 1))], languages=["en"])
    assert sorted(files) == sorted(
        ["feeds.opml", *(f"{folder}{file}" for folder in ("", "stories/") for file in FILES)]
    )


def test_opml_lists_each_feed_once_with_its_page(tmp_path: Path) -> None:
    site = published(tmp_path, small_newsroom(), settings=SETTINGS)
    root = etree.fromstring(site["feeds.opml"])
    assert (root.tag, root.get("version"), root.findtext("head/title")) == ("opml", "2.0", "The Elm Street Network")
    everything, optional = root.findall("body/outline")
    assert [outline.get("text") for outline in everything.iter()] == ["Everything", "The Elm Street Network"]
    assert optional.get("text") == "Optional: parts of it, by kind, area and principle"
    assert [group.get("text") for group in optional] == ["One kind of item", "Areas", "Principles"]
    found = {
        str(outline.get("xmlUrl")).removeprefix("https://elm.example/"): outline for outline in root.iter("outline")
        if outline.get("xmlUrl")
    }  # fmt: skip
    assert set(found) == {path for path in site if path.endswith("atom.xml")}
    assert all(outline.get("type") == "rss" and outline.get("text") for outline in found.values())
    assert found["areas/elmham/atom.xml"].get("htmlUrl") == "https://elm.example/areas/elmham/"
