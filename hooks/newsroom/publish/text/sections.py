"""The plain text of a page's HTML, divided into sections at its headings, and the first sentence of each."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from lxml import etree
from lxml.html import HtmlElement

from newsroom.content.outline import Outline
from newsroom.ellipsis import cut_at_word, with_ellipsis
from newsroom.markup.policy import INLINE
from newsroom.markup.tree import HEADINGS, is_note_link

_INLINE = INLINE - {"br", "rp", "rt", "ruby"}
"""Elements that can be inside a word. All others separate the words before and after them."""
MAX_EXCERPT = 110
_FEW_WORDS = 6
_WORD = re.compile(r"\w+")
_SENTENCE = re.compile(r".{20,110}?[.!?…]{1,3}[”’\"')]{0,2}(?= [^a-z])")
"""Matches "Four councils joined in 2023." in "Four councils joined in 2023. They are new."; not "Dr.", which is short
enough to be an abbreviation, nor "Things to read, e.g." in "Things to read, e.g. the report", where no capital follows.
"""


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


def section_excerpts(outline: Outline, sections: Iterable[Section]) -> Mapping[str, str]:
    """Return the first sentence of each section of a text, as plain text, by the section's id.

    A sentence of more than 110 characters ends at a word, with an ellipsis. Three kinds of sections have no excerpt:
    those that begin with a smaller heading, those without words, and those whose first sentence repeats their heading.

    Args:
        outline: The text's outline, which says which headings are sections.
        sections: The text's sections with their words; smaller headings make sections, too.
    """
    ids = {section.id for section in outline.sections}
    found = {
        section: _first_sentence(section.paragraphs[0])
        for section in sections
        if section.id in ids and section.paragraphs
    }
    return {section.id: sentence for section, sentence in found.items() if not _only_repeats(sentence, section.heading)}


def _only_repeats(sentence: str, heading: str) -> bool:
    """Whether a sentence is its heading with a few words around it, like "This section was about events"."""
    sentence_words, heading_words = (set(_WORD.findall(text.casefold())) for text in (sentence, heading))
    return heading_words <= sentence_words and len(sentence_words - heading_words) < _FEW_WORDS


def _first_sentence(paragraph: str) -> str:
    found = _SENTENCE.match(paragraph)
    sentence = found[0] if found else paragraph
    if len(sentence) <= MAX_EXCERPT and sentence[-1] not in ":,;":
        return sentence
    return with_ellipsis(sentence) if len(sentence) < MAX_EXCERPT else cut_at_word(sentence, MAX_EXCERPT)
