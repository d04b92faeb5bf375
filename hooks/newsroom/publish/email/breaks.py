"""Marks where a word that is wider than a phone may be broken. Few inboxes support the style ``overflow-wrap``."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml.html import HtmlElement
from markupsafe import Markup, escape

from newsroom.markup.tree import make_element
from newsroom.publish.email.clean import without_control_characters
from newsroom.publish.email.widths import BOXES, PHONE_WIDTH, WIDEST_INDENT, available_width, is_box
from newsroom.publish.text_width import Font, min_width, split_words

_ZERO_WIDTH_SPACE = "\u200b"
_BREAK_EVERY = 12
_MIN_WIDTH = 40
"""The width that is assumed in containers that leave less, in CSS pixels."""
_ADDRESS = re.compile(r"[@/]")
_BREAK_STYLE = "display: inline-block;"
"""The style of an empty element at which a line may end (https://www.w3.org/TR/css-text-3/#line-break-details).

Not all inboxes support `<wbr>` or ``word-break``.
"""
_WORD_STYLE = f"{_BREAK_STYLE} text-decoration: inherit;"
"""The style of a word with breaks, so that it is broken only in a line of its own. It is underlined in a link."""
_NO_BREAK_SPACE = "\u00a0"


def breakable(text: str, size: int = BOXES.text, *, is_bold: bool = False) -> Markup:
    """Escape a text for HTML, with breaks in words that are wider than a phone in a font of a size and weight.

    Addresses get empty elements, which are never copied. Other words are in an element, with zero-width spaces.
    """
    first, *rest = _split_text(without_control_characters(text), Font(size, is_bold), PHONE_WIDTH)
    span = Markup('<span style="{}">{}</span>{}')
    return escape(first.tail) + Markup("").join(span.format(part.style, part.word, part.tail) for part in rest)


def allow_breaks(content: HtmlElement) -> None:
    """Allow breaks in every word inside an element that is wider than a phone."""
    for element in list(content.iter()):
        if isinstance(element.tag, str) and element.text:
            first, *rest = _split_in(element, element.text, content)
            element.text = first.tail
            _insert_parts(element, 0, rest)
        parent = element.getparent()
        if element is not content and element.tail and parent is not None:
            first, *rest = _split_in(parent, element.tail, content)
            element.tail = first.tail
            _insert_parts(parent, parent.index(element) + 1, rest)


def has_wide_words(content: HtmlElement) -> bool:
    """Whether content may have a word that is wider than a phone."""
    return min_width(content, BOXES) > PHONE_WIDTH - WIDEST_INDENT


@dataclass(frozen=True)
class _Part:
    """A part of a text: an element, which has a wide word or is only a place for a break, and the text after it.

    The first part of a text has no element.
    """

    tail: str
    word: str = ""

    @property
    def style(self) -> str:
        return _WORD_STYLE if self.word else _BREAK_STYLE


def _split_in(parent: HtmlElement, text: str, content: HtmlElement) -> list[_Part]:
    """Split a text that is directly in an element. Tables have only words that fit."""
    if any(each.tag in ("td", "th") and not is_box(each) for each in (parent, *parent.iterancestors())):
        return [_Part(text)]
    width = available_width(parent, content, PHONE_WIDTH) - BOXES.indents.get(str(parent.tag), 0)
    return list(_split_text(text, BOXES.font(parent), max(width, _MIN_WIDTH)))


def _split_text(text: str, font: Font, width: int) -> list[_Part]:
    """Split a text where addresses may be broken, and around other words that are too wide."""
    words = split_words(text)
    if font.widest(max(words, key=len)) <= width:
        return [_Part(text)]
    parts = [_Part("")]

    def add(tail: str) -> None:
        parts[-1] = replace(parts[-1], tail=parts[-1].tail + tail)

    position = 0
    for word in words:
        start = text.index(word, position)
        add(text[position:start])
        position = start + len(word)
        if font.widest(word) <= width or font.width(word) <= width:
            add(word)
        elif _NO_BREAK_SPACE in word:
            add(word.replace(_NO_BREAK_SPACE, " "))
        else:
            first, *rest = _split_word(word, font, width)
            if _ADDRESS.search(word):
                add(first)
                parts += map(_Part, rest)
            else:
                parts.append(_Part("", _ZERO_WIDTH_SPACE.join((first, *rest))))
    add(text[position:])
    return parts


def _split_word(word: str, font: Font, width: int) -> Iterator[str]:
    """Yield the parts of a word, each of at most 12 characters and not wider than ``width``."""
    part = ""
    for character in word:
        if part and (len(part) == _BREAK_EVERY or font.width(part + character) > width):
            yield part
            part = ""
        part += character
    yield part


def _insert_parts(parent: HtmlElement, position: int, parts: list[_Part]) -> None:
    """Insert parts of a text at a position in an element."""
    for number, part in enumerate(parts, position):
        span = make_element("span", part.word, style=part.style)
        span.tail = part.tail
        parent.insert(number, span)
