"""Reads the list of words to avoid, with the plain words to use instead.

A line is what to avoid, a colon and what to write instead: `utilise, utilised: use, used`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from newsroom.content.folders import PLAIN_WORDS
from newsroom.problems import Problem
from newsroom.read.files import read_text


@dataclass(frozen=True)
class PlainWords:
    """What to write instead of the words to avoid, and the faults of their list.

    ``instead`` has the words in lower case; "" where there is nothing to write instead.
    """

    instead: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    @property
    def pattern(self) -> re.Pattern[str] | None:
        """Matches each of the words, the longest first; None if there are none."""
        words = sorted(self.instead, key=lambda word: (-len(word), word))
        joined = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in words)
        return re.compile(rf"(?<![\w-])(?:{joined})(?![\w-])", re.IGNORECASE) if words else None


def read_plain_words(root: Path) -> PlainWords:
    """Read the list of the site in the folder ``root``; without one, no words are avoided."""
    if not (root / PLAIN_WORDS).is_file():
        return PlainWords()
    text = read_text(root, PLAIN_WORDS)
    if isinstance(text, Problem):
        return PlainWords(problems=(text,))
    instead: dict[str, str] = {}
    problems: list[Problem] = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        avoided, colon, plain = line.partition(":")
        words = [" ".join(word.split()).casefold() for word in avoided.split(",")]
        if not colon or not all(words):
            what = "this line is not a word to avoid, a colon, and what to write instead"
            fix = "write it like `utilise: use`"
            problems.append(Problem("words-to-avoid-invalid", PLAIN_WORDS, number, what, fix))
            continue
        instead |= dict.fromkeys(words, plain.split(" #")[0].strip().strip("\"'"))
    return PlainWords(instead, tuple(problems))
