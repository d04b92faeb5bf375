"""What the search needs of a page's text. It is kept with the text, because it takes long to find."""

from dataclasses import dataclass

from lxml.html import HtmlElement

from newsroom.publish.search.joined import find_joined_words
from newsroom.publish.search.record import sections_html
from newsroom.publish.search.vocabulary import find_words
from newsroom.publish.text.sections import split_sections


@dataclass(frozen=True)
class PageWords:
    """The HTML of a text for the index, the joined words in it, and its words for the vocabulary, sorted."""

    html: str
    joined: tuple[str, ...]
    words: tuple[str, ...]


def find_page_words(root: HtmlElement) -> PageWords:
    """Return what the search needs of a text, whose prepared tree is ``root``."""
    sections = split_sections(root)
    texts = [text for section in sections for text in (section.heading, *section.paragraphs)]
    words = tuple(sorted(find_words(" ".join(texts))))
    return PageWords(sections_html(sections), find_joined_words(texts), words)
