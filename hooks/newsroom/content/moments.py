"""Days and times of day in the time zone of the site, as front matter has them."""

import datetime
import re
from dataclasses import dataclass

from newsroom.content.dates import PartialDate, parse_date, read_day
from newsroom.content.time_zone import TIME_ZONE

_MOMENT = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:(?:T|\s+)([01][0-9]|2[0-3]):([0-5][0-9]))?")
"""Matches "2026-12-10" and "2026-12-10 09:30", but not "2026-12", "2026-12-10 9:30" or "2026-12-10 24:00"."""
_ALMOST = re.compile(
    r"""(?P<day>.+?)(?:T|,?\s+(?:at\s+|from\s+)?)(?:(?:12(?:[:.]00)?\s*)?(?P<name>noon|midday|midnight)|
    (?P<hour>[01]?[0-9]|2[0-4])(?:[:.](?P<minute>[0-5][0-9])(?::[0-5][0-9])?|(?=\s*[ap]\.?m))\s*(?P<half>[ap]\.?m\.?)?|
    (?P<hours>[01][0-9]|2[0-4])(?P<minutes>[0-5][0-9])(?:\s*(?:h|hrs|hours))?)""",
    re.IGNORECASE | re.VERBOSE,
)
"""Matches "2026-12-10 9:30", "10 December 2026 at 2pm", "2026-12-10 noon" and "2026-12-10 1430"; not "10:00" alone."""
_PERIOD = re.compile(r"(?P<start>.+\S)\s*(?:-|–|—|\bto\b|\buntil\b)\s*(?P<end>[^-–—]+)", re.IGNORECASE)
"""Matches "2026-12-10 10am-12pm"; also "2026-12-10", whose "end" is not a time."""


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


class MomentError(ValueError):
    """Says what is wrong with a moment (a clause whose subject is its text), and in ``fix`` how to fix it."""

    def __init__(self, what: str, fix: str = "write it as 2026-12-10 10:00, or as 2026-12-10 for a whole day") -> None:
        super().__init__(what)
        self.fix = fix


def parse_moment(text: str) -> Moment:
    """A Moment from "2026-12-10" or "2026-12-10 10:00". Raises MomentError."""
    match = _MOMENT.fullmatch(text.strip())
    if match is None:
        what = "is not a day, or a day and a time with four digits"
        raise MomentError(what, f"write {meant}") if (meant := _probably(text.strip())) else MomentError(what)
    try:
        day = parse_date(match[1]).first_day
    except ValueError as error:
        raise MomentError(str(error)) from error
    if not match[2]:
        return Moment(day)
    moment = Moment(day, datetime.time(int(match[2]), int(match[3])))
    if moment.utc.astimezone(TIME_ZONE).replace(tzinfo=None) != moment.start.replace(tzinfo=None):
        raise MomentError("does not exist: the clocks go forward at that time", "write the time an hour later")
    return moment


def _probably(text: str) -> str | None:
    """What to write for a moment of another form: "2026-12-10 14:00" for "10 December 2026, 2pm"; None if not known."""
    if day := read_day(text):
        return day.isoformat()
    if found := _almost(text):
        return f"{found} for the midnight at the end of that day" if text.lower().endswith("midnight") else found
    period = _PERIOD.fullmatch(text)
    start = _almost(period["start"]) if period else None
    end = _almost(f"{start.split()[0]} {period['end']}") if period and start else None
    return f"{start} in `starts` and {end} in `ends`" if start and end and start < end else None


def _almost(text: str) -> str | None:
    """A day with a time of another form, in ours."""
    match = _ALMOST.fullmatch(text)
    day = read_day(match["day"]) if match else None
    if match is None or day is None:
        return None
    half, name = (match["half"] or "").lower(), (match["name"] or "").lower()
    hour = {"": int(match["hour"] or match["hours"] or 0), "midnight": 24}.get(name, 12)
    days, hour = divmod(hour % 12 + 12 * half.startswith("p") if half else hour, 24)
    return f"{day + datetime.timedelta(days)} {hour:02}:{match['minute'] or match['minutes'] or '00'}"
