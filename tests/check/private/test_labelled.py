"""How precisely and how completely private data is found, counted on labelled lines."""

import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from newsroom.check.private.finding import Kind
from newsroom.check.private.passages import find_private_data
from tests.support import NEWSROOM
from tests.support.golden import Golden
from tests.support.growth import grows_linearly

FOLDER = Path(__file__).parent
PRECISION, RECALL = 0.95, 0.9
WRONG = {
    "labelled.toml": [
        "missed nhs: ref 999 513 9286 on the hospital letter",
        "missed birth: He came into the world on Christmas Eve 1948 — 24/12/1948 — and has been early for everything"
        " since.",
        "missed birth: | Brenda | 12/04/1966 | date of birth checked |",
        "missed age: | Reggie | 58 | lives alone |",
        "missed age: | Brenda | 59 | lives with her daughter |",
        "missed address: | 17 Windsor Gardens | Thu | 2 meals |",
        "missed address: They rent a room above the chip shop at 203a Uxbridge Street.",
        "missed address: We met outside Joan's, which is 3 Orchard Way.",
        "false age: June (12), May (9), April (14)",
    ],
    "held_out.toml": [
        "missed birth: Date of birth (of the child): 03.03.2018",
        "missed age: Vince, now in his flat for a year, is 59.",
        "missed age: Vera, at 90, is the oldest of us.",
        "missed age: My husband Roy (we married in 1970) turned 75 in June.",
        "missed age: Happy 40th Nadia from all at the pantry!",
    ],
}
"""The lines about which the finders are known to be wrong. A change may correct one, and adds none."""
HOSTILE = (
    *("1", "1 ", "01632 960123 ", "a.", "a.b@gmail.com ", "Ann ", "Ann 6 ", "Ann, 67, ", "born 3 May 1951 ", "(0"),
    *("67-year-old ", "GB82 WEST 1234 5698 7654 32 ", "AB12 ", "14 Elm Road ", "14 Elm Elm Elm ", "aged 67 ", "+44 "),
    *("http://", "](1", "drive.google.com/a/ ", "sharepoint.com/", " ", "\n ", "1\n", "> ", "sixty-", "&amp;1", "1-"),
    *("a dot ", "Jo at a dot ", "Elm Library, ", "the Elm, ", "Elm Hall, 1 ", "Flat 1, ", "Rose Cottage, ", "01632/"),
    *("Ann, a ", "Ann, in red, ", "Ann at 67 ", "0 7 ", "44 7700 ", "born the ", "died 1960 aged 67 ", "_", "_a_1"),
    *("|", "|-", "| Age |\n|-|\n| Ann |", "| 1 |\n", "Ann's 67th ", "the man of 67 ", "her son (1", "Ann and Bo are "),
)
"""Parts of texts that would be slow if a pattern looked at all of the text again for each of them."""


def labelled_lines(name: str) -> Iterator[tuple[str, frozenset[str]]]:
    """The lines of a file, each with the kinds of private data in it."""
    tables = tomllib.loads((FOLDER / name).read_text(encoding="utf-8"))
    for row in tables.pop("several"):
        yield row["line"], frozenset(row["kinds"])
    for kind, lines in tables.items():
        for line in lines:
            yield line, frozenset({kind} - {"none"})


@pytest.mark.parametrize("name", ["labelled.toml", "held_out.toml"])
def test_precision_and_recall_on_labelled_lines(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    counts: dict[str, Counter[str]] = {kind: Counter() for kind in Kind}
    wrong: list[str] = []
    lines = list(labelled_lines(name))
    for line, expected in lines:
        found = frozenset(str(located.finding.kind) for located in find_private_data(line, 1))
        for outcome, kinds in (
            ("found", found & expected),
            ("false", found - expected),
            ("missed", expected - found),
        ):
            for kind in kinds:
                counts[kind][outcome] += 1
                wrong += [f"{outcome} {kind}: {line}"] if outcome != "found" else []
    total = sum(counts.values(), Counter())
    precision = total["found"] / (total["found"] + total["false"])
    recall = total["found"] / (total["found"] + total["missed"])
    rows = [f"{kind:10} {count['found']:6} {count['false']:6} {count['missed']:6}" for kind, count in counts.items()]
    with capsys.disabled():
        print(f"\n{name}: {len(lines)} lines, precision {precision:.1%}, recall {recall:.1%}")
        print("\n".join((f"{'kind':10} {'found':>6} {'false':>6} {'missed':>6}", *rows, *wrong)))
    assert (precision >= PRECISION, recall >= RECALL) == (True, True)
    assert wrong == WRONG[name]


@pytest.mark.parametrize("name", ["labelled", "held_out"])
def test_findings_match_golden_file(name: str, golden: Golden) -> None:
    """What is found in a line, word for word; in small letters, after another line; and in capital letters."""
    before, shown = "", []
    for line, _ in labelled_lines(f"{name}.toml"):
        for text in (line, f"{before}\n{line}".lower(), line.upper()):
            shown += [f"{found.line} {' '.join(map(str, found.finding))}" for found in find_private_data(text, 1)]
        shown.append("")
        before = line
    golden.check(f"private/{name}.txt", "\n".join(shown).encode())


def test_findings_in_rare_texts_match_golden_file(golden: Golden) -> None:
    """Every form that the finders know, and what is almost one. A "⏎" is the end of a line."""
    shown: list[str] = []
    for line in (FOLDER / "rare.txt").read_text(encoding="utf-8").splitlines():
        found = find_private_data(line.replace("⏎", "\n"), 1)
        shown += [line, *(f"    {number} {' '.join(map(str, finding))}" for finding, number in found)]
    golden.check("private/rare.txt", "\n".join(shown).encode())


def test_labelled_lines_are_different_and_many() -> None:
    lines = [line for name in ("labelled.toml", "held_out.toml") for line, _ in labelled_lines(name)]
    assert len(lines) == len(set(lines)) >= 400


def test_frozen_newsroom_has_no_private_data() -> None:
    texts = {path: path.read_text(encoding="utf-8") for path in NEWSROOM.rglob("*.md")}
    found = {located.finding.value for text in texts.values() for located in find_private_data(text, 1)}
    assert found == set()


def test_cost_is_linear() -> None:
    for part in HOSTILE:
        assert grows_linearly(partial(_find_in_repeated, part), 350 // len(part)), part


def _find_in_repeated(part: str, times: int) -> int:
    return sum(1 for _ in find_private_data(part * times, 1))
