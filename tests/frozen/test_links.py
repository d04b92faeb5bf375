"""Every link, picture and anchor on the frozen site, in its feed and in its emails leads somewhere."""

import html
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest

from tests.support.links import follow_links

SITE = "https://www.lacnetwork.org/"
HOME = """\
<!DOCTYPE html>
<html lang="en"><head><link rel="canonical" href="https://elm.example/network/"><title>Elm Street</title></head>
<body><h1 id="top">Elm Street</h1>
<a href="about/#who">1</a> <a href="/about/">2</a> <a href="#top">3</a> <img src="a.png" srcset="b.png 2x" alt="">
<a href="https://elm.example/network/about/#who">4</a> <a href="https://oak.example/">5</a> <a href="*|UNSUB|*">6</a>
</body></html>
"""
ABOUT = (
    '<!DOCTYPE html><html lang="en"><head><title>About</title></head><body><h1 id="who">Who we are</h1></body></html>'
)


def test_no_link_is_broken(frozen_site: Path) -> None:
    followed = follow_links(frozen_site)
    assert followed.broken == ()
    assert followed.count > 2000


def test_no_absolute_address_of_the_site_is_broken(frozen_site: Path) -> None:
    """What programs read, too: metadata, references to copy, what the feed quotes, plain text."""
    found = {
        (file.relative_to(frozen_site).as_posix(), path) for file in _texts(frozen_site) for path in _own_paths(file)
    }
    assert len({path for _, path in found}) > 50
    assert sorted((file, path) for file, path in found if not _is_there(frozen_site, path)) == []


def _texts(site: Path) -> Iterator[Path]:
    return (
        file for file in site.rglob("*") if file.suffix in (".html", ".xml", ".json", ".txt", ".md", ".bib", ".ris")
    )


def _own_paths(file: Path) -> set[str]:
    """The paths of the site's own whole addresses in a file."""
    text = html.unescape(html.unescape(file.read_text(encoding="utf-8")))
    found = re.findall(rf"{re.escape(SITE)}([^\s\"'<>()\[\]{{}}|#?\\]*)", text)
    return {unquote(path.rstrip(".,:;")) for path in found}


def _is_there(site: Path, path: str) -> bool:
    return (site / path / "index.html" if (site / path).is_dir() else site / path).is_file()


def _site(folder: Path) -> Path:
    (folder / "about").mkdir()
    (folder / "index.html").write_text(HOME)
    (folder / "about/index.html").write_text(ABOUT)
    (folder / "feed.xml").write_text('<feed><link href="https://elm.example/network/about/"/></feed>')
    for name in ("a.png", "b.png"):
        (folder / name).write_bytes(b"")
    return folder


def test_site_without_broken_links_passes(tmp_path: Path) -> None:
    assert follow_links(_site(tmp_path)).broken == ()


@pytest.mark.parametrize(
    ("file", "right", "wrong"),
    [
        ("index.html", "about/#who", "about/#whom"),
        ("index.html", "#top", "#bottom"),
        ("index.html", '"/about/', '"/abuot/'),
        ("index.html", "a.png", "c.png"),
        ("index.html", "b.png", "c.png"),
        ("index.html", "network/about/#who", "network/about/#whom"),
        ("index.html", "network/about/", "network/abuot/"),
        ("about/index.html", 'id="who"', 'id="whom"'),
        ("feed.xml", "about", "abuot"),
    ],
)
def test_broken_link_is_reported_with_its_page(tmp_path: Path, file: str, right: str, wrong: str) -> None:
    page = _site(tmp_path) / file
    assert right in page.read_text()
    page.write_text(page.read_text().replace(right, wrong, 1))
    broken = follow_links(tmp_path).broken
    assert broken
    assert all("index.html, line " in fault or "feed.xml, line " in fault for fault in broken)


def test_removed_anchor_is_reported(frozen_site: Path, tmp_path: Path) -> None:
    copy = tmp_path / "site"
    _copy_pages(frozen_site, copy)
    before = set(follow_links(copy).broken)
    page = next(page for page in sorted(copy.rglob("newsletters/*/index.html")) if '<h2 id="' in page.read_text())
    page.write_text(page.read_text().replace('<h2 id="', '<h2 id="un'))
    newly_broken = set(follow_links(copy).broken) - before
    assert any("Cannot find fragment" in fault for fault in newly_broken)


def _copy_pages(site: Path, copy: Path) -> None:
    for page in site.rglob("*.html"):
        (copy / page.relative_to(site)).parent.mkdir(parents=True, exist_ok=True)
        (copy / page.relative_to(site)).write_bytes(page.read_bytes())
