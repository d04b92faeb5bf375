"""The record of the site's last accessibility test, which the test run writes and the statement quotes."""

from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, PositiveInt, ValidationError

from newsroom.content.dates import PartialDate
from newsroom.problems import Problem

RECORD = "docs/accessibility.json"
"""The path of the record in the repository, beside the statement that quotes it. It is not published."""
MAKE_RECORD = "run `make record`, which tests the site and writes it"
Palette = Literal["light", "dark"]


class AccessibilityTest(BaseModel):
    """A successful test of every kind of page with the program ``tool``.

    ``pages`` are addresses relative to the site's root, each tested in every palette and at every width (in CSS
    pixels). ``browser`` is the browser's name and version.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    tested: date
    tool: str = Field(min_length=1)
    version: str = Field(min_length=1)
    browser: str = Field(min_length=1)
    pages: tuple[str, ...] = Field(min_length=1)
    palettes: tuple[Palette, ...] = Field(min_length=1)
    widths: tuple[PositiveInt, ...] = Field(min_length=1)
    violations: Literal[0] = 0

    @property
    def day(self) -> PartialDate:
        """The day of the test as a PartialDate, like dates in front matter."""
        return PartialDate(self.tested.year, self.tested.month, self.tested.day)


def parse_record(text: str) -> AccessibilityTest | Problem:
    """The record from its file's text, or the error that the text is not a record."""
    try:
        return AccessibilityTest.model_validate_json(text)
    except ValidationError:
        return Problem(
            "accessibility-record-invalid",
            RECORD,
            None,
            "this file is not the record of an accessibility test",
            MAKE_RECORD,
        )
