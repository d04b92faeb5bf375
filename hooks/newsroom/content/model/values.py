"""The values that fields in front matter may have: text on one line, dates, addresses, keys of registers."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BeforeValidator,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    StringConstraints,
    ValidationInfo,
    WithJsonSchema,
)
from pydantic_core import CoreSchema, PydanticCustomError, PydanticKnownError, core_schema

from newsroom.content import moments
from newsroom.content.dates import PartialDate, parse_date
from newsroom.content.map_outline import Position, PositionError, parse_position
from newsroom.content.old_addresses import parse_old_address


def _date(value: object) -> PartialDate:
    if isinstance(value, PartialDate):
        return value
    if not isinstance(value, str):
        raise PydanticCustomError("date", "{why}", {"why": "is not a date"})
    try:
        return parse_date(value)
    except ValueError as error:
        raise PydanticCustomError("date", "{why}", {"why": str(error)}) from error


NamedValues = Mapping[str, Sequence[str]]
NO_NAMED_VALUES: NamedValues = {}
"""The values that the settings name, by group: "England" in the group "nation"."""


@dataclass(frozen=True)
class NamedInSettings:
    """Accepts only values that the site's settings name in a group: "England", if ``nations`` has it.

    The context of the validation has the values of each group. A group that has none accepts every value. In the JSON
    Schema, ``x-named`` is the group.
    """

    group: str

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:  # noqa: ANN401
        return core_schema.with_info_after_validator_function(self._check, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return handler(schema) | {"x-named": self.group}

    def _check(self, value: str, info: ValidationInfo) -> str:
        groups: NamedValues = info.context or {}
        known = groups.get(self.group, ())
        if known and value not in known:
            raise PydanticKnownError("literal_error", {"expected": ", ".join(f"'{name}'" for name in known)})
        return value


_Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
ONE_LINE = r"^[^\n]*$"
Line = Annotated[_Text, StringConstraints(pattern=ONE_LINE)]
Reason = Annotated[_Text, StringConstraints(pattern=r"^\S+([ \t]+\S+){2,}$")]
"""At least three words on one line."""
LINK = r"^https?://[^\s/]+\.[^\s/]+\S*$"
WebAddress = Annotated[str, StringConstraints(pattern=LINK)]

EMAIL_PATTERN = r"^[^\s@,;<>()]+@[^\s@,;<>()]+\.[^\s@,;<>()]+$"
EmailAddress = Annotated[str, StringConstraints(pattern=EMAIL_PATTERN)]
PHONE = r"^\+?[0-9 ().-]*[0-9][0-9 ().-]+[0-9]$"
"""Matches "01632 960000" and "+44 (0)1632 960000", not "01632 960000, option 2", which would be dialled as a number."""
PhoneNumber = Annotated[str, StringConstraints(strip_whitespace=True, pattern=PHONE)]


def _position(value: object) -> Position:
    if isinstance(value, Position):
        return value
    try:
        return parse_position(value)
    except PositionError as error:
        raise PydanticCustomError("position", "{why}", {"why": str(error), "form": error.fix}) from error


PositionField = Annotated[
    Position,
    BeforeValidator(_position),
    WithJsonSchema({"type": "string", "pattern": r"^ *[+−–-]?\d{1,2}(\.\d+)?°? *, *[+−–-]?\d{1,3}(\.\d+)?°? *$"}),
]


def _old_address(value: str) -> str:
    try:
        parse_old_address(value)
    except ValueError as error:
        raise PydanticCustomError("address", "{why}", {"why": str(error)}) from error
    return value


def is_old_address(value: object) -> bool:
    """Whether a value may be in ``redirect_from``."""
    try:
        return isinstance(value, str) and bool(parse_old_address(value))
    except ValueError:
        return False


SiteAddress = Annotated[str, AfterValidator(_old_address), WithJsonSchema({"type": "string", "pattern": "^/"})]
ISBN = Annotated[str, StringConstraints(pattern=r"^(97[89][- ]?)?([0-9][- ]?){9}[0-9Xx]$")]
_FEED_ID = r"^(tag:[A-Za-z0-9._@-]+,\d{4}(-\d{2}(-\d{2})?)?:|urn:[A-Za-z0-9-]+:|https?://)[^\s<>\x22{}|\\^`]+$"
FeedId = Annotated[str, StringConstraints(pattern=_FEED_ID)]


def is_feed_id(value: str) -> bool:
    """Whether a value may be in ``id``."""
    return re.fullmatch(_FEED_ID, value) is not None


ConsentRef = Annotated[
    str, StringConstraints(strip_whitespace=True, pattern=r"^[A-Za-z]{1,4}-?([0-9]{1,4}-)?[0-9]{1,6}[A-Za-z]?$")
]
"""A key like S-012, elm-1 or LAC-2024-017: too short for a name, and not a telephone number."""
DOI = Annotated[str, StringConstraints(pattern=r"^10\.\d{4,9}/\S+$")]
Date = Annotated[
    PartialDate,
    BeforeValidator(_date),
    WithJsonSchema({"type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"}),
]


def _day(value: object) -> PartialDate:
    try:
        found = _date(value)
    except PydanticCustomError as error:
        why = str((error.context or {}).get("why", "")).replace(" (or 2023-12, or 2023)", "")
        raise PydanticCustomError("day", "{why}", {"why": why}) from error
    if found.day is None:
        raise PydanticCustomError("day", "{why}", {"why": "does not say which day"})
    return found


OneDay = Annotated[
    PartialDate,
    BeforeValidator(_day),
    WithJsonSchema({"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}),
]


def _moment(value: object) -> moments.Moment:
    try:
        return value if isinstance(value, moments.Moment) else moments.parse_moment(str(value))
    except moments.MomentError as error:
        raise PydanticCustomError("moment", "{why}", {"why": str(error), "form": error.fix}) from error


MomentField = Annotated[
    moments.Moment,
    BeforeValidator(_moment),
    WithJsonSchema({"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}([ T]\d{2}:\d{2})?$"}),
]
"""A day, or a time of a day: 2026-12-10, 2026-12-10 10:00."""
