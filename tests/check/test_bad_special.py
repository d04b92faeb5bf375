"""Files that hosts and search engines look for at the site's root are published as they are, or refused."""

from pathlib import Path

import pytest

from newsroom.accessibility import RECORD
from tests.support import open_newsroom, problems_in, small_newsroom
from tests.support.pieces import page

GOOD: dict[str, str | bytes] = {
    "docs/CNAME": "www.elm.example\n",
    "docs/favicon.ico": b"\x00\x00\x01\x00\x01\x00",
    "docs/google12ab.html": "google-site-verification: google12ab.html\n",
    "docs/.well-known/security.txt": "Contact: mailto:ada@elm.example\n",
    "docs/.well-known/assetlinks.json": "[]",
    "docs/.well-known/matrix/server": '{"m.server": "elm.example:443"}',
}
KIND = "is of a kind that is not published; only text and JSON can be in .well-known/."


def test_they_are_published_at_the_root_of_the_site(tmp_path: Path) -> None:
    build = open_newsroom(tmp_path, small_newsroom() | GOOD)
    assert build.problems == ()
    assert build.assets == {path: path.removeprefix("docs/") for path in GOOD}


@pytest.mark.parametrize(
    ("path", "content", "told"),
    [
        ("docs/robots.txt", "x", "is written by the build itself; delete this file."),
        (
            "docs/CNAME",
            "https://elm.example/",
            "does not hold a domain name; write the site's own domain in it, like www.example.org, and nothing else.",
        ),
        ("docs/CNAME", b"\xff", "is not text; save it as text with the encoding UTF-8."),
        ("docs/favicon.ico", "<svg/>", "is not an icon, whatever its name says; save it again as ICO."),
        (
            "docs/google12ab.html",
            "google-site-verification: google12ab.html<script>",
            "holds something else than 'google-site-verification: google12ab.html'; download it again from Google.",
        ),
        (
            "docs/google12ab.html",
            "google-site-verification: google34cd.html",
            "holds something else than 'google-site-verification: google12ab.html'; download it again from Google.",
        ),
        ("docs/.well-known/evil.html", "<script>", KIND),
        ("docs/.well-known/story.md", "Words", KIND),
        ("docs/.well-known/evil", "<script>", "is not a short text or JSON; only these can be in .well-known/."),
        (
            "docs/.well-known/security.txt",
            "x" * 100_001,
            "is not a short text or JSON; only these can be in .well-known/.",
        ),
    ],
)
def test_others_are_refused(tmp_path: Path, path: str, content: str | bytes, told: str) -> None:
    files = small_newsroom() | {path: content}
    assert [str(problem) for problem in problems_in(tmp_path, files)] == [f"{path}: {told}"]
    assert path not in open_newsroom(tmp_path, {}, preview=True).assets


@pytest.mark.parametrize("path", ["stories/CNAME", "docs/areas/google12ab.html", "docs/x/favicon.ico"])
def test_elsewhere_they_are_nothing_special(tmp_path: Path, path: str) -> None:
    files = small_newsroom() | {path: GOOD[f"docs/{path.split('/')[-1]}"]}
    assert [problem.path for problem in problems_in(tmp_path, files)] == [path]


def test_the_record_of_the_accessibility_test_is_read_and_not_published(tmp_path: Path) -> None:
    files = small_newsroom() | {
        RECORD: "{}",
        "docs/about.md": page("[It](accessibility.json)", title="About"),
    }
    told = [str(problem) for problem in problems_in(tmp_path, files) if problem.path != RECORD]
    assert told == [
        "docs/about.md, line 6: 'accessibility.json' is read by the build and not published; link to the page about accessibility."
    ]
