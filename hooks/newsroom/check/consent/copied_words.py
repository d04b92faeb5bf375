"""Finds words that were copied from one text into another."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
"""Matches "garden" and "Maggie’s", not "_" or "-"."""
_LINK_TARGET = re.compile(r"\]\([^)\n]*\)")
"""The address in `[words](address)`, which is not part of the text."""
_COPIED_WORDS = 8
"""How many words in the same order are copied from another text, and not there by chance."""
MANY_TEXTS = 5
"""How many other texts with the same words make them common, such as a note that every story ends with."""


@dataclass(frozen=True)
class Word:
    """A word of a text, with its line."""

    text: str
    line: int


class WordRuns:
    """The runs of words in some Markdown texts, to be found in others.

    Args:
        texts: The texts.
        others: The words of other texts: runs that many of them have are left out.
    """

    def __init__(self, texts: Iterable[str], others: Iterable[Sequence[Word]] = ()) -> None:
        runs = {run for text in texts for run in _runs_of(words_in(text))}
        counts = Counter(run for words in others for run in runs.intersection(_runs_of(words)))
        self._runs = frozenset(run for run in runs if counts[run] < MANY_TEXTS)
        self._firsts = {run[0] for run in self._runs}

    def find_passages(self, words: Sequence[Word]) -> Iterator[tuple[Word, ...]]:
        """The passages of a text, given by its words, that were copied: all words of each."""
        end = start = -1
        for at in self._starts(words):
            if at > end:
                yield from _passage(words, start, end)
                start = at
            end = at + _COPIED_WORDS
        yield from _passage(words, start, end)

    def _starts(self, words: Sequence[Word]) -> Iterator[int]:
        for at, word in enumerate(words):
            if word.text in self._firsts and tuple(w.text for w in words[at : at + _COPIED_WORDS]) in self._runs:
                yield at


def _runs_of(words: Sequence[Word]) -> Iterator[tuple[str, ...]]:
    texts = [word.text for word in words]
    return (tuple(texts[at : at + _COPIED_WORDS]) for at in range(len(texts) - _COPIED_WORDS + 1))


def words_in(text: str, first_line: int = 1) -> list[Word]:
    """The words of a Markdown text, each with its line. Both kinds of apostrophe are the same."""
    lines = enumerate(text.replace("’", "'").split("\n"), first_line)
    return [Word(word, number) for number, line in lines for word in _WORD.findall(_LINK_TARGET.sub("]", line))]


def _passage(words: Sequence[Word], start: int, end: int) -> Iterator[tuple[Word, ...]]:
    if start >= 0:
        yield tuple(words[start:end])
