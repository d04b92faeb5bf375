"""Asks about consent where a text of any type seems to tell something private of a person's life.

A sentence counts if it is about one person, as "Jean", "she", "a young man" or "I" are, and has a private fact of
``lives.toml``, such as an illness or a bereavement. The check asks once for a text: where facts of two sorts are near
each other, or one is private by itself, such as a diagnosis.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from itertools import product
from typing import Any

from pydantic import TypeAdapter

from newsroom.cache import digest
from newsroom.content.document import Source
from newsroom.problems import Problem
from newsroom.value_cache import ValueCache

_NEAR = 8
"""How many sentences apart two facts may be."""
_REACH = 30
"""How many sentences before "she" or "he" the name may be."""
_STRONG = "strong"
_STEM_LENGTH = 4
"""How many letters every stem in ``lives.toml`` has at least."""
_WORD = re.compile(r"’s\b|[a-z0-9]+(?:-[a-z0-9]+)*")
_SENTENCE_END = re.compile(r"(?<=[.!?…])[”’\"')\]]*\s+(?=[A-Z“‘\"'(\[])|\n\s*\n|\n(?=[#>*-])")
"""Between two sentences, and between paragraphs, headings and the items of lists."""
_MARKUP = re.compile(r"\]\([^)\n]*\)|<[^>\n]*>|[*_`#\[\]]")
_PRONOUN = re.compile(r"\b(?:she|he|her|his|him|herself|himself)\b", re.IGNORECASE)
_MYSELF = re.compile(r"\b(?:I|[Mm]y)\b")
_SOMEBODY = re.compile(
    r"\b(?:an?|one|the|this) (?:[\w-]+ )?(?:woman|man|lady|gentleman|mother|mum|father|dad|girl|boy|teenager|tenant)\b",
    re.IGNORECASE,
)
"""Somebody without a name: "a young woman", not "women"."""
_NAME = re.compile(
    r"(?<![\w’'])([A-Z][a-z]+)(?: [A-Z][a-z]+)?(?:’s [a-z]+|,? (?:\d+|who|is|was|has|had|lives?|lived|lost|moved|became"
    r"|felt|wanted|told|came|never|could|used|cares|cared|suffer\w+|grew)\b)"
)
"""A name that is a sentence's subject: "Jean" in "Jean lost her job" and "Jean, 43, has", not in "with Jean"."""
_NOT_NAMES = frozenset(
    (
        *("All", "Area", "Care", "Community", "Council", "Each", "Every", "Everyone", "He", "Health", "How", "It"),
        *("Local", "Many", "Most", "Network", "No", "Nobody", "One", "People", "She", "Some", "Somebody", "Someone"),
        *("Support", "That", "The", "There", "These", "They", "This", "Those", "We", "What", "When", "Where", "Who"),
        *("Why", "You"),
    )
)
"""Words with which sentences begin."""
_LINE: TypeAdapter[int | None] = TypeAdapter(int | None)


@dataclass(frozen=True)
class _PrivateFact:
    sentence: int
    line: int
    sort: str
    is_strong: bool


