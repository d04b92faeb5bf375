"""Finds blocks of code that GitHub draws, or whose text was not meant as code."""

import re
from collections.abc import Iterable, Iterator, Sequence

from markdown_it.token import Token

from newsroom.content.outline import Leftover, LeftoverKind

_DRAWN = frozenset({"geojson", "math", "mermaid", "stl", "topojson"})
"""The languages of code that GitHub shows as a formula, a diagram or a map."""
_TAG = re.compile(r"<(/?)([a-zA-Z][\w-]*)[^<>]*>")


def find_code_leftovers(tokens: Iterable[Token], lines: Sequence[str]) -> Iterator[Leftover]:
    """What is wrong with blocks of code, with lines from 1. ``lines`` are the text's."""
    for token in tokens:
        if token.type == "fence" and token.map:
            first, end = token.map
            language = token.info.partition(" ")[0]
            if language in _DRAWN:
                yield Leftover(LeftoverKind.DRAWN, language, first + 1)
            last = lines[end - 1].strip("> \t") if first < end - 1 < len(lines) else ""
            if not last.startswith(token.markup) or last.strip(token.markup[0]):
                yield Leftover(LeftoverKind.FENCE, token.markup, first + 1)
        elif token.type == "code_block" and token.map and (tag := _closing_tag(token.content)):
            line = token.map[0] + 1 + token.content.count("\n", 0, tag.start())
            yield Leftover(LeftoverKind.CODED_HTML, tag[0], line)


def _closing_tag(code: str) -> re.Match[str] | None:
    """The first tag in code that closes an element which the code does not open.

    A blank line ends a block of HTML, and indented lines below it become code.
    """
    opened: set[str] = set()
    for tag in _TAG.finditer(code):
        if tag[1] and tag[2] not in opened:
            return tag
        opened.add(tag[2])
    return None
