"""How long a page is to read, and the list of its sections where it is long."""

import re

from newsroom.content.document import Heading, Outline

WORDS_A_MINUTE = 220
_LONG = 600
_MANY = 4
_MARKUP = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style)\b.*?(?:</\1\s*>|\Z)|</?[a-z!][^<>]*>", re.DOTALL | re.IGNORECASE
)


def count_words(html: str) -> int:
    """About how many words a reader sees of a page's body: what spaces part, without tags, comments and scripts."""
    return len(_MARKUP.sub("", html).split())


def reading_time(html: str) -> int:
    """The whole minutes that a page's body takes to read, at 220 words a minute; at least one."""
    return max(1, round(count_words(html) / WORDS_A_MINUTE))


def contents(outline: Outline, html: str) -> tuple[Heading, ...]:
    """The sections of a long page, of which a list above it helps; none where it is short or has few of them."""
    sections = outline.sections
    return sections if len(sections) >= _MANY and count_words(html) > _LONG else ()
