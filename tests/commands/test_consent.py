"""``newsroom consent``: everything that was published with consent, until when, and where it appears."""

import csv
from pathlib import Path

from newsroom.commands.consent import read_register
from tests.support import SETTINGS, TODAY, small_newsroom, write_files
from tests.support.images import picture
from tests.support.items import CONSENT, newsletter, story
from tests.test_cli import run


def agreed(ref: str, **fields: object) -> dict[str, object]:
    """A consent with its own key."""
    return CONSENT | {"ref": ref} | fields


def register(root: Path) -> Path:
    """A newsroom with items in every state."""
    files: dict[str, str | bytes] = {
        "stories/a.md": story("![Jean](jean.jpg)", title="=A", areas=["elmham"], consent=agreed("S-2", scope=["web"])),
        "stories/b.md": story(title="B", consent=agreed("S-1", review_by="2026-11-21")),
        "stories/c.md": story(title="C", consent=agreed("S-3", withdrawn="2026-01-01")),
        "stories/d.md": story(title="D", date="2027-01-01", consent=agreed("S-4", review_by="2028-01-01")),
        "stories/e.md": story(title="E", consent=agreed("S-5", review_by="2026-12-01")),
        "stories/g.md": story(title="G", consent=agreed("S-7", scope=["feed"])),
        "stories/f.md": story("See [a](a.md) and [c](c.md).", title="F"),
        "docs/more.md": story("![Jean](../stories/jean.jpg)", title="More", date=None, kind=None),
        "newsletters/2024-04.md": newsletter(title="April", consent=agreed("S-6", scope=["web", "email"])),
        "stories/jean.jpg": picture(form="JPEG"),
    }
    write_files(root, small_newsroom() | files)
    return root


def test_register_has_every_item_with_its_state_and_places(tmp_path: Path) -> None:
    rows = read_register(register(tmp_path), SETTINGS, today=TODAY)
    assert [(row.ref, row.title, row.status, row.days_left) for row in rows] == [
        ("S-1", "B", "expired", -1),
        ("S-2", "=A", "public", None),
        ("S-3", "C", "withdrawn 2026-01-01", None),
        ("S-4", "D", "not public yet", 405),
        ("S-5", "E", "review due", 9),
        ("S-6", "April", "public", None),
        ("S-7", "G", "not for the web", None),
    ]
    expired, limited, withdrawn, future, due, edition, no_page = (row.places for row in rows)
    assert (expired, withdrawn, future, no_page) == ((), ("stories/f.md",), (), ())
    assert limited == (
        *("/stories/a/", "/", "/areas/elmham/", "/news/", "/stories/", "/stories/kind/news/"),
        *("/newsletters/2024-03/", "/stories/the-garden/", "/stories/e/"),
        *("stories/f.md", "docs/more.md"),
    )
    assert due[:2] == ("/stories/e/", "/stories/e/card.png")
    assert {"/feed.xml", "/stories/feed.xml", "/stories/", "/news/"} <= set(due)
    assert "/newsletters/2024-04/email/" in edition
    assert not any("feed.xml" in place for place in edition)


def test_register_is_printed_as_table_and_as_csv(tmp_path: Path) -> None:
    root = register(tmp_path)
    table = run(root, "consent")
    assert table.exit_code == 0
    for text in ("Ref", "Days left", "S-1", "expired", "withdrawn 2026-01-01", "first-name", "/stories/a/"):
        assert text in table.output
    assert "\x1b" not in table.output
    assert "\x1b" in run(root, "consent", colour=True).output
    output = run(root, "consent", "--csv").output
    assert output[0] == "\ufeff"  # else Excel does not read it as UTF-8
    head, *rows = csv.reader(output[1:].splitlines())
    assert head == [
        "Ref",
        "Title",
        "Identity",
        "Scope",
        "Given",
        "Review by",
        "Days left",
        "Status",
        "Where it appears",
    ]
    assert rows[0] == [
        "S-1",
        "B",
        "first-name",
        "web feed email social",
        "1986-05-01",
        "2026-11-21",
        "-1",
        "expired",
        "",
    ]
    assert rows[1][1] == "'=A"  # no formula


def test_register_without_items_says_so(tmp_path: Path) -> None:
    write_files(tmp_path, small_newsroom())
    assert run(tmp_path, "consent").output == "No item has consent in its front matter.\n"
