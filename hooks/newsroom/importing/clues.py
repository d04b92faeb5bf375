"""Finds the title, the author and the day where a text says them, in lines that only its look sets apart."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice

from lxml.html import HtmlElement

from newsroom.content.dates import read_day
from newsroom.importing.source import NoteLog
from newsroom.importing.tree import drop, element_text, find_by_xpath, text_blocks
from newsroom.markup.tree import HEADINGS

_TITLE = ".//*[self::p or self::h1 or self::div][contains(concat(' ', @class, ' '), ' title ')]|.//p[@class='MsoTitle']"
_SUBTITLE = ".//p[contains(concat(' ', @class, ' '), ' subtitle ') or @class='MsoSubtitle']"
_FIRST, _LAST = 6, 3
"""How many blocks of text at the beginning and at the end may name the author or the day."""
_BYLINE = re.compile(
    r"(?i:(?:(?:written|words|story|blog|text) )?by:?|author:|(?:ysgrifennwyd )?gan:?|awdur:)\s+"
    r"(?P<name>[^\W\d_][^,;:|–—·\d]{2,60}?)(?:\s*[,|–—·]\s*(?P<rest>.+?))?\.?"
)
"""Matches "By Ann Archer", "Written by: Jo van Berg, 12 March 2024" and "Gan Siân Elfyn"."""
_DAY_FIRST = re.compile(
    r"(?i:(?:posted|published|written)(?: on)?:? )?(?P<rest>\S.{6,40}?\d)\s*[,|–—·]?\s+"
    r"(?i:by:?|gan:?)\s+(?P<name>.{3,60}?)\.?"
)
"""Matches "3 May 2022 by Jo Elm" and "Posted on May 3, 2022 | by Jo Elm"."""
_NAME_WORD = r"(?:[^\W\d_a-z][\w'’.-]*|van|von|de|der|ap|ab|of|and|&)"
_NAME = re.compile(rf"{_NAME_WORD}(?: {_NAME_WORD})+")
"""Matches "Ann Archer", "Siân ap Huw" and "Bo and Jo Elm", but not "the river" or "Ann"."""
_WRITTEN = re.compile(
    r"(?i:(?:first )?(?:published|posted|written|date|updated|cyhoeddwyd|dyddiad)(?: on| ar)?:?\s+)?(?P<day>.+?)\.?"
)
"""Matches "Published on 12 March 2024", with "12 March 2024" as the day; any text may be one, so it is parsed."""
_TIME = re.compile(r"\d{1,2}[:.]\d{2}(?: ?[ap]m)?", re.IGNORECASE)
"""Matches the line "10:32", which OneNote writes below the day."""


@dataclass
class Clues:
    """What a text says of itself."""

    title: str | None = None
    subtitle: str | None = None
    author: str | None = None
    day: date | None = None


def take_clues(body: HtmlElement, known: Clues, log: NoteLog) -> Clues:
    """Find what is not known of a text yet, and take the lines that say it out of the body. Changes ``known``."""
    if known.title is None:
        known.title = _take_title(body)
    if known.subtitle is None:
        known.subtitle = _take_first(body, _SUBTITLE)
    for block in _edges(body):
        if _takes_line(element_text(block), known, log):
            after = block.getnext()
            if isinstance(after, HtmlElement) and _TIME.fullmatch(element_text(after)):
                drop(after)
            drop(block)
    return known


def _take_title(body: HtmlElement) -> str | None:
    """The title in the text: what is styled as one, the only ``h1``, or a heading at the start."""
    if styled := _take_first(body, _TITLE):
        return styled
    only = [element for element in find_by_xpath(body, ".//h1") if element_text(element)]
    found = only[0] if len(only) == 1 else next(text_blocks(body), None)
    if found is None or found.tag not in HEADINGS or find_by_xpath(found, ".//img"):
        return None
    return _take(found)


def _takes_line(text: str, known: Clues, log: NoteLog) -> bool:
    """Whether a line says nothing but who wrote the text, and when, and this was not known."""
    byline = _BYLINE.fullmatch(text) or _DAY_FIRST.fullmatch(text)
    if byline and known.author is None and _NAME.fullmatch(byline["name"]):
        day = read_day(byline["rest"]) if byline["rest"] else None
        if byline["rest"] and day is None:
            return False
        known.author, known.day = byline["name"], known.day or day
        log.guessed(f"The author is from the line “{text}”.", known.author)
        return True
    written = _WRITTEN.fullmatch(text)
    day = read_day(written["day"]) if written and known.day is None else None
    if day is None:
        return False
    known.day = day
    log.guessed(f"The date is from the line “{text}”.", f"date: {day}")
    return True


def _take_first(body: HtmlElement, xpath: str) -> str | None:
    found = next((element for element in find_by_xpath(body, xpath) if element_text(element)), None)
    return None if found is None else _take(found)


def _take(element: HtmlElement) -> str:
    text = element_text(element)
    drop(element)
    return text


def _edges(body: HtmlElement) -> Iterator[HtmlElement]:
    blocks = [block for block in text_blocks(body) if block.tag in ("p", "div", *HEADINGS)]
    yield from dict.fromkeys((*islice(blocks, _FIRST), *blocks[-_LAST:]))