class LifeQuestions:
    """Finds texts that seem to tell a person's life. ``answers`` keeps the answer for each text."""

    def __init__(self, answers: ValueCache) -> None:
        self._answers = answers
        values = tomllib.loads(files("newsroom.check.consent").joinpath("lives.toml").read_text(encoding="utf-8"))
        self._phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for sort, phrases in values["facts"].items():
            for words in _expanded(phrases, values):
                self._phrases.setdefault(_key(words), []).append((words, sort))
        self._starts = frozenset(key.split(" ")[0] for key in self._phrases)

    def check(self, source: Source, page: Source | None = None) -> Iterator[Problem]:
        """The question about an item that says nothing about consent, at the first private fact.

        ``page`` is the page whose version the item is, like Easy Read; it says all that is said about consent.
        """
        answers = page or source
        is_asked_anyway = str(answers.values.get("kind")) in answers.type.consent_kinds
        if is_asked_anyway or not {"consent", "consent_not_needed"}.isdisjoint(answers.values):
            return
        summary = (str(source.values.get("summary") or ""), source.line("summary"))
        texts = (summary, (source.text, source.text_line))
        key = digest(*(part for text, line in texts for part in (text, str(line))))
        line = self._answers.get("life", source.path, key, lambda: self._first_life_in(texts), _LINE)
        if line:
            what = "this seems to tell something private of a person's life, and `consent` is missing"
            fix = "add `consent`, or say in `consent_not_needed` why nobody has to agree"
            yield Problem("consent-asked", source.path, line, what, fix)

    def _first_life_in(self, texts: Iterable[tuple[str, int]]) -> int | None:
        return next(filter(None, (self.first_life(text, line) for text, line in texts)), None)

    def first_life(self, text: str, first_line: int = 1) -> int | None:
        """The line of the first fact that is private by itself, or near one of another sort; None if there is none."""
        facts = list(self._private_facts(text, first_line)) if self._sorts(text) else []
        for index, fact in enumerate(facts):
            near = (other for other in facts[index:] if other.sentence - fact.sentence <= _NEAR)
            if fact.is_strong or any(other.sort != fact.sort for other in near):
                return fact.line
        return None

    def _private_facts(self, text: str, first_line: int) -> Iterator[_PrivateFact]:
        sentences = list(_sentences(text, first_line))
        for number, (sentence, line) in enumerate(sentences):
            sorts = self._sorts(sentence)
            if sorts and _is_about_one_person(number, sentences):
                is_strong = _STRONG in sorts
                yield from (_PrivateFact(number, line, sort, is_strong) for sort in sorted(sorts - {_STRONG}))

    def _sorts(self, text: str) -> set[str]:
        """The sorts of the facts in a text."""
        words = _WORD.findall(text.casefold().replace("'", "’"))
        starts = {word for word in set(words) if word in self._starts or f"{word[:_STEM_LENGTH]}*" in self._starts}
        found: set[str] = set()
        for at, word in enumerate(words) if starts else ():
            for key in (word, word[:_STEM_LENGTH] + "*", " ".join(words[at : at + 2])) if word in starts else ():
                if key in self._phrases:
                    found.update(sort for phrase, sort in self._phrases[key] if _begins_with(words, at, phrase))
        return found


def _key(words: Sequence[str]) -> str:
    """The key of a phrase: a stem, its only word, or its first two words, or the first if the second is a stem."""
    if words[0].endswith("*"):
        return f"{words[0][:_STEM_LENGTH]}*"
    return words[0] if len(words) == 1 or words[1].endswith("*") else " ".join(words[:2])


def _expanded(phrases: Iterable[str], values: Mapping[str, Any]) -> Iterator[tuple[str, ...]]:
    """The words of each phrase, once for every word that a placeholder can be."""
    numbers = [str(number) for number in range(16, 100)]
    words_of = {"{own}": values["own"], "{relative}": values["relative"], "{number}": numbers}
    for phrase in phrases:
        yield from product(*(_choices(word, words_of) for word in phrase.split()))


def _choices(word: str, words_of: Mapping[str, Sequence[str]]) -> list[str]:
    """What a word of a phrase may be: itself, or each word for the placeholder in it."""
    names = [name for name in words_of if name in word]
    return [word.replace(name, value) for name in names for value in words_of[name]] or [word]


def _begins_with(words: Sequence[str], at: int, phrase: tuple[str, ...]) -> bool:
    """Whether the words from a position on are those of a phrase."""
    found = words[at : at + len(phrase)]
    return len(found) == len(phrase) and all(
        word.startswith(wanted[:-1]) if wanted.endswith("*") else word == wanted
        for word, wanted in zip(found, phrase, strict=True)
    )


def _is_about_one_person(number: int, sentences: Sequence[tuple[str, int]]) -> bool:
    """Whether a sentence is about its author, somebody whom it names, or "her" whom a sentence before names."""
    sentence, _ = sentences[number]
    if _MYSELF.search(sentence) or _names_somebody(sentence):
        return True
    before = (earlier for earlier, _ in sentences[max(0, number - _REACH) : number])
    return _PRONOUN.search(sentence) is not None and any(map(_names_somebody, before))


def _names_somebody(text: str) -> bool:
    names = (match[1] for match in _NAME.finditer(text.replace("'", "’")))
    return _SOMEBODY.search(text) is not None or any(name not in _NOT_NAMES for name in names)


def _sentences(text: str, first_line: int) -> Iterator[tuple[str, int]]:
    """The sentences of a Markdown text without its marks, each with its line."""
    start = 0
    ends = [*((match.start(), match.end()) for match in _SENTENCE_END.finditer(text)), (len(text), len(text))]
    for end, following in ends:
        part = text[start:end]
        sentence = " ".join(_MARKUP.sub(" ", part).split())
        if sentence:
            lead = len(part) - len(part.lstrip())
            yield sentence, first_line + text.count("\n", 0, start + lead)
        start = following
