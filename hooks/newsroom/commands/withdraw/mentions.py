"""Finds the lines of other files that still name or quote a withdrawn item, for a person to look at."""

import re
from collections.abc import Iterable, Iterator, Sequence
from types import MappingProxyType

from newsroom.check.copied_words import WordRuns, words_in

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_MIN_LENGTH, _MIN_COUNT = 3, 2
_SHOWN_WORDS = 5
_QUOTES = MappingProxyType(str.maketrans("’‘“”", "''\"\""))


def find_names(texts: Iterable[str], titles: Iterable[str]) -> tuple[str, ...]:
    """The titles of an item, and the words in them that are probably names.

    A name always has a capital letter, also in the item's text, where it is more than once.
    """
    whole = " ".join(texts)
    words = [word.removesuffix("'s") for title in titles for word in _WORD.findall(title.translate(_QUOTES))]
    counted = _WORD.findall(whole.translate(_QUOTES))
    names = [word for word in words if word[0].isupper() and len(word) >= _MIN_LENGTH and _is_name(word, counted)]
    return tuple(dict.fromkeys((*titles, *names)))


class Mentions:
    """Finds the lines of other files that have a name or a passage from an item.

    Args:
        names: The names.
        texts: The item's texts, in all languages.
    """

    def __init__(self, names: Iterable[str], texts: Iterable[str]) -> None:
        self._patterns = [
            (name, re.compile(rf"(?<!\w){re.escape(name.translate(_QUOTES))}(?!\w)", re.I)) for name in names
        ]
        self._runs = WordRuns(texts)

    def find(self, text: str) -> list[tuple[int, str]]:
        """The number of each line, from 1, and the name or the first words of the passage, in the order of lines."""
        return sorted((*self._find_names(text), *self._find_passages(text)))

    def _find_names(self, text: str) -> Iterator[tuple[int, str]]:
        for number, line in enumerate(text.translate(_QUOTES).split("\n"), 1):
            found = next((name for name, pattern in self._patterns if pattern.search(line)), None)
            if found is not None:
                yield number, f"'{found}'"

    def _find_passages(self, text: str) -> Iterator[tuple[int, str]]:
        for passage in self._runs.find_passages(words_in(text)):
            first = " ".join(word.text for word in passage[:_SHOWN_WORDS])
            yield passage[0].line, f"{len(passage)} words from its text: '{first} …'"


def _is_name(word: str, counted: Sequence[str]) -> bool:
    count = sum(other.removesuffix("'s") == word for other in counted)
    return count >= _MIN_COUNT and word.lower() not in counted
