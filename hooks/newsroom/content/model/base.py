"""The base class of everything in front matter."""

from typing import Any

from pydantic import BaseModel, ConfigDict
from pydantic.fields import ComputedFieldInfo, FieldInfo


def rare(schema: dict[str, Any]) -> None:
    """Say in the JSON Schema of a field that few items need it: forms show it last."""
    schema["x-rare"] = True


def _label(name: str, field: FieldInfo | ComputedFieldInfo) -> str:
    return (field.alias or name).replace("_", " ").capitalize()


class FrontMatterModel(BaseModel):
    """A frozen group of fields. Unknown fields are errors.

    In a JSON Schema the ``title`` of a field is its label for editors: the field's own title, else its name.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", field_title_generator=_label)
