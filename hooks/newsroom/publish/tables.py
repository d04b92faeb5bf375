"""Wide tables on a narrow screen: they scroll by themselves, by touch, mouse and keyboard, and the page does not."""

from collections.abc import Iterator
from html import escape, unescape

from newsroom.tags import Tag, find_tags
from newsroom.translations import Translations

_CELLS = frozenset({"td", "th"})
_AFTER_CAPTION = _CELLS | {"caption", "col", "colgroup", "tbody", "tfoot", "thead", "tr"}
_NARROW = 2
"""A table of so many columns finds room on every screen."""
_MOST_COLUMNS = 1000
"""What a browser takes a larger ``colspan`` for (WHATWG HTML, 4.9.11)."""


def with_scrolling_tables(html: str, t: Translations) -> str:
    """The HTML of a page's body in which each table of three columns or more stands in a place that may scroll.

    That place can be reached by keyboard (WCAG 2.1.1), and its name is the table's caption, or else the word for a
    table; ``words`` are those of the page's language. A table in a table scrolls with it; one that nothing ends stays
    as it is. Everything else stays byte for byte. Takes linear time.
    """
    if "<table" not in html.lower():
        return html
    parts: list[str] = []
    position = 0
    for tags in _tables(find_tags(html)):
        if _columns(tags) <= _NARROW:
            continue
        start, end = tags[0].start, tags[-1].end
        name = escape(_caption(html, tags) or t("table.label"))
        place = f'<div class="nw-table" role="group" tabindex="0" aria-label="{name}">'
        parts += [html[position:start], place, html[start:end], "</div>"]
        position = end
    return "".join([*parts, html[position:]])


def _tables(tags: Iterator[Tag]) -> Iterator[list[Tag]]:
    """The tags of each table that stands in no other, from its own to its end tag."""
    inside: list[Tag] = []
    depth = 0
    for tag in tags:
        if tag.is_broken:
            return
        if tag.name == "table":
            depth = max(0, depth - 1) if tag.is_end else depth + 1
        if depth or inside:
            inside.append(tag)
        if inside and not depth:
            yield inside
            inside = []


def _own(tags: list[Tag]) -> Iterator[Tag]:
    """The tags of a table without those of tables in it."""
    depth = 0
    for tag in tags:
        if tag.name == "table":
            depth += -1 if tag.is_end else 1
        elif depth == 1:
            yield tag


def _columns(tags: list[Tag]) -> int:
    """How many columns the widest row of a table has; what a cell of an earlier row reaches down to is not counted."""
    widest = row = 0
    for tag in _own(tags):
        if tag.name == "tr":
            row = 0
        elif tag.name in _CELLS and not tag.is_end:
            row += _span(tag)
            widest = max(widest, row)
    return widest


def _span(cell: Tag) -> int:
    value = (cell.get("colspan") or "").strip()
    return min(int(value), _MOST_COLUMNS) or 1 if value.isdecimal() and len(value) < 10 else 1


def _caption(html: str, tags: list[Tag]) -> str:
    """The words of a table's caption."""
    parts: list[str] = []
    position: int | None = None
    for tag in _own(tags):
        if position is not None:
            parts.append(html[position : tag.start])
        if tag.name == "caption" and not tag.is_end:
            position = tag.end
        elif tag.name in _AFTER_CAPTION:
            break
        elif position is not None:
            position = tag.end
    return " ".join(unescape("".join(parts)).split())
