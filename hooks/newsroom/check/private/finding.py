"""What the finders return: private data at a place in a text."""

import re
from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """The kinds of private data."""

    EMAIL = "email"
    PHONE = "phone"
    POSTCODE = "postcode"
    ADDRESS = "address"
    BIRTH = "birth"
    AGE = "age"
    NHS = "nhs"
    INSURANCE = "insurance"
    BANK = "bank"
    DRIVE = "drive"


class Finding(NamedTuple):
    """Private data in a text: its kind, and the text from ``start`` to ``end``, which is ``value``.

    ``key`` is another form of the value that an ``allow`` may have, such as a telephone number with its country code.
    """

    kind: Kind
    value: str
    start: int
    end: int
    key: str = ""


_REFERENCE = re.compile(
    r"\b(?:order|invoice|ticket|ref|reference|(?:booking|meeting|customer|client|claim)\s(?:ref|reference|id)|charity|"
    r"company|isbn|issn|doi|crn|urn|ukprn|grant|serial|tracking|part|product|item|model|catalogue|barcode|licen[cs]e|registration|"
    r"version)\b\.?(?:\s?(?:nos?|num|numbers?|ref|reference|id|code|is)\b\.?)*\s*[:#]?\s*$",
    re.IGNORECASE,
)
"""Words before a number that is not a person's: "Order number ", "Charity no: ", but not "Order now: "."""


def match_finding(kind: Kind, match: re.Match[str], group: int | str = 0, key: str = "") -> Finding:
    """The finding that is a match, or a group of it."""
    return Finding(kind, " ".join(match[group].split()), match.start(group), match.end(group), key)


def is_reference(text: str, start: int) -> bool:
    """Whether the words before ``start`` say that the number there is that of an order, a charity or the like."""
    return bool(_REFERENCE.search(text[max(0, start - 40) : start]))
