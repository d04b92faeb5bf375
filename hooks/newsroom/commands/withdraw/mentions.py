"""Finds the lines of other files that still name a withdrawn item, for a person to look at."""

import re
from collections.abc import Iterable, Iterator, Sequence
from types import MappingProxyType

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_MIN_LENGTH, _MIN_COUNT = 3, 2
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


def find_mentions(text: str, names: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The number of each line that has one of the names, from 1, with that name."""
    patterns = [(name, re.compile(rf"(?<!\w){re.escape(name.translate(_QUOTES))}(?!\w)", re.I)) for name in names]
    for number, line in enumerate(text.translate(_QUOTES).split("\n"), 1):
        found = next((name for name, pattern in patterns if pattern.search(line)), None)
        if found is not None:
            yield number, f"'{found}'"


def _is_name(word: str, counted: Sequence[str]) -> bool:
    count = sum(other.removesuffix("'s") == word for other in counted)
    return count >= _MIN_COUNT and word.lower() not in counted
