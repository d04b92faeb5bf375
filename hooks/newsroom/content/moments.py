"""Days and times of day in the time zone of the site, as front matter has them."""

import datetime
import re
from dataclasses import dataclass

from newsroom.content.dates import PartialDate, parse_date
from newsroom.content.time_zone import TIME_ZONE

_MOMENT = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[T ]+([01][0-9]|2[0-3]):([0-5][0-9]))?")
"""Matches "2026-12-10" and "2026-12-10 09:30", but not "2026-12", "2026-12-10 9:30" or "2026-12-10 24:00"."""


@dataclass(frozen=True)
class Moment:
    """A whole day, or a minute of a day, in ``TIME_ZONE``. ``time`` is None for a whole day."""

    day: datetime.date
    time: datetime.time | None = None

    @property
    def start(self) -> datetime.datetime:
        """The moment, or the first moment of the day, in ``TIME_ZONE``."""
        return datetime.datetime.combine(self.day, self.time or datetime.time(), TIME_ZONE)

    @property
    def utc(self) -> datetime.datetime:
        """The moment, or the first moment of the day, in UTC."""
        return self.start.astimezone(datetime.UTC)

    @property
    def last_day(self) -> datetime.date:
        """The day itself; the day before for midnight, when an evening ends."""
        return self.day - datetime.timedelta(days=1) if self.time == datetime.time() else self.day

    @property
    def partial_date(self) -> PartialDate:
        """The day as a PartialDate, like dates in front matter."""
        return PartialDate(self.day.year, self.day.month, self.day.day)

    def isoformat(self) -> str:
        """``2026-12-10``, or with a time ``2026-12-10T10:00+00:00``, as HTML and schema.org have it."""
        return self.start.isoformat(timespec="minutes") if self.time else self.day.isoformat()


def parse_moment(text: str) -> Moment:
    """A Moment from "2026-12-10" or "2026-12-10 10:00". Raises ValueError with a clause that says what is wrong."""
    match = _MOMENT.fullmatch(text.strip())
    if match is None:
        raise ValueError("is not a day, or a day and a time with four digits")
    day = parse_date(match[1]).first_day
    if not match[2]:
        return Moment(day)
    moment = Moment(day, datetime.time(int(match[2]), int(match[3])))
    if moment.utc.astimezone(TIME_ZONE).replace(tzinfo=None) != moment.start.replace(tzinfo=None):
        raise ValueError("does not exist: the clocks go forward at that time")
    return moment
