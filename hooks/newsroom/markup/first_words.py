"""The first words of a text, for lists that show how an item begins."""

import re
from collections.abc import Iterable

from newsroom.ellipsis import cut_at_word, with_ellipsis

MAX_FIRST_WORDS = 300
_SENTENCE_END = re.compile(r"[.!?…][”’\"')]{0,2}(?= |$)")
"""Matches "." in "Trees. The garden" and ".”" at an end, not "." in "3.5"."""
_SHORTEST = 120


def first_words(paragraphs: Iterable[str]) -> str:
    """Return the first sentences of a text, of at most 300 characters.

    A greeting, like "Dear friends,", is left out. A paragraph is added until there are 120 characters. If no sentence
    ends there, the text ends at a word, with an ellipsis. It also ends where a list or another block follows a colon.

    Args:
        paragraphs: The paragraphs as plain text, in their order.
    """
    words = ""
    for paragraph in paragraphs:
        if paragraph and not paragraph.endswith(","):
            words = f"{words} {paragraph}".strip()
        if len(words) >= _SHORTEST or words.endswith(":"):
            break
    words = with_ellipsis(words) if words.endswith(":") else words
    return words if len(words) <= MAX_FIRST_WORDS else _shortened(words[: MAX_FIRST_WORDS + 1])


def _shortened(words: str) -> str:
    ends = [found.end() for found in _SENTENCE_END.finditer(words[:-1])]
    if ends and ends[-1] >= _SHORTEST:
        return words[: ends[-1]]
    return cut_at_word(words, MAX_FIRST_WORDS)
