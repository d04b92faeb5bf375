"""Puts a backslash before characters that would be marks in Markdown, and before no others."""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

from newsroom.markup.dialect.blocks import BOX_NAMES

_WEB_ADDRESS = re.compile(r"(?:(?:https?|ftp)://|www\.)[^\s<]*[^\s<?!.,:*_~'\"()\[\]]", re.IGNORECASE)
_MARKS = re.compile(r"\*+|_+|~+")
_ANYWHERE = re.compile(
    r"(?P<backslash>\\)(?=[!-/:-@\[-`{-~\n]|\Z)"
    r"|(?P<tag><)(?=[A-Za-z/!?])"
    r"|(?P<entity>&)(?=(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)"
    r"|(?P<note>\[)(?=\^|\[)"
    r"|(?P<link>\])(?=[(\[])"
    r"|(?P<attributes>\{)(?=:?[ ]*(?:[.#][\w:.-]+|[\w-]+=)[^{}\n]*\})"
    r"|(?P<emoji>:)(?=[a-z0-9_+-]*[a-z+-][a-z0-9_+-]*:)"
)
"""Each alternative's group is the character that gets the backslash."""
_LINE_START = re.compile(
    r"(?P<heading>\#)(?=\#{0,5}(?:\s|\Z))"
    r"|(?P<quote>>)"
    r"|(?P<bullet>[-+*])(?=\s|\Z)"
    r"|\d{1,9}(?P<number>[.)])(?=\s|\Z)"
    r"|(?P<rule>[-*_])(?=[ \t]*(?:(?P=rule)[ \t]*){2,}(?:\n|\Z|\\\n))"
    r"|(?P<underline>[=-])(?=(?P=underline)*[ \t]*(?:\n|\Z|\\\n))"
    r"|(?P<delimiters>[|:-])(?=[|: -]*(?:\n|\Z|\\\n))"
    r"|(?P<fence>~)(?=~~)"
    r"|(?P<definition>[:~])(?=\s)"
    rf"|(?P<box>[!?])(?=(?:!!|\?\?\+?)[ ]+(?:{'|'.join(BOX_NAMES)})\b)"
    r"|(?P<reference>\[)(?=[^\]\n]+\]:)"
    r"|(?P<abbreviation>\*)(?=\[[^\]\n]+\]:)"
    r"|(?P<alert>\[)(?=!\w+\])"
    r"|(?P<task>\[)(?=[ xX]\](?:\s|\Z))"
)
_HEADING_END = re.compile(r"(?<=[ \t])(#)#*[ \t]*\Z")


def escape(parts: Sequence[tuple[str, bool]], *, is_cell: bool = False, is_heading: bool = False) -> str:
    """Join the parts of a block, and escape what is text in them.

    Args:
        parts: The block's parts in order, each with whether it is text; else it is a mark, and not changed.
        is_cell: Whether it is a cell of a table, which ends at a "|".
        is_heading: Whether it is a heading, which may end with "#".
    """
    text = "".join(part for part, _ in parts)
    is_text = [literal for part, literal in parts for _ in part]
    places = {place for place in _places(text, is_heading=is_heading, parts=parts) if is_text[place]}
    escaped = "".join(f"\\{character}" if place in places else character for place, character in enumerate(text))
    return re.sub(r"(?<!\\)((?:\\\\)*)\|", r"\1\\|", escaped) if is_cell else escaped


def _places(text: str, *, is_heading: bool, parts: Sequence[tuple[str, bool]]) -> Iterator[int]:
    for found in _ANYWHERE.finditer(text):
        yield found.start()
    yield from _mark_places(text)
    if text.count("`") > 1:
        yield from (found.start() for found in re.finditer("`", text))
    starts = list(accumulate((len(part) for part, _ in parts), initial=0))
    for (part, is_literal), start in zip(parts, starts, strict=False):
        if not is_literal and part.startswith("[") and start and text[start - 1] == "!":
            yield start - 1  # an exclamation mark before a link would make a picture of it
    for found in re.finditer(r"^", text, re.MULTILINE):
        if start_found := _LINE_START.match(text, found.start()):
            yield start_found.start(start_found.lastgroup or 0)
    if is_heading and (end := _HEADING_END.search(text)):
        yield end.start(1)
    yield from _unbalanced_brackets(parts, starts)


def _mark_places(text: str) -> Iterator[int]:
    """The places of `*`, `_` and `~` that could be marks of emphasis."""
    addresses = [found.span() for found in _WEB_ADDRESS.finditer(text)]
    counts = {mark: text.count(mark) for mark in "*_~"}
    for found in _MARKS.finditer(text):
        before = text[found.start() - 1 : found.start()] if found.start() else " "
        after = text[found.end() : found.end() + 1] or " "
        is_between_blanks = before.isspace() and after.isspace()
        is_in_word = found[0][0] == "_" and before.isalnum() and after.isalnum()
        is_in_address = any(start <= found.start() < end for start, end in addresses)
        if counts[found[0][0]] > 1 and not is_between_blanks and not is_in_word and not is_in_address:
            yield from range(found.start(), found.end())


def _unbalanced_brackets(parts: Sequence[tuple[str, bool]], starts: Sequence[int]) -> Iterator[int]:
    """The places of brackets in the text of links and pictures, if they are not in pairs."""
    opened: list[int] = []
    for number, (part, is_literal) in enumerate(parts):
        if not is_literal and part in ("[", "!["):
            opened.append(number)
        elif not is_literal and part.startswith("](") and opened:
            first = opened.pop()
            inside = [
                starts[place] + found.start()
                for place in range(first, number)
                if parts[place][1]
                for found in re.finditer(r"[\[\]]", parts[place][0])
            ]
            text = "".join(part for part, _ in parts)
            if not _is_balanced(text[place] for place in inside):
                yield from inside


def _is_balanced(brackets: Iterator[str]) -> bool:
    depth = 0
    for bracket in brackets:
        depth += 1 if bracket == "[" else -1
        if depth < 0:
            return False
    return depth == 0
