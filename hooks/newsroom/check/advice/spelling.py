"""Finds misspelt words: English ones in codespell's list of frequent errors, others with a dictionary.

The list has only what is wrong in British and in American English. See https://github.com/codespell-project/codespell.
"""

from collections.abc import Callable, Iterable, Mapping
from importlib.resources import files

Misspelt = Callable[[str, frozenset[str]], frozenset[str]]
"""Gives those of some words that a language's dictionary does not have; none where no dictionary is installed."""
ENGLISH = "en"


def read_corrections() -> Mapping[str, str]:
    """The correct spelling of frequently misspelt English words: "separate" for "seperate"."""
    text = files("codespell_lib").joinpath("data", "dictionary.txt").read_text(encoding="utf-8")
    pairs = (line.partition("->") for line in text.splitlines() if "->" in line)
    return {wrong: _alternatives(right) for wrong, _, right in pairs if not _is_doubtful(right)}


def spellings_to_check(words: Iterable[str]) -> frozenset[str]:
    """The words of a text that may be misspelt: no names, numbers or abbreviations."""
    return frozenset(word for word in words if word.isalpha() and word.islower() and len(word) > 2)


def _is_doubtful(right: str) -> bool:
    """Whether the list says why a word may be right: "clos->close, disabled because of the word in Welsh"."""
    return not right.rstrip().endswith(",") and "," in right


def _alternatives(right: str) -> str:
    return " or ".join(part.strip() for part in right.split(",") if part.strip())
