"""What types of content use of the translations."""

from datetime import date
from typing import Protocol

from newsroom.content.moments import Moment


class Translate(Protocol):
    """The part of ``Translations`` that types use."""

    def __call__(self, name: str, /, **values: object) -> str:
        """The text of a name in one language, with placeholders filled in."""

    def day(self, day: date) -> str:
        """A day with its weekday: "Thursday 10 December 2026"."""

    def period(self, start: Moment, end: Moment | None) -> str:
        """From when to when something is: "Thursday 10 December 2026, 10am to 3:30pm"."""

    def value(self, group: str, value: str) -> str:
        """The name of a value in a group of the settings, such as a nation."""
