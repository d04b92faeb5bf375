"""Places where a long word may be broken: few inboxes can be told by a style to break one, and all know these."""

import re

from lxml import html as lxml_html
from lxml.html import HtmlElement

_ZERO_WIDTH_SPACE = "\u200b"
_LONG = re.compile(r"\S{25,}")
_STEP = 12
_ADDRESS = re.compile(r"[@/]")
_LONG_ADDRESS = 40
"""Addresses up to here fit a phone; they are copied, so nothing invisible may stand in them."""


def breakable(text: str) -> str:
    """The text with a zero-width space after every 12 characters of a word of 25 or more, but for addresses."""
    return _LONG.sub(_broken, text) if _LONG.search(text) else text


def allow_breaks(content: HtmlElement) -> None:
    """Let every long word inside an element be broken. Long addresses are given ``<wbr>``, which is never copied."""
    for element in list(content.iter()):
        if isinstance(element.tag, str) and element.text:
            element.text = breakable(element.text)
            _break_addresses(element, element.text, None)
        if element is not content and element.tail:
            element.tail = breakable(element.tail)
            _break_addresses(element, element.tail, element)


def has_long_words(text: str) -> bool:
    """Whether there is any word that may have to be broken."""
    return bool(_LONG.search(text))


def _broken(word: re.Match[str]) -> str:
    return word[0] if _ADDRESS.search(word[0]) else _ZERO_WIDTH_SPACE.join(_steps(word[0]))


def _break_addresses(element: HtmlElement, text: str, after: HtmlElement | None) -> None:
    """Put ``<wbr>`` into the long addresses in an element's text, or in the text ``after`` it."""
    first, *rest = _address_pieces(text)
    if not rest:
        return
    marks = []
    for piece in rest:
        mark = lxml_html.Element("wbr")
        mark.tail = piece
        marks.append(mark)
    if after is None:
        element.text = first
        for mark in reversed(marks):
            element.insert(0, mark)
    else:
        after.tail = first
        for mark in reversed(marks):
            tail, mark_tail = after.tail, mark.tail
            after.addnext(mark)
            mark.tail, after.tail = mark_tail, tail


def _address_pieces(text: str) -> list[str]:
    """The text in pieces between which a break is allowed."""
    pieces = [""]
    for part in re.split(r"(\S+)", text):
        if len(part) > _LONG_ADDRESS and _ADDRESS.search(part):
            first, *rest = _steps(part)
            pieces[-1] += first
            pieces += rest
        else:
            pieces[-1] += part
    return pieces


def _steps(word: str) -> list[str]:
    return [word[start : start + _STEP] for start in range(0, len(word), _STEP)]
