"""Words in plain text, with signs for what HTML shows by style alone: "~~£10~~" for <del>£10</del>."""

import re

from lxml.html import HtmlElement

from newsroom.markup.policy import INLINE
from newsroom.markup.tree import ancestors

IN_LINE = INLINE | {"img"}
"""Elements that are part of a line."""
BREAK = "\u2028"
"""Marks a forced line break until the text is wrapped. In HTML a newline is ordinary white space."""
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
    """Join the lines of a text with commas, where they do not end in punctuation."""
    joined = ""
    for line in filter(None, (" ".join(part.split()) for part in text.split(BREAK))):
        joined += line if not joined else f" {line}" if joined.endswith(_PUNCTUATION) else f", {line}"
    return joined


def _words(element: HtmlElement) -> str:
    if element.tag == "br":
        return BREAK
    words = element.text or ""
    for child in element:
        words += (_words(child) if isinstance(child.tag, str) else "") + (child.tail or "")
    return mark_style(element, words)
