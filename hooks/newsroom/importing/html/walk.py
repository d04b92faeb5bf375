"""Goes through all content of blocks."""

from collections.abc import Iterable, Iterator

from newsroom.importing.html.model import (
    Block,
    Code,
    Details,
    Footnote,
    Heading,
    Inline,
    Link,
    List,
    Paragraph,
    Quote,
    Rule,
    Table,
    Terms,
)


def all_content(blocks: Iterable[Block]) -> Iterator[Inline]:
    """All inline content in blocks, in order."""
    for block in blocks:
        match block:
            case Paragraph(content=content) | Heading(content=content):
                yield from content
            case List(items=items):
                yield from (part for item in items for part in all_content(item.blocks))
            case Quote(blocks=inner) | Footnote(blocks=inner):
                yield from all_content(inner)
            case Details(summary=summary, blocks=inner):
                yield from (*summary, *all_content(inner))
            case Table(rows=rows):
                yield from (part for row in rows for cell in row for part in all_content(cell))
            case Terms(groups=groups):
                for terms, definitions in groups:
                    yield from (part for term in terms for part in term)
                    yield from (part for definition in definitions for part in all_content(definition))
            case Code() | Rule():
                pass


def links_in(blocks: Iterable[Block]) -> list[Link]:
    """All links in blocks, each once."""
    return list(dict.fromkeys(part.style.link for part in all_content(blocks) if part.style.link is not None))
