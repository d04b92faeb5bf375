"""Made-up pages with words as unevenly used as people use them (Zipf's law), the same at every run.

The stories that builds are timed with have some two hundred different words, each of them on nearly every page: no
index could be small. Here a few words are everywhere and most are rare.
"""

from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from random import Random

_VOCABULARY = 20_000
_LENGTH = 800
_SECTIONS = 4
_SENTENCE = 14
_STARTS = (
    "b",
    "br",
    "c",
    "d",
    "f",
    "g",
    "gl",
    "h",
    "j",
    "k",
    "l",
    "m",
    "n",
    "p",
    "pr",
    "r",
    "s",
    "st",
    "t",
    "tr",
    "v",
    "w",
)
_MIDDLES = ("a", "e", "i", "o", "u", "ea", "ou")
_ENDS = ("", "l", "m", "n", "r", "s", "t", "nd", "ck")


@dataclass(frozen=True)
class WordyPage:
    """One page: its address below the site's own, its title and summary, and its sections' paragraphs."""

    url: str
    title: str
    summary: str
    sections: tuple[tuple[str, str], ...]

    @property
    def markdown(self) -> str:
        """The page as the plain theme has it."""
        parts = (f"## {heading}\n\n{text}" for heading, text in self.sections)
        return "\n\n".join([f"# {self.title}", self.summary, *parts, ""])


class Translations:
    """A vocabulary in the order of its frequency."""

    def __init__(self) -> None:
        chance = Random("lacn words")
        found: dict[str, None] = {}
        while len(found) < _VOCABULARY:
            found[_word(chance)] = None
        self.ranked = tuple(found)
        self._weights = list(accumulate(1 / (rank + 2.7) for rank in range(_VOCABULARY)))

    def pages(self, count: int) -> Iterator[WordyPage]:
        """So many pages of 800 words."""
        for number in range(count):
            chance = Random(f"lacn page {number}")
            title = " ".join(self._some(chance, 4)).capitalize()
            sections = tuple(
                (" ".join(self._some(chance, 3)).capitalize(), self._text(chance, _LENGTH // _SECTIONS))
                for _ in range(_SECTIONS)
            )
            yield WordyPage(f"stories/{number:05}/", title, self._text(chance, 20), sections)

    def _text(self, chance: Random, length: int) -> str:
        words = self._some(chance, length)
        sentences = (words[start : start + _SENTENCE] for start in range(0, length, _SENTENCE))
        return " ".join(f"{' '.join(sentence).capitalize()}." for sentence in sentences)

    def _some(self, chance: Random, count: int) -> list[str]:
        places = (bisect(self._weights, chance.random() * self._weights[-1]) for _ in range(count))
        return [self.ranked[min(place, _VOCABULARY - 1)] for place in places]


def _word(chance: Random) -> str:
    syllables = chance.choice((1, 2, 2, 3))
    return "".join(chance.choice(_STARTS) + chance.choice(_MIDDLES) for _ in range(syllables)) + chance.choice(_ENDS)
