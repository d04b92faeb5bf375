"""How long a page is to read, and the list of its sections where it is long."""

from newsroom.content.document import Heading, Outline
from newsroom.publish.sections import sections

WORDS_A_MINUTE = 220
_LONG = 600
_MANY = 4


def count_words(html: str) -> int:
    """About how many words a reader sees of a page's body: what spaces part, and the ends of blocks."""
    texts = (text for section in sections(html) for text in (section.heading, *section.paragraphs))
    return sum(len(text.split()) for text in texts)


def reading_time(html: str) -> int:
    """The whole minutes that a page's body takes to read, at 220 words a minute; at least one."""
    return max(1, round(count_words(html) / WORDS_A_MINUTE))


def contents(outline: Outline, html: str) -> tuple[Heading, ...]:
    """The sections of a long page, of which a list above it helps; none where it is short or has few of them."""
    sections = outline.sections
    return sections if len(sections) >= _MANY and count_words(html) > _LONG else ()
