"""Marks where a word that is wider than a phone may be broken. Few inboxes support the style ``overflow-wrap``."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml.html import HtmlElement
from markupsafe import Markup, escape

from newsroom.markup.tree import make_element
from newsroom.publish.email.clean import without_control_characters
from newsroom.publish.email.widths import BOXES, PHONE_WIDTH, WIDEST_INDENT, available_width, is_box
from newsroom.publish.text.text_width import Font, min_width, split_words

_ZERO_WIDTH_SPACE = "\u200b"
_BREAK_EVERY = 12
_MIN_WIDTH = 40
"""The width that is assumed in containers that leave less, in CSS pixels."""
_ADDRESS = re.compile(r"[@/]")
_ADDRESS_PART = re.compile(r"[^@/.?&=_-]*[@/.?&=_-]*")
"""A part of an address, after which a line may end: "lacn@", "elm." and "example/" of "lacn@elm.example/"."""
_BREAK_STYLE = "display: inline-block;"
"""The style of an empty element at which a line may end (https://www.w3.org/TR/css-text-3/#line-break-details).

Not all inboxes support `<wbr>` or ``word-break``.
"""
_WORD_STYLE = f"{_BREAK_STYLE} text-decoration: inherit;"
"""The style of a word with breaks, so that it is broken only in a line of its own. It is underlined in a link."""
_NO_BREAK_SPACE = "\u00a0"


def breakable(text: str, size: int = BOXES.text, *, is_bold: bool = False) -> Markup:
    """Escape a text for HTML, with breaks in words that are wider than a phone in a font of a size and weight.

    Each such word is in an element. Addresses have empty elements, which are never copied, and other words zero-width
    spaces.
    """
    first, *rest = _split_text(without_control_characters(text), Font(size, is_bold), PHONE_WIDTH)
    return escape(first.tail) + Markup("").join(map(_markup, rest))


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
    """A part of a text: a wide word, and the text after it. Lines may end between the ``pieces`` of the word.

    The first part of a text has no word.
    """

    tail: str
    pieces: tuple[str, ...] = ()
    is_address: bool = False


def _split_in(parent: HtmlElement, text: str, content: HtmlElement) -> list[_Part]:
    """Split a text that is directly in an element. Tables have only words that fit."""
    if any(each.tag in ("td", "th") and not is_box(each) for each in (parent, *parent.iterancestors())):
        return [_Part(text)]
    width = available_width(parent, content, PHONE_WIDTH) - BOXES.indents.get(str(parent.tag), 0)
    return list(_split_text(text, BOXES.font(parent), max(width, _MIN_WIDTH)))


def _split_text(text: str, font: Font, width: int) -> list[_Part]:
    """Split a text where addresses may be broken, and around other words that are too wide."""
    parts = [_Part("")]

    def add(tail: str) -> None:
        parts[-1] = replace(parts[-1], tail=parts[-1].tail + tail)

    position = 0
    for word in split_words(text):
        start = text.index(word, position)
        add(text[position:start])
        position = start + len(word)
        if font.width(word) <= width:
            add(word)
        elif _NO_BREAK_SPACE in word:
            add(word.replace(_NO_BREAK_SPACE, " "))
        else:
            is_address = bool(_ADDRESS.search(word))
            pieces = _split_address(word, font, width) if is_address else _split_word(word, font, width)
            parts.append(_Part("", tuple(pieces), is_address))
    add(text[position:])
    return parts


def _split_address(address: str, font: Font, width: int) -> Iterator[str]:
    """Yield the parts of an address: whole names where they fit, since nobody can read an address that is cut."""
    for part in _ADDRESS_PART.findall(address):
        if part:
            yield from (part,) if font.width(part) <= width else _split_word(part, font, width)


def _split_word(word: str, font: Font, width: int) -> Iterator[str]:
    """Yield the parts of a word, each of at most 12 characters and not wider than ``width``."""
    part = ""
    for character in word:
        if part and (len(part) == _BREAK_EVERY or font.width(part + character) > width):
            yield part
            part = ""
        part += character
    yield part


def _markup(part: _Part) -> Markup:
    """Make the HTML of a wide word and the text after it."""
    word = Markup('<span style="{}"></span>').format(_BREAK_STYLE) if part.is_address else escape(_ZERO_WIDTH_SPACE)
    return Markup('<span style="{}">{}</span>{}').format(_WORD_STYLE, word.join(part.pieces), part.tail)


def _insert_parts(parent: HtmlElement, position: int, parts: list[_Part]) -> None:
    """Insert parts of a text at a position in an element."""
    for number, part in enumerate(parts, position):
        parent.insert(number, _word_element(part))


def _word_element(part: _Part) -> HtmlElement:
    """Make the element of a wide word, with the text after it."""
    first, *rest = part.pieces if part.is_address else (_ZERO_WIDTH_SPACE.join(part.pieces),)
    word = make_element("span", first, style=_WORD_STYLE)
    word.tail = part.tail
    for piece in rest:
        place = make_element("span", "", style=_BREAK_STYLE)
        place.tail = piece
        word.append(place)
    return word
