"""Checks Easy Read versions: short sentences, a picture for each idea, and no word that is not explained."""

import re
from collections.abc import Iterator, Sequence

from lxml.html import HtmlElement

from newsroom.check.consent.copied_words import words_in
from newsroom.check.consent.passages import Passage, read_passages
from newsroom.content.document import Source
from newsroom.content.folders import main_path
from newsroom.content.loaded import LoadedContent
from newsroom.content.types.easy import EASY_READ
from newsroom.markup.picture_rows import divide_rows
from newsroom.markup.tree import parse_html
from newsroom.problems import Problem, shorten

_MOST_WORDS = 15
"""The most words of a sentence (https://www.england.nhs.uk/accessibility/, and the guides that it names)."""
_EXPLANATION = 3
"""The fewest words that explain a word."""
_ABBREVIATION = re.compile(r"\b[A-Z][A-Z0-9]+\b")
"""Matches "LAC" and "A4", not "Ada"."""
_WELL_KNOWN = frozenset({"BBC", "GP", "NHS", "TV", "UK"})
"""Abbreviations that more people know than the words that they stand for."""


def check_easy_read(source: Source, content: LoadedContent) -> Iterator[Problem]:
    """Errors and warnings about a file, if it is an Easy Read version."""
    if source.type is not EASY_READ:
        return
    if (page := main_path(source.path)) not in content.paths:
        what = f"the page of this Easy Read version, {page}, does not exist"
        yield Problem("easy-page-missing", source.path, None, what, "rename the file after its page, beside it")
    root, passages = parse_html(source.rendered.marked), read_passages(source)
    yield from _check_sentences(source, passages)
    yield from _check_rows(source, root, passages)
    yield from _check_abbreviations(source, root, passages)


def _check_sentences(source: Source, passages: Sequence[Passage]) -> Iterator[Problem]:
    sentences = [(text, words[0].line) for passage in passages for text, words in passage.sentences()]
    for sentence, line in (*_fields(source), *sentences):
        if (count := len(sentence.split())) > _MOST_WORDS:
            what = f"a sentence has {count} words: '{shorten(sentence)}'"
            fix = f"divide it: at most {_MOST_WORDS} words, and one idea"
            yield Problem("easy-sentence-long", source.path, line, what, fix)


def _fields(source: Source) -> Iterator[tuple[str, int]]:
    """The sentences of the title and the summary, each with its line."""
    for name in ("title", "summary"):
        for sentence in re.split(r"(?<=[.!?])\s+", str(source.values.get(name) or "")):
            yield sentence, source.line(name)


def _check_rows(source: Source, root: HtmlElement, passages: Sequence[Passage]) -> Iterator[Problem]:
    """Warnings about words without a picture, and about words in bold that no word after them explains."""
    lines = _Lines(passages, source.text_line)
    for row in divide_rows(root):
        text = " ".join(map(_text, row.words))
        line = lines.find(_text(row.words[0]), is_next=True) if row.words else 0
        if row.is_heading or not row.words:
            continue
        if row.picture is None:
            what = f"no picture is above '{shorten(text)}'"
            fix = "put one above the paragraph: ![Drawing: two cups on a table](cups.svg)"
            yield Problem("easy-picture-missing", source.path, line, what, fix)
        for word in (_text(strong) for block in row.words for strong in block.iter("strong")):
            if len(text.partition(word)[2].split()) < _EXPLANATION:
                what = f"'{shorten(word)}' is in bold, as hard words are, and nothing after it explains it"
                fix = f"say what it means: **{shorten(word)}** means …"
                yield Problem("easy-word-unexplained", source.path, lines.find(word), what, fix)


def _check_abbreviations(source: Source, root: HtmlElement, passages: Sequence[Passage]) -> Iterator[Problem]:
    explained = _WELL_KNOWN.union(*(_ABBREVIATION.findall(_text(strong)) for strong in root.iter("strong")))
    seen: set[str] = set(explained)
    for passage in passages:
        for short in _ABBREVIATION.findall(passage.text):
            is_in_brackets = re.search(rf"\({short}\)|{short} \(", passage.text) is not None
            if short not in seen and not is_in_brackets:
                what = f"'{short}' is an abbreviation, and nothing explains it"
                fix = f"write the words it stands for, or **{short}** and what it means"
                line = _Lines([passage], passage.line).find(short)
                yield Problem("easy-abbreviation-unexplained", source.path, line, what, fix)
            seen.add(short)


def _text(element: HtmlElement) -> str:
    return " ".join("".join(element.itertext()).split())


class _Lines:
    """The lines of texts that are looked for in the order of the file."""

    def __init__(self, passages: Sequence[Passage], first: int) -> None:
        self._passages = passages
        self._at = -1
        self._line = first

    def find(self, text: str, *, is_next: bool = False) -> int:
        """The line of the first word of a text, which is in a passage or begins with one; else the last line found.

        ``is_next``: it is in another passage than the text before.
        """
        first = next((word.text for word in words_in(text)), "")
        for at in range(max(self._at + is_next, 0), len(self._passages)):
            passage = self._passages[at]
            if text in passage.text or text.startswith(passage.text):
                self._at = at
                self._line = next((word.line for word in passage.words if word.text == first), passage.line)
                break
        return self._line
