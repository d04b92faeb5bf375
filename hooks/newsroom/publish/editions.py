"""The date of an edition of the newsletter, to show next to its title."""

import re

from newsroom.content.document import Document
from newsroom.content.types.newsletter import Newsletter
from newsroom.translations import Translations

_WORDS_AND_NUMBERS = re.compile(r"[0-9]+|[^\W\d_]+")
"""Matches "14" and "March" in "14 March", not the space."""


def date_missing_in_title(edition: Document[Newsletter], t: Translations) -> str | None:
    """Return the edition's date in words; None if the title has all of it, like "Newsletter, December 2023"."""
    date = t.date(edition.front.date)
    return None if _date_parts(date) <= _date_parts(edition.front.title) else date


def _date_parts(text: str) -> set[str]:
    return {part.casefold() for part in _WORDS_AND_NUMBERS.findall(text)}
