"""The values that fields in front matter may have: text on one line, dates, addresses, keys of registers."""

from collections.abc import Collection
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, StringConstraints, ValidationInfo, WithJsonSchema
from pydantic_core import PydanticCustomError, PydanticKnownError

from newsroom.content.dates import PartialDate, parse_date
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


def named_in_catalogue(group: str) -> AfterValidator:
    """Accept only values that have a name for readers: "England", if the catalogue has ``nation.England``.

    The context of the validation has the names of all texts; without a context every value is accepted.
    """

    def check(value: str, info: ValidationInfo) -> str:
        names: Collection[str] = info.context or ()
        known = sorted(name.removeprefix(f"{group}.") for name in names if name.startswith(f"{group}."))
        if names and value not in known:
            raise PydanticKnownError("literal_error", {"expected": ", ".join(f"'{name}'" for name in known)})
        return value

    return AfterValidator(check)


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Line = Annotated[Text, StringConstraints(pattern=r"^[^\n]*$")]
Reason = Annotated[Text, StringConstraints(pattern=r"^\S+([ \t]+\S+){2,}$")]
"""At least three words on one line."""
Link = Annotated[str, StringConstraints(pattern=r"^https?://[^\s/]+\.[^\s/]+")]


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
FeedId = Annotated[
    str,
    StringConstraints(
        pattern=r"^(tag:[A-Za-z0-9._@-]+,\d{4}(-\d{2}(-\d{2})?)?:|urn:[A-Za-z0-9-]+:|https?://)[^\s<>\"{}|\\^`]+$"
    ),
]
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
    found = _date(value)
    if found.day is None:
        raise PydanticCustomError("day", "{why}", {"why": "does not say which day"})
    return found


Day = Annotated[
    PartialDate,
    BeforeValidator(_day),
    WithJsonSchema({"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}),
]
