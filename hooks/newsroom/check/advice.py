"""Advice on the wording of a text, which never stops anything."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path

from newsroom.check.consent.copied_words import Word, words_in
from newsroom.check.consent.passages import Passage, read_passages
from newsroom.content.document import Source
from newsroom.content.folders import PLAIN_WORDS
from newsroom.content.library import Channel, Library
from newsroom.content.loaded import LoadedContent
from newsroom.problems import Problem, shorten
from newsroom.read.files import read_text

Misspelt = Callable[[str, frozenset[str]], frozenset[str]]
"""Gives those of some words that a language's dictionary does not have; none where no dictionary is installed."""
ENGLISH = "en"
_LONG_SENTENCE = 30
"""The most words of a sentence: beyond it few readers understand a sentence at once."""
_REDUNDANT = re.compile(
    r"(?:an?\s+|the\s+)?(?:image|picture|photo|photograph|graphic)\s+(?:of|showing)\b", re.IGNORECASE
)
"""Matches the start of "A photo of an elm", but not of "A photographer below an elm"."""
_LIST_MARKS = 4
"""A sentence with so many commas or semicolons is a list, which can be long and clear."""


def read_corrections() -> Mapping[str, str]:
    """The correct spelling of frequently misspelt English words: "separate" for "seperate".

    They are in the list of codespell (https://github.com/codespell-project/codespell), which has only what is wrong in
    British and in American English.
    """
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


@dataclass(frozen=True)
class PlainWords:
    """What to write instead of the words to avoid, and the faults of their list.

    ``instead`` has the words in lower case; "" where there is nothing to write instead.
    """

    instead: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    @property
    def pattern(self) -> re.Pattern[str] | None:
        """Matches each of the words, the longest first; None if there are none."""
        words = sorted(self.instead, key=lambda word: (-len(word), word))
        joined = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in words)
        return re.compile(rf"(?<![\w-])(?:{joined})(?![\w-])", re.IGNORECASE) if words else None


def read_plain_words(root: Path) -> PlainWords:
    """Read the list of the site in the folder ``root``; without one, no words are avoided.

    A line is what to avoid, a colon and what to write instead: `utilise, utilised: use, used`.
    """
    if not (root / PLAIN_WORDS).is_file():
        return PlainWords()
    text = read_text(root, PLAIN_WORDS)
    if isinstance(text, Problem):
        return PlainWords(problems=(text,))
    instead: dict[str, str] = {}
    problems: list[Problem] = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        avoided, colon, plain = line.partition(":")
        words = [" ".join(word.split()).casefold() for word in avoided.split(",")]
        if not colon or not all(words):
            what = "this line is not a word to avoid, a colon, and what to write instead"
            fix = "write it like `utilise: use`"
            problems.append(Problem("words-to-avoid-invalid", PLAIN_WORDS, number, what, fix))
            continue
        instead |= dict.fromkeys(words, plain.split(" #")[0].strip().strip("\"'"))
    return PlainWords(instead, tuple(problems))


def give_advice(
    content: LoadedContent, library: Library, plain_words: PlainWords, misspelt: Misspelt
) -> tuple[Problem, ...]:
    """The advice on all items that are shown or waiting, which may quote private data that errors report.

    English texts get all advice, those in other languages only on spelling.

    Args:
        library: The library, which decides what is shown.
        plain_words: The words to avoid.
        misspelt: Finds misspelt words in languages other than English.
    """
    adviser = _Adviser(plain_words, misspelt)
    preview = library.as_preview()
    problems = list(plain_words.problems)
    for document in content.documents:
        if preview.shows(document, Channel.WEB):
            problems.extend(adviser.advise(content.sources[document.path], document.lang))
    return tuple(problems)


