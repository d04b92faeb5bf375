"""A greeting is filled in by mail tools only: everything else shows its fallback."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.support import SETTINGS, small_newsroom
from tests.support.feeds import feeds_in
from tests.support.items import newsletter
from tests.support.rendering import published

BODY = """\
## Hello {first name|neighbour}

<span lang="cy">Annwyl</span> Dear {First Name|friend of ours}, [hello {first name|you}](../docs/about.md).
"""


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    """A site with an edition that greets its readers."""
    root, settings = tmp_path_factory.mktemp("newsroom"), {**SETTINGS, "mail_tools": ["generic", "notify", "mailchimp"]}
    return published(root, small_newsroom() | {"newsletters/2024-03.md": newsletter(BODY)}, settings=settings)


def test_everything_but_the_email_shows_the_fallback(files: Mapping[str, bytes]) -> None:
    feeds = [feed.decode() for path, feed in feeds_in(files).items() if "friend of ours" in feed.decode()]
    draft = files["newsletters/2024-03/email/generic.txt"].decode()
    assert len(feeds) >= 3
    for shown in (draft, *feeds):
        assert ("friend of ours" in shown, "first name|" in shown.casefold(), "FNAME" in shown) == (True, False, False)
    assert "HELLO NEIGHBOUR" in draft


def test_notify_gets_its_field_and_a_note_for_the_sender(files: Mapping[str, bytes]) -> None:
    assert "Dear ((first name)), [hello you](" in files["newsletters/2024-03/email/notify.txt"].decode()
    page = files["newsletters/2024-03/email/index.html"].decode()
    assert page.count("Notify fills the name in from the column “first name”") == 1


def test_greeting_in_a_line_that_is_wrapped_is_whole(tmp_path: Path) -> None:
    edition = newsletter("## Hello\n\n" + "Dear {first name|my dear old friend}, " * 9)
    text = published(tmp_path, small_newsroom() | {"newsletters/2024-03.md": edition})[
        "newsletters/2024-03/email/mailchimp.txt"
    ].decode()
    assert text.count("*|IF:FNAME|**|FNAME|**|ELSE:|*my dear old friend*|END:IF|*") == 9


@pytest.mark.parametrize("fallback", ['x" }}{{ evil', "x|*"])
def test_element_that_an_author_writes_cannot_put_anything_into_a_tag(tmp_path: Path, fallback: str) -> None:
    edition = newsletter(f'## Hello\n\nDear <span class="first-name">{fallback}</span>.')
    html = published(tmp_path, small_newsroom() | {"newsletters/2024-03.md": edition})[
        "newsletters/2024-03/email/mailchimp.html"
    ].decode()
    assert "FNAME" not in html
