"""The creators of a publication, in the parts that a reference needs."""

from typing import Annotated, Self, cast

from pydantic import BeforeValidator, Field, ValidatorFunctionWrapHandler, WrapValidator, model_validator
from pydantic_core import PydanticCustomError

from newsroom.content.model.base import FrontMatterModel
from newsroom.content.model.parts import list_of_people
from newsroom.content.model.values import Line


class Creator(FrontMatterModel):
    """A person or an organisation. A plain text is shown unchanged, and does not say which of both it is."""

    given: Line | None = Field(None, description="A person's given names: Ralph.")
    family: Line | None = Field(None, description="A person's family name, as lists are sorted by it: van der Berg.")
    suffix: Line | None = Field(None, description="What tells a person from a namesake: Jr.")
    organisation: Line | None = Field(None, description="An organisation's name.")

    @property
    def name(self) -> str:
        """The name as readers see it."""
        return self.organisation or " ".join(filter(None, (self.given, self.family, self.suffix)))

    @model_validator(mode="after")
    def _is_one_or_the_other(self) -> Self:
        is_person = bool(self.given and self.family)
        if is_person == bool(self.organisation) or (self.organisation and (self.given or self.family or self.suffix)):
            raise PydanticCustomError("creator", "needs given and family, or organisation")
        return self


class PlainName(Creator):
    """A name that may be a person's or an organisation's."""

    text: Line = Field(description="The name as it was written.")

    @property
    def name(self) -> str:
        return self.text

    @model_validator(mode="after")
    def _is_one_or_the_other(self) -> Self:
        return self


def _creator(value: object, validate: ValidatorFunctionWrapHandler) -> Creator:
    if isinstance(value, str):
        return PlainName(text=validate({"organisation": value}).organisation)
    return cast("Creator", validate(value))


Creators = Annotated[
    tuple[Annotated[Creator, WrapValidator(_creator, json_schema_input_type=Creator | str)], ...],
    BeforeValidator(list_of_people),
]
