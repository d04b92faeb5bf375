"""The feeds of the frozen site: how many, all valid, the same in every format, and the same text as on the pages."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin
from xml.etree.ElementTree import Element

import pytest
from lxml import etree

from newsroom.content.library import Channel
from tests.support import frozen_library
from tests.support.feeds import ATOM, FILES, atom_faults, json_faults, read_entries, walk
from tests.support.html import parse

SITE = "https://www.lacnetwork.org/"


def folders(frozen_site: Path) -> list[str]:
    """The folders in which there are feeds."""
    found = (path.parent.relative_to(frozen_site).as_posix() for path in frozen_site.rglob("feed.xml"))
    return sorted("" if folder == "." else f"{folder}/" for folder in found)


def test_feeds_exist_for_everything_each_list_and_each_topic(frozen_site: Path) -> None:
    library = frozen_library()
    topics = library.all_topics(Channel.FEED, "en")
    lists = ["", "newsletters/", "publications/", "stories/"]
    assert folders(frozen_site) == sorted([*lists, *(topic.url for topic in topics)])


def test_feeds_are_valid_and_equal_in_all_formats(frozen_site: Path) -> None:
    for folder in folders(frozen_site):
        documents = {file: (frozen_site / folder / file).read_bytes() for file in FILES}
        assert atom_faults(documents["atom.xml"]) == [], folder
        assert json_faults(documents["feed.json"]) == [], folder
        entries_by_format = [read_entries(file, document) for file, document in documents.items()]
        assert entries_by_format[0] == entries_by_format[1] == entries_by_format[2], folder


def test_main_feed_and_archives_have_every_item_once(frozen_site: Path) -> None:
    files = {path.relative_to(frozen_site).as_posix(): path.read_bytes() for path in frozen_site.rglob("atom.xml")}
    met = [entry for _, root in walk(files) for entry in root.iterfind(f"{ATOM}entry")]
    newest = frozen_library().newest(Channel.FEED, "en")
    assert [entry.findtext(f"{ATOM}title") for entry in met] == [document.front.title for document in newest]


@pytest.fixture(scope="module")
def entries(frozen_site: Path) -> dict[str, Element]:
    """The content of every entry of the main feed, by the address of its page."""
    files = {path.relative_to(frozen_site).as_posix(): path.read_bytes() for path in frozen_site.rglob("atom.xml")}
    found: dict[str, Element] = {}
    for _, root in walk(files):
        for entry in root.iterfind(f"{ATOM}entry"):
            link = next(link for link in entry.iterfind(f"{ATOM}link") if link.get("rel", "alternate") == "alternate")
            found[str(link.get("href"))] = parse(entry.findtext(f"{ATOM}content") or "")
    return found


def test_entry_has_the_paragraphs_pictures_and_links_of_its_page(
    frozen_site: Path, entries: dict[str, Element]
) -> None:
    assert len(entries) > 20
    for url, content in entries.items():
        page = parse((frozen_site / url.removeprefix(SITE) / "index.html").read_text(encoding="utf-8"))
        (body,) = (element for element in page.iter("div") if "nw-body" in (element.get("class") or "").split())
        for contents in body.findall("nav"):
            body.remove(contents)
        lead = [figure for figure in page.iter("figure") if _is_lead(figure, body)]
        shown = [*lead, body]
        assert _paragraphs(content) == [words for part in shown for words in _paragraphs(part)], url
        assert _targets(content, "a", "href", url) == [a for part in shown for a in _targets(part, "a", "href", url)]
        pictures = [re.sub(r"\.svg$", ".svg.png", src) for part in shown for src in _targets(part, "img", "src", url)]
        assert _targets(content, "img", "src", url) == pictures, url
        alts = [image.get("alt") for part in shown for image in part.iter("img")]
        assert [image.get("alt") for image in content.iter("img")] == alts, url


def test_entries_have_absolute_addresses_and_no_theme_markup(entries: dict[str, Element]) -> None:
    names = {name for content in entries.values() for element in content.iter() for name, _ in element.items()}
    assert not names & {"class", "style", "loading", "decoding", "data-md-component"}
    tags = {element.tag for content in entries.values() for element in content.iter()}
    assert not tags & {"script", "style", "form", "input", "button", "iframe", "nav", "svg"}
    addresses = [address for content in entries.values() for address in _addresses(content)]
    assert len(addresses) > 100
    assert [address for address in addresses if not address.startswith(("https://", "http://", "mailto:"))] == []


def _is_lead(figure: Element, body: Element) -> bool:
    classes = (figure.get("class") or "").split()
    return bool({"nw-picture", "nw-cover"} & set(classes)) and figure not in list(body.iter("figure"))


def _paragraphs(content: Element) -> list[str]:
    blocks = ("p", "li", "h2", "h3", "h4", "td", "th", "dt", "dd", "figcaption", "pre")
    return [words for element in content.iter() if element.tag in blocks and (words := _words(element))]


def _words(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def _targets(content: Element, tag: str, name: str, url: str) -> list[str]:
    return [urljoin(url, address) for element in content.iter(tag) if (address := element.get(name)) is not None]


def _addresses(content: Element) -> Iterator[str]:
    for element in content.iter():
        yield from (value for name, value in element.items() if name in ("href", "src", "poster"))


def test_opml_lists_all_feeds(frozen_site: Path) -> None:
    root = etree.parse(frozen_site / "feeds.opml").getroot()
    found = [str(outline.get("xmlUrl")) for outline in root.iter("outline") if outline.get("xmlUrl")]
    assert sorted(found) == sorted(f"{SITE}{folder}atom.xml" for folder in folders(frozen_site))
