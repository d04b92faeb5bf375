"""Dates as precise as they are known (ISO 8601 reduced precision), and days as people write them in a text."""

import calendar
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import cached_property

from babel.dates import get_month_names

from newsroom.english import month_name

_ISO_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
"""Matches "2023", "2023-12" and "2023-12-05", but not "2023-1"."""
EARLIEST_YEAR = 1900
_LATEST_YEAR = 2099
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

_FIGURES = (
    re.compile(r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})(?:[-/.](?P<day>\d{1,2}))?"),
    re.compile(r"(?P<day>\d{1,2})[-/.](?P<month>\d{1,2})[-/.](?P<year>\d{4}|\d{2})"),
    re.compile(r"(?P<month>\d{1,2})[-/.](?P<year>\d{4})"),
    re.compile(r"(?P<month>[^\W\d_]+)\.?\s+(?P<year>\d{4})"),
)
"""Match "2026/11/5", "2026-1", "5-11-2026", "05/11/26", "11/2026" and "Nov 2026"."""
_AROUND = "\"'“”‘’„«» .,;"
_DASH = re.compile("[‐‑‒–—−]")
_TIME = re.compile(r"(?:T|\s+)\d{1,2}:\d{2}.*")


@dataclass(frozen=True)
class PartialDate:
    """A date whose day, or whose month and day, may be unknown."""

    year: int
    month: int | None = None
    day: int | None = None

    @cached_property
    def first_day(self) -> date:
        """The first day that it can mean, for sorting and for comparing with today."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> date:
        """The last day that it can mean."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def covers(self, other: "PartialDate") -> bool:
        """Whether ``other`` is within this date: 2023-12 covers 2023-12-05."""
        return other.isoformat().startswith(self.isoformat())

    def isoformat(self) -> str:
        """``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``."""
        parts = (f"{self.year:04}", f"{self.month or 0:02}", f"{self.day or 0:02}")
        return "-".join(parts[: 1 + (self.month is not None) + (self.day is not None)])


def year_after(day: date) -> date:
    """The same day a year later; 1 March for 29 February."""
    leap = (day.month, day.day) == (2, 29)
    return date(day.year + 1, 3, 1) if leap else day.replace(year=day.year + 1)


def parse_date(text: str) -> PartialDate:
    """A PartialDate from its ISO form. Raises ValueError with a clause in plain English that says what is wrong."""
    match = _ISO_DATE.fullmatch(text.strip())
    if match is None:
        raise ValueError("is not a date of the form 2023-12-05 (or 2023-12, or 2023)")
    year, month, day = (int(part) if part else None for part in match.groups())
    if year is None or year < EARLIEST_YEAR:
        raise ValueError(f"is before {EARLIEST_YEAR}")
    if year > _LATEST_YEAR:
        raise ValueError(f"is after {_LATEST_YEAR}")
    if month is not None and not 1 <= month <= 12:
        raise ValueError(f"has the month {month}, which does not exist")
    if day is not None and month is not None:
        length = calendar.monthrange(year, month)[1]
        if not 1 <= day <= length:
            raise ValueError(f"does not exist: {month_name(month)} {year} has {length} days")
    return PartialDate(year, month, day)


def midnight(day: date) -> datetime:
    """The first moment of a day, in UTC."""
    return datetime.combine(day, time(), UTC)


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


def suggest_date(text: str) -> str | None:
    """What to write for a date of another form: "2026-11-20" for "“20-11-2026”"; None if that cannot be known.

    The day is read before the month, as in Britain, unless that month does not exist: "11-20-2026" is 20 November.
    """
    plain = _TIME.sub("", _DASH.sub("-", text.strip(_AROUND))).strip(_AROUND)
    if day := read_day(plain):
        return day.isoformat()
    match = next(filter(None, (pattern.fullmatch(plain) for pattern in _FIGURES)), None)
    if match is None:
        return None
    parts = match.groupdict()
    month = int(parts["month"]) if parts["month"].isdecimal() else _month(parts["month"])
    day_number = int(parts["day"]) if parts.get("day") else None
    if day_number and day_number <= 12 < month and not plain.startswith(parts["year"]):
        month, day_number = day_number, month
    try:
        return parse_date(PartialDate(int(f"20{parts['year']}"[-4:]), month, day_number).isoformat()).isoformat()
    except ValueError:
        return None


def _month(name: str) -> int:
    for locale in ("en_GB", "cy"):
        for width in ("wide", "abbreviated"):
            for number, month in get_month_names(width, locale=locale).items():
                if str(month).lower() == name.lower():
                    return int(number)
    return 0
