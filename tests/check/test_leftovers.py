"""What was meant as Markdown and is shown as it was written is an error on its line."""

from pathlib import Path

import pytest

from tests.support import problems_in, small_newsroom
from tests.support.pieces import story

FIRST_LINE = 8


@pytest.mark.parametrize(
    ("body", "line", "message"),
    [
        (
            "Read [words](https://example.org “Title”).",
            0,
            "'[words](https://example.org “Title”)' is shown as it is written, not as a link or picture; ",
        ),
        (
            "One\ntwo [x](“https://e.example”) and",
            1,
            "'“https://e.example”' is not there; write the address without the quotation marks",
        ),
        (
            "- a\n- ![tree](my tree.jpg)",
            1,
            "'![tree](my tree.jpg)' is shown as it is written, not as a link or picture; ",
        ),
        ("Word[^zz] without a note.", 0, "there is no note for '[^zz]'; add a line '[^zz]: the note' at the end"),
        ("Words.\n\n[^1]: Not used", 2, "(warning) nothing refers to the note '[^1]', so that it is not shown; "),
        ("See [words][nope].", 0, "'[words][nope]' is shown as it is written, since its address is not defined; "),
        (
            "Words.\n\n<!-- open\n\nLost.",
            2,
            "a comment begins here and is never closed, so that it hides what follows; ",
        ),
        ("About [[trust]].", 0, "'[[trust]]' is shown as it is written, not as a link; write [words](file.md)."),
        (
            "Words:\n\n• Supporting people\n",
            2,
            "'• Supporting people' begins with a bullet that does not make a list; begin the line with a hyphen",
        ),
        ("o\tOne", 0, "'o\tOne' begins with a bullet that does not make a list; "),
        (
            "Dear <first name>, hello.",
            0,
            "'<first name>' is read as an HTML tag, so that its words vanish; write a backslash before it: '\\<first",
        ),
    ],
)
def test_it_is_reported_on_its_line(tmp_path: Path, body: str, line: int, message: str) -> None:
    told = [str(problem) for problem in problems_in(tmp_path, small_newsroom() | {"stories/x.md": story(body)})]
    assert [text for text in told if text.startswith(f"stories/x.md, line {FIRST_LINE + line}: {message}")], told


@pytest.mark.parametrize(
    "body",
    [
        "Code: `[x](a b.md)`, `[^1]`, `[[a]]` and `<first name>`.",
        "```\n• one\n[x](a b.md)\n```",
        "A [note](../docs/about.md) (in brackets) [1], – a dash, 5 · 6, o dear.",
        "\\[x](a.md) is no link: \\[\\[neither\\]\\].",
        "Word[^1]\n\n[^1]: A note.",
        "<span>a</span> <kbd>b</kbd> <svg><g></g></svg>",
        "[Jo](mailto:jo@e.example?subject=The garden)",
    ],
)
def test_what_is_meant_so_is_not_reported(tmp_path: Path, body: str) -> None:
    assert problems_in(tmp_path, small_newsroom() | {"stories/x.md": story(body)}) == []


def test_a_text_that_is_nested_too_deep_is_an_error(tmp_path: Path) -> None:
    deep = "\n".join(f"{'  ' * depth}- level {depth}" for depth in range(60))
    (problem,) = problems_in(tmp_path, small_newsroom() | {"stories/x.md": story(deep)})
    assert "so deep that some of the text is left out" in str(problem)


def test_a_text_made_of_brackets_is_refused_at_once(tmp_path: Path) -> None:
    (problem,) = problems_in(tmp_path, small_newsroom() | {"stories/x.md": story("[" * 400_000)})
    assert "square brackets" in str(problem)
