"""The files of the content folders that an engine publishes; no file makes a build hang."""

from pathlib import Path

import pytest

from tests.support import small_newsroom
from tests.support.engine import build, built, contents, make_repository
from tests.support.images import picture
from tests.support.items import newsletter, story
from tests.support.pdfs import pdf

SCREENSHOT = "Screen at 10.30\u202fAM.png"
TYPED = SCREENSHOT.replace("\u202f", " ")
IN_HTML = "Screen%20at%2010.30%E2%80%AFAM.png"


def test_files_are_at_the_addresses_that_pages_use(tmp_path: Path) -> None:
    """With a folder missing, and a name that its editor could not type as it is stored."""
    files: dict[str, str | bytes] = {
        path: text for path, text in small_newsroom().items() if not path.startswith("publications/")
    }
    files |= {
        "docs/CNAME": "www.elm.example\n",
        "docs/favicon.ico": b"\x00\x00\x01\x00",
        "docs/.well-known/security.txt": "Contact: mailto:ada@elm.example",
        "docs/google12ab.html": "google-site-verification: google12ab.html",
        "stories/a.md": story(f"![A tree](<{TYPED}>) [Minutes](cafe\u0301.pdf)", image={"src": TYPED, "alt": "A"}),
        "newsletters/2024-04.md": newsletter(f"## Hello\n\n![A tree](<../stories/{TYPED}>)"),
        f"stories/{SCREENSHOT}": picture(),
        "stories/caf\u00e9.pdf": pdf(),
        "stories/unused.png": picture(),
    }
    site = contents(built(tmp_path, files))
    for path in ("CNAME", "favicon.ico", ".well-known/security.txt", "google12ab.html", "stories/caf\u00e9.pdf"):
        assert path in site
    assert "stories/unused.png" not in site
    assert f"stories/{SCREENSHOT}" in site
    assert f'src="../{IN_HTML}"' in site["stories/a/index.html"].decode()
    assert 'href="../caf%C3%A9.pdf"' in site["stories/a/index.html"].decode()
    assert f"https://www.lacnetwork.org/stories/{IN_HTML}" in site["feed.xml"].decode()
    assert f"stories/{IN_HTML}.email.png" in site["newsletters/2024-04/email/generic.html"].decode()
    assert f"stories/{SCREENSHOT}.email.png" in site


@pytest.mark.parametrize("link", ["docs/loop", "docs/.hidden"])
def test_circular_symbolic_links_stop_the_build(tmp_path: Path, link: str) -> None:
    repository = make_repository(tmp_path, small_newsroom())
    for name in ("", "-two", "-three"):
        (repository / f"{link}{name}").symlink_to(repository / "docs")
    outcome = build(repository)
    assert outcome.code == 1
    assert f"{link}: this is a symbolic link" in outcome.output
    assert "Traceback" not in outcome.output
