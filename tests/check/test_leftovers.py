"""Markdown that is shown as written is reported on its line."""

from pathlib import Path

import pytest

from tests.support import problems_in, small_newsroom
from tests.support.items import story
from tests.support.wordings import Reported

FIRST_LINE = 8


@pytest.mark.parametrize(
    ("body", "line", "code"),
    [
        ("Read [words](https://example.org “Title”).", 0, "link-not-recognised"),
        ("One\ntwo [x](“https://e.example”) and", 1, "link-missing"),
        ("- a\n- ![tree](my tree.jpg)", 1, "link-not-recognised"),
        ("Word[^zz] without a note.", 0, "footnote-missing"),
        ("Words.\n\n[^1]: Not used", 2, "footnote-unused?"),
        ("See [words][nope].", 0, "link-definition-missing"),
        ("Words.\n\n<!-- open\n\nLost.", 2, "comment-unclosed"),
        ("About [[trust]].", 0, "link-wiki"),
        ("Words:\n\n• Supporting people\n", 2, "list-bullet-invalid"),
        ("o\tOne", 0, "list-bullet-invalid"),
        ("Dear <first name>, hello.", 0, "html-tag-unknown"),
    ],
)
def test_leftover_is_reported_on_its_line(tmp_path: Path, body: str, line: int, code: str, reported: Reported) -> None:
    found = reported(problems_in(tmp_path, small_newsroom() | {"stories/x.md": story(body)}))
    assert f"stories/x.md:{FIRST_LINE + line} {code}" in found


@pytest.mark.parametrize(
    "body",
    [
        "Code: `[x](a b.md)`, `[^1]`, `[[a]]` and `<first name>`.",
        "```\n• one\n[x](a b.md)\n```",
        "A [note](../docs/about.md) (in brackets) [1], – a dash, 5 · 6, o dear.",
        "\\[x](a.md) is no link: \\[\\[neither\\]\\].",
        "Word[^1]\n\n[^1]: A note.",
        "<span>a</span> <kbd>b</kbd>",
        "[Jo](mailto:jo@e.example?subject=The garden)",
    ],
)
def test_intended_marks_are_not_reported(tmp_path: Path, body: str) -> None:
    assert problems_in(tmp_path, small_newsroom() | {"stories/x.md": story(body)}) == []


def test_too_deep_nesting_is_an_error(tmp_path: Path, reported: Reported) -> None:
    deep = "\n".join(f"{'  ' * depth}- level {depth}" for depth in range(60))
    found = problems_in(tmp_path, small_newsroom() | {"stories/x.md": story(deep)})
    assert reported(found) == ["stories/x.md nesting-too-deep"]


def test_text_of_brackets_is_rejected_at_once(tmp_path: Path, reported: Reported) -> None:
    found = problems_in(tmp_path, small_newsroom() | {"stories/x.md": story("[" * 400_000)})
    assert reported(found) == ["stories/x.md brackets-too-many"]
