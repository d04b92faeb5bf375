"""Puts a backslash before characters that would be marks in Markdown, and before no others."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from newsroom.markup.dialect.blocks import BOX_NAMES

_WEB_ADDRESS = re.compile(
    r"(?:(?<![A-Za-z])(?:https?|ftp)://(?=[A-Za-z0-9])|(?<![^\s*_~(])www\.)[^\s<]+", re.IGNORECASE
)
"""An address that becomes a link without marks. A backslash in it would be a part of it."""
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
    links = list(_links(parts))
    places = {*_places(text, is_text, is_heading=is_heading), *_marks_before_links(text, parts)}
    for link in links:
        brackets = [place for place in link if text[place] in "[]" and is_text[place]]
        if not places.isdisjoint(brackets) or not has_pairs((text[place] for place in brackets), "["):
            places.update(brackets)
    in_pictures = {place for link in links if text[link.start] == "!" for place in link}
    in_links = {place for link in links for place in link} - in_pictures  # addresses are linked in alternative texts
    words = "".join(character if literal else "<" for character, literal in zip(text, is_text, strict=True))
    in_addresses = {place for found in _WEB_ADDRESS.finditer(words) for place in range(*found.span())}
    places = {place for place in places if is_text[place] and (place in in_links or place not in in_addresses)}
    escaped = "".join(f"\\{character}" if place in places else character for place, character in enumerate(text))
    return re.sub(r"(?<!\\)((?:\\\\)*)\|", r"\1\\|", escaped) if is_cell else escaped


def _places(text: str, is_text: Sequence[bool], *, is_heading: bool) -> Iterator[int]:
    """The places of characters that could be marks."""
    yield from (found.start() for found in _ANYWHERE.finditer(text))
    yield from _mark_places(text, is_text)
    if text.count("`") > 1:
        yield from (found.start() for found in re.finditer("`", text))
    for line in re.finditer(r"^", text, re.MULTILINE):
        if found := _LINE_START.match(text, line.start()):
            yield found.start(found.lastgroup or 0)
    if is_heading and (end := _HEADING_END.search(text)):
        yield end.start(1)


def _mark_places(text: str, is_text: Sequence[bool]) -> Iterator[int]:
    """The places of `*`, `_` and `~` that could be marks of emphasis."""
    counts = {mark: text.count(mark) for mark in "*_~"}
    for found in _MARKS.finditer(text):
        before = text[found.start() - 1 : found.start()] if found.start() else " "
        after = text[found.end() : found.end() + 1] or " "
        is_between_blanks = before.isspace() and after.isspace() and all(is_text[slice(*found.span())])
        is_in_word = found[0][0] == "_" and before.isalnum() and after.isalnum()
        if counts[found[0][0]] > 1 and not is_between_blanks and not is_in_word:
            yield from range(found.start(), found.end())


def _marks_before_links(text: str, parts: Sequence[tuple[str, bool]]) -> Iterator[int]:
    """The places of exclamation marks that would make pictures of links."""
    starts = accumulate((len(part) for part, _ in parts), initial=0)
    for (part, is_literal), start in zip(parts, starts, strict=False):
        if not is_literal and part.startswith("[") and start and text[start - 1] == "!":
            yield start - 1


def _links(parts: Sequence[tuple[str, bool]]) -> Iterator[range]:
    """The places of the words of links and pictures."""
    opened: list[int] = []
    place = 0
    for part, is_literal in parts:
        if not is_literal and part in ("[", "!["):
            opened.append(place)
        elif not is_literal and part.startswith("](") and opened:
            yield range(opened.pop(), place)
        place += len(part)


def has_pairs(brackets: Iterable[str], opening: str) -> bool:
    """Whether brackets of one form, of which one opens, are in pairs."""
    depths = [0, *accumulate(1 if bracket == opening else -1 for bracket in brackets)]
    return min(depths) == depths[-1] == 0
