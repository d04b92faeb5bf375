"""A fork with little content: its site has no links to pages that do not exist."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from lxml import html

from tests.support.engine import Outcome, build, make_repository
from tests.support.items import CONSENT, area, newsletter, page, publication, story
from tests.support.links import follow_links

SITE_URL = "https://www.lacnetwork.org/"
HOME = {"docs/index.md": page(title="Elm Street")}
WORDS = {"title": "Beans by the gate", "summary": "How the beans by the gate came to be there, and who grew them."}
"""What no page of a fork has: the check would warn of it."""
PRINCIPLE = page(title="Contribution", order=1)


@dataclass(frozen=True)
class Fork:
    """A fork: its files besides the home page; the lists, the feeds and the menu of its site."""

    files: Mapping[str, str]
    lists: frozenset[str] = frozenset()
    feeds: frozenset[str] = frozenset()
    menu: tuple[str, ...] = ()


FORKS = {
    "only a home page": Fork({}),
    "one story": Fork(
        {"stories/garden.md": story(areas=["elmham"]), "docs/areas/elmham.md": area(draft=True)},
        frozenset({"stories/", "news/"}),
        frozenset({"stories/"}),
        ("stories/",),
    ),
    "one edition": Fork(
        {"newsletters/2024-03.md": newsletter()},
        frozenset({"newsletters/", "news/"}),
        frozenset({"newsletters/"}),
        ("newsletters/",),
    ),
    "one publication about an area, and no page of all areas or principles": Fork(
        {
            "publications/growing.md": publication(areas=["elmham"], principles=["contribution"]),
            "docs/areas/elmham.md": area(),
            "docs/principles/contribution.md": PRINCIPLE,
        },
        frozenset({"publications/", "news/"}),
        frozenset({"publications/", "areas/elmham/", "principles/contribution/"}),
        ("publications/",),
    ),
    "pages about areas, principles and feeds, and nothing else": Fork(
        {
            "docs/areas/index.md": page(title="Areas"),
            "docs/principles/index.md": page(title="Principles"),
            "docs/subscribe.md": page(title="Subscribe"),
        },
        menu=("areas/",),
    ),
    "a story that was withdrawn": Fork(
        {"stories/garden.md": story(kind="story", **WORDS, consent={**CONSENT, "withdrawn": "2025-05-05"})},
        frozenset({"stories/", "news/"}),
        frozenset({"stories/"}),
        ("stories/",),
    ),
}


def build_fork(root: Path, files: Mapping[str, str]) -> tuple[Outcome, Path]:
    """The outcome of a fork's build in one language, and its site."""
    repository = make_repository(root, {**HOME, **files})
    settings = repository / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    assert "languages: [en, cy]" in text
    settings.write_text(text.replace("languages: [en, cy]", "languages: [en]"), encoding="utf-8")
    return build(repository), repository / "site"


def own_addresses(site: Path) -> Iterator[tuple[str, str]]:
    """The addresses on the site that its feeds, lists of feeds and site map name, each with the file that names it."""
    for path in sorted(site.rglob("*")):
        if path.suffix in (".xml", ".json", ".opml") and "pagefind" not in path.parts:
            for address in re.findall(rf'{SITE_URL}[^\s"<>)\\]*', path.read_text(encoding="utf-8")):
                yield urlsplit(address).path.lstrip("/"), path.relative_to(site).as_posix()


@pytest.mark.parametrize("fork", FORKS.values(), ids=FORKS.keys())
def test_site_links_only_to_existing_pages(tmp_path: Path, fork: Fork) -> None:
    outcome, site = build_fork(tmp_path, fork.files)
    assert outcome.code == 0, outcome.output
    assert "No warnings." in outcome.output

    pages = {path.parent.relative_to(site).as_posix() for path in site.rglob("index.html") if "email" not in path.parts}
    shown = (path for path, text in fork.files.items() if not re.search("^draft: true", text, re.MULTILINE))
    written = {path.removeprefix("docs/").removesuffix(".md").removesuffix("/index") for path in shown}
    assert pages == {".", "search", *(url.rstrip("/") for url in fork.lists), *written}
    feeds = {path.parent.relative_to(site).as_posix() for path in site.rglob("feed.xml")}
    assert feeds == {".", *(url.rstrip("/") for url in fork.feeds)}

    assert follow_links(site).broken == ()
    named = dict(own_addresses(site))
    assert {f"{url} in {where}" for url, where in named.items() if not exists(site, url)} == set()

    home = html.parse(str(site / "index.html"))
    assert tuple(home.xpath("//nav[@class='nw-menu']//a/@href")) == fork.menu
    for path in site.rglob("*.html"):
        assert list(empty_elements(path)) == [], path


def empty_elements(path: Path) -> Iterator[str]:
    """The elements of a page that would be seen, or heard, with nothing in them. Scripts fill those of a status."""
    for element in html.parse(str(path)).iter("ul", "ol", "p", "nav", "aside", "section", "dl"):
        filled_by_script = element.get("hidden") is not None or element.get("role") == "status"
        if not (filled_by_script or element.text_content().strip() or element.xpath(".//img")):
            yield html.tostring(element, encoding="unicode")
    topics = html.parse(str(path)).xpath("//*[@class='nw-topics']//p[not(.//a)]")
    yield from (topic.text_content() for topic in topics)


def exists(site: Path, url: str) -> bool:
    """Whether a site has a file for an address relative to its root."""
    return (site / url / "index.html" if not url or url.endswith("/") else site / url).is_file()
