"""The recommended lengths of texts that lists, search engines and inboxes show."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Length:
    """The least and most characters for a text, who shows it, and how many characters phones show."""

    least: int
    most: int
    readers: str
    shown: int | None = None

    def fits(self, text: str) -> bool:
        """Whether a text has an allowed length."""
        return self.least <= len(text) <= self.most

    @property
    def wanted(self) -> str:
        """The numbers in words: "40 to 110 characters", "at most 60 characters"."""
        return f"{self.least} to {self.most} characters" if self.least > 1 else f"at most {self.most} characters"


SUMMARY = Length(50, 200, "lists and search engines")
SUBJECT = Length(1, 60, "inboxes", shown=40)
PREHEADER = Length(40, 110, "inboxes", shown=90)
LENGTHS: Mapping[str, Length] = {"summary": SUMMARY, "subject": SUBJECT, "preheader": PREHEADER}
"""By the name of the field. What phones show depends on the program and the letters, so the numbers are approximate."""
