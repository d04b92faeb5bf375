"""Generated pages whose words are as unevenly frequent as in real text (Zipf's law), the same at every run.

The stories of the build benchmark have about two hundred different words, and nearly every page has all of them, so
their index is not realistic. Here a few words are frequent and most are rare.
"""

from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from random import Random

_VOCABULARY = 20_000
_WORDS_PER_PAGE = 800
_SECTIONS_PER_PAGE = 4
_WORDS_PER_SENTENCE = 14
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
class GeneratedPage:
    """One page: its address below the site's, its title and summary, and each section's heading and text."""

    url: str
    title: str
    summary: str
    sections: tuple[tuple[str, str], ...]

    @property
    def markdown(self) -> str:
        """The page as Markdown, for the plain theme."""
        parts = (f"## {heading}\n\n{text}" for heading, text in self.sections)
        return "\n\n".join([f"# {self.title}", self.summary, *parts, ""])


class ZipfVocabulary:
    """Invented words, the most frequent first."""

    def __init__(self) -> None:
        random = Random("lacn words")
        found: dict[str, None] = {}
        while len(found) < _VOCABULARY:
            found[_word(random)] = None
        self.ranked = tuple(found)
        self._weights = list(accumulate(1 / (rank + 2.7) for rank in range(_VOCABULARY)))

    def pages(self, count: int) -> Iterator[GeneratedPage]:
        """Generate ``count`` pages of 800 words each."""
        for number in range(count):
            random = Random(f"lacn page {number}")
            title = " ".join(self._pick(random, 4)).capitalize()
            sections = tuple(
                (
                    " ".join(self._pick(random, 3)).capitalize(),
                    self._text(random, _WORDS_PER_PAGE // _SECTIONS_PER_PAGE),
                )
                for _ in range(_SECTIONS_PER_PAGE)
            )
            yield GeneratedPage(f"stories/{number:05}/", title, self._text(random, 20), sections)

    def _text(self, random: Random, length: int) -> str:
        words = self._pick(random, length)
        sentences = (words[start : start + _WORDS_PER_SENTENCE] for start in range(0, length, _WORDS_PER_SENTENCE))
        return " ".join(f"{' '.join(sentence).capitalize()}." for sentence in sentences)

    def _pick(self, random: Random, count: int) -> list[str]:
        ranks = (bisect(self._weights, random.random() * self._weights[-1]) for _ in range(count))
        return [self.ranked[min(rank, _VOCABULARY - 1)] for rank in ranks]


def _word(random: Random) -> str:
    syllables = random.choice((1, 2, 2, 3))
    return "".join(random.choice(_STARTS) + random.choice(_MIDDLES) for _ in range(syllables)) + random.choice(_ENDS)
