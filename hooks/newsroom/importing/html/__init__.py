"""HTML to Markdown, for all importers and for text that is pasted."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from newsroom.importing.html.elements import parse_styled_html
from newsroom.importing.html.footnotes import find_footnotes
from newsroom.importing.html.inline import destination
from newsroom.importing.html.model import (
    Block,
    HeadingBlock,
    Quote,
    Separator,
    Text,
    TextPicture,
    all_content,
    blocks_in,
)
from newsroom.importing.html.reader import Reader
from newsroom.importing.html.runs import place_pictures
from newsroom.importing.html.writer import write_blocks
from newsroom.importing.source import MISSING_ALT, ConvertedText, NoteLog
from newsroom.markup.dialect.headings import HeadingIdMaker

__all__ = ["html_to_markdown"]
_LOWEST = 6


def html_to_markdown(html: str, *, first_heading: int = 2) -> ConvertedText:
    """Convert HTML to Markdown in this site's dialect, as a careful editor would write it.

    Hidden elements, scripts and forms are left out, and so is what follows readers. Everything else is kept, or a note
    says what became of it. Sources of pictures and addresses of links stay as they are in the HTML.

    Args:
        html: A text or a whole page, from any program.
        first_heading: The level that the highest headings get. The others follow without skipping a level.
    """
    log = NoteLog()
    body = parse_styled_html(html)
    footnotes = find_footnotes(body)
    reader = Reader(footnotes, log)
    notes = reader.read_footnotes()
    blocks = list(_arrange(reader.read(body)))
    while notes and blocks and isinstance(blocks[-1], Separator):
        del blocks[-1]  # the line above the footnotes
    blocks += notes
    headings = list(_find_headings(blocks))
    _set_levels(headings, first_heading)
    _lead_links_to_headings(blocks, headings, log)
    text = write_blocks(blocks)
    pictures = [part for part in all_content(blocks) if isinstance(part, TextPicture)]
    for picture in pictures:
        if not picture.alt:
            log.to_do(f"A picture has {MISSING_ALT}", f"![]({destination(picture.source)}")
    sources = tuple(dict.fromkeys(picture.source for picture in pictures))
    return ConvertedText(f"{text}\n" if text else "", sources, log.notes)


def _arrange(blocks: Iterable[Block]) -> Iterator[Block]:
    """Blocks with each picture that is beside a text, rather than in it, as a paragraph of its own."""
    for block in blocks:
        if isinstance(block, Quote):
            yield replace(block, blocks=tuple(_arrange(block.blocks)))
        else:
            yield from place_pictures(block)


def _find_headings(blocks: Iterable[Block]) -> Iterator[HeadingBlock]:
    """All headings in blocks, in order."""
    for block in blocks:
        if isinstance(block, HeadingBlock):
            yield block
        else:
            yield from _find_headings(blocks_in(block))


def _set_levels(headings: Iterable[HeadingBlock], first_level: int) -> None:
    """Give headings new levels: the highest is ``first_level``, and none skips a level."""
    above: list[tuple[int, int]] = []
    for heading in headings:
        while above and above[-1][0] >= heading.level:
            above.pop()
        level = min(above[-1][1] + 1, _LOWEST) if above else first_level
        above.append((heading.level, level))
        heading.level = level


def _lead_links_to_headings(blocks: Iterable[Block], headings: Iterable[HeadingBlock], log: NoteLog) -> None:
    """Change links to places in the HTML to links to headings. Other places do not exist in the Markdown."""
    ids = _heading_ids(headings)
    for link in dict.fromkeys(part.style.link for part in all_content(blocks)):
        if link is not None and link.address and link.address.startswith("#"):
            id_ = ids.get(link.address[1:])
            link.address = f"#{id_}" if id_ else None
            if id_ is None:
                log.dropped("A link to a place inside the text was removed; its words are still there.")


def _heading_ids(headings: Iterable[HeadingBlock]) -> dict[str, str]:
    """The id that each heading has on a page, by the names that the HTML has for it."""
    maker, ids = HeadingIdMaker(), dict[str, str]()
    for heading in headings:
        text = "".join(part.text for part in heading.content if isinstance(part, Text))
        ids |= dict.fromkeys(heading.names, maker.make(text))
    return ids
