"""Marks where a long word may be broken, because few inboxes support the style ``overflow-wrap``."""

import re

from lxml.html import HtmlElement

from newsroom.markup.tree import make_element

_ZERO_WIDTH_SPACE = "\u200b"
_LONG_WORD = re.compile(r"\S{25,}")
_BREAK_EVERY = 12
_ADDRESS = re.compile(r"[@/]")
_LONG_ADDRESS = 40
"""The longest address that fits the width of a phone. Addresses are copied, so they get no invisible characters."""


def breakable(text: str) -> str:
    """Put a zero-width space after every 12 characters of each word of 25 or more, except in addresses."""
    return _LONG_WORD.sub(_insert_breaks, text) if _LONG_WORD.search(text) else text


def allow_breaks(content: HtmlElement) -> None:
    """Allow breaks in every long word inside an element. Long addresses get ``<wbr>``, which is never copied."""
    for element in list(content.iter()):
        if isinstance(element.tag, str) and element.text:
            element.text = breakable(element.text)
            element.text, *rest = _split_addresses(element.text)
            _insert_parts(element, 0, rest)
        if element is not content and element.tail:
            element.tail = breakable(element.tail)
            element.tail, *rest = _split_addresses(element.tail)
            if (parent := element.getparent()) is not None:
                _insert_parts(parent, parent.index(element) + 1, rest)


def has_long_words(text: str) -> bool:
    """Whether a text has a word that is too long for a phone."""
    return bool(_LONG_WORD.search(text))


def _insert_breaks(word: re.Match[str]) -> str:
    return word[0] if _ADDRESS.search(word[0]) else _ZERO_WIDTH_SPACE.join(_split_word(word[0]))


def _insert_parts(parent: HtmlElement, position: int, parts: list[str]) -> None:
    """Insert parts of a text at a position in an element, with ``<wbr>`` before each."""
    for number, part in enumerate(parts, position):
        wbr = make_element("wbr")
        wbr.tail = part
        parent.insert(number, wbr)


def _split_addresses(text: str) -> list[str]:
    """Split a text at the places in long addresses where a break is allowed."""
    parts = [""]
    for word in re.split(r"(\S+)", text):
        if len(word) > _LONG_ADDRESS and _ADDRESS.search(word):
            first, *rest = _split_word(word)
            parts[-1] += first
            parts += rest
        else:
            parts[-1] += word
    return parts


def _split_word(word: str) -> list[str]:
    return [word[start : start + _BREAK_EVERY] for start in range(0, len(word), _BREAK_EVERY)]
