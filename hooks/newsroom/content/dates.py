"""Dates as precise as they are known: a year, a month or a day (ISO 8601 reduced precision)."""

import calendar
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from newsroom.english import month_name

_ISO_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
"""Matches "2023", "2023-12" and "2023-12-05", but not "2023-1"."""
EARLIEST_YEAR = 1900
_LATEST_YEAR = 2099


@dataclass(frozen=True)
class PartialDate:
    """A date whose day, or whose month and day, may be unknown."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
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
