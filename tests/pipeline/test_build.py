"""What one build of the shipped content writes, and what it says."""

import re
from pathlib import Path

import feedparser
import pytest

from tests.support import ROOT, small_newsroom
from tests.support.engine import build, contents, make_repository


@pytest.mark.parametrize(
    "path",
    [
        "index.html",
        "newsletters/2023-12/index.html",
        "newsletters/2023-12/email/mailchimp.html",
        "newsletters/2023-12/email/mailchimp.txt",
        "newsletters/2023-12/email/generic.html",
        "publications/which-way-next/index.html",
        "stories/maggies-story/index.html",
        "areas/swansea/index.html",
        "cy/areas/swansea/index.html",
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
def test_the_site_has_what_readers_look_for(shipped: Path, path: str) -> None:
    assert (shipped / path).stat().st_size > 0


def test_every_markdown_file_has_its_page(shipped: Path) -> None:
    for folder in ("newsletters", "publications", "stories"):
        for source in (ROOT / folder).glob("*.md"):
            assert (shipped / folder / source.stem / "index.html").is_file(), source


def test_a_build_says_what_it_made_and_where_to_look(tmp_path: Path) -> None:
    repository = make_repository(tmp_path, small_newsroom())
    outcome = build(repository)
    assert outcome.code == 0
    assert re.search(
        r"Made 1 newsletter, 1 publication, 1 story, 1 area, 1 principle, 3 standing pages", outcome.output
    )
    assert "No warnings" in outcome.output
    for path in (
        "index.html",
        "newsletters/2024-03/index.html",
        "newsletters/2024-03/email/mailchimp.html",
        "feed.xml",
    ):
        assert f"{repository}/site/{path}" in outcome.output
        assert (repository / "site" / path).is_file()


def test_the_feed_holds_every_dated_piece_newest_first(shipped: Path) -> None:
    feed = feedparser.parse(str(shipped / "feed.xml"))
    assert not feed.bozo
    pieces = sum(len(list((ROOT / folder).glob("*.md"))) for folder in ("newsletters", "publications", "stories"))
    assert len(feed.entries) == pieces
    dates = [entry.published_parsed for entry in feed.entries]
    assert dates == sorted(dates, reverse=True)
    pages = {path.relative_to(shipped).parent.as_posix() for path in shipped.rglob("index.html")}
    assert {entry.link.removeprefix("https://www.lacnetwork.org/").rstrip("/") for entry in feed.entries} <= pages


def test_every_page_tells_feed_readers_of_the_feed(shipped: Path) -> None:
    pages = [path for path in shipped.rglob("*.html") if "email" not in path.parts]
    assert len(pages) > 50
    for path in pages:
        link = re.search(r'<link rel="alternate" type="application/rss\+xml"[^>]*href="([^"]+)"', path.read_text())
        assert link, path
        target = (shipped / link[1].lstrip("/")) if path.name == "404.html" else (path.parent / link[1])
        assert target.resolve() == (shipped / "feed.xml").resolve(), path


def test_lists_emails_and_drafts_are_not_searched(tmp_path: Path) -> None:
    files = small_newsroom()
    files["stories/secret.md"] = files["stories/the-garden.md"].replace("kind:", "draft: true\nkind:")
    repository = make_repository(tmp_path, files)
    assert build(repository).code == 0
    index = (repository / "site/search/search_index.json").read_text()
    locations = set(re.findall(r'"location":"([^"#]*)', index))
    assert "stories/the-garden/" in locations
    assert not locations & {"stories/", "newsletters/", "publications/", "news/", "stories/secret/"}
    assert not [location for location in locations if "email" in location]


def test_nothing_of_a_draft_a_future_or_a_withdrawn_piece_is_anywhere(tmp_path: Path) -> None:
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
    repository = make_repository(tmp_path, files)
    outcome = build(repository)
    assert outcome.code == 0, outcome.output
    site = contents(repository / "site")
    assert [path for path, data in site.items() if b"ebra" in data or "zebra" in path] == []
    assert not any(path.startswith(("stories/draft", "stories/future", "stories/withdrawn")) for path in site)
    assert b"okapi" in site["stories/told/index.html"]
    assert b"okapi" in site["feed.xml"]


@pytest.mark.parametrize("first", ["Note: this line is text, not metadata.", "---\n\nAfter a rule.", "title: another"])
def test_the_first_line_of_a_text_is_never_taken_for_metadata(tmp_path: Path, first: str) -> None:
    files = small_newsroom()
    head, _, _ = files["stories/the-garden.md"].rpartition("---\n")
    files["stories/the-garden.md"] = f"{head}---\n{first}\n\nMore.\n"
    repository = make_repository(tmp_path, files)
    assert build(repository).code == 0
    page = (repository / "site/stories/the-garden/index.html").read_text()
    assert first.removeprefix("---\n\n") in page
    assert "<h1>The garden</h1>" in page
