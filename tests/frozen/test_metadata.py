"""The metadata of the frozen site's pages: for search engines, link previews and the page for missing addresses."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import cast
from urllib.parse import urljoin, urlsplit
from urllib.robotparser import RobotFileParser

import pytest
from lxml import etree, html
from lxml.html import HtmlElement
from PIL import Image

from newsroom.content.library import Channel, Library
from tests.support import frozen_library, small_newsroom
from tests.support.engine import built
from tests.support.items import CONSENT, area, story
from tests.support.metadata import graph_of
from tests.support.pages import page_trees

SITE = "https://www.lacnetwork.org/"
SITE_NAMES = {"en": "Local Area Coordination Network", "cy": "Rhwydwaith Cydlynu Ardaloedd Lleol"}
NAMESPACES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
SHARE_HOSTS = {"", "www.linkedin.com", "www.facebook.com", "bsky.app", "wa.me"}
Trees = Mapping[str, HtmlElement]


@pytest.fixture(scope="module")
def trees(frozen_site: Path) -> Trees:
    """The pages of the frozen site, by path."""
    found = page_trees(frozen_site)
    assert len(found) > 50
    return found


@pytest.fixture(scope="module")
def library() -> Library:
    """What this repository's own content shows."""
    return frozen_library()


def address(path: str) -> str:
    """The public address of a page's file."""
    return f"{SITE}{path.removesuffix('index.html')}"


def values(tree: HtmlElement, xpath: str) -> list[str]:
    """The texts or attributes in a page that an XPath finds."""
    return [str(found) for found in cast("list[str]", tree.xpath(xpath))]


def value(tree: HtmlElement, xpath: str) -> str | None:
    """The one thing in a page that an XPath finds; None where it finds nothing."""
    found = values(tree, xpath)
    assert len(found) < 2, found
    return found[0] if found else None


def tree_of(file: Path) -> HtmlElement:
    """The tree of a page."""
    return html.document_fromstring(file.read_text(encoding="utf-8"))


def element(tree: HtmlElement, xpath: str) -> HtmlElement:
    """The one element of a page that an XPath finds."""
    (found,) = cast("list[HtmlElement]", tree.xpath(xpath))
    return found


def is_indexed(tree: HtmlElement) -> bool:
    """Whether a page lets search engines list it."""
    return "noindex" not in (value(tree, "//meta[@name='robots']/@content") or "")


def test_search_engines_may_index_written_pages_and_lists(trees: Trees) -> None:
    hidden = [path for path, tree in trees.items() if not is_indexed(tree)]
    assert hidden == [
        "404.html",
        "contribute/errors/index.html",
        "contribute/fields/index.html",
        "cy/search/index.html",
        "search/index.html",
    ]


def test_every_page_has_its_metadata_once(trees: Trees, library: Library) -> None:
    """A page that may not be shared has nothing for previews of links."""
    closed = closed_pages(library)
    for path, tree in trees.items():
        if is_indexed(tree):
            own, described = address(path), value(tree, "//meta[@name='description']/@content")
            assert value(tree, "//link[@rel='canonical']/@href") == own
            assert described, path
            if path in closed:
                assert tree.xpath("//meta[@property or starts-with(@name, 'twitter:')]") == [], path
                continue
            assert value(tree, "//meta[@property='og:url']/@content") == own
            title, shown = value(tree, "//title/text()"), value(tree, "//meta[@property='og:title']/@content")
            assert shown, path
            name = SITE_NAMES[tree.get("lang")]
            assert title in (f"{shown} · {name}", name), path
            assert described == value(tree, "//meta[@property='og:description']/@content")
            assert value(tree, "//meta[@name='twitter:card']/@content"), path


def test_social_card_exists_in_its_stated_size(trees: Trees, frozen_site: Path, library: Library) -> None:
    pictures = {path: value(tree, "//meta[@property='og:image']/@content") for path, tree in trees.items()}
    assert len([picture for picture in pictures.values() if picture]) > 40
    for picture in {picture for picture in pictures.values() if picture}:
        with Image.open(frozen_site / picture.removeprefix(SITE)) as opened:
            assert (opened.size, opened.format) == ((1200, 630), "PNG")
    closed = closed_pages(library)
    assert closed & set(trees)
    assert [path for path in closed if (frozen_site / path).with_name("card.png").exists()] == []


def closed_pages(library: Library) -> set[str]:
    """The paths of pages that may not be shared."""
    return {
        f"{document.url}index.html" for document in library.documents if not library.shows(document, Channel.SOCIAL)
    }


def test_structured_data_describes_its_page(trees: Trees) -> None:
    for path, tree in trees.items():
        if is_indexed(tree):
            first = graph_of(html.tostring(tree, encoding="unicode"))[0]
            assert first["@id"] == first["url"] == address(path)


def test_story_without_social_consent_has_no_share_links(trees: Trees, library: Library) -> None:
    stories = [document for document in library.pages(Channel.WEB) if f"{document.url}index.html" in trees]
    for document in stories:
        links = values(trees[f"{document.url}index.html"], "//*[contains(@class, 'nw-share')]//a/@href")
        found = {urlsplit(link).netloc for link in links}
        may = library.shows(document, Channel.SOCIAL)
        assert found <= (SHARE_HOSTS if may else set()), document.path
        assert found == SHARE_HOSTS or not may or not document.type.is_dated, document.path


def test_site_map_lists_exactly_the_indexable_pages(trees: Trees, frozen_site: Path) -> None:
    sitemap = etree.parse(frozen_site / "sitemap.xml")
    locations = [element.text or "" for element in sitemap.findall("s:url/s:loc", NAMESPACES)]
    assert sorted(locations) == sorted(address(path) for path, tree in trees.items() if is_indexed(tree))


