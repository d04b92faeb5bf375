"""Ids that are no ids, or that two pieces share: what the editor is told."""

from pathlib import Path

import pytest

from tests.support import problems_in, small_newsroom
from tests.support.items import story
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
def test_what_a_feed_may_have_had_for_an_id_is_one(tmp_path: Path, written: str) -> None:
    assert problems_in(tmp_path, small_newsroom() | {"stories/a.md": story(id=written)}) == []


@pytest.mark.parametrize(
    "written",
    ["12", "the-garden", "tag:elm.example:x", "tag:elm.example,26:x", "tag:elm.example,2026:", "urn:x", "https://",
     "https://a b", "javascript:alert(1)", "tag:elm.example,2026:<x>"],
)  # fmt: skip
def test_what_is_no_id_is_told_with_how_to_write_one(tmp_path: Path, written: str, reported: Reported) -> None:
    told = reported(problems_in(tmp_path, small_newsroom() | {"stories/a.md": story(id=written)}))
    assert told == ["stories/a.md:6 field-format-invalid"]


def test_two_pieces_with_one_id_are_told_apart(tmp_path: Path, reported: Reported) -> None:
    own = "https://old.example/?p=12"
    files = {
        f"stories/{name}.md": story(title=name, id=given) for name, given in {"a": own, "b": own, "c": None}.items()
    }
    told = reported(problems_in(tmp_path, small_newsroom() | files))
    assert told == ["stories/b.md:6 feed-id-repeated"]


def test_nor_may_one_take_an_id_that_another_has_without_writing_it(tmp_path: Path, reported: Reported) -> None:
    files = {"stories/a.md": story(id="tag:elm.example,2026:story/the-garden")}
    told = reported(problems_in(tmp_path, small_newsroom() | files))
    assert told == ["stories/a.md:6 feed-id-repeated"]


def test_a_piece_may_write_the_id_that_it_has_anyway(tmp_path: Path) -> None:
    files = {"stories/a.md": story(id="tag:elm.example,2026:story/a")}
    assert problems_in(tmp_path, small_newsroom() | files) == []


def test_two_languages_of_a_story_are_two_entries(tmp_path: Path) -> None:
    files = {"stories/a.md": story(id="https://old.example/1"), "stories/a.cy.md": story(id="https://old.example/1")}
    told = [problem.path for problem in problems_in(tmp_path, small_newsroom() | files)]
    assert told == ["stories/a.md"]
