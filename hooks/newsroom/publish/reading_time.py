"""How long a page takes to read, and the list of its sections if it is long."""

from collections.abc import Iterable

from newsroom.content.outline import Heading, Outline
from newsroom.publish.sections import Section

WORDS_PER_MINUTE = 220
_LONG_PAGE = 600
"""In words."""
_MANY_SECTIONS = 4


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
