"""Finds headings and lists that are only typed: a short bold line, a bullet and a tab."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from newsroom.importing.source import NoteLog
from newsroom.importing.word.paragraphs import Role, WordParagraph

_LONGEST_HEADING = 90
_NO_HEADING = re.compile(r"[.,;:…]\W*$|^\W*$|^(?:by|gan)\s", re.IGNORECASE)
"""Ends like a sentence, has no letter, or names the author."""
_MUCH_LARGER = 1.25
_BULLET = re.compile(r"\s*(?:[•·●○◦▪■□►➢➤✓✔‣∙*–—-]|o(?=\s{2}|\t))(?P<gap>\s+|$)")
_SURE = re.compile(r"\s*(?:[•·●○◦▪■□►➢➤‣∙]\s|(?:[*–—-]|o|\(?(?:1|a)[.)])(?:\t|\s{2}|\u00a0))")
"""One alone is an item of a list: "• Word", "-⇥Word", "1)⇥Word"; but "- Word" only beside others."""
_NUMBER = re.compile(r"\s*\(?(?P<number>\d{1,2}|[a-z])[.)](?P<gap>\s+)")
"""Matches "1) " and "(a) " at a beginning, not "2024. " or the "1)" of "1)One"."""
_STEP = 200
"""How much further right a deeper item is, at least, in twentieths of a point."""
_MAX_LEVEL = 5


def guess_lists(paragraphs: Sequence[WordParagraph], log: NoteLog) -> None:
    """Turn paragraphs with typed bullets or numbers into items of lists."""
    for found in _groups(paragraphs):
        group = _items(found)
        if not group:
            continue
        indents: list[int] = []
        for paragraph in group:
            while indents and paragraph.indent < indents[-1] - _STEP:
                indents.pop()
            if not indents or paragraph.indent > indents[-1] + _STEP:
                indents.append(paragraph.indent)
            paragraph.role = Role.ITEM
            paragraph.level = min(len(indents) - 1, _MAX_LEVEL)
            paragraph.number, paragraph.strip = _mark(paragraph.text)
        words = group[0].text[group[0].strip :]
        log.guessed("Lines with typed bullets or numbers became a list.", words)


def _groups(paragraphs: Sequence[WordParagraph]) -> Iterator[list[WordParagraph]]:
    """Groups of paragraphs that follow each other and begin with a typed bullet or number; some are empty."""
    group: list[WordParagraph] = []
    for paragraph in paragraphs:
        if paragraph.role is Role.TEXT and (_BULLET.match(paragraph.text) or _NUMBER.match(paragraph.text)):
            group.append(paragraph)
        elif paragraph.role is not Role.NOTHING:
            yield group
            group = []
    yield group


def _mark(text: str) -> tuple[int | None, int]:
    """The number of a typed item, None for a bullet; and the length of the mark."""
    numbered = _NUMBER.match(text)
    if not numbered:
        bullet = _BULLET.match(text)
        return None, bullet.end() if bullet else 0
    shown = numbered["number"]
    return int(shown) if shown.isdigit() else ord(shown) - ord("a") + 1, numbered.end()


def _items(group: Sequence[WordParagraph]) -> list[WordParagraph]:
    """Those paragraphs of a group that are items: numbers count from 1, and one mark alone is a sure one."""
    numbered = [paragraph for paragraph in group if _mark(paragraph.text)[0] is not None]
    numbers = [_mark(paragraph.text)[0] or 0 for paragraph in numbered]
    is_counted = len(numbers) == 1 or any(right == left + 1 for left, right in pairwise(numbers))
    is_sequence = numbers[:1] == [1] and is_counted
    if not is_sequence or all(paragraph.is_bold for paragraph in numbered):
        group = [paragraph for paragraph in group if _mark(paragraph.text)[0] is None]
    is_sure = len(group) > 1 or any(_SURE.match(paragraph.text) for paragraph in group)
    return list(group) if is_sure else []


def guess_headings(paragraphs: Sequence[WordParagraph], log: NoteLog) -> None:
    """Turn short lines that are bold, or much larger than the text, into headings below the one that they follow."""
    seen = [paragraph for paragraph in paragraphs if paragraph.role is not Role.NOTHING]
    usual = _usual_size(seen)
    sizes_of_lines = [paragraph.size if _looks_like_heading(paragraph, usual) else None for paragraph in seen]
    guessed = {
        place: paragraph
        for place, paragraph in enumerate(seen[:-1])
        if sizes_of_lines[place] is not None
        and sizes_of_lines[place] not in (*sizes_of_lines[max(place - 1, 0) : place], sizes_of_lines[place + 1])
    }
    sizes = sorted({paragraph.size for paragraph in guessed.values()}, reverse=True)
    level_above = 0
    for place, paragraph in enumerate(seen):
        if paragraph.role is Role.HEADING:
            level_above = paragraph.level
        elif place in guessed:
            paragraph.role, paragraph.level = Role.HEADING, level_above + 1 + sizes.index(paragraph.size)
            log.guessed("A short line in bold or large letters became a heading.", paragraph.text)


def _usual_size(paragraphs: Sequence[WordParagraph]) -> int:
    sizes: Counter[int] = Counter()
    for paragraph in paragraphs:
        if paragraph.role in {Role.TEXT, Role.ITEM}:
            sizes[paragraph.size] += len(paragraph.text)
    return max(sizes, key=lambda size: (sizes[size], size), default=0)


def _looks_like_heading(paragraph: WordParagraph, usual: int) -> bool:
    text = paragraph.text.strip()
    if paragraph.role is not Role.TEXT or not paragraph.is_in_body or len(text) > _LONGEST_HEADING:
        return False
    is_large = paragraph.size >= usual * _MUCH_LARGER
    return (paragraph.is_bold or is_large) and paragraph.size >= usual and not _NO_HEADING.search(text)
