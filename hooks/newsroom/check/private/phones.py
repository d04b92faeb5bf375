"""Finds telephone numbers of people: mobiles and landlines, not helplines or switchboards."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from newsroom.check.private.finding import Finding, Kind, is_reference, match_finding
from newsroom.check.private.places import belongs_to_venue

if TYPE_CHECKING:
    from phonenumbers import PhoneNumber

_UK = re.compile(
    r"(?<![\w£$€#@+-])(?<!\d[.,/])"
    r"(?:\(?(?:\+|00)\s?44\)?[\s.-]*(?:\(?0\)?[\s.-]*)?|44\s?(?=7\d{3}\s?\d{3}\s?\d{3}\b)|\(0\)|\(?0\s?)"
    r"\(?(?P<national>[127](?:(?:[\s().-]{0,3}|(?<=\d{3})/(?=\d{6}))\d){8,9})(?!\d)"
)
"""`01632 960123`, `(01632) 960123`, `+44 (0)7700 900123` and `0044 7700 900123`, but not `03/05/2024`."""
_ABROAD = re.compile(r"(?<![\w+])\+(?!44)[1-9](?:[\s().-]{0,3}\d)+")
"""Matches "+353 1 234 5678", not "+44 1632 960000"."""
_IN_LINK = re.compile(r"(?:\bwa\.me/|\bwhatsapp\.com/\S{0,40}[?&]phone=|\bsignal\.me/#p/)\+?(\d{8,15})")
"""The number in a link to a messenger: `https://wa.me/447700900123`."""
_LOCAL = re.compile(
    r"\b(?:(?:tel|telephone|phone|landline|mob|fax)\b[.:]*(?:\s?(?:no|number)\b[.:]*)?\s*|"
    r"(?:ring|phone|call|telephone)\s(?:[\w']+\s){0,3}?on\s)"
    r"(?P<number>[2-9]\d{2}\s?\d{3,4})(?![\w/]|[\s.,-]\d|\s(?:people|members|homes|residents)\b)",
    re.IGNORECASE,
)
"""A number without its area code: `Tel. 960 123` and `ring Jo on 960123`, but not `call 116 123`."""
_DATE = re.compile(r"\d\d[\s.-]\d\d[\s.-](?:\d{4}|\d\d)\b")
"""Matches "01.02.2024" and "01-02-24", not "01632 960000"."""
_GROUPED = re.compile(r"\(?0\)?\d{2,5}\)?[\s.-]")
"""An area code apart from the number, as people write it: `01792 ` and `(0117) `, but not `01 `."""
_DRAMA = "1632"
"""The area code of numbers that Ofcom keeps for drama, which no real number has."""


def find_phones(text: str) -> Iterator[Finding]:
    """The telephone numbers in a text without addresses of web pages."""
    for match in _UK.finditer(text):
        national = "".join(char for char in match["national"] if char.isdigit())
        is_public = is_reference(text, match.start()) or (national[0] != "7" and belongs_to_venue(text, match.start()))
        if not is_public and _is_uk_number(national, match[0]):
            yield match_finding(Kind.PHONE, match, key=f"+44{national}")
    for match in _ABROAD.finditer(text):
        if _is_valid(match[0]):
            yield match_finding(Kind.PHONE, match)
    for match in _LOCAL.finditer(text):
        if not match["number"].endswith("000"):
            yield match_finding(Kind.PHONE, match, "number")


def find_phones_in_links(text: str) -> Iterator[Finding]:
    """The telephone numbers in links to messengers."""
    if "://" in text:
        for match in _IN_LINK.finditer(text):
            yield match_finding(Kind.PHONE, match, 1, key=f"+{match[1]}")


def normalise_phone(text: str) -> str:
    """A telephone number with its country code, as in findings' keys; "" for another text."""
    number = _parse(text, "GB")
    return f"+{number.country_code}{number.national_number}" if number else ""


def _is_uk_number(national: str, written: str) -> bool:
    if _DATE.match(written):
        return False
    if national[0] == "7":
        return len(national) == 10
    is_grouped = len(national) == 10 and bool(_GROUPED.match(written))
    return is_grouped or national.startswith(_DRAMA) or _is_valid(f"+44{national}")


def _is_valid(text: str) -> bool:
    from phonenumbers import is_valid_number

    number = _parse(text, None)
    return number is not None and is_valid_number(number)


def _parse(text: str, region: str | None) -> "PhoneNumber | None":
    from phonenumbers import NumberParseException, parse  # takes long

    try:
        return parse(text, region)
    except NumberParseException:
        return None
