"""Reports and studies."""

from typing import Literal
from urllib.parse import quote

from pydantic import Field

from newsroom.dates import PartialDate
from newsroom.model.parts import Dated, Image
from newsroom.model.values import DOI, ISBN, Line, Link


class Publication(Dated):
    """A report or study: ``publications/<slug>.md``."""

    subtitle: Line | None = Field(None, description="The second title.")
    kind: Literal["report", "study", "evaluation", "conference"] = Field(description="What sort of publication.")
    status: Literal["published", "forthcoming"] = Field(
        "published",
        description="forthcoming: it is not out yet. Its page is shown at once, and date is when it is expected.",
    )
    authors: tuple[Line, ...] = Field((), description="Who wrote it.")
    editors: tuple[Line, ...] = Field((), description="Who edited it.")
    contributors: tuple[Line, ...] = Field((), description="Who else contributed.")
    publisher: Line | None = Field(None, description="Who published it.")
    pages: int | None = Field(None, gt=0, description="How many pages it has; left out, they are counted in its PDF.")
    isbn: ISBN | None = Field(None, description="Its ISBN.")
    doi: DOI | None = Field(None, description="Its DOI, from 10. on.")
    file: Line | None = Field(None, description="Its PDF, beside this file.")
    link: Link | None = Field(None, description="Where it can be read, if its PDF is not here.")
    cover: Image | None = Field(None, description="A picture of its cover.")

    @property
    def files(self) -> tuple[str, ...]:
        own = (self.file, self.cover.src if self.cover else None)
        return (*(name for name in own if name), *super().files)

    @property
    def doi_url(self) -> str | None:
        """The address that leads to it for good, wherever it moves (what is not safe in one is encoded)."""
        return f"https://doi.org/{quote(self.doi, safe='/()')}" if self.doi else None

    @property
    def published(self) -> PartialDate | None:
        return None if self.status == "forthcoming" else self.date
