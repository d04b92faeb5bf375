"""The words that pages are found by, so that whoever mistypes one can be asked whether another was meant."""

import json
import re
import zlib
from collections import Counter
from collections.abc import Iterable

LARGEST = 30_000
"""The most bytes that a vocabulary may take, compressed."""
_WORD = re.compile(r"\w+(?:'\w+)*")
_SHORTEST = 4
_LONGEST = 30


class Vocabulary:
    """The words of all pages of one language, each with the number of pages it stands in."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()

    def add(self, texts: Iterable[str]) -> None:
        """Count the words of one page."""
        self._counts.update(words_of(" ".join(texts)))

    def encoded(self) -> bytes:
        """JSON: a list of the words, the most frequent first, words of one frequency by the alphabet.

        The rarest are left out where it would otherwise take more than ``LARGEST`` bytes over the wire.
        """
        ranked = sorted(self._counts, key=lambda word: (-self._counts[word], word))
        while len(zlib.compress(made := _json(ranked), 6)) > LARGEST:
            ranked = ranked[: len(ranked) * 9 // 10]
        return made


def words_of(text: str) -> set[str]:
    """The words of a text that are long enough to be mistyped, in small letters and with straight apostrophes."""
    found = set(_WORD.findall(text.casefold().replace("’", "'")))
    return {word for word in found if _SHORTEST <= len(word) <= _LONGEST and word.replace("'", "").isalpha()}


def _json(words: list[str]) -> bytes:
    return json.dumps(words, ensure_ascii=False, separators=(",", ":")).encode()
