"""What readers must know of an item before they open it: what it is, its state, date, writers and headline."""

import re

from newsroom.content.document import AnyDocument, Document
from newsroom.content.model import Dated, Timed
from newsroom.content.outline import Heading, Outline
from newsroom.content.types.newsletter import Newsletter
from newsroom.content.types.story import Story
from newsroom.translations import Translations

FEWEST_CONTENTS = 4
"""The smallest number of sections for which the email has a list of contents."""
_WORDS_AND_NUMBERS = re.compile(r"[0-9]+|[^\W\d_]+")
"""Matches "14" and "March" in "14 March", not the space."""


def labels_of(document: AnyDocument, t: Translations) -> tuple[str, ...]:
    """Return the genre of an item, and its state if it has one: "Event" and "Cancelled"."""
    return tuple(filter(None, (t(f"kind.{document.genre}"), state_of(document, t))))


def state_of(document: AnyDocument, t: Translations) -> str:
    """Return the state of an item, like "Forthcoming"; "" if it has none."""
    front = document.front
    return t(front.state) if isinstance(front, Dated) and front.state else ""


def date_of(front: Dated, t: Translations, *, is_over: bool) -> str:
    """Return the date that readers see of an item: "3 May 2024", "Expected: 2027", "closes on 1 May 2024".

    Args:
        front: The item's front matter.
        is_over: Whether the item is over: "closed on 1 May 2024".
    """
    date = t.date(front.shown_date)
    label = front.date_label_when_over if is_over and isinstance(front, Timed) else front.date_label
    return t(label, date=date) if label else date


def writers_in_words(front: Story, t: Translations) -> str | None:
    """Return the writers of a story: a single one with role and organisation, several with these in brackets.

    None if it names nobody.
    """
    if not front.writers:
        return None
    if len(front.writers) > 1:
        return t.list(tuple(writer.with_all for writer in front.writers))
    (writer,) = front.writers
    return ", ".join(filter(None, (writer.name, writer.role, writer.organisation)))


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
