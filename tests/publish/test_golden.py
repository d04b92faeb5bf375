"""The feeds and the emails of a small newsroom that uses everything, as they were last looked at (tests/golden/)."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from newsroom.ids import entry_id
from newsroom.library import DATED_KINDS
from newsroom.publish.email import MAIL_TOOLS
from tests.support import SETTINGS, frozen_library
from tests.support.golden import GOLDEN, Golden
from tests.support.rendering import published

NEWSROOM = GOLDEN / "newsroom"
EDITION = "newsletters/2024-03/email/"


@cache
def output() -> dict[str, bytes]:
    """All that a build of the golden newsroom writes besides pages, for every mail tool."""
    files = {
        path.relative_to(NEWSROOM).as_posix(): path.read_bytes() for path in NEWSROOM.rglob("*.*") if path.is_file()
    }
    with TemporaryDirectory() as folder:
        return published(Path(folder), files, settings={**SETTINGS, "mail_tools": list(MAIL_TOOLS)})


@pytest.mark.parametrize("name", ["feed.xml", "atom.xml", "feed.json"])
def test_the_feed_is_as_it_was(golden: Golden, name: str) -> None:
    golden.check(name, output()[name])


def test_every_item_keeps_its_id_in_the_feeds(golden: Golden) -> None:
    items = (document for document in frozen_library().documents if document.kind in DATED_KINDS)
    ids = sorted(entry_id(item, "lacnetwork.org,2026", "en") for item in items)
    golden.check("ids.txt", "".join(f"{name}\n" for name in ids).encode())


@pytest.mark.parametrize(
    "name", [f"{tool.name}.{part.ending}" for tool in MAIL_TOOLS.values() for part in tool.parts] + ["newsletter.eml"]
)
def test_the_email_for_a_mail_tool_is_as_it_was(golden: Golden, name: str) -> None:
    golden.check(f"email/{name}", output()[f"{EDITION}{name}"])


def test_every_mail_tool_and_no_other_has_its_golden_files() -> None:
    kept = {path.name.partition(".")[0] for path in (GOLDEN / "email").iterdir()}
    assert kept == {*MAIL_TOOLS, "newsletter"}


@pytest.mark.parametrize(
    "hidden", ["Not yet a story", "half a thought", "Next year", "Taken back", "a-draft.png", "2099"]
)
def test_what_may_not_be_shown_stands_in_no_golden_file(hidden: str) -> None:
    assert [name for name, content in output().items() if hidden.lower().encode() in content.lower()] == []


@pytest.mark.parametrize("name", ["feed.xml", "atom.xml", "feed.json"])
def test_what_is_for_the_web_only_stays_out_of_the_golden_feeds(name: str) -> None:
    assert b"On the web only" not in output()[name]


def test_a_golden_file_that_differs_fails_the_test_and_stays(tmp_path: Path) -> None:
    (tmp_path / "kept.txt").write_text("kept")
    with pytest.raises(AssertionError, match=r"kept\.txt changed"):
        Golden(tmp_path, write=False).check("kept.txt", b"changed")
    with pytest.raises(AssertionError, match=r"no golden file new\.txt"):
        Golden(tmp_path, write=False).check("new.txt", b"new")
    assert [path.read_text() for path in tmp_path.iterdir()] == ["kept"]


def test_rewriting_golden_files_lists_those_that_differ(tmp_path: Path) -> None:
    (tmp_path / "same.txt").write_text("same")
    golden = Golden(tmp_path, write=True)
    golden.check("same.txt", b"same")
    golden.check("email/new.txt", b"new")
    assert golden.written == ["email/new.txt"]
    assert (tmp_path / "email/new.txt").read_text() == "new"
