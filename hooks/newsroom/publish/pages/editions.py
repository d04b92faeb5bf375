"""The headline of an edition of the newsletter, and what is above it: its title and its date."""

import re

from newsroom.content.document import Document
from newsroom.content.outline import Heading, Outline
from newsroom.content.types.newsletter import Newsletter
from newsroom.translations import Translations

FEWEST_CONTENTS = 4
"""The smallest number of sections for which the email has a list of contents."""
_WORDS_AND_NUMBERS = re.compile(r"[0-9]+|[^\W\d_]+")
"""Matches "14" and "March" in "14 March", not the space."""


def title_above_headline(edition: Document[Newsletter]) -> str | None:
    """Return the edition's title, like "Newsletter, December 2023"; None if it is the same as its subject."""
    title, headline = edition.front.title, edition.front.subject
    return None if title.casefold() == headline.casefold() else title


def date_missing_in_title(edition: Document[Newsletter], t: Translations) -> str | None:
    """Return the edition's date in words; None if the title has all of it, like "Newsletter, December 2023"."""
    date = t.date(edition.front.date)
    return None if _date_parts(date) <= _date_parts(edition.front.title) else date


def section_parts(outline: Outline) -> tuple[tuple[Heading, tuple[Heading, ...]], ...]:
    """Return the sections of an edition, each with its third-level headings. Those without words are left out."""
    found: list[tuple[Heading, list[Heading]]] = []
    for heading in outline.headings:
        if not heading.text:
            continue
        if heading.level == 2 and not heading.is_quoted:
            found.append((heading, []))
        elif heading.level == 3 and not heading.is_quoted and found:
            found[-1][1].append(heading)
    return tuple((section, tuple(parts)) for section, parts in found)


def _date_parts(text: str) -> set[str]:
    return {part.casefold() for part in _WORDS_AND_NUMBERS.findall(text)}
