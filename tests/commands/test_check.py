"""What a check does without options, and the text of an email that it reads."""

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from newsroom.commands import check
from newsroom.commands.check import check_content
from newsroom.content.document import AnyDocument
from newsroom.problems import Problem
from tests.support import SETTINGS, TODAY, small_newsroom, write_files
from tests.support.images import picture
from tests.support.items import CONSENT, newsletter, story
from tests.support.rendering import link_templates
from tests.support.wordings import brief


def test_old_emails_are_not_checked_and_expired_consent_is_an_error(tmp_path: Path) -> None:
    editions = {f"newsletters/2024-0{month}.md": newsletter(title=f"News {month}") for month in range(4, 7)}
    old = {"newsletters/2024-01.md": newsletter("## Hello\n\n[A report](http://o.example/x)")}
    expired = {"stories/a.md": story(consent=CONSENT | {"review_by": "2026-11-21"})}
    write_files(tmp_path, small_newsroom() | editions | old | expired)
    link_templates(tmp_path)
    found = check_content(tmp_path, SETTINGS, today=TODAY)
    assert ([brief(problem) for problem in found.problems], found.problems[0].is_error) == (
        ["stories/a.md:6 consent-expired"],
        True,
    )
    assert (found.pages, found.emails) == (13, 3)


def test_email_is_read_with_the_addresses_of_the_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def keep(
        editions: Iterable[AnyDocument], html_of: Callable[[AnyDocument], str], *_context: object
    ) -> Iterable[Problem]:
        read.extend(map(html_of, editions))
        return ()

    monkeypatch.setattr(check, "check_emails", keep)
    edition = newsletter("## Hello\n\n![An elm](../docs/assets/elm.png) [Us](../docs/about.md)")
    write_files(tmp_path, {**small_newsroom(), "newsletters/2024-03.md": edition, "docs/assets/elm.png": picture()})
    link_templates(tmp_path)
    check_content(tmp_path, SETTINGS, today=TODAY)
    (html,) = read
    assert 'src="../../assets/elm.png"' in html
    assert 'href="../../about/"' in html
