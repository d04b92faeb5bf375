"""Writes blocks as Markdown."""

import re
from collections.abc import Iterable, Mapping, Sequence
from html import escape as escape_html
from itertools import chain, pairwise, repeat

from newsroom.importing.html.inline import InlineWriter
from newsroom.importing.html.model import (
    Block,
    Code,
    Details,
    Footnote,
    HeadingBlock,
    List,
    ListItem,
    Paragraph,
    Quote,
    Separator,
    Table,
    Terms,
    blocks_in,
    inline_text,
)

_ALIGNMENTS: Mapping[str, str] = {"": "---", "right": "---:", "center": ":---:"}


def write_blocks(blocks: Sequence[Block], gap: str = "\n\n") -> str:
    """The Markdown of blocks, without a line end at its end."""
    written: list[str] = []
    is_other_list = False
    previous: Block | None = None
    for block in blocks:
        is_beside = (
            isinstance(block, List) and isinstance(previous, List) and (block.start is None) == (previous.start is None)
        )
        is_other_list = is_beside and not is_other_list
        text = _write(block, is_other=is_other_list)
        if text:
            written.append(text)
            previous = block
    return gap.join(written)


def _write(block: Block, *, is_other: bool) -> str:  # noqa: C901 - one case for each kind of block
    match block:
        case Paragraph(content=content):
            return InlineWriter().write(content)
        case HeadingBlock(level=level, content=content):
            return f"{'#' * level} {InlineWriter(is_heading=True).write(content)}"
        case Quote(blocks=blocks):
            return _prefix(write_blocks(blocks), "> ", "> ")
        case Code(text=text, language=language):
            fence = "`" * (1 + max(map(len, ("``", *re.findall("`+", text)))))
            return f"{fence}{language}\n{text}\n{fence}"
        case Separator():
            return "---"
        case Table():
            return _write_table(block)
        case Terms(groups=groups):
            return "\n\n".join(_write_terms(terms, definitions) for terms, definitions in groups)
        case Details(summary=summary, blocks=blocks):
            start = f"<details>\n<summary>{escape_html(inline_text(summary.content), quote=False)}</summary>"
            return "\n\n".join(filter(None, (start, write_blocks(blocks), "</details>")))
        case Footnote(label=label, blocks=blocks):
            return _prefix(write_blocks(blocks), f"[^{label}]: ", "    ")
        case List():
            return _write_list(block, is_other=is_other)


def _prefix(text: str, first: str, other: str) -> str:
    """A text with a prefix before its first line, and another one before the other lines."""
    lines = zip(text.split("\n"), chain((first,), repeat(other)), strict=False)
    return "\n".join(f"{prefix}{line}" if line else prefix.rstrip() for line, prefix in lines)


def _write_list(block: List, *, is_other: bool) -> str:
    """A list. One directly after another list of its kind has other marks, which divide them."""
    is_tight = all(_is_tight(item) for item in block.items)
    items = (
        _write_item(item, _marker(block, number, is_other=is_other), is_tight=is_tight)
        for number, item in enumerate(block.items)
    )
    return ("\n" if is_tight else "\n\n").join(items)


def _marker(block: List, number: int, *, is_other: bool) -> str:
    if block.start is None:
        return "* " if is_other else "- "
    return f"{block.start + number}{')' if is_other else '.'} "


def _is_tight(item: ListItem) -> bool:
    """Whether an item needs no empty lines: a paragraph at most, and lists below it."""
    rest = item.blocks[1:] if item.blocks and isinstance(item.blocks[0], Paragraph) else item.blocks
    is_divided = any(isinstance(one, List) and isinstance(other, List) for one, other in pairwise(rest))
    return not is_divided and all(isinstance(block, List) and _continues(block) for block in rest)


def _continues(block: List) -> bool:
    """Whether a list can follow a paragraph without an empty line, which a number other than 1 needs."""
    return block.start in (None, 1) and all(map(_is_tight, block.items))


def _write_item(item: ListItem, marker: str, *, is_tight: bool) -> str:
    box = "" if item.is_done is None else "[x] " if item.is_done else "[ ] "
    return _prefix(box + write_blocks(item.blocks, "\n" if is_tight else "\n\n"), marker, " " * len(marker))


def _write_terms(terms: Sequence[Paragraph], definitions: Sequence[Sequence[Block]]) -> str:
    words = "<br>".join(InlineWriter(is_heading=True).write(term.content) for term in terms)
    return "\n".join((words, *(_prefix(write_blocks(blocks), ":   ", "    ") for blocks in definitions)))


def _write_table(table: Table) -> str:
    header, *rows = [[_write_cell(cell) for cell in row] for row in table.rows]
    delimiters = [_ALIGNMENTS[table.alignments[column] if table.alignments else ""] for column in range(len(header))]
    return "\n".join(
        f"{''.join(f'| {cell} ' if cell else '| ' for cell in cells)}|" for cells in (header, delimiters, *rows)
    )


def _write_cell(blocks: Iterable[Block]) -> str:
    return "<br>".join(filter(None, map(_write_in_cell, blocks)))


def _write_in_cell(block: Block) -> str:
    match block:
        case Paragraph(content=content):
            return InlineWriter(is_cell=True).write(content)
        case List(items=items, start=start):
            tag = "ul" if start is None else "ol"
            first = f' start="{start}"' if start not in (None, 1) else ""
            inner = "".join(f"<li>{_write_cell(item.blocks)}</li>" for item in items)
            return f"<{tag}{first}>{inner}</{tag}>"
        case _:
            return _write_cell(blocks_in(block))
