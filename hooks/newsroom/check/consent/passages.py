"""Divides a rendered text into passages: paragraphs, items, cells and headings, each word with its line."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from lxml.html import HtmlElement

from newsroom.check.consent.copied_words import Word, words_in
from newsroom.content.document import Source
from newsroom.markup.tree import HEADINGS, is_note_link, parse_html

_BLOCKS = HEADINGS.union(
    ("blockquote", "caption", "dd", "details", "div", "dl", "dt", "figcaption", "figure", "hr", "li", "ol", "p", "pre"),
    ("section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"),
)
_SKIPPED = frozenset({"code", "kbd", "pre", "samp", "script", "style"})
_WORDS_TO_COMPARE = 4
"""How many words at the beginning of a passage are enough to find it in the file."""
_REACH = 12
"""How many words of the file may be between two words of a passage, such as those of an address."""
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*\s+(?=[\"'“‘(\[]*[A-Z0-9])")
"""Matches ". " in "trees. The garden", not in "e.g. trees"."""


@dataclass(frozen=True)
class Passage:
    """A part of a text that is read by itself. ``words`` are its words, as in ``text``, each with its line.

    ``is_quoted``: it is in a block quote, so the words are another person's.
    """

    text: str
    words: tuple[Word, ...]
    is_quoted: bool = False

    @property
    def line(self) -> int:
        """The line of its first word."""
        return self.words[0].line

    def sentences(self) -> Iterator[tuple[str, tuple[Word, ...]]]:
        """Each sentence, with its words."""
        start = at = 0
        ends = [match.end() for match in _SENTENCE_END.finditer(self.text)]
        for end in (*ends, len(self.text)):
            sentence = self.text[start:end].strip()
            count = len(words_in(sentence))
            if count:
                yield sentence, self.words[at : at + count]
            start, at = end, at + count


def read_passages(source: Source) -> list[Passage]:
    """The passages of the text of a file, in order. Code, and words in another language, are not in them."""
    written = _WrittenWords(words_in(source.text, source.text_line))
    found: list[Passage] = []
    at = 0
    for text, is_quoted in _read_blocks(parse_html(source.rendered.marked)):
        words = [word.text for word in words_in(text)]
        if words:
            at, placed = written.find(words, at)
            found.append(Passage(text, placed, is_quoted))
    return found


def _read_blocks(root: HtmlElement) -> Iterator[tuple[str, bool]]:
    """The text of each block, and whether it is quoted. Text beside the blocks in a block is a text of its own."""
    pieces = groupby(_read_pieces(root, (), is_quoted=False), key=lambda piece: piece[1:])
    for (_, is_quoted), parts in pieces:
        if text := " ".join("".join(part for part, *_ in parts).split()):
            yield text, is_quoted


def _read_pieces(
    element: HtmlElement, block: tuple[int, ...], *, is_quoted: bool
) -> Iterator[tuple[str, tuple[int, ...], bool]]:
    """Each text in an element, with the block around it and whether it is quoted."""
    yield element.text or "", block, is_quoted
    for number, child in enumerate(element):
        if child.tag == "br":
            yield " ", block, is_quoted
        elif child.get("lang") or child.tag in _SKIPPED or is_note_link(child):
            pass
        elif child.tag in _BLOCKS:
            yield from _read_pieces(child, (*block, number), is_quoted=is_quoted or child.tag == "blockquote")
        else:
            yield from _read_pieces(child, block, is_quoted=is_quoted)
        yield child.tail or "", (*block, -number) if child.tag in _BLOCKS else block, is_quoted


class _WrittenWords:
    """The words of a file as they were written, among which those of its passages are found."""

    def __init__(self, words: Sequence[Word]) -> None:
        self._words = words
        self._starts: dict[tuple[str, ...], list[int]] = {}
        for size in range(1, _WORDS_TO_COMPARE + 1):
            for at in range(len(words) - size + 1):
                self._starts.setdefault(tuple(word.text for word in words[at : at + size]), []).append(at)

    def find(self, words: Sequence[str], at: int) -> tuple[int, tuple[Word, ...]]:
        """The words of a passage with their lines, and the position after them. The search begins at position ``at``.

        Footnotes are at the end of a page but anywhere in the file, so it begins again at the top if need be.
        """
        starts = self._starts.get(tuple(words[:_WORDS_TO_COMPARE]), [])
        place = bisect_left(starts, at)
        position = starts[place % len(starts)] if starts else at
        found: list[Word] = []
        for word in words:
            near = range(position, min(position + _REACH, len(self._words)))
            position = next((number + 1 for number in near if self._words[number].text == word), position)
            found.append(Word(word, self._words[max(position - 1, 0)].line if self._words else 1))
        return position, tuple(found)
