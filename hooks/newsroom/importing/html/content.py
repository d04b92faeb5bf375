"""What is in blocks: their content in one line, and formatting that all of it has."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from newsroom.importing.html.model import (
    Block,
    Break,
    Code,
    Details,
    Heading,
    Inline,
    List,
    Paragraph,
    Quote,
    Style,
    Table,
    Text,
)


def joined(blocks: Iterable[Block]) -> tuple[Inline, ...]:
    """The inline content of blocks, with a line break between them."""
    content: list[Inline] = []
    for block in blocks:
        inner = _inline(block)
        if inner:
            content += [*([Break()] if content else []), *inner]
    return tuple(content)


def _inline(block: Block) -> tuple[Inline, ...]:
    match block:
        case Paragraph(content=content) | Heading(content=content):
            return content
        case List(items=items):
            return joined(inner for item in items for inner in item.blocks)
        case Quote(blocks=blocks) | Details(blocks=blocks):
            return joined(blocks)
        case Code(text=text):
            return (Text(text, Style(is_code=True)),)
        case Table(rows=rows):
            return joined(inner for row in rows for cell in row for inner in cell)
        case _:
            return ()


def without_headings(blocks: Iterable[Block]) -> list[Block]:
    """Blocks with a bold paragraph in place of each heading, for a list or a table, which headings would divide."""
    return [Paragraph(_bold(block.content)) if isinstance(block, Heading) else block for block in blocks]


def _bold(content: Iterable[Inline]) -> tuple[Inline, ...]:
    return tuple(replace(part, style=replace(part.style, marks=part.style.marks | {"strong"})) for part in content)


def unmarked(content: Sequence[Inline]) -> tuple[Inline, ...]:
    """Content without the bold type that all of it has."""
    texts = [part for part in content if isinstance(part, Text) and part.text.strip()]
    if not all("strong" in part.style.marks for part in texts):
        return tuple(content)
    return tuple(replace(part, style=replace(part.style, marks=part.style.marks - {"strong"})) for part in content)


def is_strong(blocks: Iterable[Block]) -> bool:
    """Whether all words of a cell are bold."""
    texts = [part for part in joined(blocks) if isinstance(part, Text) and part.text.strip()]
    return bool(texts) and all("strong" in part.style.marks for part in texts)


def is_plain(content: Iterable[Inline]) -> bool:
    """Whether content can be the words below a picture: only text, without links."""
    return all(isinstance(part, Text) and part.style.link is None and not part.style.tags for part in content)


def plain_text(content: Iterable[Inline]) -> str:
    """The words of content, without their formatting."""
    return " ".join("".join(part.text for part in content if isinstance(part, Text)).split())
