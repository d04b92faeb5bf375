"""Words in plain text, with signs for what HTML shows by style alone, like "~~£10~~", and the numbers of lists."""

import re
from collections.abc import Iterator

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
_INTEGER = re.compile(r"\s*([+-]?[0-9]{1,9})")
"""Matches the beginning of "7" and " -3 items", as HTML's rules for parsing integers do."""


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


def numbered_items(listed: HtmlElement) -> Iterator[tuple[int, HtmlElement]]:
    """Yield the items of an ordered list with their numbers.

    See https://html.spec.whatwg.org/#ordinal-value.
    """
    items = list(listed.iterchildren("li"))
    step = -1 if listed.get("reversed") is not None else 1
    number = _integer(listed.get("start"), len(items) if step < 0 else 1)
    for item in items:
        number = _integer(item.get("value"), number)
        yield number, item
        number += step


def item_numbers(element: HtmlElement) -> dict[HtmlElement, str]:
    """The numbers of the items of an ordered list, like "1." and "2.". Other elements have none."""
    return {item: f"{number}." for number, item in numbered_items(element)} if element.tag == "ol" else {}


def number_backwards(content: HtmlElement) -> None:
    """Give each item of a reversed list its number, because not all mail programs support ``reversed``."""
    for listed in content.iter("ol"):
        if listed.get("reversed") is not None:
            for number, item in numbered_items(listed):
                item.set("value", str(number))
            del listed.attrib["reversed"]


def _integer(text: str | None, default: int) -> int:
    found = _INTEGER.match(text or "")
    return int(found[1]) if found else default
