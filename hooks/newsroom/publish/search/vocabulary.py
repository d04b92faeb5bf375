"""The vocabulary of all pages, from which the search suggests corrections of typing errors."""

import json
import re
import zlib
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

MAX_VOCABULARY_BYTES = 30_000
"""The maximum compressed size of a vocabulary in bytes."""
_WORD = re.compile(r"\w+(?:'\w+)*")
"""Matches "can't" as one word; in "'tis" it matches "tis"."""
_MIN_LETTERS = 4
_MAX_LETTERS = 30


class Vocabulary:
    """Counts, for one language, on how many pages each word and each pair of adjacent title words occurs."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self._pairs: Counter[str] = Counter()

    def add(self, texts: Iterable[str], title: str = "", words: Iterable[str] = ()) -> None:
        """Count the words of one page, and the pairs of words in its title, which readers may type as one word.

        Args:
            texts: Texts of the page.
            words: What :func:`find_words` has found in its other texts.
        """
        self._counts.update(find_words(" ".join(texts)).union(words))
        self._pairs.update(find_pairs(title))

    def encoded(self) -> bytes:
        """Return a JSON list: words by frequency, then alphabetically, followed by pairs in the same order.

        Entries at the end are left out until the compressed list has at most ``MAX_VOCABULARY_BYTES`` bytes.
        """
        ranked = [*_rank_by_count(self._counts), *_rank_by_count(self._pairs)]
        while len(zlib.compress(result := _to_json(ranked), 6)) > MAX_VOCABULARY_BYTES:
            ranked = ranked[: len(ranked) * 9 // 10]
        return result


def find_words(text: str) -> set[str]:
    """Return the words of a text that are long enough for corrections, in lower case with straight apostrophes."""
    found = set(_WORD.findall(text.casefold().replace("’", "'")))
    return {word for word in found if _MIN_LETTERS <= len(word) <= _MAX_LETTERS and word.replace("'", "").isalpha()}


def find_pairs(title: str) -> set[str]:
    """Return the pairs of adjacent words in a title that are long enough, with a space between them, in lower case."""
    words = _WORD.findall(title.casefold().replace("’", "'"))
    return {f"{one} {other}" for one, other in pairwise(words) if find_words(one) and find_words(other)}


def _rank_by_count(counts: Counter[str]) -> list[str]:
    return sorted(counts, key=lambda word: (-counts[word], word))


def _to_json(words: list[str]) -> bytes:
    return json.dumps(words, ensure_ascii=False, separators=(",", ":")).encode()
