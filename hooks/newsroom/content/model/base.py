"""The base class of everything in front matter."""

from pydantic import BaseModel, ConfigDict


class FrontMatterModel(BaseModel):
    """A frozen group of fields. Unknown fields are errors."""

    model_config = ConfigDict(frozen=True, extra="forbid")
