"""The front matter of items that are over some day, like events."""

import datetime
from functools import cached_property
from typing import ClassVar

from pydantic import Field

from newsroom.content.dates import PartialDate
from newsroom.content.model.parts import Dated
from newsroom.content.model.values import Date
from newsroom.content.moments import Moment


class Timed(Dated):
    """The front matter of items that are over some day.

    An item is over from the day after ``over_after`` on: a build has a day, and no time of day, so that all builds of
    one day write the same site.
    """

    date: Date = Field(
        description="The day on which it is announced, like 2026-11-27. A date in the future waits for that day."
    )
    moment_field: ClassVar[str]
    """The field that says when it is."""

    @property
    def moment(self) -> Moment:
        """When it is, by which lists order it."""
        raise NotImplementedError

    @property
    def over_after(self) -> datetime.date:
        """The last day, in the site's time zone, on which it is not over."""
        raise NotImplementedError

    @property
    def shown_date(self) -> PartialDate:
        return self.moment.partial_date

    @property
    def date_label(self) -> str:
        """Has no label for ``undated``, which is about ``date``."""
        return ""

    @property
    def date_label_when_over(self) -> str:
        """The ``date_label`` for an item that is over."""
        return self.date_label

    @cached_property
    def year(self) -> int:
        return self.shown_date.year
