"""Lists: the numbers and boxes of items, and lists of paragraphs that only look like items."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from newsroom.importing.html.elements import classes, find_all, tag_of
from newsroom.importing.html.model import Block, Bullet, Inline, List, ListItem, Paragraph, Text
from newsroom.importing.html.runs import lines_of, tidy, with_breaks

_BULLET = re.compile(r"[•·‣▪●○◦∙⁃][ \u00a0]")
"""The beginning of a line that can only be an item of a list."""
_WORD_MARKER = re.compile(
    r"(?:[•·‣▪●○◦∙⁃§oØüv*–—-]|\(?(?P<number>\d{1,4}|[a-z]|[ivxl]{1,5})[.)])(?:\s+|\Z)", re.IGNORECASE
)
"""The bullet or number that Word writes into the text of an item."""
_LEVEL = re.compile(r"mso-list:.*?\blevel(\d)", re.IGNORECASE | re.DOTALL)


def box_state(item: Element) -> bool | None:
    """Whether the box at the beginning of a task is ticked; None for an item that is not a task."""
    box = next((part for part in find_all(item, "input") if (part.get("type") or "").lower() == "checkbox"), None)
    return None if box is None else box.get("checked") is not None


def first_number(element: Element) -> int:
    """The number of a list's first item."""
    numbers = (_number(element.get("start")), *_values(element)[:1])
    return next((number for number in numbers if number is not None), 1)


def has_gaps(element: Element, start: int) -> bool:
    """Whether the items of a list that starts at a number have other numbers than the following ones."""
    return any(value not in (None, start + place) for place, value in enumerate(_values(element)))


def _values(element: Element) -> list[int | None]:
    return [_number(child.get("value")) for child in element if tag_of(child) == "li"]


def _number(value: str | None) -> int | None:
    try:
        return int(value or "")
    except ValueError:
        return None


@dataclass(frozen=True)
class _Line:
    level: int
    number: int | None
    content: tuple[Inline, ...]


def word_bullet(element: Element, text: str) -> Bullet | None:
    """The bullet of a paragraph that is an item of a list in Word's HTML; None for any other element."""
    level = _LEVEL.search(element.get("style") or "")
    is_item = any(name.startswith("MsoListParagraph") for name in classes(element))
    marker = _WORD_MARKER.match(text)
    if level is None and not (is_item and marker):
        return None
    number = marker["number"] if marker else None
    return Bullet(int(level[1]) if level else 1, None if number is None else int(number) if number.isdecimal() else 1)


def make_lists(blocks: Iterable[Block]) -> Iterator[Block]:
    """Blocks with lists in place of paragraphs that look like items."""
    lines: list[_Line] = []
    for block in blocks:
        text, items = _divide(block) if isinstance(block, Paragraph) else (block, [])
        if text is not None:
            yield from _lists(lines)
            lines = []
            yield text
        lines += items
    yield from _lists(lines)


def _divide(paragraph: Paragraph) -> tuple[Paragraph | None, list[_Line]]:
    """A paragraph's lines before the first bullet, and its items."""
    if paragraph.bullet is not None:
        found = _WORD_MARKER.match(_text(paragraph.content))
        content = _without_start(paragraph.content, found.end() if found else 0)
        return None, [_Line(paragraph.bullet.level, paragraph.bullet.number, content)]
    before: list[Sequence[Inline]] = []
    items: list[_Line] = []
    for line in lines_of(paragraph.content):
        if _BULLET.match(_text(line)):
            items.append(_Line(1, None, _without_start(line, 2)))
        elif items:
            items[-1] = replace(items[-1], content=with_breaks((items[-1].content, line)))
        else:
            before.append(line)
    if not items:
        return paragraph, []
    return Paragraph(with_breaks(before)) if before else None, items


def _text(content: Iterable[Inline]) -> str:
    return "".join(part.text if isinstance(part, Text) else "\ufffc" for part in content)


def _without_start(content: Sequence[Inline], length: int) -> tuple[Inline, ...]:
    """Content without its first characters."""
    kept: list[Inline] = []
    for part in content:
        if isinstance(part, Text):
            kept.append(replace(part, text=part.text[length:]))
            length = max(0, length - len(part.text))
        else:
            kept.append(part)
    return tidy(kept)


def _lists(lines: Sequence[_Line]) -> Iterator[List]:
    """The lists that lines make: one more when lines change between bullets and numbers."""
    for first, *others in _groups(
        lines,
        lambda first, line: line.level > first.level or (line.number is None) == (first.number is None),
    ):
        yield List(tuple(_items([first, *others])), first.number)


def _items(lines: Sequence[_Line]) -> Iterator[ListItem]:
    for first, *inner in _groups(lines, lambda first, line: line.level > first.level):
        yield ListItem((*((Paragraph(first.content),) if first.content else ()), *_lists(inner)))


def _groups(lines: Sequence[_Line], belongs: Callable[[_Line, _Line], bool]) -> Iterator[list[_Line]]:
    """Lines in groups: each line that belongs to the first of the group before it is in that group."""
    group: list[_Line] = []
    for line in lines:
        if group and not belongs(group[0], line):
            yield group
            group = []
        group.append(line)
    if group:
        yield group
