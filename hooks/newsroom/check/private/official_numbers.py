"""Finds NHS and National Insurance numbers, and bank details."""

import re
from collections.abc import Iterator

from stdnum import iban, luhn
from stdnum.gb import nhs

from newsroom.check.private.finding import Finding, Kind, is_reference, match_finding

NUMBERS_HINT = re.compile(r"[0-9](?:[\s().-]{0,3}[0-9]){5}")
"""Six digits close to each other, as every such number and every telephone number has."""
_TEN_DIGITS = re.compile(r"(?<![\w-])(?<!\d )(?:\d{3}([ -])\d{3}\1\d{4}|\d{10})(?![\w-])(?! \d)")
"""`943 476 5919`, `943-476-5919` and `9434765919`."""
_NHS = re.compile(r"\bNHS", re.IGNORECASE)
_INSURANCE = re.compile(r"(?<![\w-])([A-Z]{2})([ -]?)\d\d ?-?\d\d ?-?\d\d\2 ?([A-Z])(?![\w-])", re.IGNORECASE)
"""`AB 12 34 56 C` and `AB123456C`."""
_INSURANCE_PREFIX = re.compile(r"(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]")
"""The letters of real numbers (HMRC's NIM39110)."""
_INSURANCE_CONTEXT = re.compile(
    r"\bnational\s+insurance\b|\byswiriant\s+gwladol\b|\bNINO\b|\bNI\b|\bDWP\b|\bHMRC\b", re.IGNORECASE
)
_IBAN = re.compile(r"(?<!\w)[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?!\w)")
"""Matches "GB29 NWBK 6016 1331 9268 19", not "GB29 NWBK"."""
_CARD = re.compile(r"(?<![\w-])[3-6]\d{3}([ -]?)\d{4}\1\d{4}\1\d{4}(?![\w-])")
"""Matches "4111 1111 1111 1111", not "1111 1111 1111 1111"."""
_SORT_CODE_AND_ACCOUNT = re.compile(r"(?<![\w-])\d\d([ -])\d\d\1\d\d[\s,;/|]{1,3}\d{8}(?!\w)")
"""Matches "12-34-56 12345678", not "12-34 12345678"."""
_SORT_CODE = re.compile(
    r"(?:\bsort(?:ing)?[\s-]?code|\bcod\sdidoli|\bs/c)\b[\s:.#]*(?:(?:is|no|number)\b[\s:.]*)?"
    r"(\d\d[ -]?\d\d[ -]?\d\d)(?!\w)",
    re.IGNORECASE,
)
"""Matches "sort code: 12-34-56", not "code 12-34-56"."""
_ACCOUNT = re.compile(
    r"(?<!library )(?<!customer )(?<!tax )(?<!energy )(?<!rent )(?:\b(?:account|acct?|rhif\scyfrif)\b|\ba/c)"
    r"[\s.:#]*(?:(?:is|no|num|number)\b[\s.:]*){0,2}(\d{8})(?!\w)",
    re.IGNORECASE,
)
"""Matches "account number: 12345678", not "library account 12345678"."""


def find_numbers(text: str) -> Iterator[Finding]:
    """Bank details, then NHS numbers, then National Insurance numbers."""
    yield from _find_bank_details(text)
    for match in _TEN_DIGITS.finditer(text):
        has_context = bool(_NHS.search(text, max(0, match.start() - 40), match.start()))
        is_written_as_one = match[1] is not None and not is_reference(text, match.start())
        if nhs.is_valid(match[0]) and (has_context or is_written_as_one):
            yield match_finding(Kind.NHS, match)
    for match in _INSURANCE.finditer(text):
        before = text[max(0, match.start() - 40) : match.start()]
        after = text[match.end() : match.end() + 40]
        is_real = bool(_INSURANCE_PREFIX.match(match[1]) and match[3] in "ABCD") and not is_reference(
            text, match.start()
        )
        if is_real or _INSURANCE_CONTEXT.search(before) or _INSURANCE_CONTEXT.search(after):
            yield match_finding(Kind.INSURANCE, match)


def _find_bank_details(text: str) -> Iterator[Finding]:
    for match in _IBAN.finditer(text):
        if iban.is_valid(match[0]):
            yield match_finding(Kind.BANK, match)
    for match in _CARD.finditer(text):
        if luhn.is_valid(match[0].replace(" ", "").replace("-", "")):
            yield match_finding(Kind.BANK, match)
    for match in _SORT_CODE_AND_ACCOUNT.finditer(text):
        yield match_finding(Kind.BANK, match)
    for pattern in (_SORT_CODE, _ACCOUNT):
        for match in pattern.finditer(text):
            yield match_finding(Kind.BANK, match, 1)