def test_site_map_is_valid(trees: Trees, frozen_site: Path, library: Library) -> None:
    root = etree.parse(frozen_site / "sitemap.xml").getroot()
    assert root.tag == f"{{{NAMESPACES['s']}}}urlset"
    names = [f"{{{NAMESPACES['s']}}}loc", f"{{{NAMESPACES['s']}}}lastmod", f"{{{NAMESPACES['x']}}}link"]
    for url in root:
        assert url.tag == f"{{{NAMESPACES['s']}}}url"
        order = [names.index(str(child.tag)) for child in url]
        assert order == sorted(order)
        assert (order.count(0), order.count(1) <= 1) == (1, True)
        for changed in url.findall("s:lastmod", NAMESPACES):
            assert date.fromisoformat(changed.text or "") <= library.today
        own = url.findtext("s:loc", "", NAMESPACES)
        links = url.findall("x:link", NAMESPACES)
        page, versions = trees[f"{own.removeprefix(SITE)}index.html"], "//link[@rel='alternate'][@hreflang]"
        assert [link.get("hreflang") for link in links] == values(page, f"{versions}/@hreflang")
        assert [link.get("href") for link in links] == values(page, f"{versions}/@href")
        assert not links or own in {link.get("href") for link in links}


def test_languages_of_a_page_name_each_other(trees: Trees) -> None:
    named = {
        address(path): set(values(tree, "//link[@rel='alternate'][@hreflang]/@href"))
        for path, tree in trees.items()
        if is_indexed(tree)
    }
    assert any(named.values())
    for own, others in named.items():
        assert all(own in named[other] for other in others)


def test_robots_txt_names_the_site_map_and_forbids_nothing(frozen_site: Path) -> None:
    robots = RobotFileParser()
    robots.parse((frozen_site / "robots.txt").read_text(encoding="utf-8").splitlines())
    assert robots.site_maps() == [f"{SITE}sitemap.xml"]
    assert robots.can_fetch("Anybody", f"{SITE}newsletters/2023-12/email/")


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site below a path of its host, with a Welsh page and a title that tries everything."""
    files = small_newsroom()
    files["docs/areas/elmham.cy.md"] = area(name="Tref y Llwyf", summary="Tref.")
    nasty = """</script><script>alert("1")</script> & 'x' <!-- <script> #1"""
    files["stories/nasty.md"] = story(title=nasty, summary=nasty, author={"name": nasty}, areas=["elmham"])
    files["stories/kept.md"] = story(title="Kept", kind="story", consent=CONSENT | {"scope": ["web", "feed"]})
    return built(tmp_path_factory.mktemp("below"), files, {"SITE_URL": "https://pages.example/elm/"})


def test_page_not_found_works_at_any_depth(small: Path) -> None:
    tree = tree_of(small / "404.html")
    targets = values(tree, "//*/@href | //*/@src")
    own = [target for target in targets if not target.startswith(("#", "mailto:", "https:", "data:"))]
    assert [target for target in own if not target.startswith("/elm/")] == []
    links = "//main//a[not(contains(@href, ':') or starts-with(@href, '#'))]/@href"
    needed = values(tree, f"//head//link/@href | //script/@src | //img/@src | {links}")
    assert len(needed) > 10
    for target in needed:
        path = urlsplit(urljoin("https://pages.example/", target)).path.removeprefix("/elm/")
        file = small / path
        assert (file / "index.html" if file.is_dir() else file).is_file(), target
    main = set(values(tree, "//main//a/@href"))
    for name in ("stories/", "newsletters/", "publications/", "areas/"):
        assert f"/elm/{name}" in main
    assert any(target.startswith("mailto:") for target in main)
    assert {"/elm/", "/elm/."} & main


def test_hostile_title_is_escaped(small: Path) -> None:
    text = (small / "stories/nasty/index.html").read_text(encoding="utf-8")
    tree = html.document_fromstring(text)
    title = value(tree, "//meta[@property='og:title']/@content")
    graph = graph_of(text)
    assert title == graph[1]["headline"] == graph[1]["author"]["name"] == graph[2]["itemListElement"][-1]["name"]
    assert str(title).startswith('</script><script>alert("1")</script> & ')
    assert value(tree, "//nav[@class='nw-crumbs']//li[@aria-current='page']/text()") == title


def test_breadcrumbs_of_a_welsh_page_are_welsh(small: Path) -> None:
    tree = tree_of(small / "cy/areas/elmham/index.html")
    nav = element(tree, "//nav[@aria-label='Rydych chi yma']")
    words = [item.text_content().strip() for item in nav.iter("li")]
    assert words == ["Hafan (Saesneg)", "Ardaloedd (Saesneg)", "Tref y Llwyf"]
    own = "https://pages.example/elm/cy/areas/elmham/"
    links = [(urljoin(own, link.get("href")), link.get("hreflang")) for link in nav.iter("a")]
    assert links == [("https://pages.example/elm/", "en"), ("https://pages.example/elm/areas/", "en")]


def test_page_without_share_links_can_be_printed(small: Path) -> None:
    kept, shared = (tree_of(small / f"stories/{name}/index.html") for name in ("kept", "the-garden"))
    assert element(kept, "//*[contains(@class, 'nw-share')]//button").get("data-print") is not None
    assert values(kept, "//@data-copy-text") == []
    copy = element(shared, "//button[@data-copy-text]")
    assert copy.get("data-copy-text") == "https://pages.example/elm/stories/the-garden/"
    assert copy.get("hidden") is not None
