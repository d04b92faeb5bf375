"""What pages show about a text besides its HTML, counted once in the tree that the page is made from."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml.html import HtmlElement

from newsroom.publish.first_paragraphs import first_paragraphs
from newsroom.publish.page import WebPage
from newsroom.publish.pdf_file import PdfFile
from newsroom.publish.reading_time import count_words
from newsroom.publish.section_excerpts import section_excerpts
from newsroom.publish.sections import split_sections


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
