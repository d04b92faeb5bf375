"""Errors about invalid ids, and ids that two items share."""

from pathlib import Path

import pytest

from tests.support import problems_in, small_newsroom
from tests.support.items import story, story_id
from tests.support.wordings import Reported


@pytest.mark.parametrize(
    "written",
    [
        "tag:elm.example,2026:story/old-name",
        "tag:ada@elm.example,2024-05-01:x",
        "urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a",
        "https://old.example/?p=12",
        "http://old.example/blog/#7",
    ],
)
def test_ids_of_other_feeds_are_valid(tmp_path: Path, written: str) -> None:
    assert problems_in(tmp_path, small_newsroom() | {"stories/a.md": story(id=written)}) == []


@pytest.mark.parametrize(
    "written",
    ["12", "the-garden", "tag:elm.example:x", "tag:elm.example,26:x", "tag:elm.example,2026:", "urn:x", "https://",
     "https://a b", "javascript:alert(1)", "tag:elm.example,2026:<x>"],
)  # fmt: skip
def test_invalid_id_is_reported(tmp_path: Path, written: str, reported: Reported) -> None:
    expected = reported(problems_in(tmp_path, small_newsroom() | {"stories/a.md": story(id=written)}))
    assert expected == ["stories/a.md:6 field-format-invalid"]


def test_repeated_id_is_reported(tmp_path: Path, reported: Reported) -> None:
    own = "https://old.example/?p=12"
    files = {
        f"stories/{name}.md": story(title=name, id=given) for name, given in {"a": own, "b": own, "c": None}.items()
    }
    expected = reported(problems_in(tmp_path, small_newsroom() | files))
    assert expected == ["stories/b.md:6 feed-id-repeated"]


@pytest.mark.parametrize(
    ("original", "copy", "own"),
    [
        ("the-bench", "the-bench-2", "https://old.example/?p=12"),
        ("the-bench", "bench", "tag:elm.example,2026:story/the-bench"),
        ("the-bench", "bench", story_id("the-bench")),
    ],
)
def test_repeated_id_is_reported_in_the_copy(tmp_path: Path, original: str, copy: str, own: str) -> None:
    files = {f"stories/{name}.md": story(title=name, id=own) for name in (original, copy)}
    assert [problem.path for problem in problems_in(tmp_path, small_newsroom() | files)] == [f"stories/{copy}.md"]


def test_generated_id_of_other_item_is_reported(tmp_path: Path, reported: Reported) -> None:
    files = {"stories/a.md": story(id=story_id("the-garden"))}
    expected = reported(problems_in(tmp_path, small_newsroom() | files))
    assert expected == ["stories/a.md:6 feed-id-repeated"]


def test_item_may_write_its_generated_id(tmp_path: Path) -> None:
    files = {"stories/a.md": story(id=story_id("a"))}
    assert problems_in(tmp_path, small_newsroom() | files) == []


def test_languages_of_a_story_have_different_ids(tmp_path: Path) -> None:
    files = {"stories/a.md": story(id="https://old.example/1"), "stories/a.cy.md": story(id="https://old.example/1")}
    expected = [problem.path for problem in problems_in(tmp_path, small_newsroom() | files)]
    assert expected == ["stories/a.cy.md"]
