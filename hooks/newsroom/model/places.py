"""Areas with Local Area Coordination, and the principles of the work."""

from typing import Literal

from pydantic import Field

from newsroom.model.parts import FrontMatter
from newsroom.model.values import Date, Line


class Area(FrontMatter):
    """A place with Local Area Coordination: ``docs/areas/<slug>.md``."""

    name: Line = Field(description="The area's name.")
    nation: Literal["England", "Wales"] = Field(description="Where it is.")
    council: Line | None = Field(None, description="The council.")
    joined: Date | None = Field(None, description="When it joined the Network.")

    @property
    def heading(self) -> str:
        return self.name


class Principle(FrontMatter):
    """One of the ten principles: ``docs/principles/<slug>.md``."""

    title: Line = Field(description="The principle's name.")
    order: int = Field(ge=1, description="Its place among the principles.")

    @property
    def heading(self) -> str:
        return self.title
