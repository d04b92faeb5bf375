"""Converts a section to plain text, from the same element tree as the HTML part.

Lines are wrapped at 72 characters. A link gets a number, and the addresses are listed at the end of the section.
"""

import re
import textwrap
from collections.abc import Iterable, Iterator

from lxml.html import HtmlElement

from newsroom.publish.email.plain_words import BLOCK_BREAK, BREAK, item_numbers, mark_style, numbered_items, on_one_line
from newsroom.publish.text.table_grid import row_cells, table_rows

WIDTH = 72
PICTURE_LINK = "picture-link"
"""The class of a link that has only a picture, next to words with the same link. Plain text leaves it out."""
_BLOCKS = frozenset(
    (
        *("p", "div", "pre", "hr", "blockquote", "figure", "figcaption", "ul", "ol", "li", "dl", "dt", "dd"),
        *("h2", "h3", "h4", "h5", "h6", "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td"),
    )
)
_BREAKABLE = re.compile(r"\s{2,}|[^\S\u00a0\u202f]")
"""Matches white space, but not a no-break space alone, as in "12 May" and the French "Pourquoi ?"."""
_NO_BREAK = re.compile("[\u00a0\u202f]")
_HEADINGS = frozenset({"h3", "h4", "h5", "h6"})


class LinkNotes:
    """Numbers the links of an email. The same address always has the same number."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._pending: list[str] = []

    def number(self, address: str) -> int:
        """Get the number of an address. The next :meth:`pop_lines` lists it."""
        self._numbers.setdefault(address, len(self._numbers) + 1)
        if address not in self._pending:
            self._pending.append(address)
        return self._numbers[address]

    def pop_lines(self) -> list[str]:
        """Return a line for each address that was numbered since the last call, in the order of the numbers."""
        listed = sorted(self._pending, key=self._numbers.__getitem__)
        lines = [f"[{self._numbers[address]}] {address}" for address in listed]
        self._pending.clear()
        return lines


def section_text(content: HtmlElement, notes: LinkNotes) -> str:
    """Convert a section's content to plain text, with the addresses of its links below it."""
    blocks = ["\n".join(lines) for lines in _blocks(content, WIDTH, notes)]
    listed = notes.pop_lines()
    return "\n\n".join([*blocks, *(["\n".join(listed)] if listed else [])])


def wrap(text: str, width: int = WIDTH, first: str = "", rest: str = "") -> list[str]:
    """Wrap text at ``width`` characters. ``first`` begins the first line, and ``rest`` begins the others.

    White space is collapsed. No line ends at a no-break space, which then becomes an ordinary one. Words are not
    broken: a long address is longer than the line, and if nesting leaves no width, each word has a line of its own.
    """
    lines: list[str] = []
    for part in text.replace(BLOCK_BREAK, BREAK).split(BREAK):
        start = rest if lines else first
        words = _BREAKABLE.sub(" ", part).strip()
        wrapped = textwrap.wrap(
            words,
            max(width, 1),
            initial_indent=start,
            subsequent_indent=rest,
            break_long_words=False,
            break_on_hyphens=False,
        )
        lines += [_NO_BREAK.sub(" ", line) for line in wrapped] or ([start.rstrip()] if start.strip() else [])
    return lines


def _blocks(element: HtmlElement, width: int, notes: LinkNotes) -> Iterator[list[str]]:
    """Yield the blocks inside an element, each as lines. Loose text between blocks is a block of its own."""
    loose = element.text or ""
    for child in element:
        if not isinstance(child.tag, str):
            loose += child.tail or ""
        elif child.tag in _BLOCKS or _contains_blocks(child):
            yield from _paragraph(loose, width)
            yield from _block(child, width, notes)
            loose = child.tail or ""
        else:
            loose += _inline(child, notes) + (child.tail or "")
    yield from _paragraph(loose, width)


def _contains_blocks(element: HtmlElement) -> bool:
    """Whether an inline element contains blocks, as in ``<b><p>Text</p></b>``. Links are always inline."""
    return element.tag != "a" and any(child.tag in _BLOCKS for child in element.iterdescendants())


def _paragraph(text: str, width: int) -> Iterator[list[str]]:
    lines = wrap(text, width)
    if lines:
        yield lines


def _block(element: HtmlElement, width: int, notes: LinkNotes) -> Iterator[list[str]]:
    match element.tag:
        case "ul" | "ol":
            yield _list(element, width, notes)
        case "blockquote":
            inner = _stack(_blocks(element, width - 2, notes))
            yield [f"> {line}".rstrip() for line in inner]
        case "pre":
            yield [f"    {line}".rstrip() for line in element.text_content().rstrip("\n").split("\n")]
        case "dd":
            yield [f"    {line}".rstrip() for line in _stack(_blocks(element, width - 4, notes))]
        case "dl":
            yield _stack(_blocks(element, width, notes), gap=False)
        case "hr":
            yield ["-" * 3]
        case "table":
            yield from (
                block for caption in element.iterchildren("caption") for block in _blocks(caption, width, notes)
            )
            yield from _rows(element, width, notes)
        case tag if tag in _HEADINGS:
            lines = [line for block in _blocks(element, width, notes) for line in block]
            yield [*lines, "-" * min(width, max((len(line) for line in lines), default=0))]
        case _:
            yield from _blocks(element, width, notes)


def _list(element: HtmlElement, width: int, notes: LinkNotes) -> list[str]:
    lines: list[str] = []
    for number, item in numbered_items(element):
        marker = f"{number}. " if element.tag == "ol" else "- "
        indent = " " * len(marker)
        inner = _stack(_blocks(item, width - len(marker), notes), gap=item.find("p") is not None)
        lines += [f"{indent if index else marker}{line}".rstrip() for index, line in enumerate(inner or [""])]
    return lines


def _rows(table: HtmlElement, width: int, notes: LinkNotes) -> Iterator[list[str]]:
    if table.get("role") == "presentation":
        cells = (cell for row in table_rows(table) for cell in row_cells(row))
        yield from (block for cell in cells for block in _blocks(cell, width, notes))
    else:
        yield [line for row in table_rows(table) for line in _row(row, width, notes)]


def _row(row: HtmlElement, width: int, notes: LinkNotes) -> list[str]:
    cells = [on_one_line(_inline(cell, notes)) for cell in row_cells(row)]
    return wrap(" | ".join(cells), width, rest="  ")


def _stack(blocks: Iterable[list[str]], *, gap: bool = True) -> list[str]:
    lines: list[str] = []
    for block in blocks:
        lines += ["", *block] if lines and gap else block
    return lines


def _inline(element: HtmlElement, notes: LinkNotes) -> str:
    """The text of an element, with the numbers of its links. Blocks in a link or a cell have lines of their own."""
    if element.tag == "br":
        return BREAK
    if element.tag == "img":
        return " ".join(f"[{words}]" for name in ("alt", "title") if (words := element.get(name)))
    if element.get("class") == PICTURE_LINK:
        return ""
    words, numbers = element.text or "", item_numbers(element)
    for child in element:
        shown = _inline(child, notes) if isinstance(child.tag, str) else ""
        words += f"{numbers.get(child, '')}{shown}{child.tail or ''}"
    words = mark_style(element, words)
    address = element.get("href") if element.tag == "a" else None
    if not address or words.strip() in (address, address.removeprefix("mailto:")):
        return f"{BLOCK_BREAK}{words}{BLOCK_BREAK}" if element.tag in _BLOCKS else words
    return f"{words.strip(BREAK + BLOCK_BREAK)} [{notes.number(address)}]"
