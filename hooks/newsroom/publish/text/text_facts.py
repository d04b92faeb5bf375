"""What pages show about a text besides its HTML, like the time to read it, counted once in the page's own tree."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain

from lxml.html import HtmlElement

from newsroom.content.outline import Heading, Outline
from newsroom.ellipsis import with_ellipsis
from newsroom.markup.tree import HEADINGS
from newsroom.publish.pages.page import WebPage
from newsroom.publish.text.sections import Section, section_excerpts, split_sections

_ENOUGH = 50
_MOST = 90
"""In words."""
_LEFT_OUT = frozenset((*HEADINGS, "figure", "hr"))
WORDS_PER_MINUTE = 220
_LONG_PAGE = 600
"""In words."""
_MANY_SECTIONS = 4


class PdfError(Exception):
    """The program that makes PDFs cannot set a page; the message is what it says."""


@dataclass(frozen=True)
class PdfFile:
    """The PDF of a page: its path on the site, its number of pages, and its size in bytes."""

    path: str
    pages: int
    size: int


@dataclass(frozen=True)
class TextFacts:
    """The length of a page's text, its first paragraphs, the first sentence of each section by its id, and its PDF.

    ``quoted`` are the first paragraphs of the other items that the page quotes, by their paths.
    """

    word_count: int = 0
    excerpts: Mapping[str, str] = field(default_factory=dict)
    first_paragraphs: tuple[str, ...] = ()
    quoted: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    pdf: PdfFile | None = None


NO_TEXT = TextFacts()


def describe_text(page: WebPage, root: HtmlElement) -> TextFacts:
    """Return the facts about a page's text, whose finished tree is ``root``."""
    found = split_sections(root)
    excerpts = section_excerpts(page.document.outline, found) if page.document else {}
    return TextFacts(count_words(found), excerpts, first_paragraphs(root))


def count_words(sections: Iterable[Section]) -> int:
    """Return the number of words that a reader sees in a text: spaces and the ends of blocks separate words."""
    texts = (text for section in sections for text in (section.heading, *section.paragraphs))
    return sum(len(text.split()) for text in texts)


def reading_time(word_count: int) -> int:
    """Return how many whole minutes a text takes to read, at 220 words a minute; at least one."""
    return max(1, round(word_count / WORDS_PER_MINUTE))


def contents_list(outline: Outline, word_count: int) -> tuple[Heading, ...]:
    """Return the sections to list above a text; none if the text is short or has few sections."""
    sections = outline.named_sections
    return sections if len(sections) >= _MANY_SECTIONS and word_count > _LONG_PAGE else ()


def first_paragraphs(root: HtmlElement) -> tuple[str, ...]:
    """Return the first paragraphs of a text, as plain text: about 50 words, and at most 90.

    Headings and pictures are left out. It ends at a list, a table and all else that is not a paragraph.
    """
    return tuple(_paragraphs(root))


def _paragraphs(root: HtmlElement) -> Iterator[str]:
    count = 0
    for block in root:
        if block.tag in _LEFT_OUT:
            continue
        if block.tag != "p" or count >= _ENOUGH:
            return
        words = " ".join(chain.from_iterable(section.paragraphs for section in split_sections(block))).split()
        kept = words[: _MOST - count]
        if kept:
            yield " ".join(kept) if kept == words else with_ellipsis(" ".join(kept))
        count += len(words)
