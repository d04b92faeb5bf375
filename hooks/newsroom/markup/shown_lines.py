"""The lines of a text as its page shows them, and the patterns of marks that are looked for in them."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element

from newsroom.content.outline import LeftoverKind
from newsroom.markup.dialect.tree import ESCAPED, HIDDEN_BREAK, LINE, RAW_BREAK

_TEXT_BLOCKS = frozenset({"p", "li", "td", "th", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS = _TEXT_BLOCKS | {"ul", "ol", "dl", "blockquote", "pre", "table", "div", "hr"}
FORCED = "\x06"
"""Marks the end of a line that is also one on the page."""


class Mark(NamedTuple):
    """A pattern, what to write in place of its matches, as for ``re.sub``, and a text that all its matches contain.

    That text is faster to find than the pattern.
    """

    kind: LeftoverKind
    pattern: re.Pattern[str]
    fixed: str | Callable[[re.Match[str]], str] = ""
    part: str = ""


class ShownLine(NamedTuple):
    """A line of a block, with its number in the file."""

    text: str
    number: int
    is_first: bool
    """Whether it is the first line of its block."""
    is_in_cell: bool
    """Whether it is in a table."""
    is_in_item: bool
    """Whether it is in an item of a list."""
    is_forced: bool
    """Whether the page has its end, too."""


def shown_lines(root: Element, first_line: int) -> Iterator[ShownLine]:
    """The lines of all blocks of a tree, in order, without code. ``first_line`` is the file's line of its first."""
    items = [*root.iter("li")]
    in_items = {*items, *(child for item in items for child in item)}
    for element in root.iter():
        if element.tag in _TEXT_BLOCKS and LINE in element.attrib:
            line = int(element.attrib[LINE]) + first_line - 1
            for index, text in enumerate(_shown_text(element).split("\n")):
                yield ShownLine(
                    text.rstrip(FORCED),
                    line + index,
                    is_first=index == 0,
                    is_in_cell=element.tag in ("td", "th"),
                    is_in_item=element in in_items,
                    is_forced=text.endswith(FORCED),
                )
                line += text.count(HIDDEN_BREAK)


def _shown_text(element: Element) -> str:
    """The visible text of a block, line by line as in the source, without code and blocks inside it."""
    parts = [element.text or ""]
    for child in element:
        if child.tag == "br":
            parts.append(FORCED if (child.tail or "").startswith("\n") else f"{FORCED}\n")
        parts.append("" if child.tag in _BLOCKS or child.tag == "code" else _shown_text(child))
        parts.append(child.tail or "")
    return "".join(parts)


def visible(text: str) -> str:
    """A part of a line without the signs that the dialect puts into it."""
    return text.replace(ESCAPED, "").replace(HIDDEN_BREAK, "").replace(RAW_BREAK, "")
