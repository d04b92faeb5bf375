"""Every link, picture and anchor on the shipped site leads somewhere."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import html

from tests.support import small_newsroom
from tests.support.engine import build, make_repository

_SITE = "https://www.lacnetwork.org/"


def _pages(site: Path) -> list[Path]:
    return [path for path in sorted(site.rglob("*.html")) if path.name != "404.html"]


def _targets(page: Path) -> Iterator[str]:
    for element in html.parse(str(page)).iter():
        for attribute in ("href", "src"):
            if attribute in element.attrib:
                yield element.attrib[attribute]


@cache
def _ids(page: Path) -> frozenset[str]:
    return frozenset(element.attrib["id"] for element in html.parse(str(page)).iter() if "id" in element.attrib)


def _fault(site: Path, page: Path, target: str) -> str | None:
    address = urlsplit(target.replace(_SITE, "/"))
    if address.scheme or address.netloc or "*|" in target:
        return None
    base = site if address.path.startswith("/") else page.parent
    found = (base / unquote(address.path).lstrip("/")).resolve() if address.path else page
    found = found / "index.html" if found.is_dir() else found
    if not found.is_file():
        return f"{page.relative_to(site)} links to {target}, which is not there"
    if address.fragment and unquote(address.fragment) not in _ids(found) and not address.fragment.startswith("__"):
        return f"{page.relative_to(site)} links to {target}, which has no such anchor"
    return None


def test_every_link_leads_somewhere(shipped: Path) -> None:
    checked = [(page, target) for page in _pages(shipped) for target in _targets(page)]
    assert len(checked) > 2000
    assert [fault for page, target in checked if (fault := _fault(shipped, page, target))] == []


def test_the_link_test_would_notice_a_dead_link(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text('<p id="a"><a href="#a">1</a><a href="#b">2</a><img src="no.png"></p>')
    faults = [_fault(tmp_path, tmp_path / "index.html", target) for target in ("#a", "#b", "no.png")]
    assert [bool(fault) for fault in faults] == [False, True, True]


def test_pages_do_not_carry_the_other_pages_of_their_collection(tmp_path: Path) -> None:
    """Collections stay out of the theme's navigation, whose cost would grow with the square of the content."""
    files = small_newsroom()
    for number in range(60):
        files[f"stories/tale-{number}.md"] = files["stories/the-garden.md"].replace("The garden", f"Tale {number}")
    repository = make_repository(tmp_path, files)
    assert build(repository).code == 0
    site = repository / "site"
    for path in ("about/index.html", "stories/tale-30/index.html"):
        linked = {target for target in _targets(site / path) if "tale-" in target and _SITE not in target}
        assert len(linked) <= 2, path
    on_lists = [len({t for t in _targets(site / path) if "tale-" in t}) for path in ("stories/index.html",)]
    assert on_lists == [20]
