"""Reads days as people write them in a text."""

import re
from datetime import date

from babel.dates import get_month_names

_DAY_FORMS = (
    re.compile(
        r"(?:[^\W\d_]+,?\s+)?(?P<day>\d{1,2})(?:st|nd|rd|th|ain|af|fed|eg|ydd)?\s+(?:of\s+)?(?P<month>[^\W\d_]+)\.?,?\s+"
        r"(?P<year>\d{4})"
    ),
    re.compile(r"(?P<month>[^\W\d_]+)\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year>\d{4})"),
    re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})"),
    re.compile(r"(?P<day>\d{1,2})[/.](?P<month>\d{1,2})[/.](?P<year>\d{4})"),
)
"""Match "Friday, 3rd of May 2024", "May 3, 2024", "2024-05-03" and "03/05/2024"."""


def read_day(text: str) -> date | None:
    """A day in English or Welsh, like "12 March 2024", "March 12, 2024" or "12/03/2024"; None for another text."""
    for pattern in _DAY_FORMS:
        if match := pattern.fullmatch(text.strip()):
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
                if str(month).lower() == name.lower():
                    return int(number)
    return 0
