"""Finds what belongs into the front matter: the title, who wrote the text, and when; only where the text says it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from babel.dates import get_month_names

from newsroom.importing.source import Note, NoteKind
from newsroom.importing.word.body import HEADINGS
from newsroom.importing.word.inline import text_of
from newsroom.importing.word.xml import Element

_FIRST = 8
"""Names and dates are looked for in so many blocks at the start."""
_SHORT = 100
_NAME = r"(?P<name>[^\W\d_][^,;:|\d]{2,60}?)"
_BYLINE = re.compile(
    rf"(?:(?:Written |Words |Story |Text )?by:?|Author:|Gan:?|Ysgrifennwyd gan:?|Awdur:)\s+{_NAME}"
    r"(?:\s*[,|–—·-]\s*(?P<rest>.+))?\.?",
    re.IGNORECASE,
)
"""By Ann Archer; Written by Ann Archer, 12 March 2024; but not "By the time she came, it was late."."""
_WRITTEN = re.compile(
    r"(?:(?:Published|Posted|Written|Date|Cyhoeddwyd|Dyddiad)(?: on| ar)?:?\s+)?(?P<day>.+?)\.?", re.IGNORECASE
)
_DAY_FIRST = re.compile(
    r"(?:[^\W\d_]+,?\s+)?(?P<day>\d{1,2})(?:st|nd|rd|th|ain|af|fed|eg|ydd)?\s+(?:of\s+)?(?P<month>[^\W\d_]+),?\s+(?P<year>\d{4})"
)
_MONTH_FIRST = re.compile(r"(?P<month>[^\W\d_]+)\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year>\d{4})")
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})")
_SLASHES = re.compile(r"(?P<day>\d{1,2})[/.](?P<month>\d{1,2})[/.](?P<year>\d{4})")


@dataclass
class Front:
    """What the text says about itself."""

    title: str | None = None
    subtitle: str | None = None
    author: str | None = None
    day: date | None = None


def take_front(root: Element, titles: Sequence[str], subtitles: Sequence[str], notes: list[Note]) -> Front:
    """Take the title and the lines with the author and the day out of the body, and level the headings that stay."""
    front = Front(title=next(iter(titles), None), subtitle=next(iter(subtitles), None))
    if front.title is None:
        front.title = _take_title(root, notes)
    for block in [block for block in list(root)[:_FIRST] if block.tag == "p" and block.find(".//img") is None]:
        if _take_line(text_of(block), front, notes):
            root.remove(block)
    level_headings(root)
    return front


def _take_title(root: Element, notes: list[Note]) -> str | None:
    """The first heading, if nothing but short lines and pictures is before it and none is above it."""
    levels = [heading.tag for heading in root if heading.tag in HEADINGS]
    for block in list(root)[:_FIRST]:
        if block.tag in HEADINGS:
            if block.tag != min(levels):
                return None
            title = text_of(block)
            if not title or block.find(".//img") is not None:
                return None
            notes.append(Note(NoteKind.GUESSED, "The first heading became the title.", title))
            root.remove(block)
            return title
        if block.tag != "p" or len(text_of(block)) > _SHORT:
            return None
    return None


def _take_line(text: str, front: Front, notes: list[Note]) -> bool:
    byline = _BYLINE.fullmatch(text)
    if byline and front.author is None and _is_name(byline["name"]):
        day = read_day(byline["rest"]) if byline["rest"] else None
        if byline["rest"] and day is None:
            front.author = byline["name"].strip()
            notes.append(Note(NoteKind.GUESSED, "The author is from this line, which is still in the text.", text))
            return False
        front.author, front.day = byline["name"].strip(), day or front.day
        notes.append(Note(NoteKind.GUESSED, f'The author is from the line "{text}".', front.author))
        return True
    written = _WRITTEN.fullmatch(text)
    day = read_day(written["day"]) if written and front.day is None else None
    if day:
        front.day = day
        notes.append(Note(NoteKind.GUESSED, f'The date is from the line "{text}".', text))
    return day is not None


def _is_name(text: str) -> bool:
    """Whether each long word starts with a capital: "Ann Archer", "Siân ap Huw", but not "the time she came"."""
    words = text.split()
    return len(words) <= 8 and all(word[0].isupper() or len(word) < 4 for word in words) and words[0][0].isupper()


def read_day(text: str) -> date | None:
    """A day in English or Welsh: "12 March 2024", "March 12, 2024", "2024-03-12", "12/03/2024"; None if it is none."""
    for pattern in (_DAY_FIRST, _MONTH_FIRST, _ISO, _SLASHES):
        match = pattern.fullmatch(text.strip())
        if match:
            month = int(match["month"]) if match["month"].isdigit() else _month(match["month"])
            try:
                return date(int(match["year"]), month, int(match["day"]))
            except ValueError:
                return None
    return None


def _month(name: str) -> int:
    for locale in ("en_GB", "cy"):
        for width in ("wide", "abbreviated"):
            for number, month in get_month_names(width, locale=locale).items():
                if month.lower() == name.lower():
                    return int(number)
    return 0


def level_headings(root: Element) -> None:
    """Give the highest headings of the body level 2, below the title, and leave no level out."""
    headings = [block for block in root if block.tag in HEADINGS]
    highest = min((int(heading.tag[1]) for heading in headings), default=1)
    before = 1
    for heading in headings:
        before = min(int(heading.tag[1]) - highest + 2, before + 1, 6)
        heading.tag = f"h{before}"
