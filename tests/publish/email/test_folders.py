"""Which editions have an email, and which of these emails are checked."""

from datetime import date
from pathlib import Path

import pytest

from newsroom.publish.email.folders import PendingPublication, email_folders
from tests.support import SETTINGS, open_newsroom, small_newsroom
from tests.support.items import newsletter

DRAFT, FUTURE = PendingPublication(True, None), PendingPublication(False, date(2027, 1, 1))
FUTURE_DRAFT = PendingPublication(True, date(2027, 2, 1))
EDITIONS = {
    **{f"newsletters/2024-0{month}.md": newsletter(title=f"News {month}") for month in range(1, 6)},
    "newsletters/2024-05.cy.md": newsletter(title="Newyddion 5"),
    "newsletters/2024-06.md": newsletter(title="News 6", draft=True),
    "newsletters/2024-07.md": newsletter(title="News 7", email=False),
    "newsletters/2027-01.md": newsletter(title="News of 2027"),
    "newsletters/2027-02.md": newsletter(title="More news of 2027", draft=True),
}


@pytest.mark.parametrize(("email_checks", "has_old_ones"), [("newest", False), ("all", True)])
def test_pending_and_the_three_newest_public_editions_are_checked(
    tmp_path: Path, email_checks: str, has_old_ones: bool
) -> None:
    settings = {**SETTINGS, "email_checks": email_checks}
    build = open_newsroom(tmp_path, small_newsroom() | EDITIONS, preview=True, settings=settings)
    folders = email_folders(build.context.library, build.context.settings)
    assert [
        (folder.edition.path.removeprefix("newsletters/"), folder.is_checked, folder.pending) for folder in folders
    ] == [
        ("2027-02.md", True, FUTURE_DRAFT),
        ("2027-01.md", True, FUTURE),
        ("2024-06.md", True, DRAFT),
        ("2024-05.md", True, None),
        ("2024-05.cy.md", True, None),
        ("2024-04.md", True, None),
        ("2024-03.md", True, None),
        ("2024-02.md", has_old_ones, None),
        ("2024-01.md", has_old_ones, None),
    ]
