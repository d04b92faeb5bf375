"""A text between HTML and Markdown: blocks of inline content that knows its own formatting, and what is in them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace


@dataclass(eq=False)
class TextLink:
    """A link around some of a block's content. Without an address its words are not linked."""

    address: str | None
    is_button: bool = False


@dataclass(frozen=True)
class Style:
    """How a part of a text is formatted.

    Attributes:
        marks: Any of "strong", "em" and "del".
        tags: The start tags of elements that are written as HTML, like "<sup>", outermost first.
        link: The link around it.
        is_code: Whether it is code in a line.
    """

    marks: frozenset[str] = frozenset()
    tags: tuple[str, ...] = ()
    link: TextLink | None = None
    is_code: bool = False


PLAIN_STYLE = Style()
"""No formatting."""


@dataclass(frozen=True)
class Text:
    """Some words in one style."""

    text: str
    style: Style = PLAIN_STYLE


@dataclass(frozen=True)
class Break:
    """The end of a line inside a block."""

    style: Style = PLAIN_STYLE


@dataclass(frozen=True)
class TextPicture:
    """A picture, with the words below it."""

    source: str
    alt: str
    caption: str = ""
    style: Style = PLAIN_STYLE


@dataclass(frozen=True)
class FootnoteReference:
    """The number of a footnote."""

    label: str
    style: Style = PLAIN_STYLE


Inline = Text | Break | TextPicture | FootnoteReference


@dataclass(frozen=True)
class Bullet:
    """What makes a paragraph look like an item of a list: its level from 1, and its number in a numbered list."""

    level: int = 1
    number: int | None = None


@dataclass(frozen=True)
class Paragraph:
    """A paragraph. With a bullet it is an item of a list that was written without list elements."""

    content: tuple[Inline, ...]
    bullet: Bullet | None = None


@dataclass(eq=False)
class HeadingBlock:
    """A heading. ``names`` are the ids and names that links to it use."""

    level: int
    content: tuple[Inline, ...]
    names: frozenset[str] = frozenset()


@dataclass(frozen=True)
class ListItem:
    """An item of a list. ``is_done`` is the state of a task's box."""

    blocks: tuple["Block", ...]
    is_done: bool | None = None


@dataclass(frozen=True)
class List:
    """A list. One with ``start`` is numbered."""

    items: tuple[ListItem, ...]
    start: int | None = None


@dataclass(frozen=True)
class Quote:
    """A block quotation."""

    blocks: tuple["Block", ...]


@dataclass(frozen=True)
class Code:
    """Lines of code."""

    text: str
    language: str = ""


@dataclass(frozen=True)
class Separator:
    """A line across the page."""


@dataclass(frozen=True)
class Table:
    """A table's rows of cells, all of the same length. The first row is the header."""

    rows: tuple[tuple[tuple["Block", ...], ...], ...]
    alignments: tuple[str, ...] = ()


@dataclass(frozen=True)
class Terms:
    """A definition list: groups of terms, each with its definitions."""

    groups: tuple[tuple[tuple[Paragraph, ...], tuple[tuple["Block", ...], ...]], ...]


@dataclass(frozen=True)
class Details:
    """A part that opens when its summary is clicked."""

    summary: Paragraph
    blocks: tuple["Block", ...]


@dataclass(frozen=True)
class Footnote:
    """The text of a footnote."""

    label: str
    blocks: tuple["Block", ...]


Block = Paragraph | HeadingBlock | List | Quote | Code | Separator | Table | Terms | Details | Footnote


@dataclass
class Flow:
    """Collects blocks; inline content between blocks becomes paragraphs."""

    blocks: list[Block] = field(default_factory=list)
    content: list[Inline] = field(default_factory=list)

    def add(self, block: Block) -> None:
        """Add a block after what was collected so far."""
        self.end_paragraph()
        self.blocks.append(block)

    def end_paragraph(self, bullet: Bullet | None = None) -> None:
        """Make a paragraph of the inline content that was collected since the last block."""
        if self.content:
            self.blocks.append(Paragraph(tuple(self.content), bullet))
            self.content = []


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
