"""The files and messages of one build of the frozen content."""

import gzip
import json
import re
from pathlib import Path
from urllib.parse import urljoin

import feedparser
import pytest

from newsroom.content.library import Channel
from newsroom.mail_tools import MAIL_TOOLS
from tests.support import frozen_library, small_newsroom
from tests.support.engine import build, built, contents, make_repository


def test_site_has_every_shown_page(frozen_site: Path) -> None:
    pages = frozen_library().pages(Channel.WEB)
    assert len(pages) > 30
    assert [page.path for page in pages if not (frozen_site / page.url / "index.html").is_file()] == []


@pytest.mark.parametrize(
    "path",
    [
        "index.html",
        "newsletters/2024-03/index.html",
        "newsletters/2024-03/email/index.html",
        "newsletters/2024-03/email/mailchimp.txt",
        "newsletters/2024-03/email/generic.html",
        "publications/growing/index.html",
        "stories/the-garden/index.html",
        "areas/elmham/index.html",
        "cy/areas/elmham/index.html",
        "principles/contribution/index.html",
        "newsletters/index.html",
        "publications/index.html",
        "stories/index.html",
        "news/index.html",
        "feed.xml",
        "sitemap.xml",
        "404.html",
    ],
)
def test_site_has_the_expected_files(small: Path, path: str) -> None:
    assert (small / path).stat().st_size > 0


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a small newsroom, one area of which is in Welsh too, and one page of which was elsewhere."""
    files = small_newsroom()
    files["docs/areas/elmham.cy.md"] = files["docs/areas/elmham.md"].replace("name: Elmham", "name: Llwyfen")
    files["docs/about.md"] = files["docs/about.md"].replace("summary:", "redirect_from: [/who/, /we.html]\nsummary:")
    return built(tmp_path_factory.mktemp("small"), files)


def test_build_reports_its_results_and_where_they_are(tmp_path: Path) -> None:
    repository = make_repository(tmp_path, small_newsroom())
    outcome = build(repository)
    assert outcome.code == 0
    assert re.search(r"Made 1 story, 1 newsletter, 1 publication, 1 area, 1 principle, 3 other pages", outcome.output)
    assert "No warnings" in outcome.output
    for path in (
        "index.html",
        "newsletters/2024-03/index.html",
        "newsletters/2024-03/email/index.html",
        "feed.xml",
    ):
        assert f"{repository}/site/{path}" in outcome.output
        assert (repository / "site" / path).is_file()


def test_feed_has_the_newest_items_with_links_to_their_pages(frozen_site: Path) -> None:
    feed = feedparser.parse(str(frozen_site / "feed.xml"))
    assert not feed.bozo
    newest = frozen_library().newest(Channel.FEED, "en")
    assert [entry.title for entry in feed.entries] == [document.front.title for document in newest[:30]]
    for entry in feed.entries:
        path = entry.link.removeprefix("https://www.lacnetwork.org/")
        assert (frozen_site / path / "index.html").is_file(), entry.link


def test_every_page_links_to_the_feeds(small: Path) -> None:
    pages = [path for path in small.rglob("*.html") if "email" not in path.parts]
    assert len(pages) > 12
    for path in pages:
        pattern = r'<link rel="alternate" type="application/(?:rss|atom)\+xml"[^>]*href="([^"]+)"'
        links = re.findall(pattern, path.read_text())
        base = f"https://www.lacnetwork.org/{path.relative_to(small).as_posix()}"
        addresses = [urljoin(base, link).removeprefix("https://www.lacnetwork.org/") for link in links]
        assert "feed.xml" in addresses, path
        assert [address for address in addresses if not (small / address).is_file()] == []


def test_index_excludes_lists_emails_and_drafts(tmp_path: Path) -> None:
    files = small_newsroom()
    files["stories/secret.md"] = files["stories/the-garden.md"].replace("kind:", "draft: true\nkind:")
    repository = make_repository(tmp_path, files)
    assert build(repository).code == 0
    fragments = (repository / "site/pagefind/fragment").rglob("*.pf_fragment")
    held = [gzip.decompress(path.read_bytes()).removeprefix(b"pagefind_dcd") for path in fragments]
    addresses = {json.loads(page)["url"] for page in held}
    assert "/stories/the-garden/" in addresses
    assert not addresses & {"/stories/", "/newsletters/", "/publications/", "/news/", "/search/", "/stories/secret/"}
    assert not [address for address in addresses if "email" in address]


def test_site_can_have_the_email_for_every_mail_tool(tmp_path: Path) -> None:
    repository = make_repository(tmp_path, small_newsroom())
    settings = repository / "mkdocs.yml"
    tools = f"mail_tools: [{', '.join(MAIL_TOOLS)}]"
    settings.write_text(re.sub(r"mail_tools: .*", tools, settings.read_text(encoding="utf-8")), encoding="utf-8")
    outcome = build(repository)
    assert outcome.code == 0, outcome.output
    made = {path.name for path in (repository / "site/newsletters/2024-03/email").iterdir()}
    parts = {f"{tool.name}.{part.ending}" for tool in MAIL_TOOLS.values() for part in tool.parts}
    assert made == parts | {"index.html", "newsletter.eml"}


def test_senders_pages_are_not_linked_and_not_indexed(small: Path) -> None:
    page = "newsletters/2024-03/email/"
    assert '<meta name="robots" content="noindex">' in (small / page / "index.html").read_text(encoding="utf-8")
    for path in small.rglob("*"):
        if path.is_file() and path.suffix in (".html", ".xml", ".json") and "email" not in path.parts:
            assert page not in path.read_text(encoding="utf-8"), path


def test_drafts_future_and_withdrawn_items_leave_no_trace(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = dict(small_newsroom())
    story = str(files["stories/the-garden.md"])
    consent = "consent: {ref: S-1, basis: consent, given: 2024, identity: first-name, scope: [web, feed, email]%s}"
    files["stories/draft.md"] = story.replace("kind:", "draft: true\nkind:") + "\nZebra one.\n"
    files["stories/future.md"] = story.replace("2024-02-03", "2027-01-01") + "\nZebra two.\n"
    files["stories/withdrawn.md"] = (
        story.replace("kind: reflection", f"kind: story\n{consent % ', withdrawn: 2025-05-05'}")
        + "\nZebra three: ![A zebra](zebra.png)\n"
    )
    files["stories/told.md"] = story.replace("kind: reflection", f"kind: story\n{consent % ''}") + "\nAn okapi.\n"
    files["stories/zebra.png"] = b"\x89PNG zebra"
    site = contents(built(tmp_path, files))
    assert [path for path, data in site.items() if b"ebra" in data or "zebra" in path] == []
    assert not any(path.startswith(("stories/draft", "stories/future")) for path in site)
    assert [path for path in site if path.startswith("stories/withdrawn")] == ["stories/withdrawn/index.html"]
    assert b"taken down" in site["stories/withdrawn/index.html"]
    assert b"okapi" in site["stories/told/index.html"]
    assert b"okapi" in site["feed.xml"]


_FIRST_LINES = ("Note: this line is text, not metadata.", "---\n\nAfter a rule.", "title: another")


@pytest.fixture(scope="module")
def first_line_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with a story for each first line, by its number."""
    files = small_newsroom()
    head, _, _ = files["stories/the-garden.md"].rpartition("---\n")
    for number, first in enumerate(_FIRST_LINES):
        files[f"stories/begun-{number}.md"] = f"{head}---\n{first}\n\nMore.\n"
    return built(tmp_path_factory.mktemp("begun"), files)


@pytest.mark.parametrize("first", _FIRST_LINES)
def test_first_line_is_not_read_as_metadata(first_line_site: Path, first: str) -> None:
    page = (first_line_site / f"stories/begun-{_FIRST_LINES.index(first)}/index.html").read_text(encoding="utf-8")
    assert first.removeprefix("---\n\n") in page
    assert "<h1>The garden</h1>" in page
