"""A text between HTML and Markdown: blocks of inline content, of which each knows its own formatting."""

from dataclasses import dataclass, field


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
