"""The HTML and the outline of rare Markdown: a text for each line of rare.txt (tests/golden/markup/rare.txt)."""

from pathlib import Path

from tests.markup.test_golden_texts import shown_text
from tests.support.golden import Golden
from tests.support.markup import render

MARKS = str.maketrans({"⏎": "\n", "⇥": "\t", "⍽": "\xa0"})
"""The end of a line, a tab and a no-break space."""


def test_rare_texts_match_golden_file(golden: Golden) -> None:
    lines = Path(__file__).with_name("rare.txt").read_text(encoding="utf-8").splitlines()
    shown = [f"{line}\n{shown_text(render(line.translate(MARKS), 10))}" for line in lines]
    golden.check("markup/rare.txt", "\n%%%\n".join(shown).encode())
