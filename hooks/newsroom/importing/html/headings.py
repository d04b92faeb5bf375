"""The levels of headings, and links to them."""

from collections.abc import Iterable, Iterator

from newsroom.importing.html.content import all_content, blocks_in
from newsroom.importing.html.model import Block, Heading, Text
from newsroom.importing.notes import NoteLog
from newsroom.markup.dialect.headings import heading_id

_LOWEST = 6


def find_headings(blocks: Iterable[Block]) -> Iterator[Heading]:
    """All headings in blocks, in order."""
    for block in blocks:
        if isinstance(block, Heading):
            yield block
        else:
            yield from find_headings(blocks_in(block))


def set_levels(headings: Iterable[Heading], first_level: int) -> None:
    """Give headings new levels: the highest is ``first_level``, and none skips a level."""
    above: list[tuple[int, int]] = []
    for heading in headings:
        while above and above[-1][0] >= heading.level:
            above.pop()
        level = min(above[-1][1] + 1, _LOWEST) if above else first_level
        above.append((heading.level, level))
        heading.level = level


def lead_links_to_headings(blocks: Iterable[Block], headings: Iterable[Heading], log: NoteLog) -> None:
    """Change links to places in the HTML to links to headings. Other places do not exist in the Markdown."""
    ids = _heading_ids(headings)
    for link in dict.fromkeys(part.style.link for part in all_content(blocks)):
        if link is not None and link.address and link.address.startswith("#"):
            id_ = ids.get(link.address[1:])
            link.address = f"#{id_}" if id_ else None
            if id_ is None:
                log.dropped("A link to a place inside the text was removed; its words are still there.")


def _heading_ids(headings: Iterable[Heading]) -> dict[str, str]:
    """The id that each heading has on a page, by the names that the HTML has for it."""
    used: dict[str, int] = {}
    ids: dict[str, str] = {}
    for heading in headings:
        wanted = heading_id("".join(part.text for part in heading.content if isinstance(part, Text)))
        count = used.get(wanted, 0)
        used[wanted] = count + 1
        ids |= dict.fromkeys(heading.names, f"{wanted}-{count}" if count else wanted)
    return ids
