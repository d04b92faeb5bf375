"""The plain text of a page's HTML, divided into sections at its headings."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree
from lxml.html import HtmlElement

from newsroom.markup.policy import INLINE
from newsroom.markup.tree import HEADINGS, is_note_link

_INLINE = INLINE - {"br", "rp", "rt", "ruby"}
"""Elements that can be inside a word. All others separate the words before and after them."""


@dataclass(frozen=True)
class Section:
    """A section of a page: the id and text of its heading (both "" before the first heading), and its paragraphs."""

    id: str
    heading: str
    paragraphs: tuple[str, ...]


def split_sections(root: HtmlElement) -> tuple[Section, ...]:
    """Return the sections of a page's body that are not empty. A heading without an id does not start a section."""
    found: list[Section] = []
    section_id, heading = "", ""
    paragraphs: list[str] = []
    for block, text in _blocks(root):
        if block is not None and block.tag in HEADINGS and (id_ := block.get("id")):
            found.append(Section(section_id, heading, tuple(paragraphs)))
            section_id, heading, paragraphs = id_, text, []
        elif text:
            paragraphs.append(text)
    found.append(Section(section_id, heading, tuple(paragraphs)))
    return tuple(section for section in found if section.heading or section.paragraphs)


def _blocks(root: HtmlElement) -> Iterator[tuple[HtmlElement | None, str]]:
    """Yield each run of text without a block element in it, with the block that starts before it."""
    block: HtmlElement | None = None
    words: list[str] = []
    for event, element in etree.iterwalk(root, events=("start", "end")):
        is_start = event == "start"
        if element.tag not in _INLINE:
            yield block, " ".join("".join(words).split())
            block, words = (element if is_start else None), []
        text = ("" if is_note_link(element) else element.text) if is_start else element.tail
        words.append(text or "")
    yield block, " ".join("".join(words).split())
