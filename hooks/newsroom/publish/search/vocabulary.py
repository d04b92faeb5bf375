"""The words that pages are found by, so that whoever mistypes one can be asked whether another was meant."""

import json
import re
import zlib
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

MAX_BYTES = 30_000
"""The most bytes that a vocabulary may take, compressed."""
_WORD = re.compile(r"\w+(?:'\w+)*")
_MIN_LETTERS = 4
_MAX_LETTERS = 30


class Vocabulary:
    """The words of all pages of one language, and those side by side in their titles, each with its number of pages."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self._pairs: Counter[str] = Counter()

    def add(self, texts: Iterable[str], title: str = "") -> None:
        """Count the words of one page, and what someone may write in one of its title."""
        self._counts.update(find_words(" ".join(texts)))
        self._pairs.update(find_pairs(title))

    def encoded(self) -> bytes:
        """JSON: a list of the words, the most frequent first, equals by the alphabet; then of the pairs, likewise.

        The last are left out where it would otherwise take more than ``MAX_BYTES`` bytes over the wire.
        """
        ranked = [*_rank_by_count(self._counts), *_rank_by_count(self._pairs)]
        while len(zlib.compress(result := _to_json(ranked), 6)) > MAX_BYTES:
            ranked = ranked[: len(ranked) * 9 // 10]
        return result


def find_words(text: str) -> set[str]:
    """The words of a text that are long enough to be mistyped, in small letters and with straight apostrophes."""
    found = set(_WORD.findall(text.casefold().replace("’", "'")))
    return {word for word in found if _MIN_LETTERS <= len(word) <= _MAX_LETTERS and word.replace("'", "").isalpha()}


def find_pairs(title: str) -> set[str]:
    """Each two words that stand side by side in a title and are long enough, parted by a space, in small letters."""
    words = _WORD.findall(title.casefold().replace("’", "'"))
    return {f"{one} {other}" for one, other in pairwise(words) if find_words(one) and find_words(other)}


def _rank_by_count(counts: Counter[str]) -> list[str]:
    return sorted(counts, key=lambda word: (-counts[word], word))


def _to_json(words: list[str]) -> bytes:
    return json.dumps(words, ensure_ascii=False, separators=(",", ":")).encode()
