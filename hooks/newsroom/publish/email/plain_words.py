"""Words in plain text, with signs for what HTML shows by style alone: "~~£10~~" for <del>£10</del>."""

import re

from lxml.html import HtmlElement

from newsroom.markup.policy import INLINE
from newsroom.markup.tree import ancestors

IN_LINE = INLINE | {"img"}
"""Elements that are part of a line."""
BREAK = "\u2028"
"""Marks a forced line break until the text is wrapped. In HTML a newline is ordinary white space."""
BLOCK_BREAK = "\u2029"
"""Marks the beginning and end of a block in a link or in a table cell."""
_BREAKS = re.compile(f"([{BREAK}{BLOCK_BREAK}])")
STRUCK = frozenset({"del", "s"})
"""Elements whose words are struck through: without a sign the text would say the opposite."""
_NUMBER = re.compile(r"[+−-]?\d+")
"""Matches the "10" of 2<sup>10</sup>, which must stay a superscript, but not the "th" of 19<sup>th</sup>."""
_PUNCTUATION = tuple(",;:.!?…–—،؛؟，。")
"""After these a line goes on without a comma."""


def has_blocks(element: HtmlElement) -> bool:
    """Whether an element contains blocks, like a table cell with a list in it."""
    return any(inner.tag not in IN_LINE for inner in element.iterdescendants("*"))


def mark_style(element: HtmlElement, words: str) -> str:
    """Mark an element's words: "2^10" for 2<sup>10</sup>, and "~~words~~" if they are struck through."""
    if element.tag == "sup" and _NUMBER.fullmatch(words):
        return f"^{words}"
    core = words.strip()
    if element.tag not in STRUCK or not core or not STRUCK.isdisjoint(ancestors(element)):
        return words
    start, end = words.split(core, 1)
    return f"{start}~~{core}~~{end}"


def words_on_one_line(element: HtmlElement) -> str:
    """The words of an element, as in a heading or the name of a column, without pictures and addresses."""
    return on_one_line(_words(element))


def on_one_line(text: str) -> str:
    """Join the lines and blocks of a text with commas, except after punctuation, and where a sentence goes on."""
    joined, is_block = "", False
    for part in _BREAKS.split(text):
        words = " ".join(part.split())
        if not words:
            is_block |= part == BLOCK_BREAK
            continue
        goes_on = joined.endswith(_PUNCTUATION) or (words[0].islower() and not is_block)
        joined += f"{' ' if goes_on else ', '}{words}" if joined else words
        is_block = False
    return joined


def _words(element: HtmlElement) -> str:
    if element.tag == "br":
        return BREAK
    words = element.text or ""
    for child in element:
        words += (_words(child) if isinstance(child.tag, str) else "") + (child.tail or "")
    return mark_style(element, words)
