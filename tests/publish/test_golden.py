"""The feeds and the emails of a small newsroom that uses everything, as they were last looked at (tests/golden/)."""

from email import message_from_string
from pathlib import Path

import pytest

from newsroom.content.entry_ids import entry_id
from newsroom.mail_tools import MAIL_TOOLS
from tests.support import frozen_library
from tests.support.emails import SOME_TOOLS
from tests.support.golden import GOLDEN, Golden, difference, golden_email, golden_output
from tests.support.skeleton import skeleton

BASE = "generic"
TOOLS = [tool for tool in MAIL_TOOLS if tool not in (BASE, "notify")]


@pytest.mark.parametrize("name", ["feed.xml", "atom.xml", "feed.json"])
def test_feed_matches_golden_file(golden: Golden, name: str) -> None:
    golden.check(name, golden_output()[name])


def test_every_item_keeps_its_id_in_the_feeds(golden: Golden) -> None:
    items = (document for document in frozen_library().documents if document.type.is_dated)
    ids = sorted(entry_id(item, "lacnetwork.org,2026", "en") for item in items)
    golden.check("ids.txt", "".join(f"{name}\n" for name in ids).encode())


@pytest.mark.parametrize("name", [f"{BASE}.html", f"{BASE}.txt", "notify.txt"])
def test_email_matches_golden_file(golden: Golden, name: str) -> None:
    golden.check(f"email/{name}", golden_email(name).encode())


@pytest.mark.parametrize("tool", TOOLS)
def test_email_for_mail_tool_matches_golden_difference(golden: Golden, tool: str) -> None:
    parts = ("html", "txt")
    found = [difference(golden_email(f"{BASE}.{part}"), golden_email(f"{tool}.{part}")) for part in parts]
    golden.check(f"email/{tool}.diff", "\n".join(found).encode())


def test_head_of_draft_matches_golden_file(golden: Golden) -> None:
    """Its parts are those of the email: :mod:`tests.publish.email.test_message`."""
    message = message_from_string(golden_email("newsletter.eml"))
    heads = ["".join(f"{name}: {value}\n" for name, value in part.items()) for part in message.walk()]
    golden.check("email/newsletter.eml.txt", "\n".join(heads).encode())


def test_senders_page_matches_golden_file(golden: Golden) -> None:
    golden.check("email/sender.txt", skeleton(golden_email("index.html", SOME_TOOLS), "head", "body").encode())


def test_every_mail_tool_and_no_other_has_its_golden_file() -> None:
    kept = {path.name.partition(".")[0] for path in (GOLDEN / "email").iterdir()}
    assert kept == {*MAIL_TOOLS, "newsletter", "sender"}


@pytest.mark.parametrize(
    "hidden", ["Not yet a story", "half a thought", "Next year", "Never again seen", "a-draft.png", "2099"]
)
def test_hidden_content_is_in_no_golden_file(hidden: str) -> None:
    assert [name for name, content in golden_output().items() if hidden.lower().encode() in content.lower()] == []


@pytest.mark.parametrize("name", ["feed.xml", "atom.xml", "feed.json"])
def test_web_only_content_is_not_in_golden_feeds(name: str) -> None:
    assert b"On the web only" not in golden_output()[name]


def test_golden_file_that_differs_fails_the_test_and_stays(tmp_path: Path) -> None:
    (tmp_path / "kept.txt").write_text("kept")
    with pytest.raises(AssertionError, match=r"kept\.txt changed"):
        Golden(tmp_path, write=False).check("kept.txt", b"changed")
    with pytest.raises(AssertionError, match=r"golden file new\.txt is missing"):
        Golden(tmp_path, write=False).check("new.txt", b"new")
    assert [path.read_text() for path in tmp_path.iterdir()] == ["kept"]


def test_rewriting_golden_files_lists_those_that_differ(tmp_path: Path) -> None:
    (tmp_path / "same.txt").write_text("same")
    golden = Golden(tmp_path, write=True)
    golden.check("same.txt", b"same")
    golden.check("email/new.txt", b"new")
    assert golden.written == ["email/new.txt"]
    assert (tmp_path / "email/new.txt").read_text() == "new"
