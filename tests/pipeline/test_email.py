"""An error in an edition's email stops that email, and nothing else."""

from pathlib import Path

import pytest

from tests.support import small_newsroom
from tests.support.engine import Outcome, build, make_repository
from tests.support.html import text_of
from tests.support.items import newsletter

SENDER = "newsletters/2024-03/email/"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Outcome]:
    """A site with one edition whose email is too large, one whose email is fine, and one without an email."""
    large = newsletter("## Hello\n\n" + "word " * 22_000, title="March")
    files = small_newsroom() | {
        "newsletters/2024-03.md": large,
        "newsletters/2024-02.md": newsletter(title="February"),
        "newsletters/2024-01.md": newsletter(title="January", email=False),
    }
    repository = make_repository(tmp_path_factory.mktemp("large"), files)
    return repository / "site", build(repository)


def test_blocked_email_does_not_stop_the_site(built: tuple[Path, Outcome]) -> None:
    site, outcome = built
    assert outcome.code == 0, outcome.output
    for page in ("stories/the-garden", "newsletters/2024-03", "newsletters/2024-02", "newsletters/2024-01"):
        assert (site / page / "index.html").is_file()
    feed = (site / "feed.xml").read_text()
    assert [f"<title>{title}</title>" in feed for title in ("January", "February", "March")] == [True] * 3
    assert sorted(file.name for file in (site / "newsletters/2024-02/email").iterdir()) == [
        "generic.html",
        "generic.txt",
        "index.html",
        "mailchimp.html",
        "mailchimp.txt",
        "newsletter.eml",
    ]


def test_blocked_email_is_not_offered_and_the_reason_is_shown(built: tuple[Path, Outcome]) -> None:
    site, _ = built
    assert [file.name for file in (site / SENDER).iterdir()] == ["index.html"]
    html = (site / SENDER / "index.html").read_text()
    text = text_of(html)
    assert "Mailchimp: ✗ Not yet: 1 error Do not send it yet: there is nothing to copy until this is fixed." in text
    assert "the email measures 1" in text
    for absent in ("Copy HTML", "newsletter.eml", "<iframe", "mailchimp.html"):
        assert absent not in html


def test_blocked_email_is_logged_as_an_error(built: tuple[Path, Outcome]) -> None:
    _, outcome = built
    (loud,) = [line for line in outcome.output.splitlines() if line.startswith("ERROR")]
    assert loud.startswith(
        "ERROR: this edition is published without its email: newsletters/2024-03.md, line 9: the email measures 1"
    )
    assert "1 error to fix before the email can be sent." in outcome.output


def test_edition_without_an_email_has_no_email_files(built: tuple[Path, Outcome]) -> None:
    site, _ = built
    assert sorted(file.name for file in (site / "newsletters/2024-01").iterdir()) == ["card.png", "index.html"]
