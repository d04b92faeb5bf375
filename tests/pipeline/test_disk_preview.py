"""The preview that works without a server: all that a served one shows, in files that lead to each other."""

import re
from pathlib import Path

import pytest

from tests.support import small_newsroom
from tests.support.disk import EMAILS, UNZIPPED, run_preview, without_server
from tests.support.engine import contents, make_repository

NOINDEX = '<meta name="robots" content="noindex">'


@pytest.fixture(scope="module")
def site(disk_preview: Path) -> Path:
    """The unzipped preview."""
    return disk_preview / UNZIPPED / "preview"


def page(site: Path, path: str) -> str:
    return (site / path).read_text(encoding="utf-8")


def test_every_address_is_a_file(site: Path) -> None:
    assert len([*site.rglob("*.html")]) > 40
    assert [*without_server(site)] == ["stories/draft/index.html: ../../nowhere/index.html"]


def test_separate_email_links_to_its_own_files(disk_preview: Path) -> None:
    email = disk_preview / UNZIPPED / "preview-email"
    assert [*without_server(email)] == []
    tools = ("generic.html", "generic.txt", "mailchimp.html", "mailchimp.txt")
    edition = [*tools, "index.html", "newsletter.eml", "shown.html"]
    files = sorted(contents(email))
    assert [path for path in files if not path.startswith("assets/")] == sorted(
        [*edition, *(f"cy/{name}" for name in edition), "newsletters/bench.png.email.png"]
    )
    assert {"assets/newsroom.css", "assets/dark.css", "assets/sender.css", "assets/sender.js"} <= set(files)
    assert "News of 2031" in page(email, "index.html")
    assert "Newyddion 2031" in page(email, "cy/index.html")


def test_drafts_and_future_items_are_shown_and_marked(site: Path) -> None:
    for path in ("stories/draft/", "stories/later/", "newsletters/2031-01/", "cy/newsletters/2031-01/"):
        lang = "Readers do not see it" if not path.startswith("cy/") else "Nid yw darllenwyr yn ei gweld"
        assert lang in page(site, f"{path}index.html")
    assert "Readers do not see it" not in page(site, "stories/moved/index.html")
    assert page(site, "stories/index.html").count("not public yet") == 2
    assert re.search(r"Latest:(?:(?!</p>).)*not public yet", page(site, "subscribe/index.html"), re.DOTALL)


def test_every_page_is_noindex(site: Path) -> None:
    files = [*site.rglob("*.html")]
    assert [file for file in files if NOINDEX not in file.read_text(encoding="utf-8")] == []
    assert page(site, "robots.txt") == "User-agent: *\nDisallow: /\n"
    assert "<loc>" not in page(site, "sitemap.xml")


def test_file_with_errors_shows_them_and_stops_nothing(site: Path, disk_preview: Path) -> None:
    message = page(site, "stories/broken/index.html")
    assert "This file has errors. Fix them and the page appears here:" in message
    assert "stories/broken.md, line 1" in message
    output = (disk_preview / "output.txt").read_text(encoding="utf-8")
    assert "stories/broken.md, line 1" in output
    assert "to fix before publishing." in output
    assert "preview/index.html" in output
    assert "preview-email/index.html" in output
    assert "Traceback" not in output


def test_feeds_and_emails_keep_public_addresses(site: Path) -> None:
    assert "https://www.lacnetwork.org/stories/moved/" in page(site, "feed.xml")
    for name in EMAILS:
        assert "https://www.lacnetwork.org/stories/everything/" in page(site, f"newsletters/2031-01/email/{name}")
    canonical = '<link rel="canonical" href="https://www.lacnetwork.org/stories/moved/">'
    assert canonical in page(site, "stories/moved/index.html")


def test_scripts_may_run_from_disk_but_not_from_a_page(site: Path) -> None:
    policy = page(site, "index.html").partition('http-equiv="Content-Security-Policy" content="')[2].partition('"')[0]
    assert "script-src 'self' file: 'sha256-" in policy
    assert "unsafe-inline" not in policy


def test_site_and_preview_have_the_same_addresses(site: Path, everything_site: Path) -> None:
    own = {path for path in contents(everything_site) if path.endswith("index.html")}
    assert own <= {path for path in contents(site) if path.endswith("index.html")}


def test_preview_replaces_the_last_preview_and_not_the_site(tmp_path: Path) -> None:
    repository = make_repository(tmp_path, {**small_newsroom(), "site/index.html": "The site."})
    first = run_preview(repository)
    assert first.code == 0, first.output
    assert (repository / "preview/stories/the-garden/index.html").exists()
    (repository / "stories/the-garden.md").unlink()
    (repository / "newsletters/2024-03.md").unlink()
    second = run_preview(repository)
    assert second.code == 0, second.output
    assert not (repository / "preview/stories/the-garden").exists()
    assert not (repository / "preview-email").exists()
    assert "preview-email" not in second.output
    assert contents(repository / "site") == {"site/index.html".removeprefix("site/"): b"The site."}


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("contact: lacn@", "contact: lacn"), "`extra: newsroom: contact` is"),
        (("languages: [en, cy]", "languages: [en, cy"), "mkdocs.yml, line"),
    ],
)
def test_wrong_settings_stop_with_a_message(tmp_path: Path, change: tuple[str, str], message: str) -> None:
    repository = make_repository(tmp_path, small_newsroom())
    settings = repository / "mkdocs.yml"
    settings.write_text(settings.read_text(encoding="utf-8").replace(*change), encoding="utf-8")
    outcome = run_preview(repository)
    assert outcome.code == 1
    assert message in outcome.output
    assert "Traceback" not in outcome.output
    assert not (repository / "preview").exists()
