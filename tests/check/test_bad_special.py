"""Files that hosts and search engines expect at the site's root are published unchanged, or rejected."""

from pathlib import Path

import pytest

from newsroom.content.accessibility import RECORD
from tests.support import open_newsroom, problems_in, small_newsroom
from tests.support.items import page
from tests.support.wordings import Reported

GOOD: dict[str, str | bytes] = {
    "docs/CNAME": "www.elm.example\n",
    "docs/favicon.ico": b"\x00\x00\x01\x00\x01\x00",
    "docs/google12ab.html": "google-site-verification: google12ab.html\n",
    "docs/.well-known/security.txt": "Contact: mailto:ada@elm.example\n",
    "docs/.well-known/assetlinks.json": "[]",
    "docs/.well-known/matrix/server": '{"m.server": "elm.example:443"}',
}


def test_special_files_are_published_at_site_root(tmp_path: Path) -> None:
    build = open_newsroom(tmp_path, small_newsroom() | GOOD)
    assert build.problems == ()
    assert build.assets == {path: path.removeprefix("docs/") for path in GOOD}


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ("docs/robots.txt", "x"),
        ("docs/CNAME", "https://elm.example/"),
        ("docs/CNAME", b"\xff"),
        ("docs/favicon.ico", "<svg/>"),
        ("docs/google12ab.html", "google-site-verification: google12ab.html<script>"),
        ("docs/google12ab.html", "google-site-verification: google34cd.html"),
        ("docs/.well-known/evil.html", "<script>"),
        ("docs/.well-known/story.md", "Words"),
        ("docs/.well-known/evil", "<script>"),
        ("docs/.well-known/security.txt", "x" * 100_001),
    ],
    ids=range(10),
)
def test_other_special_files_are_rejected(tmp_path: Path, path: str, content: str | bytes, reported: Reported) -> None:
    files = small_newsroom() | {path: content}
    assert reported(problems_in(tmp_path, files)) == [f"{path} special-file-invalid"]
    assert path not in open_newsroom(tmp_path, {}, preview=True).assets


@pytest.mark.parametrize("path", ["stories/CNAME", "docs/areas/google12ab.html", "docs/x/favicon.ico"])
def test_special_names_in_other_folders_are_not_special(tmp_path: Path, path: str) -> None:
    files = small_newsroom() | {path: GOOD[f"docs/{path.split('/')[-1]}"]}
    assert [problem.path for problem in problems_in(tmp_path, files)] == [path]


def test_accessibility_record_is_not_published(tmp_path: Path, reported: Reported) -> None:
    files = small_newsroom() | {
        RECORD: "{}",
        "docs/about.md": page("[It](accessibility.json)", title="About"),
    }
    expected = reported(problem for problem in problems_in(tmp_path, files) if problem.path != RECORD)
    assert expected == ["docs/about.md:6 file-type-unpublished"]