class _Adviser:
    """Gives advice on single texts."""

    def __init__(self, plain_words: PlainWords, misspelt: Misspelt) -> None:
        self._instead, self._avoided, self._misspelt = plain_words.instead, plain_words.pattern, misspelt
        self._corrections = read_corrections()

    def advise(self, source: Source, lang: str) -> Iterator[Problem]:
        passages = read_passages(source)
        summary = _field_passage(source, "summary")
        own = [passage for passage in (*summary, *passages) if not passage.is_quoted]
        if lang != ENGLISH:
            yield from self._check_by_dictionary(source, lang, own)
            return
        yield from _check_headings(source)
        yield from _check_alternative_texts(source)
        yield from self._check_spelling(source, [*_field_passage(source, "title"), *summary, *passages])
        for passage in own:
            yield from self._check_words(source, passage)
            if not source.type.text_rules.keeps_lines(source.values):
                yield from _check_sentences(source, passage)

    def _check_words(self, source: Source, passage: Passage) -> Iterator[Problem]:
        for match in self._avoided.finditer(passage.text) if self._avoided else ():
            line = _line_at(passage, match.start())
            plain = self._instead[" ".join(match[0].split()).casefold()]
            fix = f"plainer: {plain}" if plain else "leave it out, or say what happens"
            yield Problem("advice-word", source.path, line, f"'{match[0]}' is harder to read than it needs to be", fix)

    def _check_spelling(self, source: Source, passages: Iterable[Passage]) -> Iterator[Problem]:
        for word in _words_of(passages):
            correct = self._corrections.get(word.text)
            if correct and word.text in spellings_to_check([word.text]):
                fix = f"is it {correct}?"
                yield Problem("advice-spelling", source.path, word.line, f"'{word.text}' seems to be misspelt", fix)

    def _check_by_dictionary(self, source: Source, lang: str, passages: Sequence[Passage]) -> Iterator[Problem]:
        words = list(_words_of(passages))
        wrong = self._misspelt(lang, spellings_to_check(word.text for word in words))
        for text in sorted(wrong):
            line = next(word.line for word in words if word.text == text)
            fix = "is it spelt as in a dictionary?"
            yield Problem("advice-spelling", source.path, line, f"'{text}' seems to be misspelt", fix)


def _check_headings(source: Source) -> Iterator[Problem]:
    for heading in source.outline.headings:
        words = [word.text for word in words_in(heading.text)]
        long = [word for word in words if len(word) > 3]
        if len(words) > 1 and long and heading.text.isupper():
            what = f"the heading '{shorten(heading.text)}' is in capital letters, which are harder to read"
            fix = f"write it as a sentence, like '{shorten(heading.text.capitalize())}'"
            yield Problem("advice-heading-capitals", source.path, heading.line, what, fix)


def _check_alternative_texts(source: Source) -> Iterator[Problem]:
    image = source.values.get("image")
    alt = image.get("alt") if isinstance(image, dict) else None
    texts = [(alt, source.line("image", "alt"))] if isinstance(alt, str) else []
    texts += [(reference.text, reference.line) for reference in source.outline.references if reference.is_picture]
    for text, line in texts:
        if found := _REDUNDANT.match(text):
            what = f"the alternative text begins with '{found[0]}', which screen readers say anyway"
            yield Problem("advice-alt-redundant", source.path, line, what, "begin with what the picture shows")


def _check_sentences(source: Source, passage: Passage) -> Iterator[Problem]:
    for sentence, words in passage.sentences():
        is_list = len(re.findall("[,;]", sentence)) >= _LIST_MARKS
        if len(words) > _LONG_SENTENCE and not is_list:
            what = f"the sentence '{shorten(sentence, 40)}' has {len(words)} words, which is hard to follow"
            yield Problem("advice-sentence-long", source.path, words[0].line, what, "make two or three of it")


def _field_passage(source: Source, name: str) -> list[Passage]:
    value = source.values.get(name)
    words = words_in(value) if isinstance(value, str) else []
    return [Passage(str(value), tuple(Word(word.text, source.line(name)) for word in words))] if words else []


def _words_of(passages: Iterable[Passage]) -> Iterator[Word]:
    return (word for passage in passages for word in passage.words)


def _line_at(passage: Passage, position: int) -> int:
    """The line of the word that begins at a position of a passage's text."""
    return passage.words[len(words_in(passage.text[:position]))].line
