"""Finds the marks that Git leaves in a text where two people have changed the same lines."""

from collections.abc import Iterator, Mapping

from newsroom.problems import Problem, shorten

_OURS, _THEIRS = "<<<<<<< ", ">>>>>>> "

_SHOWN_AFTER: Mapping[str, tuple[bool, bool]] = {
    _OURS: (True, False),
    "||||||| ": (False, False),
    "=======": (False, True),
    _THEIRS: (True, True),
}
"""Whether the lines after a mark are in what the first and the second person wrote."""


def find_conflicts(path: str, text: str) -> Iterator[Problem]:
    """An error at the first line of each passage that is in the file twice, and at each mark without the others.

    See https://git-scm.com/docs/git-merge#_how_conflicts_are_presented.
    """
    if _OURS not in text and _THEIRS not in text:
        return
    opened: tuple[int, str] | None = None
    for number, line in enumerate(text.split("\n"), 1):
        if line.startswith(_OURS):
            if opened:
                yield _lone_mark(path, *opened)
            opened = number, line
        elif line.startswith(_THEIRS):
            if opened:
                what = f"from here to line {number} the file has what two people wrote, since Git could not join it"
                fix = "keep the right words, and delete the lines that begin with '<<<<<<<', '=======' and '>>>>>>>'"
                yield Problem("conflict-unresolved", path, opened[0], what, fix)
            else:
                yield _lone_mark(path, number, line)
            opened = None
    if opened:
        yield _lone_mark(path, *opened)


def both_sides(text: str) -> tuple[str, str]:
    """A text as each of two people wrote it; the lines of the other and the marks are empty, so that numbers stay."""
    sides: tuple[list[str], list[str]] = ([], [])
    shown = (True, True)
    for line in text.split("\n"):
        marks = _SHOWN_AFTER if shown != (True, True) else (_OURS, _THEIRS)  # "=======" alone underlines a heading
        mark = next((mark for mark in marks if line.startswith(mark)), None)
        shown = _SHOWN_AFTER[mark] if mark else shown
        for side, is_shown in zip(sides, shown, strict=True):
            side.append(line if is_shown and not mark else "")
    return "\n".join(sides[0]), "\n".join(sides[1])


def _lone_mark(path: str, number: int, line: str) -> Problem:
    what = f"'{shorten(line, 60)}' is a mark of Git beside words that two people have changed"
    return Problem("conflict-unresolved", path, number, what, "keep the right words, and delete this line")
