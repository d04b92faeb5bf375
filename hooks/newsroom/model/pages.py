"""Pages in docs/ that are not about an area or a principle."""

from typing import Literal

from pydantic import Field

from newsroom.model.parts import FrontMatter
from newsroom.model.values import Day, Line


class Page(FrontMatter):
    """A standing page in docs/."""

    title: Line = Field(description="The page's title.")
    search: Literal["normal", "low", "none"] = Field(
        "normal", description="low: other pages come before it in search results; none: the search does not find it."
    )

    @property
    def heading(self) -> str:
        return self.title


class Statement(Page):
    """The accessibility statement: ``docs/accessibility.md``, after the UK's model for public sector bodies."""

    prepared: Day = Field(description="The day on which the statement was first written.")
    reviewed: Day = Field(description="The day on which it was last read through and corrected, at least once a year.")
