"""What is in blocks: the blocks inside them, their inline content, and formatting that all of it has."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from newsroom.importing.html.model import Block, Break, Code, HeadingBlock, Inline, ListItem, Paragraph, Style, Text


def blocks_in(part: Block | ListItem | tuple[object, ...]) -> Iterator[Block]:
    """The blocks directly in a block, whatever its attributes are, in order."""
    for inner in part if isinstance(part, tuple) else vars(part).values():
        if isinstance(inner, Block):
            yield inner
        elif isinstance(inner, ListItem | tuple):
            yield from blocks_in(inner)


def all_content(blocks: Iterable[Block]) -> Iterator[Inline]:
    """All inline content in blocks and in the blocks inside them, in order."""
    for block in blocks:
        yield from block.content if isinstance(block, Paragraph | HeadingBlock) else all_content(blocks_in(block))


def joined(blocks: Iterable[Block]) -> tuple[Inline, ...]:
    """The inline content of blocks, with a line break between them."""
    content: list[Inline] = []
    for block in blocks:
        match block:
            case Paragraph() | HeadingBlock():
                inner = block.content
            case Code(text=text):
                inner = (Text(text, Style(is_code=True)),)
            case _:
                inner = joined(blocks_in(block))
        if inner:
            content += [*([Break()] if content else []), *inner]
    return tuple(content)


def with_mark(part: Inline, mark: str, *, is_on: bool) -> Inline:
    """Content with a mark such as "strong", or without it."""
    marks = part.style.marks | {mark} if is_on else part.style.marks - {mark}
    return replace(part, style=replace(part.style, marks=marks))


def without_headings(blocks: Iterable[Block]) -> list[Block]:
    """Blocks with a bold paragraph in place of each heading, for a list or a table, which headings would divide."""
    return [
        Paragraph(tuple(with_mark(part, "strong", is_on=True) for part in block.content))
        if isinstance(block, HeadingBlock)
        else block
        for block in blocks
    ]


def unmarked(content: Sequence[Inline]) -> tuple[Inline, ...]:
    """Content without the bold type that all of it has."""
    is_bold = all("strong" in part.style.marks for part in _words(content))
    return tuple(with_mark(part, "strong", is_on=False) for part in content) if is_bold else tuple(content)


def is_strong(blocks: Iterable[Block]) -> bool:
    """Whether all words of a cell are bold."""
    words = _words(joined(blocks))
    return bool(words) and all("strong" in part.style.marks for part in words)


def _words(content: Iterable[Inline]) -> list[Text]:
    return [part for part in content if isinstance(part, Text) and part.text.strip()]


def is_plain_text(content: Iterable[Inline]) -> bool:
    """Whether content can be the words below a picture: only text, without links."""
    return all(isinstance(part, Text) and part.style.link is None and not part.style.tags for part in content)


def inline_text(content: Iterable[Inline]) -> str:
    """The words of content, without their formatting."""
    words = (part.text if isinstance(part, Text) else " " for part in content if isinstance(part, Text | Break))
    return " ".join("".join(words).split())
