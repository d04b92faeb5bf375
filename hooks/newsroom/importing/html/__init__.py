"""HTML to Markdown, for all importers and for text that is pasted."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from newsroom.importing.html.content import all_content
from newsroom.importing.html.elements import parse_styled_html
from newsroom.importing.html.footnotes import find_footnotes
from newsroom.importing.html.headings import find_headings, lead_links_to_headings, set_levels
from newsroom.importing.html.inline import destination
from newsroom.importing.html.model import Block, Picture, Quote, Rule
from newsroom.importing.html.reader import Reader
from newsroom.importing.html.runs import place_pictures
from newsroom.importing.html.writer import write_blocks
from newsroom.importing.notes import NoteLog
from newsroom.importing.source import MISSING_ALT, ConvertedText

__all__ = ["html_to_markdown"]


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
    while notes and blocks and isinstance(blocks[-1], Rule):
        del blocks[-1]  # the line above the footnotes
    blocks += notes
    headings = list(find_headings(blocks))
    set_levels(headings, first_heading)
    lead_links_to_headings(blocks, headings, log)
    text = write_blocks(blocks)
    pictures = [part for part in all_content(blocks) if isinstance(part, Picture)]
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
