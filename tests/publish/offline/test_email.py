"""The newest edition's email alone: a few files that lead to each other and to nothing outside."""

from pathlib import Path

from newsroom.publish.offline import email_files
from tests.support import write_files

FOLDER = "newsletters/2026-09/email/"
SENDER = """\
<link rel="stylesheet" href="../../../assets/sender.css">
<script src="../../../assets/sender.js"></script>
<link rel="icon" href="../../../assets/missing.png">
<body data-root="../../../"><a href="../index.html">The page</a> <a href="newsletter.eml" download>Draft</a>
<a href="https://elm.example/about/">About</a>
<noscript><iframe src="generic.html"></iframe></noscript>
<textarea><img src="https://elm.example/newsletters/bench.png.email.png"></textarea>
"""
EMAIL = """\
<img src="https://elm.example/newsletters/bench.png.email.png"><img src="https://other.example/x.png">
<img src="https://elm.example/%2e%2e/secret.png"><a href="https://elm.example/newsletters/2026-09/">Online</a>
"""
SITE = {
    f"site/{FOLDER}index.html": SENDER,
    f"site/{FOLDER}generic.html": EMAIL,
    f"site/{FOLDER}generic.txt": "Words.",
    f"site/{FOLDER}newsletter.eml": "Draft.",
    "site/newsletters/2026-09/index.html": "The page.",
    "site/newsletters/bench.png.email.png": "bench",
    "site/assets/sender.css": "css",
    "site/assets/sender.js": "js",
    "site/assets/other.js": "js",
    "secret.png": "secret",
}
PATHS = [path.removeprefix("site/") for path in SITE if path.startswith(f"site/{FOLDER}")]


def files(root: Path, to: str = "") -> dict[str, str]:
    write_files(root, SITE)
    return {
        path: content.decode() for path, content in email_files(root / "site", "https://elm.example/", PATHS, to=to)
    }


def test_email_folder_has_exactly_the_needed_files(tmp_path: Path) -> None:
    found = files(tmp_path)
    own = {"index.html", "generic.html", "generic.txt", "newsletter.eml"}
    assert set(found) == own | {"assets/sender.css", "assets/sender.js", "newsletters/bench.png.email.png"}
    assert found["generic.html"] == EMAIL


def test_senders_page_links_to_neighbouring_files(tmp_path: Path) -> None:
    page = files(tmp_path)["index.html"]
    assert '<link rel="stylesheet" href="assets/sender.css">' in page
    assert '<script src="assets/sender.js"></script>' in page
    assert '<body data-root=""><a>The page</a> <a href="newsletter.eml" download>Draft</a>' in page
    assert '<a href="https://elm.example/about/">About</a>' in page
    assert '<iframe src="generic.html">' in page
    assert '<textarea>&lt;img src="https://elm.example/newsletters/bench.png.email.png"&gt;</textarea>' in page


def test_edition_in_a_second_language_has_a_folder_of_its_own(tmp_path: Path) -> None:
    found = files(tmp_path, "cy/")
    assert {"cy/index.html", "cy/generic.html", "assets/sender.css", "newsletters/bench.png.email.png"} <= set(found)
    assert '<link rel="stylesheet" href="../assets/sender.css">' in found["cy/index.html"]
    assert '<body data-root="../"><a>The page</a> <a href="newsletter.eml" download>' in found["cy/index.html"]


def test_email_that_was_not_written_is_left_out(tmp_path: Path) -> None:
    write_files(tmp_path, {path: text for path, text in SITE.items() if not path.endswith(("generic.html", ".eml"))})
    found = dict(email_files(tmp_path / "site", "https://elm.example/", PATHS, to=""))
    assert set(found) == {"index.html", "generic.txt", "assets/sender.css", "assets/sender.js"}
    assert b'<body data-root=""><a>The page</a> <a download>Draft</a>' in found["index.html"]
