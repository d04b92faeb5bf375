"""Finds Markdown that was not recognised and is shown as written, like ``[words](https://e.example “Title”)``."""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from xml.etree.ElementTree import Element

from newsroom.content.outline import Leftover, LeftoverKind
from newsroom.markup.dialect.tree import ESCAPED, LINE
from newsroom.markup.tree import HEADINGS

_TEXT_BLOCKS = frozenset({"p", "li", "td", "th", "dt", "dd", *HEADINGS})
_BLOCKS = _TEXT_BLOCKS | {"ul", "ol", "dl", "blockquote", "pre", "table", "div", "hr"}
_MARKS: Mapping[LeftoverKind, re.Pattern[str]] = MappingProxyType(
    {
        # "[words](a b.md)" and "![tree](tree.jpg “May”)"; not "[a] (b)"
        LeftoverKind.LINK: re.compile(rf"!?(?<!{ESCAPED})\[[^\[\]{ESCAPED}]*\]\([^)]{{0,200}}\)?"),
        # "[^1]" without a note; not "[1]"
        LeftoverKind.NOTE: re.compile(rf"(?<!{ESCAPED})\[\^[^\]\s{ESCAPED}]{{1,100}}\]"),
        # "[[trust]]" and "![[tree.jpg]]", as some note-taking programs write links
        LeftoverKind.WIKI: re.compile(rf"!?(?<!{ESCAPED})\[\[[^\[\]{ESCAPED}]+\]\]"),
        # "[words][name]" and "[words][]" whose name is not defined; not "[a] [b]"
        LeftoverKind.REFERENCE: re.compile(rf"(?<!{ESCAPED})\[[^\[\]{ESCAPED}]+\]\[[^\[\]{ESCAPED}]*\]"),
        # "• one" and "o   two" at a line's beginning, as pasted from Word, also with a tab; not "– a dash"
        LeftoverKind.BULLET: re.compile(r"^\s*(?:[•·‣▪◦●][ \t\u00a0]*|[–o](?:\t| {3,})\s*)\S[^\n]{0,40}"),
    }
)


def find_leftovers(root: Element, first_line: int) -> Iterator[Leftover]:
    """Each leftover mark in a tree, with its line, except in code, where marks are meant to be shown."""
    for element in root.iter():
        if element.tag in _TEXT_BLOCKS and LINE in element.attrib:
            line = int(element.attrib[LINE]) + first_line - 1
            for number, text in enumerate(_shown_text(element).split("\n"), line):
                yield from (
                    Leftover(kind, found[0], number) for kind, mark in _MARKS.items() for found in mark.finditer(text)
                )


def _shown_text(element: Element) -> str:
    """The visible text of a block, line by line as in the source, without code and blocks inside it."""
    parts = [element.text or ""]
    for child in element:
        parts.append("\n" if child.tag == "br" and not (child.tail or "").startswith("\n") else "")
        parts.append("" if child.tag in _BLOCKS or child.tag == "code" else _shown_text(child))
        parts.append(child.tail or "")
    return "".join(parts)
