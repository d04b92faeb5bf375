"""The levels of headings, and links to them."""

from collections.abc import Iterable, Iterator

from newsroom.importing.html.model import Block, Details, Heading, Item, List, Quote, Text
from newsroom.markup.dialect.headings import heading_id

_LOWEST = 6


def find_headings(blocks: Iterable[Block]) -> Iterator[Heading]:
    """All headings in blocks, in order."""
    for block in blocks:
        match block:
            case Heading():
                yield block
            case Quote(blocks=inner) | Details(blocks=inner) | Item(blocks=inner):
                yield from find_headings(inner)
            case List(items=items):
                yield from (heading for item in items for heading in find_headings(item.blocks))


def set_levels(headings: Iterable[Heading], first_level: int) -> None:
    """Give headings new levels: the highest is ``first_level``, and none skips a level."""
    above: list[tuple[int, int]] = []
    for heading in headings:
        while above and above[-1][0] >= heading.level:
            above.pop()
        level = min(above[-1][1] + 1, _LOWEST) if above else first_level
        above.append((heading.level, level))
        heading.level = level


def heading_ids(headings: Iterable[Heading]) -> dict[str, str]:
    """The id that each heading has on a page, by the names that the HTML has for it."""
    used: dict[str, int] = {}
    ids: dict[str, str] = {}
    for heading in headings:
        wanted = heading_id("".join(part.text for part in heading.content if isinstance(part, Text)))
        count = used.get(wanted, 0)
        used[wanted] = count + 1
        ids |= dict.fromkeys(heading.names, f"{wanted}-{count}" if count else wanted)
    return ids
