"""Finds lines that were meant as a list or a table, like ``-one`` above ``-two``, and are shown as running text."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from newsroom.content.outline import Leftover, LeftoverKind
from newsroom.markup.dialect.tree import ESCAPED
from newsroom.markup.shown_lines import Mark, ShownLine, visible


def _with_bars(row: re.Match[str]) -> str:
    """A row with bars in place of its tabs; "|" in a cell belongs to its text."""
    cells = row[0].rstrip().replace("|", r"\|").split("\t")
    return f"| {' | '.join(cell.strip() for cell in cells)} |"


_LISTS = (
    # "-one", "*one" and "1)one" on lines that follow each other; not "-5 degrees", "*from £5*" or "10.am"
    Mark(LeftoverKind.UNSPACED, re.compile(r"^(-)([^\W\d_][^\n]*)"), r"\1 \2"),
    Mark(LeftoverKind.UNSPACED, re.compile(r"^(\*)([^\W\d_][^*\n]*)$"), r"\1 \2"),
    Mark(LeftoverKind.UNSPACED, re.compile(r"^(\d{1,2}[.)])((?![ap]m\b)[^\W\d_]{2}[^\n]*)"), r"\1 \2"),
    # "-_one" with a no-break space, here "_"
    Mark(LeftoverKind.NO_BREAK_SPACE, re.compile(r"^([-*+]|\d{1,2}[.)])\u00a0\s*(\S[^\n]*)"), r"\1 \2"),
)
_ROWS = (
    # "✓ Free", "a) Come", "(ii) See", "(2)_See" with a tab, here "_", "o Tea" (Word's second bullet), "| Ann | Bob |",
    # "Ann | Bob" and "Ann_Bob" on lines of one paragraph; not "A. Elm", "(2) See", "Ann|Bob" or "•_Ann"
    Mark(LeftoverKind.TICK, re.compile(r"^([✓✔☑✅])\s*(\S[^\n]*)"), r"- \1 \2"),
    Mark(
        LeftoverKind.TICK,
        re.compile(r"^(\(?(?:[A-Ha-h]|[ivx]{1,4})\)|[a-h]\.|\(\d{1,2}\)(?=\t))\s+(\S[^\n]*)"),
        r"- \1 \2",
    ),
    Mark(LeftoverKind.TICK, re.compile(r"^o +(\S[^\n]*)"), r"- \1"),
    Mark(
        LeftoverKind.TABLE,
        re.compile(r"^(?:\|[^\n]*\S[^\n]*\||[^\s|][^\n|]* \| )[^\n]*$"),
        lambda found: f"{'| --- ' * _count_cells(found[0].strip())}|",
    ),
    Mark(LeftoverKind.TABBED, re.compile(r"^(?!(?:[^\w\s]|o)\s*\t)[^\s|][^\t\n]{0,60}\t\s*\S[^\n]*"), _with_bars),
)
_RUNS = (*_LISTS, *_ROWS)
_RUN_SIGNS = frozenset("-*+|✓✔☑✅0123456789(abcdefghiovxABCDEFGH")
"""The first characters of all lines that :data:`_RUNS` match, but for "Ann | Bob" and "Ann_Bob" with a tab."""
_FIRST_ITEM = re.compile(r"1[.)]")
_ASTERISK_REFERENCE = re.compile(r"[\w)]\*(?![*\w])")
"""Matches "Tickets*", to which a line such as "*from £5" is the note."""


def find_runs(lines: Sequence[ShownLine]) -> Iterator[Leftover]:
    """The first line of each list or table that was meant.

    It has two lines or more, begins with the number 1, is a row directly above the headings of a table, or goes on with
    a list that is one already: "-milk" below "- bread". The rows of a table are in one paragraph.
    """
    above_cells = {line.number - 1 for line in lines if line.is_in_cell}
    has_notes = False
    for mark, run in groupby((line for line in lines if not line.is_in_cell), _run_mark):
        items = list(run)
        has_notes = has_notes or any(_ASTERISK_REFERENCE.search(line.text) for line in items)
        if mark is None or (items[0].text.startswith("*") and has_notes):
            continue
        if items[0].is_forced and mark in _ROWS and not items[0].text.startswith("|"):
            continue
        is_above_table = mark.kind is LeftoverKind.TABLE and items[-1].number in above_cells
        is_numbered = items[0].is_first and _FIRST_ITEM.match(items[0].text)
        is_run = len(items) > 1 and (mark not in _ROWS or not items[1].is_first)
        is_next_item = items[0].is_in_item and not items[0].is_first and mark in _LISTS
        if is_run or is_numbered or is_above_table or is_next_item:
            kind = LeftoverKind.TABLE_ABOVE if is_above_table else mark.kind
            written = mark.pattern.sub(mark.fixed, items[0].text)
            yield Leftover(kind, visible(items[0].text), items[0].number, visible(written))


def _run_mark(line: ShownLine) -> Mark | None:
    if line.text[:1] not in _RUN_SIGNS and " | " not in line.text and "\t" not in line.text:
        return None
    return next((mark for mark in _RUNS if mark.pattern.match(line.text)), None)


def _count_cells(row: str) -> int:
    bars = row.count("|") - row.count(f"{ESCAPED}|")
    return bars + 1 - row.startswith("|") - (row.endswith("|") and not row.endswith(f"{ESCAPED}|"))
